"""The one way in which a panel's fields and buttons write into the open map."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

from argmap.editor.editor import Editor
from argmap.editor.history import Gesture
from argmap.model.argument_map import ArgumentMap
from argmap.model.rules import Violation
from argmap.model.transaction import Edit
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step, StepOf
from argmap.ui.parts.typed_text import TypedText


class Writer(QObject):
    """Shared by all parts of one panel."""

    typed = Signal()
    """Something has been typed into a field that is bound, and is not committed yet."""
    given_up = Signal()
    """What was typed has not been kept; redo brings it back."""
    warned = Signal(str)
    """One sentence that must not be overlooked."""
    problem = Signal(str)
    """One sentence on why an edit was refused."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self.is_hearing = False
        """Whether an update is being told: nothing may be committed until it is over."""
        self._waiting: list[tuple[Editor, str, Edit]] = []

    @property
    def map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.editor.map

    @contextmanager
    def hearing(self) -> Iterator[None]:
        """While an update is told: what has to be committed then waits for its end."""
        was_hearing, self.is_hearing = self.is_hearing, True
        try:
            yield
        finally:
            self.is_hearing = was_hearing

    def commit(self, label: str, edit: Edit, *, gesture: Gesture | None = None) -> bool:
        """Run a verb as one undo step; whether it went through, or waits for the present update to end."""
        if self.is_hearing:
            self._waiting.append((self.editor, label, edit))
            QTimer.singleShot(0, self._run_waiting)
            return True
        try:
            self.editor.edit(label, edit, gesture=gesture)
        except Violation as fault:
            self.problem.emit(str(fault))
            return False
        return True

    def bind(self, field: TypedText | LineField, step_of: StepOf) -> None:
        """Have what is typed into a field become a step when it is left."""
        field.binding.bind(step_of, self.take, give_up=self.give_up)
        field.binding.typed.connect(self.typed)
        if isinstance(field, TypedText):
            field.overfull.connect(self.warned)

    def take(self, step: Step) -> bool:
        """Make a step."""
        return self.commit(step.label, step.edit)

    def give_up(self, step: Step) -> bool:
        """Make a step and undo it, so that redo can bring it back; whether that was possible."""
        last = self.editor.history.last
        if not self.take(step):
            return False
        if self.editor.history.last is not last:  # it may have changed nothing
            self.editor.undo()
            self.given_up.emit()
        return True

    def may_edit(self) -> bool:
        """Whether the map may be changed; where not, that is told."""
        if self.editor.refusal:
            self.problem.emit(self.editor.refusal)
        return not self.editor.refusal

    def _run_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for editor, label, edit in waiting:
            try:
                editor.edit(label, edit)
            except Violation:
                continue  # the draft's element went with the update that closed its field
