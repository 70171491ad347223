"""Stable names for records."""

from __future__ import annotations

import re

from argmap.model.ids import counting_ids, placement_id, random_id


def test_counting_ids_are_the_same_on_every_run() -> None:
    for _ in range(2):
        fresh = counting_ids(5)
        assert [fresh("c"), fresh("r"), fresh("c")] == ["c5", "r6", "c7"]


def test_random_ids_differ_and_cannot_be_misread() -> None:
    drawn = {random_id("c") for _ in range(200)}
    assert len(drawn) == 200
    assert all(re.fullmatch(r"c-[2-9a-hjkmnp-z]{8}", key) for key in drawn)


def test_a_placement_is_named_after_its_element() -> None:
    assert placement_id(random_id("c")).startswith("at:c-")
