"""Bringing a moved card into line with others: edges, centres and equal gaps, within a few pixels."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from argmap.editor.tools.tool import Guide
from argmap.layout.geometry import Point, Rect

REACH = 6.0
"""How near, in pixels on screen, a line must be to draw the card to it."""
NEAR = 900.0
"""Cards farther away than this, in map pixels, are not lined up with."""

_Stops = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Snap:
    """A correction to a move, and the lines that explain it."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


def snap(moving: Rect, others: Collection[Rect], reach: float) -> Snap:
    """The smallest correction, at most `reach` on each axis, that lines the rectangle up with others."""
    near = [other for other in others if _is_near(moving, other)]
    dx = _nearest(_offsets(_stops_x(moving), near, _stops_x) + _gaps_x(moving, near), reach)
    dy = _nearest(_offsets(_stops_y(moving), near, _stops_y) + _gaps_y(moving, near), reach)
    placed = moving.moved(dx or 0.0, dy or 0.0)
    guides = [] if dx is None else _guides_x(placed, near)
    guides += [] if dy is None else _guides_y(placed, near)
    return Snap(dx or 0.0, dy or 0.0, tuple(guides))


def _is_near(moving: Rect, other: Rect) -> bool:
    return moving.grown(NEAR).intersects(other)


def _stops_x(rect: Rect) -> tuple[float, float, float]:
    return rect.x, rect.center.x, rect.right


def _stops_y(rect: Rect) -> tuple[float, float, float]:
    return rect.y, rect.center.y, rect.bottom


def _offsets(stops: _Stops, others: Iterable[Rect], of: Callable[[Rect], _Stops]) -> list[float]:
    return [there - here for other in others for here, there in zip(stops, of(other), strict=True)]


def _gaps_x(moving: Rect, others: Collection[Rect]) -> list[float]:
    """Corrections that make the gaps to the neighbours on a row equal."""
    row = [other for other in others if other.y < moving.bottom and moving.y < other.bottom]
    left = max(
        (other for other in row if other.right <= moving.center.x), key=lambda r: r.right, default=None
    )
    right = min((other for other in row if other.x >= moving.center.x), key=lambda r: r.x, default=None)
    if left is None or right is None:
        return []
    return [(left.right + right.x - moving.width) / 2 - moving.x]


def _gaps_y(moving: Rect, others: Collection[Rect]) -> list[float]:
    column = [other for other in others if other.x < moving.right and moving.x < other.right]
    above = max((o for o in column if o.bottom <= moving.center.y), key=lambda r: r.bottom, default=None)
    below = min((o for o in column if o.y >= moving.center.y), key=lambda r: r.y, default=None)
    if above is None or below is None:
        return []
    return [(above.bottom + below.y - moving.height) / 2 - moving.y]


def _nearest(offsets: Iterable[float], reach: float) -> float | None:
    return min((o for o in offsets if abs(o) <= reach), key=abs, default=None)


def _guides_x(placed: Rect, others: Iterable[Rect]) -> list[Guide]:
    guides = []
    for x in _stops_x(placed):
        held = [o for o in others if any(abs(stop - x) < 0.5 for stop in _stops_x(o))]
        if held:
            top = min(placed.y, *(o.y for o in held))
            bottom = max(placed.bottom, *(o.bottom for o in held))
            guides.append(Guide(Point(x, top - 12), Point(x, bottom + 12)))
    return guides


def _guides_y(placed: Rect, others: Iterable[Rect]) -> list[Guide]:
    guides = []
    for y in _stops_y(placed):
        held = [o for o in others if any(abs(stop - y) < 0.5 for stop in _stops_y(o))]
        if held:
            left = min(placed.x, *(o.x for o in held))
            right = max(placed.right, *(o.right for o in held))
            guides.append(Guide(Point(left - 12, y), Point(right + 12, y)))
    return guides
