"""The words the inspector uses."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from argmap.ui.inspector.steps import steps_of
from argmap.ui.inspector.words import day_of, element_words, shortened
from tests.builders import sketch


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("one  two\nthree", 20) == "one two three"


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("2026-11-24T12:00:00Z", "Today"),
        ("2026-11-23T12:00:00Z", "Yesterday"),
        ("2026-05-03T12:00:00Z", "3 May 2026"),
        ("", ""),
        ("not a time", ""),
    ],
)
def test_days_are_told_as_people_do(time: str, day: str) -> None:
    assert day_of(time, "2026-11-24T12:00:00Z") == day


def test_a_relation_is_told_by_its_ends() -> None:
    made = sketch("thesis <- one + two; (one+two->thesis) <x- doubt")
    assert element_words(made, RecordId("one+two->thesis")) == "the step ‘one’ and 1 more → ‘thesis’"
    assert element_words(made, RecordId("doubt-x>(one+two->thesis)")) == "the step ‘doubt’ → another step"


def test_steps_read_from_the_side_of_the_claim() -> None:
    made = sketch("thesis <- reason; reason <x- objection; (reason->thesis) <x- doubt")
    assert [(s.verb, s.other) for s in steps_of(made, RecordId("reason"))] == [
        ("Supports", "thesis"),
        ("Attacked by", "objection"),
    ]
    assert [(s.verb, s.other) for s in steps_of(made, RecordId("doubt"))] == [("Undercuts", "reason->thesis")]


def test_a_key_conflict_is_one_step() -> None:
    made = sketch("one <x- two; two <x- one")
    assert [(s.verb, s.other) for s in steps_of(made, RecordId("one"))] == [("Key conflict with", "two")]
