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
    assert [(line.block, line.is_numbered) for line in found] == [
        (0, False),
        (1, True),
        (2, False),
        (3, True),
    ]
    assert [line.voice and line.voice.name for line in found] == ["Ada", "Ada", None, "Bob"]
    assert [(line.heading is not None, line.is_change) for line in found][0::3] == [
        (True, False),
        (True, True),
    ]
