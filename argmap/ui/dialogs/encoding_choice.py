"""Which of several encodings a text is in: each with how the text reads in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.formats.texts.found_text import FittingEncoding
from argmap.ui.fonts import font

_WIDTH, _LIST_HEIGHT = 520, 240


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
        self._list = QListWidget()
        self._list.setObjectName("encodings")
        self._list.setAccessibleName("Encodings, the likeliest first")
        self._list.setFixedSize(_WIDTH, _LIST_HEIGHT)
        self._list.setWordWrap(True)
        for encoding in encodings:
            item = QListWidgetItem(f"{encoding.title}\n{encoding.preview}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, encoding.name)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton("Add", QDialogButtonBox.ButtonRole.AcceptRole)
        for button in buttons.buttons():
            button.setIcon(QIcon())  # the desktop's are made for its own colours
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (question, self._list, buttons):
            column.addWidget(part)

    def accept(self) -> None:
        """Tell what was chosen."""
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        super().accept()
