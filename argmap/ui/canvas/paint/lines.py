"""The line of an arrow: its route with round corners, ended before its head, on whole device pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from argmap.layout.geometry import Point
from argmap.ui.canvas.paint.heads import Heading

CORNER = 12.0
_INNER = 1 - 0.5523
"""How far from its corner, of the whole way, a cubic curve has its handles to look like a quarter circle."""


def corners_of(points: Sequence[Point]) -> list[Point]:
    """The points without those that stand on each other or in the middle of a straight piece."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < 1e-6:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return abs(cross) < 1e-6 and ahead > 0


def trimmed(corners: Sequence[Point], *, start: float, end: float) -> list[Point]:
    """The corners with the first and the last moved inwards, at most to the next corner."""
    made = list(corners)
    if len(made) < 2:
        return made
    made[-1] = _towards(made[-1], made[-2], end)
    if start:
        made[0] = _towards(made[0], made[1], start)
    return made


def _towards(point: Point, goal: Point, by: float) -> Point:
    length = math.dist(point, goal)
    share = min(1.0, by / length) if length else 0.0
    return Point(point.x + (goal.x - point.x) * share, point.y + (goal.y - point.y) * share)


def rounded_path(corners: Sequence[Point], *, radius: float) -> QPainterPath:
    """A path through the corners, each rounded as far as its two pieces allow."""
    path = QPainterPath()
    if not corners:
        return path
    path.moveTo(*corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        back, ahead = math.dist(before, corner), math.dist(corner, after)
        reach = min(radius, back / 2, ahead / 2)
        x, y = corner
        if reach <= 0:
            path.lineTo(x, y)
            continue
        dx, dy = (before.x - x) * reach / back, (before.y - y) * reach / back
        ex, ey = (after.x - x) * reach / ahead, (after.y - y) * reach / ahead
        path.lineTo(x + dx, y + dy)
        path.cubicTo(x + dx * _INNER, y + dy * _INNER, x + ex * _INNER, y + ey * _INNER, x + ex, y + ey)
    if len(corners) > 1:
        path.lineTo(*corners[-1])
    return path


def heading(corners: Sequence[Point], *, at_start: bool = False) -> Heading:
    """Where the line ends and which way it looks there; at its start it looks outwards."""
    tip, before = (corners[0], corners[1]) if at_start else (corners[-1], corners[-2])
    length = math.dist(before, tip) or 1.0
    return Heading(QPointF(*tip), QPointF((tip.x - before.x) / length, (tip.y - before.y) / length))
