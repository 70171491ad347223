"""Which paragraph a passage stands in."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.numbering import Numbering, Numberings
from argmap.source.text import paragraphs
from tests.strategies import texts

BODY = "On men\n\nAll men are mortal.\n \n\nSo is he.\n\n"


def at(words: str) -> int:
    return Numbering(BODY).at(BODY.index(words))


def test_blank_lines_are_not_counted() -> None:
    assert [at("men"), at("mortal"), at("is he")] == [0, 1, 2]


def test_a_newline_belongs_to_its_line_and_what_is_blank_to_the_next_with_words() -> None:
    blank = BODY.index(" \n\nSo")
    numbering = Numbering(BODY)
    assert [numbering.at(blank + shift) for shift in (-1, 0, 1, 2)] == [1, 2, 2, 2]
    assert numbering.at(len(BODY)) == numbering.at(len(BODY) + 9) == 2


def test_a_stretch_reaches_into_the_paragraphs_of_its_first_and_last_words() -> None:
    numbering = Numbering(BODY)
    start, behind = BODY.index("men are"), BODY.index("So")
    assert numbering.between(start, start + 3) == (1, 1)
    assert numbering.between(start, behind) == (1, 1)
    assert numbering.between(start, behind + 1) == (1, 2)
    assert numbering.between(behind - 1, behind) == (2, 2)


@given(texts(60))
def test_every_offset_of_a_line_with_words_has_its_number(body: str) -> None:
    numbering = Numbering(body)
    for line in paragraphs(body):
        for offset in range(line.start, line.end + 1):
            assert line.number is None or numbering.at(offset) == line.number


def test_a_text_without_words_has_one_paragraph() -> None:
    assert Numbering("").at(0) == Numbering(" \n").at(1) == 1
    assert Numbering("").between(0, 0) == (1, 1)


def test_a_numbering_is_kept_until_its_text_reads_otherwise() -> None:
    source, kept = Source(id=RecordId("s"), title="", body=BODY), Numberings()
    numbering = kept.of(source)
    assert kept.of(replace(source, title="Of men")) is numbering
    assert kept.of(replace(source, body="In: Ethics\n" + BODY)).at(20) == 2
