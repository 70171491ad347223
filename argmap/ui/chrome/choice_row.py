"""One row of the relation popup: a picture, a word, and its key, or why it cannot be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from argmap.editor.tools.effects import WORDS
from argmap.editor.tools.tool import Effect
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import LEFT, draw_icon, draw_key_cap, fill_rounded, pale
from argmap.ui.parts.relation_glyphs import GLYPH_SIZE, Glyph, draw_glyph
from argmap.ui.plain_text import plain_tip

ChoiceName = Effect

_WIDTH = 250
_HEIGHT, _REFUSED_HEIGHT = 36, 48
_PAD = 9.0
_TEXT_LEFT = 44.0
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class RelationChoice:
    """What can be chosen, or could be but for a reason."""

    name: ChoiceName
    refused: str = ""
    """Why it cannot be chosen, as a short sentence without a full stop; empty if it can."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a choice is written: its word, its key, and a glyph or an icon."""

    label: str
    key: Qt.Key
    key_label: str
    picture: Glyph | str


MANNERS: Mapping[ChoiceName, Manner] = {
    "support": Manner(WORDS["support"], Qt.Key.Key_S, "S", Glyph.SUPPORT),
    "attack": Manner(WORDS["attack"], Qt.Key.Key_A, "A", Glyph.ATTACK),
    "undercut": Manner("Undercuts", Qt.Key.Key_U, "U", Glyph.UNDERCUT),
    "link": Manner(WORDS["link"], Qt.Key.Key_G, "G", Glyph.LINK),
    "insert": Manner("Insert between", Qt.Key.Key_I, "I", Glyph.INSERT),
    "reverse": Manner("Reverse", Qt.Key.Key_R, "R", "arrow-left"),
    "delete": Manner("Delete", Qt.Key.Key_Delete, "Del", "trash-2"),
}
"""All choices, in the order they are shown."""


class ChoiceRow(PaintedButton):
    """The row. The pointer moves the focus, as in a menu, and the focus is its highlight."""

    has_ring = False

    def __init__(self, name: ChoiceName, look: Look) -> None:
        super().__init__(look)
        self.name: ChoiceName = name
        self.manner = MANNERS[name]
        self._refused = ""
        self.setText(self.manner.label)
        self.setAccessibleName(self.manner.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_refused("")

    def set_refused(self, reason: str) -> None:
        """Say why it cannot be chosen; empty if it can."""
        self._refused = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.setToolTip(plain_tip(reason) or f"{self.manner.label} ({self.manner.key_label})")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Higher where it says why it is refused."""
        return QSize(_WIDTH, _REFUSED_HEIGHT if self._refused else _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but those that press a button to the popup."""
        if event.key() in _PRESSES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the highlight."""
        if self.isEnabled():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the highlight, the picture, the word, and the key or the reason."""
        theme, middle = self._look.theme, self.height() / 2
        if self.hasFocus():
            fill_rounded(painter, QRectF(self.rect()), fill=theme.accent_soft, radius=self._radius)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        self._paint_picture(painter)
        painter.setOpacity(1.0)
        line = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT - _PAD, self.height())
        painter.setFont(font(13))
        painter.setPen(self._ink())
        if self._refused:
            painter.drawText(line.adjusted(0, 6, 0, -self.height() / 2 + 2), LEFT, self.text())
            self._paint_reason(painter, line.adjusted(0, self.height() / 2 - 1, 0, -5))
        else:
            painter.drawText(line, LEFT, self.text())
            right = self.width() - _PAD
            draw_key_cap(painter, theme, text=self.manner.key_label, right=right, middle=middle)

    def _paint_picture(self, painter: QPainter) -> None:
        theme, middle, picture = self._look.theme, self.height() / 2, self.manner.picture
        if isinstance(picture, Glyph):
            corner = QPointF(_PAD, middle - GLYPH_SIZE.height() / 2)
            draw_glyph(painter, picture, at=corner, theme=theme)
            return
        colour = theme.danger if self.name == "delete" else theme.ink2
        centre = QPointF(_PAD + GLYPH_SIZE.width() / 2, middle)
        draw_icon(painter, self._look, name=picture, centre=centre, px=16, colour=colour)

    def _paint_reason(self, painter: QPainter, line: QRectF) -> None:
        small = font(11)
        painter.setFont(small)
        painter.setPen(self._look.theme.ink3)
        painter.drawText(line, LEFT, QFontMetricsF(small).elidedText(self._refused, _ELIDE, line.width()))

    def _ink(self) -> QColor:
        theme = self._look.theme
        if not self.isEnabled():
            return pale(theme, theme.panel)
        return theme.danger if self.name == "delete" else theme.ink1
