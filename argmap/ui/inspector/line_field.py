"""A one-line field that commits once, when it is left or Return is pressed; Esc restores."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from argmap.ui.fonts import font
from argmap.ui.parts.focus import comes_back
from argmap.ui.parts.step import Step, StepOf, Take, no_step, refuse


class LineField(QLineEdit):
    """Short plain text."""

    typed = Signal()
    """The text is another one."""
    left = Signal()
    """The focus has gone, or Esc or Return was pressed; what was typed is kept or given up."""

    def __init__(self, *, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._given = ""
        self._step_of: StepOf = no_step
        self._take: Take = refuse
        self._give_up: Take = refuse
        self.setFont(font(13))
        self.setProperty("look", "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self.leave)
        self.textChanged.connect(self._on_text)

    def bind(self, step_of: StepOf, take: Take, *, give_up: Take) -> None:
        """What the text does when it is left, and who takes that; or makes it and undoes it, after Esc."""
        self._step_of, self._take, self._give_up = step_of, take, give_up

    @property
    def step(self) -> Step | None:
        """What leaving the field now would do; None where that is nothing."""
        return self._step_of(self.text()) if self.is_changed else None

    def _on_text(self) -> None:
        self.typed.emit()

    @property
    def is_changed(self) -> bool:
        """Whether something has been typed that is not committed."""
        return self.text() != self._given

    def set_given(self, text: str) -> None:
        """Show a text that is now the committed one; what is being typed is left alone."""
        is_typing = self.hasFocus() and self.is_changed
        self._given = text
        if not is_typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def finish(self) -> bool:
        """Commit what has been typed, if anything has; whether nothing is left that could not be."""
        if self.is_changed:
            step, text = self.step, self.text()
            if step is not None and not self._take(step):
                return False
            self._given = text
        return True

    def leave(self) -> bool:
        """Commit what has been typed, and say that the field is left; whether that was possible."""
        is_kept = self.finish()
        if is_kept:
            self.left.emit()
        return is_kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc throws away what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            step = self.step
            if step is not None:
                self._give_up(step)
            self.setText(self._given)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless only a menu or another window has come up."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.leave()
