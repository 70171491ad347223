"""Which element the arrow keys lead to: the argument's own ways first, then whatever stands that way."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from enum import Enum

from argmap.edits.arranging import siblings
from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind

Boxes = Mapping[RecordId, Rect]


class Direction(Enum):
    """The way an arrow key points, as a step to the right and downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(map_: ArgumentMap, boxes: Boxes, element: RecordId, direction: Direction) -> RecordId | None:
    """The element one step away: up is what it bears on, down its first reason, sideways its siblings.

    Where the argument leads nowhere that way, the nearest card that stands there; None if there is none.
    """
    if element in map_.relations:
        return _from_relation(map_, boxes, element, direction)
    return _along_the_argument(map_, boxes, element, direction) or nearest(boxes, element, direction)


def first(map_: ArgumentMap, boxes: Boxes) -> RecordId | None:
    """Where walking begins with nothing selected: the question, or else the card that stands highest."""
    if map_.info.question in boxes:
        return map_.info.question
    questions = [key for key in boxes if key in map_.claims and map_.claims[key].kind is ClaimKind.QUESTION]
    return min(questions or boxes, key=lambda key: (boxes[key].y, boxes[key].x), default=None)


def outermost(
    map_: ArgumentMap, boxes: Boxes, selected: Collection[RecordId], way: Direction
) -> RecordId | None:
    """The selected element that stands farthest that way: where a wider selection grows on."""
    claims = [key for key in selected if key in boxes]
    if not claims:
        return min((key for key in selected if key in map_.relations), default=None)
    dx, dy = way.value
    return max(claims, key=lambda key: (boxes[key].center.x * dx + boxes[key].center.y * dy, key))


def nearest(boxes: Boxes, claim: RecordId, direction: Direction) -> RecordId | None:
    """The card that stands nearest that way; being out of line counts double."""
    home = boxes.get(claim)
    if home is None:
        return None
    dx, dy = direction.value

    def cost(key: RecordId) -> float:
        across, down = boxes[key].center.x - home.center.x, boxes[key].center.y - home.center.y
        ahead, aside = across * dx + down * dy, abs(across * dy) + abs(down * dx)
        return ahead + 2 * aside if ahead > max(1.0, aside / 2) else math.inf

    found = min((key for key in boxes if key != claim), key=cost, default=None)
    return found if found is not None and cost(found) < math.inf else None


def _along_the_argument(
    map_: ArgumentMap, boxes: Boxes, claim: RecordId, direction: Direction
) -> RecordId | None:
    match direction:
        case Direction.UP:
            leaving = map_.leaving(claim)
            return leaving[0].target if leaving else None
        case Direction.DOWN:
            return _first_premise(map_, boxes, claim)
        case _:
            row = siblings(map_, claim)
            place = row.index(claim) + direction.value[0]
            return row[place] if 0 <= place < len(row) else None


def _from_relation(map_: ArgumentMap, boxes: Boxes, key: RecordId, direction: Direction) -> RecordId | None:
    relation = map_.relations[key]
    if direction is Direction.UP:
        return relation.target
    if direction is Direction.DOWN:
        return min(relation.premises, key=lambda premise: _reading(boxes, premise))
    return None


def _first_premise(map_: ArgumentMap, boxes: Boxes, element: RecordId) -> RecordId | None:
    premises = [premise for relation in map_.arriving(element) for premise in relation.premises]
    return min(premises, key=lambda premise: _reading(boxes, premise), default=None)


def _reading(boxes: Boxes, claim: RecordId) -> tuple[float, float, str]:
    box = boxes.get(claim)
    return (math.inf, math.inf, claim) if box is None else (box.x, box.y, claim)
