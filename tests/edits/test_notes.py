"""Annotating claims, relations and passages."""

from __future__ import annotations

import pytest

from argmap.edits.notes import add_note, edit_note, remove_note, resolve
from argmap.model.ids import RecordId
from argmap.model.records import Note, NoteKind
from tests.builders import editor_of, furnished
from tests.oracles import check_edit, check_refusal

NOTE = RecordId("said-of-reason")


@pytest.mark.parametrize("element", ["reason", "reason->thesis", "on-reason"])
def test_a_claim_a_relation_and_a_passage_are_annotated(element: str) -> None:
    editor = editor_of(furnished(), start=1)
    check_edit(
        editor,
        lambda t: add_note(
            t,
            RecordId(element),
            "**Check** this",
            kind=NoteKind.FACT_CHECK,
            author=RecordId("ada"),
            time="2026-01-02T03:04:05Z",
        ),
    )
    assert editor.map.notes_of(RecordId(element))[-1] == Note(
        id=RecordId("n1"),
        element=RecordId(element),
        kind=NoteKind.FACT_CHECK,
        body="**Check** this",
        author=RecordId("ada"),
        time="2026-01-02T03:04:05Z",
    )


@pytest.mark.parametrize("element", ["said-of-reason", "text", "gone"])
def test_nothing_else_is_annotated(element: str) -> None:
    fault = check_refusal(editor_of(furnished()), lambda t: add_note(t, RecordId(element), "?"))
    assert f"belongs to {element}, which is not there" in fault


def test_a_note_is_written_anew_and_goes_when_left_without_words() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: edit_note(t, NOTE, "Anew"))
    assert editor.map.notes[NOTE].body == "Anew"
    delta = check_edit(editor, lambda t: edit_note(t, NOTE, " \n "))
    assert set(delta) == {NOTE}
    assert NOTE not in editor.map


def test_a_note_is_resolved_and_opened_again() -> None:
    editor = editor_of(furnished())
    before = editor.map
    check_edit(editor, lambda t: resolve(t, NOTE, True))
    assert editor.map.notes[NOTE].resolved
    check_edit(editor, lambda t: resolve(t, NOTE, False))
    assert editor.map == before


def test_a_note_is_removed_and_nothing_else() -> None:
    editor = editor_of(furnished())
    assert set(check_edit(editor, lambda t: remove_note(t, NOTE))) == {NOTE}
    assert check_refusal(editor, lambda t: remove_note(t, NOTE)) == f"There is no note {NOTE} any more."
    assert check_refusal(editor, lambda t: remove_note(t, RecordId("reason")))
