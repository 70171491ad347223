"""Paragraphs, words and newlines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.source.text import (
    Paragraph,
    cuts_edge,
    cuts_word,
    paragraphs,
    word_count,
)
from tests.strategies import texts

BLANK = st.sampled_from(["", " ", "\t", "\u00a0\u2003"])


def test_the_first_line_is_paragraph_0_and_the_next_with_words_is_1() -> None:
    assert paragraphs("In: Economics\n\nAs he says.\n \nEnd") == (
        Paragraph(0, 0, 0, 13),
        Paragraph(1, None, 14, 14),
        Paragraph(2, 1, 15, 26),
        Paragraph(3, None, 27, 28),
        Paragraph(4, 2, 29, 32),
    )


def test_an_only_line_is_no_heading() -> None:
    assert [paragraph.number for paragraph in paragraphs("\n \nAs he says.\n")] == [None, None, 1, None]


def test_an_empty_text_is_one_blank_line() -> None:
    assert paragraphs("") == (Paragraph(0, None, 0, 0),)


@given(texts(60))
def test_lines_lie_end_to_end_and_stand_at_their_index(body: str) -> None:
    found = paragraphs(body)
    assert [line.line for line in found] == [*range(len(found))]
    assert "\n".join(body[line.start : line.end] for line in found) == body


@given(st.lists(texts(60).map(lambda text: text.replace("\n", "")) | BLANK))
def test_numbers_count_exactly_the_lines_with_words(lines: list[str]) -> None:
    found = paragraphs("\n".join(lines))
    filled = [line for line in lines if line.strip()]
    first = 0 if len(filled) > 1 else 1
    numbers = [line.number for line in found if line.number is not None]
    assert numbers == [*range(first, first + len(filled))]
    assert all((line.number is None) is (not text.strip()) for line, text in zip(found, lines, strict=False))


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
