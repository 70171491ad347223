"""The paragraphs of a text as a reader sees them."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Participant, Source, VoiceTurn
from argmap.source.lines import lines_of
from tests.builders import ids

ADA, BOB = ids("ada", "bob")


def test_paragraphs_are_numbered_and_know_who_speaks_in_them() -> None:
    turns = (VoiceTurn(start=0, participant=ADA), VoiceTurn(start=12, participant=BOB, inferred=True))
    text = Source(id=RecordId("t"), title="", body="Head\nFirst.\n\nSecond.", voices=turns)
    voices = [Participant(id=key, name=key.title(), monogram="X") for key in (ADA, BOB)]
    found = lines_of(ArgumentMap([text, *voices]), text)
    assert [(line.block, line.number) for line in found] == [
        (0, 0),
        (1, 1),
        (2, None),
        (3, 2),
    ]
    assert [line.voice and line.voice.name for line in found] == ["Ada", "Ada", None, "Bob"]
    assert [(line.heading is not None, line.is_change) for line in found][0::3] == [
        (True, False),
        (True, True),
    ]


def test_a_voice_begins_to_speak_at_words_and_not_in_a_blank_line() -> None:
    turn = VoiceTurn(start=5, participant=ADA)
    text = Source(id=RecordId("t"), title="", body="Head\n \nFirst.", voices=(turn,))
    found = lines_of(ArgumentMap([text, Participant(id=ADA, name="Ada", monogram="A")]), text)
    assert [(line.heading, line.voice and line.voice.name) for line in found] == [
        (None, None),
        (None, None),
        (turn, "Ada"),
    ]
