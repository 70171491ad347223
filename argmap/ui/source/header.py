"""The head of the source panel: which text it is, and how much of it is mapped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.ui.fonts import font
from argmap.ui.look import Look

_HEIGHT = 62
_LEFT = 16
_LINE = Qt.AlignmentFlag.AlignVCenter


class SourceHeader(QWidget):
    """Title and numbers; a list to choose from where the map has several texts."""

    source_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = self._numbers = ""
        self._choice = QComboBox()
        self._choice.setFont(font(13, 600))
        self._choice.setAccessibleName("Text")
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 30)
        row.addWidget(self._choice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choice.hide()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, look.theme.ink1)
        palette.setColor(QPalette.ColorRole.Button, look.theme.panel)
        self._choice.setPalette(palette)
        self.update()

    def show_sources(self, sources: Sequence[Source], chosen: Source, numbers: str) -> None:
        """Show one text's title and numbers; `sources` are all there are to choose from."""
        self._title, self._numbers = chosen.title or "Untitled text", numbers
        self.setAccessibleName(f"{self._title}: {numbers}")
        self._choice.setVisible(len(sources) > 1)
        self._choice.clear()
        for source in sources:
            self._choice.addItem(source.title or "Untitled text", source.id)
        self._choice.setCurrentIndex(self._choice.findData(chosen.id))
        self.update()

    def _choose(self, index: int) -> None:
        self.source_chosen.emit(RecordId(self._choice.itemData(index)))

    def sizeHint(self) -> QSize:
        """High enough for two lines."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two lines and the hairline."""
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.chrome)
            painter.fillRect(0, _HEIGHT - 1, self.width(), 1, theme.line)
            if self._choice.isHidden():
                self._draw_line(painter, self._title, y=11, size=14, weight=600)
            self._draw_line(painter, self._numbers, y=32, size=12, weight=400)
        finally:
            painter.end()

    def _draw_line(self, painter: QPainter, words: str, *, y: int, size: int, weight: int) -> None:
        made = font(size, weight)
        wide = self.width() - 2 * _LEFT
        painter.setFont(made)
        painter.setPen(self._look.theme.ink1 if weight == 600 else self._look.theme.ink2)
        shown = QFontMetrics(made).elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(_LEFT, y, wide, 20), _LINE, shown)
