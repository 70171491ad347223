"""Looks at what is being typed and not committed yet, so that a crash need not cost it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from argmap.editor.editor import Editor
from argmap.model.delta import EMPTY_DELTA
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction
from argmap.ui.parts.step import Step

PAUSE, LONGEST_PAUSE = 300, 10_000
"""Milliseconds between two looks while keys are pressed: the more a look costs, the longer.

What is older than two seconds comes back after a crash wherever a look takes less than 0.15 s; nearly all do.
"""
_SHARE = 10
"""A look may take one in so many milliseconds, that a long text is no burden to type in."""


class TypingWatch(QObject):
    """Looks at once after the first key, and then now and again."""

    looked = Signal(object)
    """The `Delta` that committing all that is typed would make; an empty one where nothing is."""

    def __init__(
        self, editor: Callable[[], Editor], steps: Callable[[], Iterable[Step]], parent: QObject
    ) -> None:
        """`steps` says what leaving the fields as they are now would commit."""
        super().__init__(parent)
        self._editor = editor
        self._steps = steps
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def note_key(self) -> None:
        """Something has been typed, or what was typed has been committed or given up."""
        self._is_due = True
        if not self._timer.isActive():
            self._timer.start(0)  # not now: the map may be telling of a change

    def _on_time(self) -> None:
        if self._is_due:
            self._is_due = False
            clock = QElapsedTimer()
            clock.start()
            self.look()
            self._timer.start(min(LONGEST_PAUSE, max(PAUSE, _SHARE * clock.elapsed())))

    def stop(self) -> None:
        """Look no more."""
        self._is_due = False
        self._timer.stop()

    def look(self) -> None:
        """Look now. What the rules refuse is left out: committing it will say what is wrong."""
        editor, typed = self._editor(), EMPTY_DELTA
        for step in self._steps():
            transaction = Transaction(editor.map.apply(typed), editor.ids)
            with suppress(Violation):
                step.edit(transaction)
                typed = typed.then(transaction.finish())
        self.looked.emit(typed)
