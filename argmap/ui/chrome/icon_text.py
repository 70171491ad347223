"""One line of text with an icon before it, cut short with … where there is no room; and a thin rule."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from argmap.ui.look import Look
from argmap.ui.parts.drawing import LEFT, draw_icon
from argmap.ui.plain_text import plain_tip
from argmap.ui.theme import Theme

_SHORTEST = 40


class Tone(StrEnum):
    """What a text's colour says; the values are the theme's names."""

    INK = "ink1"
    QUIET = "ink2"
    QUIETEST = "ink3"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"

    def colour(self, theme: Theme) -> QColor:
        """The colour in a theme."""
        colour: QColor = getattr(theme, self.value)
        return colour


class IconText(QWidget):
    """Shows an icon and a text."""

    def __init__(
        self, look: Look, *, type_: QFont, px: int = 14, gap: int = 5, parent: QWidget | None = None
    ) -> None:
        """Write in a font, with icons of `px` pixels, `gap` before the text."""
        super().__init__(parent)
        self._look, self._px, self._gap = look, px, gap
        self._text, self._icon = "", ""
        self._tone = self._icon_tone = Tone.INK
        self.setFont(type_)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def set_content(
        self, text: str, *, tone: Tone = Tone.INK, icon: str = "", icon_tone: Tone | None = None
    ) -> None:
        """Show a text and an icon; without `icon_tone` both have one colour."""
        self._text, self._icon = text, icon
        self._tone, self._icon_tone = tone, icon_tone or tone
        self.setAccessibleName(text)
        self._show_whole_when_cut()
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def shown_text(self) -> str:
        """The text as far as there is room."""
        room = self.width() - self._indent
        metrics = QFontMetricsF(self.font())
        return metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._text)
        return QSize(ceil(wide) + self._indent, max(self._px, self.font().pixelSize() + 6))

    def minimumSizeHint(self) -> QSize:
        """Room for the icon and a few letters."""
        return QSize(min(self.sizeHint().width(), _SHORTEST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip once it is cut short."""
        self._show_whole_when_cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the text."""
        painter = QPainter(self)
        try:
            if self._icon:
                colour = self._icon_tone.colour(self._look.theme)
                centre = QPointF(self._px / 2, self.height() / 2)
                draw_icon(painter, self._look, name=self._icon, centre=centre, px=self._px, colour=colour)
            painter.setPen(self._tone.colour(self._look.theme))
            indent = self._indent
            painter.drawText(QRectF(indent, 0, self.width(), self.height()), LEFT, self.shown_text)
        finally:
            painter.end()

    @property
    def _indent(self) -> int:
        return self._px + self._gap if self._icon else 0

    def _show_whole_when_cut(self) -> None:
        self.setToolTip(plain_tip(self._text) if self.shown_text != self._text else "")


class Rule(QWidget):
    """A thin line between groups of buttons, or across a card."""

    def __init__(self, look: Look, *, width: int = 0, height: int = 1) -> None:
        """Draw a line of this size; a width of 0 takes all there is."""
        super().__init__()
        self._look = look
        self._lies = width == 0
        self.setFixedHeight(height)
        if width:
            self.setFixedWidth(width)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.line if self._lies else theme.line2)
        finally:
            painter.end()
