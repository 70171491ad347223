"""Editing the author's text in its panel: what is typed becomes changes of the source, in one step.

Qt says which stretch of its document was replaced, in UTF-16 units; the draft keeps the text and its changes
in code points. What a commit would do is asked now and again by whoever keeps the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from argmap.editor import labels
from argmap.edits.sources import edit_body
from argmap.model.records import Source
from argmap.source.draft import Draft
from argmap.source.mapping import Shift, TextChange
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.parts.document_words import words_at
from argmap.ui.parts.step import Step
from argmap.ui.parts.writer import Writer
from argmap.ui.source.source_text import SourceText, no_key

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class TextEditing(QObject):
    """Lets one text be typed into. Leaving it commits; Ctrl+Return commits and ends; Esc takes back."""

    begun = Signal()
    ended = Signal()
    """The text is only to be read again."""
    reshaped = Signal()
    """There are more or fewer paragraphs than before, or one has become empty or filled."""

    def __init__(self, text: SourceText, writer: Writer) -> None:
        super().__init__(text)
        self._text = text
        self._writer = writer
        self._draft: Draft | None = None
        self.offsets = Utf16Offsets("")
        """Positions in the text as it reads now."""
        self._blocks = 0
        text.left.connect(self._on_left)

    @property
    def is_on(self) -> bool:
        """Whether the text can be typed into."""
        return self._draft is not None

    @property
    def source(self) -> Source | None:
        """The text as it reads now; None while it is only read."""
        return self._draft.source if self._draft else None

    @property
    def step(self) -> Step | None:
        """What leaving the text now would do; None where that is nothing."""
        draft = self._draft
        if draft is None or not draft.changes:
            return None
        return Step(labels.EDIT_TEXT, partial(edit_body, source=draft.key, changes=draft.changes))

    def begin(self, source: Source) -> None:
        """Let the text be typed into."""
        self._text.set_editable(True)
        self.rebase(source)
        self._text.document().contentsChange.connect(self._on_change)
        self._text.take_key = self._press
        self._text.setFocus()
        self.begun.emit()

    def rebase(self, source: Source) -> None:
        """What is shown is now this text, as it is in the map."""
        self._draft = Draft(source)
        self.offsets = Utf16Offsets(source.body)
        self._blocks = self._text.document().blockCount()

    def finish(self) -> bool:
        """Commit what has been typed and go on; whether nothing is left that could not be."""
        step = self._checked_step()
        return step is None or self._writer.take(step)

    def end(self) -> bool:
        """Commit what has been typed and let the text only be read; whether that was possible."""
        if self._draft is None:
            return True
        if not self.finish():
            return False
        self.drop()
        return True

    def take_back(self) -> None:
        """Let the text be as it was before; redo can bring back what was typed, where it could be kept."""
        step = self._checked_step()
        if step is not None:
            self._writer.give_up(step)
        self.drop()

    def drop(self) -> None:
        """Let the text only be read, as when another one is about to be shown."""
        if self._draft is not None:
            self._text.document().contentsChange.disconnect(self._on_change)
            self._draft = None
            self._text.take_key = no_key
            self._text.set_editable(False)
            self.ended.emit()

    def aside(self, change: Callable[[], None]) -> None:
        """Change what is shown without that being taken as typed."""
        document = self._text.document()
        if self._draft is None:
            change()
            return
        document.contentsChange.disconnect(self._on_change)
        try:
            change()
        finally:
            document.contentsChange.connect(self._on_change)

    def _checked_step(self) -> Step | None:
        """The step, certain to lead to what is on screen."""
        if self._draft is not None and self.step is not None:
            self._draft.change_to(self._words(0, self._text.document().characterCount() - 1))
        return self.step

    def _on_change(self, position: int, removed: int, added: int) -> None:
        draft, document = self._draft, self._text.document()
        assert draft is not None
        # Qt counts the end of the document in where a change reaches the last paragraph.
        beyond = max(0, position + added - (document.characterCount() - 1))
        shift = Shift(position, removed - beyond, added - beyond)
        start, end = self.offsets.from_utf16(shift.start), self.offsets.from_utf16(shift.end)
        change = TextChange(start, end - start, self._words(position, position + shift.added))
        if change.removed == len(change.inserted) and draft.source.body[start:end] == change.inserted:
            return  # only its look has changed
        draft.change(change)
        self.offsets = self.offsets.changed(start, change.removed, change.inserted)
        self._text.shift(shift)
        self._note_shape(position)
        self._writer.typed.emit()

    def _note_shape(self, position: int) -> None:
        document = self._text.document()
        blocks = document.blockCount()
        if blocks != self._blocks or document.findBlock(position).length() <= 2:
            self._blocks = blocks
            QTimer.singleShot(0, self._reshape)  # not now: the document is in the middle of its change

    def _reshape(self) -> None:
        if self._draft is not None:
            self.reshaped.emit()

    def _words(self, start: int, end: int) -> str:
        """A stretch of the document as a text keeps it."""
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return words_at(cursor)

    def _on_left(self) -> None:
        QTimer.singleShot(0, self._leave)  # not now: the text has not let go of the focus yet

    def _leave(self) -> None:
        if self._draft is not None and not self._text.hasFocus():
            self.end()

    def _press(self, event: QKeyEvent) -> bool:
        """Take the keys that end it; whether it was one."""
        if event.key() == Qt.Key.Key_Escape:
            self.take_back()
            return True
        if event.key() in _RETURN and event.modifiers() & _CONTROL:
            self.end()
            return True
        if event.key() in _RETURN and event.modifiers() & _SHIFT:
            self._text.textCursor().insertBlock()  # a text knows no breaks but those of paragraphs
            return True
        return False
