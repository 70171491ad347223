"""Phrases and their neighbourhoods in a text, found by its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.source.words import Words

SIGNS = ["a", "ab", " ", " ", ".", "\n", "\u0301", "機", "械"]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join)


@given(TEXTS, TEXTS.filter(bool))
def test_a_phrase_is_found_wherever_it_stands_however_much_is_asked(body: str, phrase: str) -> None:
    words = Words(body)
    starts = [at for at in range(len(body)) if body.startswith(phrase, at)]
    for _ in range(30):
        assert words.occurrences(phrase) == starts
        assert words.is_twice(phrase) == (len(starts) > 1)


def test_changed_words_are_near_a_few_places_even_in_a_long_text() -> None:
    filling = "".join(f"Here {number} of the looms stood in a row and wove. " for number in range(9000))
    phrase = "The engine weaves algebraical patterns just as the loom weaves flowers"
    body = filling + phrase.replace("just as", "much like").replace("loom", "machine") + filling
    near = Words(body).neighbourhoods(phrase)
    assert near is not None
    assert near[0][0] <= len(filling) <= len(filling) + len(phrase) <= near[0][1]
    assert sum(high - low for low, high in near) < 10 * len(phrase) * 2


def test_few_words_tell_no_neighbourhood_and_unknown_ones_none_at_all() -> None:
    words = Words("The engine weaves algebraical patterns.")
    assert words.neighbourhoods("engine weaves patterns") is None
    assert words.neighbourhoods("not even one of such") == []
