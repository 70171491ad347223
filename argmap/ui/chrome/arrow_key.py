"""The floating key at the upper right of the canvas: which arrow says what."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from argmap.ui.chrome.floating import FloatingCard
from argmap.ui.chrome.icon_text import IconText, Tone
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.parts.relation_glyphs import GLYPH_SIZE, Glyph, draw_glyph

_WORDS = (
    (Glyph.SUPPORT, "supports", 20),
    (Glyph.ATTACK, "attacks", 19),
    (Glyph.UNDERCUT, "undercuts", 22),
    (Glyph.LINK, "linked", 22),
    (Glyph.IMPLICIT, "implicit", 22),
)
"""What is pictured, the word for it, and how wide the picture is."""
_HEIGHT = 30


class ArrowKey(FloatingCard):
    """The key, one line of pictures and words."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=7, has_shadow=False, parent=parent)
        words = ", ".join(word for _, word, _ in _WORDS)
        self.setAccessibleName(f"Arrows: {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 9, 0)
        row.setSpacing(0)
        for place, (glyph, word, width) in enumerate(_WORDS):
            if place:
                row.addSpacing(14)
            text = IconText(look, type_=font(12))
            text.set_content(word, tone=Tone.QUIET)
            row.addWidget(_GlyphPicture(glyph, look, width=width))
            row.addSpacing(7)
            row.addWidget(text)
        edge = self.contentsMargins()
        self.setFixedHeight(_HEIGHT - 2 + edge.top() + edge.bottom())
        self.adjustSize()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        dress(look, *self.findChildren(IconText), *self.findChildren(_GlyphPicture))


class _GlyphPicture(QWidget):
    """Shows one picture."""

    def __init__(self, glyph: Glyph, look: Look, *, width: int) -> None:
        super().__init__()
        self._glyph, self._look = glyph, look
        self.setFixedSize(width, GLYPH_SIZE.height())

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_glyph(painter, self._glyph, at=QPointF(0, 0), theme=self._look.theme)
        finally:
            painter.end()
