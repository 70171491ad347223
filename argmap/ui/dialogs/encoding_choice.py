"""Which of several encodings a text is in: each with how the passages read in it that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from argmap.formats.texts.found_text import FittingEncoding
from argmap.ui.dialogs.encoding_list import EncodingList
from argmap.ui.fonts import font


class EncodingChoice(QDialog):
    """Asks; the likeliest is chosen already. Gone when it is closed."""

    chosen = Signal(str)
    """Python's name of the encoding."""

    def __init__(self, name: str, encodings: Sequence[FittingEncoding], *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("encoding_choice")
        self.setWindowTitle("Encoding")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question = QLabel(f"How does “{name}” read right?")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setFont(font(15, 600))
        question.setWordWrap(True)
        why = QLabel(
            "The file does not say in which encoding it was written. Underlined letters depend on it."
        )
        why.setFont(font(12))
        why.setForegroundRole(why.palette().ColorRole.PlaceholderText)
        why.setWordWrap(True)
        self._list = EncodingList(encodings)
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton("Add", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        for button in buttons.buttons():
            button.setIcon(QIcon())  # the desktop's are made for its own colours
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (question, why, self._list, buttons):
            column.addWidget(part)

    def accept(self) -> None:
        """Tell what was chosen."""
        name = self._list.chosen()
        if name:
            self.chosen.emit(name)
        super().accept()
