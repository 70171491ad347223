"""Which paragraphs a voice writes."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Source, VoiceTurn
from argmap.source.numbering import Numbering
from argmap.source.turns import Paragraphs, paragraphs_by
from tests.builders import ids, sample

BODY = "Heading\nOne.\nTwo.\nThree.\n"
ADA, BOB = ids("ada", "bob")


def text(**turns: int) -> Source:
    """A text in which voices begin to write at offsets."""
    voices = tuple(VoiceTurn(start=start, participant=RecordId(key)) for key, start in turns.items())
    return Source(id=RecordId("s"), title="T", body=BODY, voices=voices)


def written_by(source: Source, voice: RecordId) -> Paragraphs | None:
    return paragraphs_by(source, voice, numbering=Numbering(source.body))


def test_a_voice_writes_until_the_next_one_does() -> None:
    written = text(ada=BODY.index("One"), bob=BODY.index("Three"))
    assert written_by(written, ADA) == (1, 2)
    assert written_by(written, BOB) == (3, 3)


def test_turns_need_not_stand_in_order() -> None:
    written = text(bob=BODY.index("Two"), ada=BODY.index("One"))
    assert written_by(written, ADA) == (1, 1)
    assert written_by(written, BOB) == (2, 3)


def test_blank_lines_are_nobodys() -> None:
    body = BODY.replace("\n", "\n\n")
    turns = {"ada": body.index("One"), "bob": body.index("Three")}
    spaced = replace(text(**turns), body=body)
    assert [written_by(spaced, voice) for voice in (ADA, BOB)] == [(1, 2), (3, 3)]


def test_a_text_without_turns_is_written_by_nobody() -> None:
    assert written_by(text(), ADA) is None


def test_who_wrote_the_sample() -> None:
    (source,) = sample().sources.values()
    assert written_by(source, RecordId("A1")) == (1, 3)
    assert written_by(source, RecordId("A2")) == (4, 7)
    assert written_by(source, RecordId("PO")) is None
