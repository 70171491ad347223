"""The head of the source panel: which text it is, how much of it is mapped, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from argmap.editor.words import title_of
from argmap.model.records import Source
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import IconButton
from argmap.ui.parts.dressing import dress
from argmap.ui.source.text_choice import PAD, TextChoice

_HEIGHT = 62
_LEFT, _TOP, _RIGHT = 16, 7, 10
_TOOL = 26
_LINE = Qt.AlignmentFlag.AlignVCenter
_ABOUT, _EDIT = "About this text", "Edit text"


class SourceHeader(QWidget):
    """Title and numbers; the title opens a list where the map has several texts. Tools stand at its right."""

    source_chosen = Signal(str)
    """The id of another text."""
    command = Signal(str)
    """The id of a command that a tool stands for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._numbers = ""
        self._has_rule = True
        self.choice = TextChoice(look)
        self.choice.chosen.connect(self.source_chosen)
        self.edit = IconButton("pencil", f"{_EDIT} (Ctrl+Shift+E)", look=look, side=_TOOL, px=15)
        self.edit.clicked.connect(self._begin_editing)
        self.about = IconButton("info", _ABOUT, look=look, side=_TOOL, px=16)
        self.about.setCheckable(True)
        self.about.clicked.connect(self._describe)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        self.tools.addWidget(self.edit)
        self.tools.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT - PAD, _TOP, _RIGHT, _HEIGHT - _TOP - _TOOL)
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addLayout(self.tools)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        dress(look, self.choice, self.edit, self.about)
        self.update()

    def show_sources(self, sources: Sequence[Source], chosen: Source, numbers: str) -> None:
        """Show one text's title and numbers; `sources` are all there are to choose from."""
        self._numbers = numbers
        self.setAccessibleName(f"{title_of(chosen)}: {numbers}")
        self.choice.show_sources(sources, chosen)
        self.update()

    def set_described(self, is_described: bool) -> None:
        """Show whether the details are open below."""
        self.about.setChecked(is_described)
        self._has_rule = not is_described
        self.update()

    def _begin_editing(self) -> None:
        self.command.emit("source.edit")

    def _describe(self) -> None:
        self.about.setChecked(not self.about.isChecked())  # the command says what is on
        self.command.emit("source.describe")

    def sizeHint(self) -> QSize:
        """High enough for two lines."""
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers, and the hairline that the details would move down."""
        theme = self._look.theme
        made = font(12)
        wide = self.width() - 2 * _LEFT
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.chrome)
            if self._has_rule:
                painter.fillRect(0, _HEIGHT - 1, self.width(), 1, theme.line)
            painter.setFont(made)
            painter.setPen(theme.ink2)
            shown = QFontMetrics(made).elidedText(self._numbers, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(_LEFT, 32, wide, 20), _LINE, shown)
        finally:
            painter.end()
