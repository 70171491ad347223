"""How much of a text excerpts take up."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Source
from argmap.source.coverage import coverage, covered_length, covered_spans

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
