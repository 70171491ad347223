"""The whole difference between two maps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Change, Delta, StaleDelta
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Placement
from tests.builders import furnished, sketch, with_fields
from tests.strategies import maps

A = RecordId("a")
ONE, TWO, THREE = (Claim(id=A, text=text) for text in ("one", "two", "three"))


def between(before: ArgumentMap, after: ArgumentMap) -> Delta:
    """The delta from one map to another."""
    keys = dict.fromkeys([*before, *after])
    changes = {key: Change(before.get(key), after.get(key)) for key in keys}
    kinds_kept = {
        key: change
        for key, change in changes.items()
        if change.before is None or change.after is None or type(change.before) is type(change.after)
    }
    return Delta({key: change for key, change in kinds_kept.items() if change.before != change.after})


@settings(max_examples=60)
@given(maps(), maps(), maps())
def test_deltas_lead_there_and_back_and_join(one: ArgumentMap, two: ArgumentMap, three: ArgumentMap) -> None:
    first, second = between(one, two), between(two, three)
    assert one.apply(first) == two
    assert two.apply(first.inverse()) == one
    assert one.apply(first.then(second)) == three
    assert first.then(second) == between(one, three)
    assert first.then(first.inverse()) == EMPTY_DELTA
    assert first.inverse().inverse() == first


def test_what_cancels_out_is_left_out() -> None:
    there, back = Delta({A: Change(ONE, TWO)}), Delta({A: Change(TWO, ONE)})
    assert not there.then(back)
    added, removed = Delta({A: Change(None, ONE)}), Delta({A: Change(ONE, None)})
    assert not added.then(removed)
    assert removed.then(added) == EMPTY_DELTA


def test_the_last_change_comes_last_when_deltas_join() -> None:
    b = RecordId("b")
    first = Delta({A: Change(ONE, TWO), b: Change(None, Claim(id=b, text=""))})
    assert list(first.then(Delta({A: Change(TWO, THREE)}))) == [b, A]
    assert first.then(Delta({A: Change(TWO, THREE)})).changes[A] == Change(ONE, THREE)


def test_a_delta_knows_the_kinds_it_touches() -> None:
    map_ = sketch("a")
    assert between(map_, ArgumentMap()).kinds() == {Claim, Placement}
    assert between(ArgumentMap(), map_).kinds() == {Claim, Placement}
    assert EMPTY_DELTA.kinds() == set()


@pytest.mark.parametrize(
    "change",
    [Change(TWO, THREE), Change(None, THREE), Change(TWO, None), Change(ONE.__class__(id=A, text=""), None)],
)
def test_a_delta_for_another_state_is_refused_and_changes_nothing(change: Change) -> None:
    map_ = ArgumentMap([ONE])
    with pytest.raises(StaleDelta):
        map_.apply(Delta({A: change}))
    assert map_ == ArgumentMap([ONE])


def test_a_delta_of_which_a_part_is_stale_is_refused_as_a_whole() -> None:
    map_ = furnished()
    good = Change(map_[RecordId("reason")], None)
    stale = Change(None, map_[RecordId("other")])
    with pytest.raises(StaleDelta, match="other"):
        map_.apply(Delta({RecordId("reason"): good, RecordId("other"): stale}))
    assert map_ == furnished()


@given(st.sampled_from(sorted(furnished())), st.booleans())
def test_a_delta_that_is_not_empty_is_true(key: str, removes: bool) -> None:
    record = furnished()[RecordId(key)]
    change = Change(record, None) if removes else Change(None, record)
    assert Delta({RecordId(key): change})
    assert not EMPTY_DELTA


def test_extra_fields_of_a_file_are_part_of_a_record() -> None:
    map_ = sketch("a")
    marked = with_fields(map_, "a", extra={"colour": "red"})
    assert set(between(map_, marked)) == {"a"}
