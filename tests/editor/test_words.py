"""Numbers of things, as people say them."""

from __future__ import annotations

import pytest

from argmap.editor.words import count, spelt


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1234, "1,234 cards")]
)
def test_a_count_minds_the_number(number: int, words: str) -> None:
    assert count(number, "card") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "No dates"), (1, "One date"), (2, "Two dates"), (12, "Twelve dates"), (13, "13 dates")],
)
def test_counts_are_spelt_as_far_as_twelve(number: int, words: str) -> None:
    assert spelt(number, "date") == words


def test_a_plural_of_its_own() -> None:
    assert count(2, "key", "keys to it") == "2 keys to it"
    assert spelt(1, "fact to check", "facts to check") == "One fact to check"
