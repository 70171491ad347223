"""The voices of the argument."""

from __future__ import annotations

import pytest

from argmap.edits.participants import (
    add_participant,
    analyst_of,
    ensure_analyst,
    monogram_of,
    remove_participant,
    rename_participant,
)
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Participant, Standing
from tests.builders import editor_of, furnished, with_fields
from tests.oracles import check_edit, check_refusal

ADA, BOB = RecordId("ada"), RecordId("bob")


def test_each_new_voice_has_its_own_colour_and_initials() -> None:
    editor = editor_of(ArgumentMap(), start=1)
    check_edit(editor, lambda t: add_participant(t, "Ada Lovelace"))
    check_edit(
        editor,
        lambda t: add_participant(
            t, "the press", monogram="P", standing=Standing.REPORTED, reported_by=RecordId("p1")
        ),
    )
    assert list(editor.map.participants.values()) == [
        Participant(id=RecordId("p1"), name="Ada Lovelace", monogram="AL", colour=0),
        Participant(
            id=RecordId("p2"),
            name="the press",
            monogram="P",
            colour=1,
            standing=Standing.REPORTED,
            reported_by=RecordId("p1"),
        ),
    ]


@pytest.mark.parametrize(
    ("name", "monogram"),
    [
        ("Ada", "A"),
        ("ada king lovelace", "AK"),
        ("(the) press 2", "P2"),
        ("", "?"),
        ("…", "?"),
        ("Özil", "Ö"),
    ],
)
def test_a_monogram_is_made_of_the_first_two_initials(name: str, monogram: str) -> None:
    assert monogram_of(name) == monogram


def test_a_monogram_follows_the_name_unless_it_was_set_by_hand() -> None:
    editor = editor_of(with_fields(furnished(), "bob", monogram="X"))
    check_edit(editor, lambda t: rename_participant(t, ADA, "Carla Dee"))
    check_edit(editor, lambda t: rename_participant(t, BOB, "Carl"))
    held = editor.map.participants
    assert (held[ADA].name, held[ADA].monogram) == ("Carla Dee", "CD")
    assert (held[BOB].name, held[BOB].monogram) == ("Carl", "X")


def test_a_voice_that_is_removed_leaves_its_claims_notes_and_texts() -> None:
    editor = editor_of(with_fields(furnished(), "reason", participant=ADA))
    before = editor.map
    delta = check_edit(editor, lambda t: remove_participant(t, ADA))
    assert set(delta) == {"ada", "bob", "reason", "text"}
    assert editor.map.claims[RecordId("reason")].participant is None
    assert editor.map.participants[BOB].reported_by is None
    assert editor.map.sources[RecordId("text")].voices == ()
    assert editor.map.sources[RecordId("text")].body == before.sources[RecordId("text")].body
    check_edit(editor, lambda t: remove_participant(t, BOB))
    assert len(editor.map.notes) == len(before.notes)
    assert {note.author for note in editor.map.notes.values()} == {None}
    assert check_refusal(editor, lambda t: remove_participant(t, BOB))


def test_the_analyst_is_added_once() -> None:
    editor = editor_of(furnished(), start=1)
    assert analyst_of(editor.map) is None
    found: list[RecordId] = []
    check_edit(editor, lambda t: found.append(ensure_analyst(t)))
    assert not check_edit(editor, lambda t: found.append(ensure_analyst(t)))
    assert found == ["p1", "p1"]
    assert analyst_of(editor.map) == "p1"
    assert editor.map.participants[RecordId("p1")].standing is Standing.ANALYST
