"""A map in numbers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from argmap.editor.summary import summarize
from argmap.formats.native import read
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Change, Delta
from argmap.model.ids import RecordId
from argmap.resources import resource

SAMPLE = read(resource("examples", "stalins-goals.argmap").read_bytes())


def test_the_sample_in_numbers() -> None:
    found = summarize(SAMPLE)
    assert found.pop("coverage") == pytest.approx(3129 / 4772)
    assert found == {
        "claims": 35,
        "relations": 36,
        "supports": 26,
        "attacks": 5,
        "undercuts": 2,
        "answers": 3,
        "linked": 3,
        "excerpts": 32,
        "excerpts_exact": 32,
        "notes": 46,
        "participants": 6,
        "sources": 1,
    }


def test_an_excerpt_that_no_longer_fits_its_text_is_not_exact() -> None:
    excerpt = SAMPLE.excerpts[RecordId("e-c01")]
    shifted = replace(excerpt, start=excerpt.start + 1, end=excerpt.end + 1)
    found = summarize(SAMPLE.apply(Delta({excerpt.id: Change(excerpt, shifted)})))
    assert (found["excerpts"], found["excerpts_exact"]) == (32, 31)


def test_an_empty_map_counts_nothing() -> None:
    assert set(summarize(ArgumentMap()).values()) == {0}
