"""Where a new claim goes: below what it bears on, beside its siblings, free of every other card."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId

CARD_WIDTH, CARD_HEIGHT = 224.0, 72.0
"""The size a new, empty card is taken to have."""
CARD_GAP, ROW_GAP = 24.0, 60.0
"""Kept free between neighbours, and between a card and those below it."""
_LETTERS, _LINE, _EDGES = 30, 19.0, 44.0
"""About so many letters go on a line of a card; the height of a line, and of all but the lines."""
_GRID = 4.0
_FEWEST_LETTERS, _MOST_EDGES, _MOST_LINES = 24, 72.0, 8
"""The same on the safe side, with a footer; longer claims end in “more”."""
_FLAT = 1.6
"""How much wider than high a block of new cards is, in cards."""
_TRIES = 40
"""How many places are tried on either axis."""
_DOWN = 1.3
"""How much farther a step down counts than one to the side."""


def below(
    map_: ArgumentMap,
    boxes: Mapping[RecordId, Rect],
    target: RecordId,
    *,
    size: tuple[float, float] = (CARD_WIDTH, CARD_HEIGHT),
) -> Point:
    """Where a claim that bears on the target goes: right of those that do, or under its middle.

    What bears on a relation stands as near as may be to the middle between its ends.
    """
    home = box_of(map_, boxes, target)
    if home is None:
        return free_spot(boxes.values(), Point(0.0, 0.0), size=size)
    width, height = size
    if target in map_.relations:
        middle = Point(home.center.x - width / 2, home.center.y - height / 2)
        return free_spot(boxes.values(), middle, size=size, upwards=True)
    held = [boxes[p] for r in map_.arriving(target) for p in r.premises if p in boxes]
    if held:
        last = max(held, key=lambda box: (box.right, -box.y))
        return free_spot(boxes.values(), Point(last.right + CARD_GAP, last.y), size=size)
    return free_spot(boxes.values(), Point(home.center.x - width / 2, home.bottom + ROW_GAP), size=size)


def beside(boxes: Mapping[RecordId, Rect], claim: RecordId) -> Point:
    """Where a new claim beside this one goes."""
    home = boxes.get(claim)
    start = Point(0.0, 0.0) if home is None else Point(home.right + CARD_GAP, home.y)
    return free_spot(boxes.values(), start)


def centred(boxes: Iterable[Rect], middle: Point) -> Point:
    """Where a new claim goes that should stand in the middle of the view, or as near as it is free."""
    corner = Point(middle.x - CARD_WIDTH / 2, middle.y - CARD_HEIGHT / 2)
    return free_spot(boxes, corner, upwards=True)


def stacked(boxes: Iterable[Rect], middle: Point, count: int) -> list[Point]:
    """Where some new claims go, one under the other about a place."""
    pitch = CARD_HEIGHT + CARD_GAP
    column = Rect(
        middle.x - CARD_WIDTH / 2, middle.y - pitch * count / 2, CARD_WIDTH, pitch * count - CARD_GAP
    )
    top = free_spot(boxes, Point(column.x, column.y), size=(column.width, column.height))
    return [Point(top.x, top.y + pitch * number) for number in range(count)]


def size_of(words: str) -> tuple[float, float]:
    """About how large a card with these words is: a claim is measured only once it is on the canvas."""
    lines = math.ceil(len(words) / _LETTERS)
    return CARD_WIDTH, max(CARD_HEIGHT, _EDGES + _LINE * lines)


class Columns:
    """Places for many new cards below all others: side by side, then one under the other."""

    def __init__(self, boxes: Iterable[Rect], middle: Point, count: int) -> None:
        """Make room for about so many; `middle` is where they go on an empty map."""
        whole = bounding(boxes)
        number = max(1, min(count, math.ceil(math.sqrt(count * _FLAT))))
        width = number * (CARD_WIDTH + CARD_GAP) - CARD_GAP
        corner = (
            Point(middle.x - width / 2, middle.y) if whole is None else Point(whole.x, whole.bottom + ROW_GAP)
        )
        self._left = [corner.x + index * (CARD_WIDTH + CARD_GAP) for index in range(number)]
        self._free = [corner.y] * number
        self._next = 0

    def place(self, words: str) -> Point:
        """The top left corner of a new card with these words."""
        column, self._next = self._next, (self._next + 1) % len(self._left)
        spot = Point(self._left[column], _on_grid(self._free[column], up=True))
        lines = min(_MOST_LINES, math.ceil(len(words) / _FEWEST_LETTERS))
        self._free[column] = spot.y + _MOST_EDGES + _LINE * lines + CARD_GAP
        return spot


def shift_to_free(boxes: Iterable[Rect], moved: Iterable[Rect]) -> tuple[float, float]:
    """By how much copies of the moved cards go to the right to stand free of all cards."""
    whole = bounding(moved)
    if whole is None:
        return 0.0, 0.0
    spot = free_spot(boxes, Point(whole.right + CARD_GAP, whole.y), size=(whole.width, whole.height))
    return spot.x - whole.x, spot.y - whole.y


def free_spot(
    boxes: Iterable[Rect],
    start: Point,
    *,
    size: tuple[float, float] = (CARD_WIDTH, CARD_HEIGHT),
    upwards: bool = False,
) -> Point:
    """The free top left corner nearest to a place: beside or below the cards in the way.

    Above the place only where `upwards` allows it, so that what bears on a card stays below it.
    """
    width, height = size
    held = list(boxes)
    across = [start.x, *(side for box in held for side in _beside(box, width))]
    down = [start.y, *(_on_grid(box.bottom + CARD_GAP, up=True) for box in held)]
    if upwards:
        down += [_on_grid(box.y - CARD_GAP - height) for box in held]
    else:
        down = [y for y in down if y >= down[0]]
    spots = [Point(x, y) for x in _nearest(across, start.x) for y in _nearest(down, start.y)]
    spots.sort(key=lambda spot: abs(spot.x - start.x) + _DOWN * abs(spot.y - start.y))
    for spot in spots:
        wanted = Rect(*spot, width, height).grown(CARD_GAP / 2)
        if not any(box.intersects(wanted) for box in held):
            return spot
    return spots[0]


def _beside(box: Rect, width: float) -> tuple[float, float]:
    """Where a card of that width stands free on either side of another."""
    return _on_grid(box.right + CARD_GAP, up=True), _on_grid(box.x - CARD_GAP - width)


def _nearest(places: Iterable[float], start: float) -> list[float]:
    """The places nearest to the start, and the farthest forward, where nothing stands any more."""
    found = sorted(set(places), key=lambda place: abs(place - start))
    return [*found[:_TRIES], *([max(found)] if len(found) > _TRIES else [])]


def _on_grid(length: float, *, up: bool = False) -> float:
    """The grid line nearest below a length, or above it."""
    return (math.ceil(length / _GRID) if up else math.floor(length / _GRID)) * _GRID


def box_of(map_: ArgumentMap, boxes: Mapping[RecordId, Rect], element: RecordId) -> Rect | None:
    """The card of a claim, or the box round what a relation joins."""
    relation = map_.relations.get(element)
    if relation is None:
        return boxes.get(element)
    ends = [box_of(map_, boxes, key) for key in (*relation.premises, relation.target)]
    return bounding(box for box in ends if box is not None)
