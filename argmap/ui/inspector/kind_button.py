"""A relation's kind as a small picture that can be clicked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from argmap.model.roles import ArrowKind
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.relation_glyphs import GLYPH_SIZE, GLYPHS, draw_glyph

_HEIGHT = 18


class KindButton(PaintedButton):
    """Shows the kind of a relation."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=4)
        self._kind = ArrowKind.SUPPORT
        self.setFixedSize(GLYPH_SIZE.width(), _HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_kind(self, kind: ArrowKind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def paint_face(self, painter: QPainter) -> None:
        """Draw the picture."""
        corner = QPointF(0, (_HEIGHT - GLYPH_SIZE.height()) / 2)
        draw_glyph(painter, GLYPHS[self._kind], at=corner, theme=self._look.theme)
