"""Offset arithmetic: spans move with their words through any edit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.records import Anchoring
from argmap.source.mapping import Edit, Shift, TextChange, difference, trimmed
from argmap.source.text import cuts_edge

BODY = "All men are mortal. Socrates is a man.\nSo Socrates is mortal.\n"
KEPT, MOVED, LOST = Anchoring.KEPT, Anchoring.MOVED, Anchoring.LOST
MEN = (4, 7)


def after(span: tuple[int, int], *changes: TextChange, body: str = BODY) -> tuple[str, Anchoring]:
    """The words that a span has after changes, and how sure they are."""
    edit = Edit(body, changes)
    place = edit.place(*span)
    return edit.after[place.start : place.end], place.anchoring


@pytest.mark.parametrize(
    ("change", "words", "anchoring"),
    [
        (TextChange(0, 0, "Yes: "), "men", KEPT),
        (TextChange(4, 0, "wise "), "men", KEPT),
        (TextChange(7, 0, " today"), "men", KEPT),
        (TextChange(0, 4), "men", KEPT),
        (TextChange(8, 3, "were"), "men", KEPT),
        (TextChange(5, 1, "a"), "man", MOVED),
        (TextChange(5, 0, "👩"), "m👩en", MOVED),
        (TextChange(0, 5, "W"), "en", MOVED),
        (TextChange(6, 3), "me", MOVED),
        (TextChange(3, 5), "", LOST),
        (TextChange(4, 3), "", LOST),
        (TextChange(4, 3, "women"), "men", MOVED),
        (TextChange(4, 3, "cats"), "", LOST),
        (TextChange(4, 3, "men"), "men", KEPT),
        (TextChange(0, 19, "All men were mortal."), "men", KEPT),
        (TextChange(7, 0, "\u0308"), "men", MOVED),
        (TextChange(7, 0, "tal"), "men", MOVED),
    ],
)
def test_one_change(change: TextChange, words: str, anchoring: Anchoring) -> None:
    found = after(MEN, change)
    assert found[1] is anchoring
    if anchoring is not LOST:
        assert found[0] == words


def test_a_lost_span_keeps_its_offsets() -> None:
    assert Edit(BODY, [TextChange(0, 20)]).place(*MEN) == (*MEN, LOST, 0.0)


def test_what_is_taken_back_in_the_same_step_is_no_change() -> None:
    assert after(MEN, TextChange(5, 0, "x"), TextChange(5, 1)) == ("men", KEPT)


@pytest.mark.parametrize("first", ["cut", "copy"])
def test_a_paragraph_that_is_moved_takes_its_passages_along(first: str) -> None:
    line = BODY[:39]
    cut, copy = TextChange(0, 39), TextChange(len(BODY), 0, line)
    changes = (cut, copy._replace(start=len(BODY) - 39)) if first == "cut" else (copy, cut)
    edit = Edit(BODY, changes)
    assert edit.after == BODY[39:] + line
    for start in range(38):
        for end in range(start + 1, 39):
            place = edit.place(start, end)
            assert place == (start + len(BODY) - 39, end + len(BODY) - 39, KEPT, 1.0)


def test_a_word_that_is_typed_elsewhere_is_not_the_one_that_was_cut() -> None:
    assert after(MEN, TextChange(4, 3), TextChange(20, 0, "We men know: "))[1] is MOVED


def test_what_is_cut_and_pasted_twice_is_only_a_guess() -> None:
    line = BODY[:39]
    assert after(MEN, TextChange(0, 39), TextChange(23, 0, line + line)) == ("men", MOVED)


def test_changes_outside_the_text_are_refused() -> None:
    for change in (TextChange(-1, 1), TextChange(3, -1), TextChange(len(BODY), 1), TextChange(99, 0, "a")):
        with pytest.raises(ValueError, match="outside"):
            Edit(BODY, [change])


def test_a_change_is_trimmed_to_what_differs() -> None:
    assert trimmed(TextChange(0, 7, "All women"), BODY) == (4, 0, "wo")
    assert trimmed(TextChange(0, 7, "All men"), BODY) == (7, 0, "")
    assert trimmed(TextChange(0, 2, "aXa"), "aa") == (1, 0, "X")


@pytest.mark.parametrize(
    ("change", "turn"),
    [
        (TextChange(0, 0, "ab"), 41),
        (TextChange(39, 0, "And: "), 39),
        (TextChange(39, 0, "A line.\n"), 47),
        (TextChange(39, 3, "Then "), 39),
        (TextChange(30, 15, "xy"), 32),
        (TextChange(40, 5), 39),
    ],
)
def test_a_turn_begins_where_its_words_do(change: TextChange, turn: int) -> None:
    assert Edit(BODY, [change]).turn(39) == turn


def test_what_was_put_in_is_known_as_far_as_it_is_still_there() -> None:
    edit = Edit("abc", [TextChange(1, 0, "XY"), TextChange(0, 1), TextChange(1, 1), TextChange(0, 0, "Q")])
    assert [edit.after[start:end] for start, end in edit.inserted()] == ["X", "Q"]


def calls(work: Callable[[], object]) -> int:
    """How many functions of ours a piece of work calls."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_passages_between_many_changes_do_not_walk_through_them() -> None:
    changes = [TextChange(101 * number, 1, "ab") for number in range(300)]
    edit = Edit("x" * 30_000, changes)
    spans = [(100 * number + 10, 100 * number + 50) for number in range(299)]
    assert edit.place(*spans[1]) == (112, 152, KEPT, 1.0)
    assert calls(lambda: [edit.place(*span) for span in spans]) < 20 * len(spans)


