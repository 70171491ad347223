"""Verbs for notes: annotating claims, relations and passages."""

from __future__ import annotations

from argmap.model.ids import RecordId
from argmap.model.records import Note, NoteKind
from argmap.model.text import normalized
from argmap.model.transaction import Transaction


def add_note(
    transaction: Transaction,
    element: RecordId,
    body: str,
    *,
    kind: NoteKind = NoteKind.NOTE,
    author: RecordId | None = None,
    time: str = "",
) -> RecordId:
    """Annotate a claim, a relation or an excerpt; the note's id. `time` is ISO 8601 in UTC."""
    key = transaction.ids("n")
    transaction.put(Note(id=key, element=element, kind=kind, body=normalized(body), author=author, time=time))
    return key


def edit_note(transaction: Transaction, note: RecordId, body: str) -> None:
    """Write a note anew; one left without words is removed."""
    if body.strip():
        transaction.update(Note, note, body=normalized(body))
    else:
        transaction.remove(note)


def resolve(transaction: Transaction, note: RecordId, resolved: bool) -> None:
    """Mark a note as dealt with, or open it again."""
    transaction.update(Note, note, resolved=resolved)


def remove_note(transaction: Transaction, note: RecordId) -> None:
    """Remove a note."""
    transaction.get(Note, note)
    transaction.remove(note)
