"""A one-line field that commits once, when it is left or Return is pressed; Esc restores."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from argmap.ui.fonts import font
from argmap.ui.parts.binding import Binding
from argmap.ui.parts.focus import comes_back


class LineField(QLineEdit):
    """Short plain text."""

    def __init__(self, *, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.binding = Binding(self, self.text)
        self.setFont(font(13))
        self.setProperty("look", "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self.binding.leave)
        self.textChanged.connect(self._on_text)

    def _on_text(self) -> None:
        self.binding.typed.emit()

    def set_given(self, text: str) -> None:
        """Show a text that is now the committed one; what is being typed is left alone."""
        is_typing = self.hasFocus() and self.binding.is_changed
        self.binding.settle(text)
        if is_typing:
            return
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.binding.note_shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc throws away what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.binding.give_up()
            self.setText(self.binding.given)
            self.binding.note_shown()
            self.binding.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless only a menu or another window has come up."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.binding.leave()
