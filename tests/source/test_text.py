"""Paragraphs, words and newlines."""

from __future__ import annotations

from hypothesis import given

from argmap.source.text import (
    Paragraph,
    cuts_edge,
    cuts_word,
    paragraph_of,
    paragraphs,
    word_count,
)
from tests.strategies import texts


def test_the_first_line_is_paragraph_0_and_the_next_is_1() -> None:
    assert paragraphs("In: Economics\nAs he says.\n\nEnd") == (
        Paragraph(0, 0, 13),
        Paragraph(1, 14, 25),
        Paragraph(2, 26, 26),
        Paragraph(3, 27, 30),
    )


def test_an_empty_text_is_one_empty_paragraph() -> None:
    assert paragraphs("") == (Paragraph(0, 0, 0),)


@given(texts(60))
def test_every_offset_lies_in_the_paragraph_found_for_it(body: str) -> None:
    known = paragraphs(body)
    for offset in range(len(body) + 1):
        found = paragraph_of(body, offset)
        assert known[found.number] == found
        assert found.start <= offset <= found.end


def test_words_are_what_stands_between_white_space() -> None:
    assert word_count("  Post-war,\nthe “second front”.\t") == 4
    assert word_count("") == 0


def test_offsets_inside_words_and_characters() -> None:
    text = "It's a cafe\u0301, e\u0301! 👩\u200d🔬 post-war – x"
    inside = [offset for offset in range(len(text) + 1) if cuts_word(text, offset)]
    apart = {0, 4, 5, 6, 7, 12, 13, 14, 16, 17, 18, 21, 22, 30, 31, 32, 33, 34}
    assert {*range(len(text) + 1)} - {*inside} == apart
    assert not cuts_edge(text, 22, 30)
    assert cuts_edge(text, 22, 26)
    assert cuts_edge(text, 23, 30)
