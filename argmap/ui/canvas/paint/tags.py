"""What hangs on a card's lower border: how many cards are folded away, and that no reason is given."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from argmap.layout.geometry import Rect
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.type_styles import ARROW_LABEL, META
from argmap.ui.text_shaper import TextShaper

_HEIGHT = 20.0


class Tags:
    """Paints tags; they keep their size on screen."""

    def __init__(self, inks: Inks, *, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._marks = marks
        self._shaper = shaper

    def paint_hidden(self, sheet: Sheet, rect: Rect, *, count: int) -> None:
        """Say on the lower border how many cards are folded away."""
        words = str(count)
        width = self._shaper.shape(words, ARROW_LABEL).width + 26
        card, theme = sheet.rect(rect), self._inks.theme
        spot = QRectF(card.center().x() - width / 2, card.bottom() - 3, width, _HEIGHT)
        self._marks.pill(sheet.painter, spot, colour=theme.ink1, radius=_HEIGHT / 2)
        at = QPointF(spot.left() + 6, spot.top() + 5)
        self._marks.icon(sheet, "chevron-right", at=at, px=10, colour=theme.canvas)
        at = QPointF(spot.left() + 18, spot.top())
        self._marks.text(sheet.painter, words, style=ARROW_LABEL, at=at, colour=theme.canvas)

    def paint_gap(self, sheet: Sheet, rect: Rect) -> None:
        """Say under a card that no reason is given for it."""
        card, ink = sheet.rect(rect), self._inks.theme.ink3
        at = QPointF(card.left() + 14, card.bottom() + 8)
        self._marks.icon(sheet, "circle-dashed", at=at, px=12, colour=ink)
        at = QPointF(at.x() + 16, at.y() - 2)
        self._marks.text(sheet.painter, "no reason given", style=META, at=at, colour=ink)
