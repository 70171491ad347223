"""Notes, sources and comments of an element: three sections of one make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout

from argmap.editor import labels
from argmap.edits.notes import add_note
from argmap.edits.participants import ensure_analyst
from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Note, NoteKind, Participant
from argmap.model.transaction import Transaction
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.note_row import DraftRow, NoteRow
from argmap.ui.inspector.part import Part, Rows
from argmap.ui.inspector.section import Section
from argmap.ui.inspector.words import NOTE_NAMES
from argmap.ui.parts.step import Step

SECTIONS: Mapping[str, tuple[NoteKind, ...]] = {
    "Notes": (NoteKind.NOTE, NoteKind.QUESTION, NoteKind.FACT_CHECK),
    "Sources": (NoteKind.SOURCE,),
    "Comments": (NoteKind.COMMENT,),
}
"""The sections by title, with the kinds of note in each."""


class NotesSection(Part):
    """The notes of some kinds of one element."""

    reads = frozenset({Note, Participant, Excerpt})

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk)
        self._title = title
        self._kinds = SECTIONS[title]
        self._draft: DraftRow | None = None
        self._draft_kind = self._kinds[0]
        self.section = Section(desk, title, adds=f"Add a {NOTE_NAMES[self._kinds[0]].lower()}")
        self.rows: Rows[RecordId, NoteRow] = Rows(spacing=6 if self._title != "Sources" else 5)
        self.section.body.addLayout(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.section.add_clicked.connect(self._add_clicked)

    @property
    def draft(self) -> DraftRow | None:
        """The note that is being written, if one is."""
        return self._draft

    def notes(self) -> list[Note]:
        """The element's notes of these kinds, and its passages', oldest first."""
        element = self.elements[0]
        homes = [element, *(excerpt.id for excerpt in self.map.excerpts_of(element))]
        found = [note for home in homes for note in self.map.notes_of(home) if note.kind in self._kinds]
        return sorted(found, key=lambda note: (self._kinds.index(note.kind), note.time))

    def refresh(self) -> None:
        """Show the notes."""
        notes = self.notes()
        count = str(len(notes)) if notes else ""
        self.section.show_count(count, is_empty=not notes and self._draft is None)
        self.rows.show_keys([note.id for note in notes], self._make)
        for number, row in enumerate(self.rows.rows.values(), start=1):
            row.refresh(number)

    def _make(self, note: RecordId) -> NoteRow:
        return NoteRow(self.desk, note)

    def _add_clicked(self) -> None:
        if len(self._kinds) == 1:
            self.begin(self._kinds[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in self._kinds:
            menu.addAction(NOTE_NAMES[kind]).setData(kind)
        menu.triggered.connect(self._begin_chosen)
        menu.popup(QCursor.pos())

    def _begin_chosen(self, action: QAction) -> None:
        self.begin(NoteKind(action.data()))

    def begin(self, kind: NoteKind) -> None:
        """Open an empty field for a new note of a kind and put the cursor into it."""
        if not self.desk.may_edit():
            return
        if self._draft is not None and not self._draft.field.binding.leave():
            return
        self._draft_kind = kind
        self._draft = DraftRow(kind)
        self.desk.bind(self._draft.field, self._written)
        self._draft.left.connect(self._end_draft)
        self.section.body.addWidget(self._draft)
        self._draft.show()
        self.section.unfold()
        self.refresh()
        self._draft.take_focus()

    def _written(self, body: str) -> Step | None:
        if not body.strip():
            return None
        edit = partial(
            _add_note, element=self.elements[0], body=body, kind=self._draft_kind, time=self.desk.clock()
        )
        return Step(labels.note_step("Add", NOTE_NAMES[self._draft_kind]), edit)

    def _end_draft(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.field.hasFocus():
            self.section.head.setFocus()  # else it would go to whatever comes next in the window
        self.section.body.removeWidget(draft)
        draft.hide()
        draft.deleteLater()
        if self.elements and self.elements[0] in self.map:
            self.refresh()


def _add_note(transaction: Transaction, element: RecordId, body: str, *, kind: NoteKind, time: str) -> None:
    author = ensure_analyst(transaction)
    add_note(transaction, element, body, kind=kind, author=author, time=time)
