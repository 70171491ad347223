"""How much of a text excerpts take up."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.source.coverage import coverage, covered_length, covered_spans, next_unmapped

SOURCE = Source(id=RecordId("t"), title="T", body="0123456789")


def excerpt(start: int, end: int, source: str = "t") -> Excerpt:
    return Excerpt(
        id=RecordId("x"), element=RecordId("c"), source=RecordId(source), exact="", start=start, end=end
    )


def test_what_overlaps_or_touches_is_counted_once() -> None:
    excerpts = [excerpt(6, 8), excerpt(0, 3), excerpt(1, 2), excerpt(3, 4)]
    assert covered_spans(SOURCE, excerpts) == ((0, 4), (6, 8))
    assert covered_length(SOURCE, excerpts) == 6
    assert coverage(SOURCE, excerpts) == pytest.approx(0.6)


def test_other_sources_and_what_lies_beyond_the_end_count_for_nothing() -> None:
    assert covered_spans(SOURCE, [excerpt(0, 5, "other"), excerpt(8, 99), excerpt(20, 30)]) == ((8, 10),)


def test_an_empty_source_is_not_covered() -> None:
    assert coverage(Source(id=RecordId("t"), title="", body=""), [excerpt(0, 1)]) == 0.0


def test_lost_passages_take_up_nothing() -> None:
    lost = replace(excerpt(2, 5), anchoring=Anchoring.LOST)
    moved = replace(excerpt(7, 9), anchoring=Anchoring.MOVED)
    assert covered_spans(SOURCE, [lost, moved]) == ((7, 9),)


def test_the_next_sentence_that_nothing_touches() -> None:
    text = replace(SOURCE, body="One. Two two. Three.\nFour. Five.")
    excerpts = [excerpt(8, 10), excerpt(21, 23)]
    body = text.body

    def following(after: int, *held: Excerpt) -> str | None:
        found = next_unmapped(text, held or excerpts, after)
        return None if found is None else body[found.start : found.end]

    assert following(0) == "One."
    assert following(1) == "Three."
    assert following(15) == "Five."
    assert following(28) == "One."
    assert following(0, excerpt(0, 4), excerpt(4, 5)) == "Two two."
    assert following(0, excerpt(0, 99)) is None
