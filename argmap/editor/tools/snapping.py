"""Bringing a moved card into line with others: edges, centres and equal gaps, within a few pixels.

The lines of the cards that stay are sorted once a gesture, so that a step of it looks at the nearest only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

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


class Snap(Struct, frozen=True):
    """A correction to a move, and the lines that explain it."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


class Neighbours:
    """Cards that stay where they are while another is moved."""

    def __init__(self, boxes: Iterable[Rect], size: tuple[float, float]) -> None:
        """Look at cards; `size` is the width and height of what will be moved."""
        held = tuple(boxes)
        self._across = _Axis(held, size[0])
        self._down = _Axis(tuple(map(_turned, held)), size[1])

    def snap(self, moving: Rect, reach: float, *, across: bool = True, down: bool = True) -> Snap:
        """The smallest correction, at most `reach` on each axis, that lines the rectangle up with a card.

        An axis that is left out is neither corrected nor explained.
        """
        dx = self._across.correction(moving, reach) if across else None
        dy = self._down.correction(_turned(moving), reach) if down else None
        placed = moving.moved(dx or 0.0, dy or 0.0)
        upright = [] if dx is None else self._across.joined(placed)
        level = [] if dy is None else self._down.joined(_turned(placed))
        guides = [Guide(Point(at, start), Point(at, end)) for at, start, end in upright]
        guides += [Guide(Point(start, at), Point(end, at)) for at, start, end in level]
        return Snap(dx or 0.0, dy or 0.0, tuple(guides))


class _Axis:
    """Cards along x: where each draws the left edge of what is moved, and where its own lines are."""

    def __init__(self, boxes: Sequence[Rect], width: float) -> None:
        shares = (0.0, 0.5, 1.0)
        self._stops = _Lines((box.x + (box.width - width) * share, box) for box in boxes for share in shares)
        self._lines = _Lines((place, box) for box in boxes for place in _lines_of(box))
        self._rows = _Lines((box.y, box) for box in boxes)
        self._tallest = max((box.height for box in boxes), default=0.0)

    def correction(self, moving: Rect, reach: float) -> float | None:
        """The smallest that is needed, if any is small enough."""
        best: float | None = None
        here, near = moving.x, moving.grown(NEAR)
        for place, box in self._stops.between(here - reach, here + reach):
            if (best is None or abs(place - here) < abs(best)) and near.intersects(box):
                best = place - here
        even = self._even_gaps(moving)
        if even is not None and abs(even) <= reach and (best is None or abs(even) < abs(best)):
            return even
        return best

    def _even_gaps(self, moving: Rect) -> float | None:
        """What makes the gaps to the neighbours on both sides equal."""
        x, top, width, height = moving
        bottom, middle = top + height, x + width / 2
        nearest_left, nearest_right = start, end = x - NEAR, x + width + NEAR
        for y, (left, _, wide, high) in self._rows.between(top - self._tallest, bottom):
            if top >= y + high or y >= bottom:
                continue
            if nearest_left < left + wide <= middle:
                nearest_left = left + wide
            elif middle <= left < nearest_right:
                nearest_right = left
        if nearest_left == start or nearest_right == end:
            return None
        return (nearest_left + nearest_right - width) / 2 - x

    def joined(self, placed: Rect) -> list[tuple[float, float, float]]:
        """The lines on which the rectangle stands with others, and from where to where each goes."""
        found, near = [], placed.grown(NEAR)
        for here in _lines_of(placed):
            close = self._lines.between(here - _SAME, here + _SAME)
            held = [box for place, box in close if abs(place - here) < _SAME and near.intersects(box)]
            if held:
                start = min(placed.y, *[box.y for box in held])
                end = max(placed.bottom, *[box.bottom for box in held])
                found.append((here, start - _OVERHANG, end + _OVERHANG))
        return found


class _Lines:
    """Places along an axis, in order, each with its card."""

    def __init__(self, lines: Iterable[tuple[float, Rect]]) -> None:
        self.held = sorted(lines)
        self._places = [place for place, _ in self.held]

    def between(self, low: float, high: float) -> Sequence[tuple[float, Rect]]:
        """Those from one place to another, both included."""
        first = bisect_left(self._places, low)
        return self.held[first : bisect_right(self._places, high, first)]


def _lines_of(rect: Rect) -> tuple[float, float, float]:
    """Its left edge, its middle and its right edge."""
    x, _, width, _ = rect
    return x, x + width * 0.5, x + width


def _turned(rect: Rect) -> Rect:
    """The same with x for y."""
    return Rect(rect.y, rect.x, rect.height, rect.width)
