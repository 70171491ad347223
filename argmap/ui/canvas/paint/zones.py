"""The four zones round a card onto which another one can be dropped: the side chooses the relation."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from argmap.layout.geometry import Rect
from argmap.model.roles import Role
from argmap.ui.canvas.paint.inks import Inks, dashed
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.type_styles import PUCK
from argmap.ui.text_shaper import TextShaper

_DEPTH = 32.0
_SIDE = 88.0
_GAP = 8.0
_RADIUS = 6.0
_ICON = 14.0
_ICON_GAP = 6.0

EFFECT_ROLES = {
    "support": Role.REASON,
    "attack": Role.OBJECTION,
    "undercut": Role.UNDERCUT,
    "link": Role.IMPLICIT,
}
"""The role whose colours stand for the effect of a drop."""
EFFECT_ICONS = {
    "support": "message-square-plus",
    "attack": "message-square-x",
    "undercut": "scissors",
    "link": "group",
}
_WORDS = {
    "support": "Supports",
    "attack": "Attacks",
    "undercut": "Undercuts its inference",
    "link": "Links with",
}


def zone_rects(box: Rect) -> dict[str, Rect]:
    """Where the zones of a card lie on the map, by their effect."""
    return {
        "undercut": Rect(box.x, box.y - _GAP - _DEPTH, box.width, _DEPTH),
        "support": Rect(box.x, box.bottom + _GAP, box.width, _DEPTH),
        "attack": Rect(box.x - _GAP - _SIDE, box.y, _SIDE, box.height),
        "link": Rect(box.right + _GAP, box.y, _SIDE, box.height),
    }


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
            words = self._shaper.shape(_WORDS[effect], PUCK)
            width = words.width + _ICON + _ICON_GAP
            fits = width <= rect.width()
            left, middle = rect.center().x() - (width if fits else _ICON) / 2, rect.center().y()
            at = QPointF(left, middle - _ICON / 2)
            self._marks.icon(sheet, EFFECT_ICONS[effect], at=at, px=_ICON, colour=colour)
            if fits:
                painter.setPen(colour)
                words.draw(painter, QPointF(left + _ICON + _ICON_GAP, middle - words.height / 2))
