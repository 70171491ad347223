"""What the source panel shows while the map has no text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from argmap.ui.fonts import font
from argmap.ui.look import Look

_TITLE = "No text yet"
_WORDS = (
    "The essay behind a map stands here. Each passage that a claim rests on is marked, "
    "and a click on it leads to the claim."
)
_HEIGHT, _WIDEST, _SIDE = 186.0, 300.0, 32.0
_ICON = 24
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WRAPPED = int(_CENTRE) | int(Qt.TextFlag.TextWordWrap)


class EmptySource(QWidget):
    """Says what the panel is for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(f"{_TITLE}. {_WORDS}")

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dashed frame with an icon and the words."""
        wide = min(_WIDEST, self.width() - 2 * _SIDE)
        frame = QRectF((self.width() - wide) / 2, (self.height() - _HEIGHT) / 2, wide, _HEIGHT)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._look.theme.read)
            painter.setPen(QPen(self._look.theme.field, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 10, 10)
            self._paint_words(painter, frame)
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        theme = self._look.theme
        icon = self._look.icons.pixmap("file-text", _ICON, colour=theme.ink2, dpr=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(frame.center().x() - _ICON / 2, frame.top() + 28), icon)
        painter.setPen(theme.ink1)
        painter.setFont(font(13, 600))
        painter.drawText(QRectF(frame.left(), frame.top() + 64, frame.width(), 20), _CENTRE, _TITLE)
        painter.setPen(theme.ink2)
        painter.setFont(font(13))
        words = QRectF(frame.left() + 20, frame.top() + 86, frame.width() - 40, frame.height() - 90)
        painter.drawText(words, _WRAPPED, _WORDS)
