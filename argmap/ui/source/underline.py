"""The five underlines that tell roles apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from argmap.model.roles import Role

_WAVE = 3.0
"""Half a wavelength, in pixels."""
_SWING = 1.7
_FLAT = Qt.PenCapStyle.FlatCap
_THICK = {Role.THESIS: 2.4}
_PATTERNS = {Role.EVIDENCE: (2.0, [1.0, 1.0]), Role.UNDERCUT: (1.2, [4.0, 2.5])}
"""Width, and dash and gap in widths."""


def draw_underline(painter: QPainter, role: Role, colour: QColor, *, start: QPointF, width: float) -> None:
    """Draw a role's underline from a point to the right."""
    if role is Role.OBJECTION:
        painter.setPen(QPen(colour, 1.1))
        painter.drawPath(_wave(start, width))
        return
    painter.setPen(_pen(role, colour))
    painter.drawLine(start, start + QPointF(width, 0))


def _pen(role: Role, colour: QColor) -> QPen:
    pattern = _PATTERNS.get(role)
    if pattern is None:
        return QPen(colour, _THICK.get(role, 1.0), Qt.PenStyle.SolidLine, _FLAT)
    pen = QPen(colour, pattern[0], Qt.PenStyle.CustomDashLine, _FLAT)
    pen.setDashPattern(pattern[1])
    return pen


def _wave(start: QPointF, width: float) -> QPainterPath:
    path = QPainterPath(start)
    count = max(1, round(width / _WAVE))
    step = width / count
    for index in range(count):
        x = start.x() + index * step
        y = start.y() + (_SWING if index % 2 else -_SWING)
        path.quadTo(x + step / 2, y, x + step, start.y())
    return path
