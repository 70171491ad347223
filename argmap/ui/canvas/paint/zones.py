"""The four zones round a card onto which another one can be dropped: the side chooses the relation."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from argmap.editor.tools.effects import WORDS
from argmap.editor.tools.zones import zone_rects
from argmap.layout.geometry import Rect
from argmap.ui.canvas.paint.inks import Inks, dashed
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.type_styles import PUCK
from argmap.ui.signs import EFFECT_ICONS, EFFECT_ROLES
from argmap.ui.text_shaper import TextShaper

_RADIUS = 6.0
_ICON = 14.0
_ICON_GAP = 6.0


class Zones:
    """Paints zones."""

    def __init__(self, inks: Inks, *, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._marks = marks
        self._shaper = shaper

    def paint(self, sheet: Sheet, box: Rect, *, chosen: str) -> None:
        """Paint the four zones of a card, the chosen one solid."""
        painter = sheet.painter
        for effect, zone in zone_rects(box).items():
            theme, role = self._inks.theme, EFFECT_ROLES[effect]
            ink, is_chosen = theme.ink(role), effect == chosen
            rect = sheet.rect(zone).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(dashed(ink, 1.0, on=3, off=2))
            painter.setBrush(ink if is_chosen else theme.tint(role))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            colour = theme.canvas if is_chosen else ink
            words = self._shaper.shape(WORDS[effect], PUCK)
            width = words.width + _ICON + _ICON_GAP
            fits = width <= rect.width()
            left, middle = rect.center().x() - (width if fits else _ICON) / 2, rect.center().y()
            at = QPointF(left, middle - _ICON / 2)
            self._marks.icon(sheet, EFFECT_ICONS[effect], at=at, px=_ICON, colour=colour)
            if fits:
                painter.setPen(colour)
                words.draw(painter, QPointF(left + _ICON + _ICON_GAP, middle - words.height / 2))
