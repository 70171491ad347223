"""Bringing a moved card into line with others: edges, centres and equal gaps, within a few pixels.

The lines of the cards that stay are sorted once a gesture, so that a step of it looks at the nearest only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from argmap.editor.tools.tool import Guide
from argmap.layout.geometry import Point, Rect

REACH = 6.0
"""How near, in pixels on screen, a line must be to draw the card to it."""
NEAR = 900.0
"""Cards farther away than this, in map pixels, are not lined up with."""
_SAME = 0.5
"""Lines nearer to each other than this are one."""
_OVERHANG = 12.0
"""How far a guide reaches beyond the cards that it joins."""

_Line = tuple[float, Rect]
"""A place along an axis, and the card whose edge or middle is there."""


@dataclass(frozen=True, slots=True)
class Snap:
    """A correction to a move, and the lines that explain it."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


class Neighbours:
    """Cards that stay where they are while another is moved."""

    def __init__(self, boxes: Iterable[Rect]) -> None:
        held = tuple(boxes)
        self._across = _Axis(held)
        self._down = _Axis(tuple(map(_turned, held)))

    def snap(self, moving: Rect, reach: float) -> Snap:
        """The smallest correction, at most `reach` on each axis, that lines the rectangle up with a card."""
        dx = self._across.correction(moving, reach)
        dy = self._down.correction(_turned(moving), reach)
        placed = moving.moved(dx or 0.0, dy or 0.0)
        upright = [] if dx is None else self._across.joined(placed)
        level = [] if dy is None else self._down.joined(_turned(placed))
        guides = [Guide(Point(at, start), Point(at, end)) for at, start, end in upright]
        guides += [Guide(Point(start, at), Point(end, at)) for at, start, end in level]
        return Snap(dx or 0.0, dy or 0.0, tuple(guides))


class _Axis:
    """Cards along x: their left edges, their middles and their right edges, each sort in order."""

    def __init__(self, boxes: tuple[Rect, ...]) -> None:
        self._boxes = boxes
        self._sorts = [
            sorted((stop, box) for stop, box in zip(stops, boxes, strict=True))
            for stops in zip(*map(_stops, boxes), strict=True)
        ]

    def correction(self, moving: Rect, reach: float) -> float | None:
        """The smallest that is needed, if any is small enough."""
        area = moving.grown(NEAR)
        found = [
            stop - here
            for lines, here in zip(self._sorts, _stops(moving), strict=False)
            for stop, box in _within(lines, here, reach)
            if area.intersects(box)
        ]
        found += self._even_gaps(moving)
        return min((by for by in found if abs(by) <= reach), key=abs, default=None)

    def _even_gaps(self, moving: Rect) -> list[float]:
        """What makes the gaps to the neighbours on both sides equal."""
        top, bottom, middle = moving.y, moving.bottom, moving.center.x
        start, end = moving.x - NEAR, moving.right + NEAR
        row = [
            (x, x + width)
            for x, y, width, height in self._boxes
            if y < bottom and top < y + height and x < end and start < x + width
        ]
        before = max((right for _, right in row if right <= middle), default=None)
        behind = min((left for left, _ in row if left >= middle), default=None)
        if before is None or behind is None:
            return []
        return [(before + behind - moving.width) / 2 - moving.x]

    def joined(self, placed: Rect) -> list[tuple[float, float, float]]:
        """The lines on which the rectangle stands with others, and from where to where each goes."""
        area, found = placed.grown(NEAR), []
        for here in _stops(placed):
            close = (line for lines in self._sorts for line in _within(lines, here, _SAME))
            held = [box for stop, box in close if abs(stop - here) < _SAME and area.intersects(box)]
            if held:
                start = min(placed.y, *(box.y for box in held))
                end = max(placed.bottom, *(box.bottom for box in held))
                found.append((here, start - _OVERHANG, end + _OVERHANG))
        return found


def _stops(rect: Rect) -> tuple[float, float, float]:
    return rect.x, rect.x + rect.width / 2, rect.x + rect.width


def _within(lines: list[_Line], here: float, reach: float) -> list[_Line]:
    place = itemgetter(0)
    start = bisect_left(lines, here - reach, key=place)
    return lines[start : bisect_right(lines, here + reach, start, key=place)]


def _turned(rect: Rect) -> Rect:
    """The same with x for y."""
    return Rect(rect.y, rect.x, rect.height, rect.width)
