"""Rings and halos round cards: selection, focus, drop, and the light from the essay.

They keep their width on screen at every zoom.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from argmap.layout.geometry import Rect
from argmap.model.roles import Role
from argmap.ui.canvas.paint.bodies import card_radius
from argmap.ui.canvas.paint.inks import NO_BRUSH, Inks, dotted, pen
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import DROP_ROLES, CardState

_RING = 2.0
_GAP_ALONE, _GAP_MANY = 2.0, 1.0
_DROP_RING, _DROP_GAP = 2.5, 1.5
_TINT_HALO, _INK_HALO = 3.0, 1.5


class Rings:
    """Paints rings."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks

    def paint(self, sheet: Sheet, role: Role, *, box: Rect, state: CardState) -> None:
        """Paint whatever rings the state asks for, the most important last."""
        theme = self._inks.theme
        rect = sheet.rect(box)
        radius = card_radius(role, rect, sheet=sheet)
        if state.lit:
            _ring(sheet, rect, radius=radius, gap=0, line=pen(theme.tint(role), _TINT_HALO))
            _ring(sheet, rect, radius=radius, gap=_TINT_HALO, line=pen(theme.ink(role), _INK_HALO))
        if state.refused:
            _ring(sheet, rect, radius=radius, gap=_GAP_ALONE, line=dotted(theme.danger, _RING))
        elif state.drop is not None:
            line = pen(theme.ink(DROP_ROLES[state.drop]), _DROP_RING)
            _ring(sheet, rect, radius=radius, gap=_DROP_GAP, line=line)
        if state.selected:
            gap = _GAP_ALONE if state.alone else _GAP_MANY
            _ring(sheet, rect, radius=radius, gap=gap, line=pen(theme.accent, _RING))
        elif state.focused:
            _ring(sheet, rect, radius=radius, gap=_GAP_ALONE, line=dotted(theme.accent, _RING))


def _ring(sheet: Sheet, rect: QRectF, *, radius: float, gap: float, line: QPen) -> None:
    """Stroke round the card with `gap` pixels of ground between the two."""
    grow = gap + line.widthF() / 2
    sheet.painter.setPen(line)
    sheet.painter.setBrush(NO_BRUSH)
    sheet.painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), radius + grow, radius + grow)
