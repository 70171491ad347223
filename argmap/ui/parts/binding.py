"""What ties the words in a text field to the map: which of them are committed, and what leaving them does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from argmap.ui.parts.step import Step, StepOf, Take, no_step, refuse


class Binding(QObject):
    """Belongs to one field, and is the same for every kind of field."""

    typed = Signal()
    """The text is another one."""
    committed = Signal()
    """What was typed is kept: the field was left, or told to finish."""
    left = Signal()
    """The field was left, after `committed` where there was a change; or what was typed was given up."""

    def __init__(self, field: QObject, words: Callable[[], str]) -> None:
        """`words` says what stands in the field."""
        super().__init__(field)
        self.given = ""
        """The words that are committed."""
        self._shown = ""
        """How the field shows them: it may not be able to hold every sign."""
        self._words = words
        self._step_of: StepOf = no_step
        self._take: Take = refuse
        self._give_up: Take = refuse

    def bind(self, step_of: StepOf, take: Take, *, give_up: Take) -> None:
        """What the text does when it is left, and who takes that; or makes it and undoes it, after Esc."""
        self._step_of, self._take, self._give_up = step_of, take, give_up

    def settle(self, words: str) -> None:
        """These words are committed now, whatever stands in the field."""
        self.given = self._shown = words

    def note_shown(self) -> None:
        """The field has just been filled with what is committed."""
        self._shown = self._words()

    @property
    def is_changed(self) -> bool:
        """Whether something has been typed that is not committed."""
        return self._words() != self._shown

    @property
    def step(self) -> Step | None:
        """What leaving the field now would do; None where that is nothing."""
        return self._step_of(self._words()) if self.is_changed else None

    def finish(self) -> bool:
        """Commit what has been typed, if anything has; whether nothing is left that could not be."""
        if self.is_changed:
            step, words = self.step, self._words()
            if step is not None and not self._take(step):
                return False
            self.settle(words)
            self.committed.emit()
        return True

    def leave(self) -> bool:
        """Commit what has been typed, and say that the field is left; whether that was possible."""
        is_kept = self.finish()
        if is_kept:
            self.left.emit()
        return is_kept

    def give_up(self) -> None:
        """Let redo bring back what has been typed; the field itself goes back to what is given."""
        step = self.step
        if step is not None:
            self._give_up(step)
