"""A passage in hand: without the white space round it, and as one line."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from argmap.model.records import Source, VoiceTurn
from argmap.source.quote import Quote, quote_of, word_edge, words_of
from argmap.source.turns import voice_at

SOURCE = Source(id=RecordId("s"), title="T", body="Heading\nOne 👩‍🔬 two.\n\nThree four.\n")


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((8, 20), "One 👩‍🔬 two."),
        ((7, 22), "One 👩‍🔬 two."),
        ((8, 33), "One 👩‍🔬 two. Three four."),
        ((18, 27), "o. Three"),
    ],
)
def test_white_space_at_its_ends_is_no_part_of_a_passage(span: tuple[int, int], words: str) -> None:
    quote = quote_of(SOURCE, *span)
    assert quote is not None
    assert words_of(SOURCE, quote) == words
    exact = SOURCE.body[slice(*quote.span)]
    assert exact == exact.strip()
    assert quote.source == SOURCE.id


@pytest.mark.parametrize("span", [(7, 8), (20, 22), (5, 5), (40, 60)])
def test_white_space_alone_is_no_passage(span: tuple[int, int]) -> None:
    assert quote_of(SOURCE, *span) is None


def test_a_passage_is_in_the_voice_whose_turn_began_last_before_it() -> None:
    ada, bob = RecordId("ada"), RecordId("bob")
    turns = (VoiceTurn(participant=bob, start=20), VoiceTurn(participant=ada, start=8))
    source = Source(id=RecordId("s"), title="T", body=SOURCE.body, voices=turns)
    assert [voice_at(source, offset) for offset in (0, 7, 8, 19, 20, 30)] == [None, None, ada, ada, bob, bob]
    assert Quote(source.id, 8, 10).span == (8, 10)


@pytest.mark.parametrize(
    ("offset", "is_end", "edge"),
    [
        (0, False, 0),
        (2, False, 0),
        (6, False, 5),
        (8, False, 9),
        (9, True, 8),
        (11, True, 12),
        (12, True, 12),
        (13, True, 13),
        (16, False, 14),
        (15, True, 13),
        (17, True, 18),
        (99, True, 18),
        (-4, False, 0),
    ],
)
def test_an_end_snaps_to_the_nearest_edge_of_a_word(offset: int, is_end: bool, edge: int) -> None:
    assert word_edge("Café one two. e\u0301té", offset, is_end=is_end) == edge


def test_a_text_without_words_has_no_edges() -> None:
    assert word_edge("  \n ", 2, is_end=False) == 2
    assert word_edge("", 0, is_end=True) == 0