TEXTS = st.text(alphabet="ab c.\n\u0301😀é", min_size=1, max_size=30)


@st.composite
def edits(draw: st.DrawFn, body: str) -> list[TextChange]:
    """Random insertions, deletions, replacements, and moves of what lies between two offsets."""
    changes: list[TextChange] = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        removed = draw(st.integers(0, len(body) - start))
        inserted = draw(st.just("") | TEXTS)
        steps = [TextChange(start, removed, inserted)]
        if draw(st.booleans()):
            to = draw(st.integers(0, len(body) - removed))
            steps = [TextChange(start, removed), TextChange(to, 0, body[start : start + removed])]
        for step in steps:
            body = body[: step.start] + step.inserted + body[step.end :]
        changes += steps
    return changes


def followed(body: str, changes: list[TextChange]) -> tuple[str, list[int]]:
    """The text after changes made one character at a time, and which old character each one is (-1: new)."""
    letters = [(letter, number) for number, letter in enumerate(body)]
    for change in changes:
        change = trimmed(change, "".join(letter for letter, _ in letters))
        letters[change.start : change.end] = [(letter, -1) for letter in change.inserted]
    return "".join(letter for letter, _ in letters), [number for _, number in letters]


@given(st.data(), TEXTS)
def test_torture(data: st.DataObject, body: str) -> None:
    changes = data.draw(edits(body))
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    edit = Edit(body, changes)
    expected, origins = followed(body, changes)
    assert edit.after == expected
    place = edit.place(start, end)
    words = edit.after[place.start : place.end]
    if place.anchoring is KEPT:
        assert words == body[start:end]
    untouched = [at for at in range(len(origins)) if origins[at : at + end - start] == [*range(start, end)]]
    if untouched:
        assert (place.start, words) == (untouched[0], body[start:end])
        torn = cuts_edge(edit.after, place.start, place.end) and not cuts_edge(body, start, end)
        assert place.anchoring is (MOVED if torn else KEPT)
    if place.anchoring is MOVED:
        assert 0 <= place.start < place.end <= len(edit.after)


@given(st.data(), st.lists(st.text(alphabet="ab ", min_size=1, max_size=9), min_size=2, max_size=5))
def test_torture_by_moving_paragraphs(data: st.DataObject, lines: list[str]) -> None:
    numbered = [f"{number}:{line}\n" for number, line in enumerate(lines)]
    body = "".join(numbered)
    number = data.draw(st.integers(0, len(lines) - 1))
    low = len("".join(numbered[:number]))
    start = data.draw(st.integers(low, low + len(numbered[number]) - 2))
    end = data.draw(st.integers(start + 1, low + len(numbered[number]) - 1))
    cut = TextChange(low, len(numbered[number]))
    left = [*numbered[:number], *numbered[number + 1 :]]
    to = len("".join(left[: data.draw(st.integers(0, len(left)))]))
    edit = Edit(body, [cut, TextChange(to, 0, numbered[number])])
    assert edit.place(start, end) == (start - low + to, end - low + to, KEPT, 1.0)


@given(st.data(), TEXTS)
def test_turns_stay_in_order(data: st.DataObject, body: str) -> None:
    edit = Edit(body, data.draw(edits(body)))
    turns = [edit.turn(offset) for offset in range(len(body) + 1)]
    assert turns == sorted(turns)
    assert 0 <= turns[0] <= turns[-1] <= len(edit.after)


@given(
    span=st.tuples(st.integers(0, 20), st.integers(1, 9)),
    change=st.tuples(*[st.integers(0, 9)] * 3),
)
def test_what_is_left_of_a_span_after_a_shift_is_found_on_the_way_back(
    span: tuple[int, int], change: tuple[int, int, int]
) -> None:
    start, end = span[0], span[0] + span[1]
    shift = Shift(*change)
    moved = shift.through(start, end)
    if moved is None:
        assert shift.start <= start
        assert end <= shift.end
        return
    assert moved[0] < moved[1]
    for place in range(*moved):
        first, last = shift.back(place, is_end=False), shift.back(place + 1, is_end=True)
        assert first < end
        assert start < last


@given(before=st.text("ab", max_size=12), after=st.text("ab", max_size=12))
def test_a_difference_is_one_change_from_text_to_text_and_no_larger_than_need_be(
    before: str, after: str
) -> None:
    change = difference(before, after)
    assert before[: change.start] + change.inserted + before[change.end :] == after
    ends = before[change.start : change.end], change.inserted
    assert not (ends[0] and ends[1]) or (ends[0][0] != ends[1][0] and ends[0][-1] != ends[1][-1])
