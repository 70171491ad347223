"""The line of an arrow: its route with round corners, ended before its head, on whole device pixels.

An arrow that is dragged is a new line at every step: so this counts in plain numbers, and each once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from PySide6.QtGui import QPainterPath

from argmap.ui.canvas.paint.heads import Heading

CORNER = 12.0
_INNER = 1 - 0.5523
"""How far from its corner, of the whole way, a cubic curve has its handles to look like a quarter circle."""
_NOTHING = 1e-6

Corner = tuple[float, float]
"""A place, in view pixels."""


def corners_of(points: Sequence[Corner]) -> list[Corner]:
    """The points without those that stand on each other or in the middle of a straight piece."""
    kept = [points[0]]
    x, y = points[0]
    ahead_x = ahead_y = 0.0
    for point in points[1:]:
        dx, dy = point[0] - x, point[1] - y
        if abs(dx) < _NOTHING and abs(dy) < _NOTHING:
            continue
        goes_on = ahead_x * dx + ahead_y * dy > 0 and abs(ahead_x * dy - ahead_y * dx) < _NOTHING
        if goes_on:
            kept[-1] = point
            ahead_x, ahead_y = ahead_x + dx, ahead_y + dy
        else:
            kept.append(point)
            ahead_x, ahead_y = dx, dy
        x, y = point
    return kept


def trimmed(corners: Sequence[Corner], *, start: float, end: float) -> list[Corner]:
    """The corners with the first and the last moved inwards, at most to the next corner."""
    made = list(corners)
    if len(made) < 2:
        return made
    made[-1] = _towards(made[-1], made[-2], end)
    if start:
        made[0] = _towards(made[0], made[1], start)
    return made


def _towards(point: Corner, goal: Corner, by: float) -> Corner:
    dx, dy = goal[0] - point[0], goal[1] - point[1]
    length = hypot(dx, dy)
    share = min(1.0, by / length) if length else 0.0
    return point[0] + dx * share, point[1] + dy * share


def rounded_path(corners: Sequence[Corner], *, radius: float) -> QPainterPath:
    """A path through the corners, each rounded as far as its two pieces allow."""
    path = QPainterPath()
    if not corners:
        return path
    x, y = corners[0]
    path.moveTo(x, y)
    if len(corners) < 2:
        return path
    ahead_x, ahead_y = corners[1][0] - x, corners[1][1] - y
    ahead = hypot(ahead_x, ahead_y)
    for (x, y), (following_x, following_y) in pairwise(corners[1:]):
        back_x, back_y, back = ahead_x, ahead_y, ahead
        ahead_x, ahead_y = following_x - x, following_y - y
        ahead = hypot(ahead_x, ahead_y)
        reach = min(radius, back / 2, ahead / 2)
        if reach <= 0:
            path.lineTo(x, y)
            continue
        dx, dy = -back_x * reach / back, -back_y * reach / back
        ex, ey = ahead_x * reach / ahead, ahead_y * reach / ahead
        path.lineTo(x + dx, y + dy)
        path.cubicTo(x + dx * _INNER, y + dy * _INNER, x + ex * _INNER, y + ey * _INNER, x + ex, y + ey)
    path.lineTo(*corners[-1])
    return path


def heading(corners: Sequence[Corner], *, at_start: bool = False) -> Heading:
    """Where the line ends and which way it looks there; at its start it looks outwards."""
    (x, y), before = (corners[0], corners[1]) if at_start else (corners[-1], corners[-2])
    dx, dy = x - before[0], y - before[1]
    length = hypot(dx, dy) or 1.0
    return Heading(x, y, dx / length, dy / length)
