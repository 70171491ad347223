"""Makes steps of what was typed, for fields that belong to no page of the inspector."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from argmap.editor.editor import Editor
from argmap.model.rules import Violation
from argmap.ui.parts.step import Step


class Taking(QObject):
    """Takes steps on the open map."""

    refused = Signal(str)
    """Why what was typed cannot be kept."""
    given_up = Signal()
    """What was typed was taken back; redo brings it again."""

    def __init__(self, editor: Callable[[], Editor], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def take(self, step: Step) -> bool:
        """Make a step; whether that was possible."""
        try:
            self._editor().edit(step.label, step.edit, gesture=object())
        except Violation as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def give_up(self, step: Step) -> bool:
        """Make a step and undo it, so that redo can bring it back; whether that was possible."""
        editor = self._editor()
        last = editor.history.last
        if not self.take(step):
            return False
        if editor.history.last is not last:  # it may have changed nothing
            editor.undo()
            self.given_up.emit()
        return True
