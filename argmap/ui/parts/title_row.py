"""The title row of a dock: 40 px, the title underlined in accent, a hairline below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from argmap.ui.fonts import font
from argmap.ui.look import Look

HEIGHT = 40
_LEFT = 12.0


class TitleRow(QWidget):
    """Shows a panel's title the way a chosen tab looks."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFont(font(13, 600))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        """As high as every title row."""
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, its underline and the hairline."""
        theme, wide = self._look.theme, QFontMetricsF(self.font()).horizontalAdvance(self._title)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.chrome)
            painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme.line)
            painter.setPen(theme.ink1)
            place = QRectF(_LEFT, 0, self.width() - _LEFT, HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._title)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(_LEFT, HEIGHT - 2, wide, 3), 1.5, 1.5)
        finally:
            painter.end()
