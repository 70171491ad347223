"""Qt's positions and ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.source.utf16 import Utf16Offsets

MIXED = st.text(alphabet="a\n\u0301é😀👩\u200d\U0010ffff", max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(MIXED)
def test_a_position_is_the_length_of_what_stands_before_it_in_utf16(body: str) -> None:
    offsets = Utf16Offsets(body)
    for offset in range(len(body) + 1):
        assert offsets.to_utf16(offset) == units(body[:offset])


@given(MIXED)
def test_every_offset_comes_back(body: str) -> None:
    offsets = Utf16Offsets(body)
    for offset in range(len(body) + 1):
        assert offsets.from_utf16(offsets.to_utf16(offset)) == offset


def test_a_position_inside_a_pair_is_that_of_its_character() -> None:
    offsets = Utf16Offsets("a😀b")
    assert [offsets.from_utf16(position) for position in range(5)] == [0, 1, 1, 2, 3]
