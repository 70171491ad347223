"""The undo list: what is kept, what merges, and where the map was last saved."""

from __future__ import annotations

import pytest

from argmap.editor.history import LIMIT, Entry, History
from argmap.model.delta import Change, Delta
from argmap.model.ids import RecordId
from argmap.model.records import Claim

A = RecordId("a")


def step(before: int, after: int, gesture: object = None) -> Entry:
    """A step that counts a claim's text from one number to another."""
    change = Change(Claim(id=A, text=str(before)), Claim(id=A, text=str(after)))
    return Entry(
        label=f"To {after}",
        delta=Delta({A: change} if before != after else {}),
        before=frozenset({RecordId(f"at {before}")}),
        after=frozenset({RecordId(f"at {after}")}),
        gesture=gesture,
    )


def history_of(*steps: Entry, limit: int = LIMIT) -> History:
    history = History(limit)
    for entry in steps:
        history.add(entry)
    return history


def labels(history: History) -> list[str]:
    return [entry.label for entry in history.done]


def test_steps_move_between_done_and_undone() -> None:
    history = history_of(step(0, 1), step(1, 2))
    assert history.next is None
    assert history.pop_done().label == "To 2"
    assert history.last is not None
    assert history.next is not None
    assert (history.last.label, history.next.label) == ("To 1", "To 2")
    assert history.pop_undone().label == "To 2"
    assert labels(history) == ["To 1", "To 2"]


def test_a_new_step_takes_the_place_of_those_undone() -> None:
    history = history_of(step(0, 1), step(1, 2))
    history.pop_done()
    history.add(step(1, 3))
    assert labels(history) == ["To 1", "To 3"]
    assert history.next is None


def test_steps_of_one_gesture_merge_and_take_the_last_name_and_selection() -> None:
    gesture = object()
    history = history_of(step(9, 0), step(0, 1, gesture), step(1, 2, gesture), step(2, 3, gesture))
    assert labels(history) == ["To 0", "To 3"]
    merged = history.last
    assert merged is not None
    assert merged.delta == step(0, 3).delta
    assert (merged.before, merged.after) == ({"at 0"}, {"at 3"})


@pytest.mark.parametrize("between", [step(1, 2), step(1, 2, object())])
def test_other_steps_do_not_merge(between: Entry) -> None:
    gesture = object()
    history = history_of(step(0, 1, gesture), between, step(2, 3, gesture))
    assert labels(history) == ["To 1", "To 2", "To 3"]
    assert len(history_of(step(0, 1), step(1, 2)).done) == 2


def test_a_gesture_that_ends_where_it_began_leaves_no_step_and_what_was_undone_comes_back() -> None:
    gesture = object()
    history = history_of(step(0, 1), step(1, 2))
    history.pop_done()
    history.add(step(1, 7, gesture))
    history.add(step(7, 1, gesture))
    assert labels(history) == ["To 1"]
    assert history.next is not None
    assert history.next.label == "To 2"


def test_only_the_latest_steps_are_kept() -> None:
    history = history_of(*(step(n, n + 1) for n in range(5)), limit=3)
    assert labels(history) == ["To 3", "To 4", "To 5"]
    assert len(history_of(*(step(n, n + 1) for n in range(LIMIT + 1))).done) == LIMIT == 500


def test_a_new_history_is_saved_and_any_step_away_from_the_mark_is_not() -> None:
    history = History()
    assert history.is_saved
    history.add(step(0, 1))
    assert not history.is_saved
    history.mark_saved()
    assert history.is_saved
    history.add(step(1, 2))
    assert not history.is_saved
    history.pop_done()
    assert history.is_saved
    history.pop_done()
    assert not history.is_saved
    history.pop_undone()
    assert history.is_saved


def test_undoing_all_since_it_was_opened_is_saved_again() -> None:
    history = history_of(step(0, 1))
    history.pop_done()
    assert history.is_saved


def test_the_mark_is_lost_with_the_step_it_stood_behind() -> None:
    history = history_of(step(0, 1), step(1, 2))
    history.mark_saved()
    history.pop_done()
    history.add(step(1, 3))
    assert not history.is_saved
    history.pop_done()
    assert not history.is_saved


def test_the_mark_before_the_oldest_step_is_lost_when_that_step_is_forgotten() -> None:
    history = history_of(step(0, 1), step(1, 2), limit=2)
    history.add(step(2, 3))
    history.pop_done()
    history.pop_done()
    assert history.last is None
    assert not history.is_saved
    history.mark_saved()
    assert history.is_saved


def test_the_mark_behind_a_forgotten_step_stands_before_the_oldest_kept() -> None:
    history = history_of(step(0, 1), limit=2)
    history.mark_saved()
    history.add(step(1, 2))
    history.add(step(2, 3))
    assert not history.is_saved
    history.pop_done()
    history.pop_done()
    assert history.is_saved
    for entry in (step(1, 4), step(4, 5), step(5, 6)):
        history.add(entry)
    history.pop_done()
    history.pop_done()
    assert not history.is_saved


def test_a_gesture_saved_half_way_goes_on_as_another_step() -> None:
    gesture = object()
    history = history_of(step(0, 1, gesture))
    history.mark_saved()
    history.add(step(1, 2, gesture))
    assert labels(history) == ["To 1", "To 2"]
    assert not history.is_saved
    history.pop_done()
    assert history.is_saved


def test_a_dropped_step_leaves_no_trace_and_brings_back_what_it_displaced() -> None:
    history = history_of(step(0, 1), step(1, 2), step(2, 3))
    history.pop_done()
    history.pop_done()
    history.add(step(1, 9))
    assert history.drop_last().label == "To 9"
    assert labels(history) == ["To 1"]
    assert [history.pop_undone().label, history.pop_undone().label] == ["To 2", "To 3"]


def test_what_a_dropped_step_was_the_ground_of_is_not_redone() -> None:
    history = history_of(step(0, 1), step(1, 2))
    history.pop_done()
    history.drop_last()
    assert history.next is None
    assert history.done == ()


def test_what_was_displaced_comes_back_only_where_it_led_on_from() -> None:
    gesture = object()
    history = history_of(step(0, 1))
    history.pop_done()
    history.add(step(0, 5, gesture))
    history.mark_saved()
    history.add(step(5, 6, gesture))
    history.add(step(6, 5, gesture))
    assert labels(history) == ["To 5"]
    assert history.next is None


def test_with_a_step_forgotten_nothing_displaced_comes_back() -> None:
    gesture = object()
    history = history_of(step(0, 1), limit=1)
    history.pop_done()
    history.add(step(0, 5, gesture))
    history.mark_saved()
    history.add(step(5, 6, gesture))
    history.drop_last()
    assert history.done == ()
    assert history.next is None
