"""The upper part of the source panel: the head, and below it the details of the text while they are open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from argmap.editor.editor import Editor
from argmap.model.records import Source
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.source.details import SourceDetails
from argmap.ui.source.header import SourceHeader


class SourceHead(QWidget):
    """Shows one text's title, numbers and details."""

    source_chosen = Signal(str)
    """The id of another text."""
    command = Signal(str)
    """The id of a command that a tool stands for."""

    def __init__(self, editor: Editor, look: Look) -> None:
        super().__init__()
        self.header = SourceHeader(look)
        self.details = SourceDetails(editor, look)
        self.details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.details)
        self.header.source_chosen.connect(self.source_chosen)
        self.header.command.connect(self.command)

    @property
    def is_described(self) -> bool:
        """Whether the details of a text are open."""
        return not self.isHidden() and not self.details.isHidden()

    def describe(self, shown: bool) -> bool:
        """Open the details, ready to be typed into, or close them; whether the focus has lost its place."""
        had_focus = self.details.isAncestorOf(QApplication.focusWidget() or self)
        self.header.set_described(shown)
        self.details.setVisible(shown)
        if shown:
            self.details.begin()
        return had_focus and not shown

    def set_look(self, look: Look) -> None:
        """Draw in another look from now on."""
        dress(look, self.header, self.details)

    def show_sources(self, sources: Sequence[Source], chosen: Source, numbers: str) -> None:
        """Show one text; `sources` are all there are to choose from."""
        self.header.show_sources(sources, chosen, numbers)
        self.details.show_source(chosen)
