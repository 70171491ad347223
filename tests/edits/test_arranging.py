"""Where cards stand."""

from __future__ import annotations

import pytest

from argmap.edits import arranging
from argmap.model.ids import RecordId
from argmap.model.records import Placement
from tests.builders import editor_of, ids, sketch, without_places
from tests.oracles import check_edit, check_refusal

A, B = ids("a", "b")


def _at(editor, key: RecordId) -> tuple[float, float]:
    held = editor.map.placement(key)
    assert held is not None
    return held.x, held.y


def test_a_claim_is_put_at_a_place_whether_it_stood_somewhere_or_not() -> None:
    editor = editor_of(without_places(sketch("a")))
    check_edit(editor, lambda t: arranging.place(t, A, (10.5, -3)))
    check_edit(editor, lambda t: arranging.set_width(t, A, 240))
    check_edit(editor, lambda t: arranging.place(t, A, (20, 30)))
    assert _at(editor, A) == (20, 30)
    assert editor.map.placement(A).width == 240
    assert "which is not there" in check_refusal(
        editor, lambda t: arranging.place(t, RecordId("gone"), (0, 0))
    )


@pytest.mark.parametrize("x", [float("inf"), float("nan"), 1e8])
def test_a_place_out_of_reach_is_refused(x: float) -> None:
    fault = check_refusal(editor_of(sketch("a")), lambda t: arranging.place(t, A, (x, 0)))
    assert fault == "Placement at:a stands at a place that is not a number within reach."


def test_claims_are_moved_by_one_step_and_only_placements_change() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b; c"))
    before = {key: _at(editor, key) for key in editor.map.claims}
    delta = check_edit(editor, lambda t: arranging.move(t, ids("a", "b", "gone"), (4, -8)))
    assert delta.kinds() == {Placement}
    assert {key: (_at(editor, key)[0] - x, _at(editor, key)[1] - y) for key, (x, y) in before.items()} == {
        "thesis": (0, 0),
        "a": (4, -8),
        "b": (4, -8),
        "c": (0, 0),
    }


def test_a_claim_that_stands_nowhere_is_not_moved() -> None:
    editor = editor_of(without_places(sketch("a")))
    assert not check_edit(editor, lambda t: arranging.move(t, [A], (1, 1)))
    assert not check_edit(editor, lambda t: arranging.set_pinned(t, [A], True))
    assert not check_edit(editor, lambda t: arranging.swap(t, A, A))
    assert not check_edit(editor, lambda t: arranging.set_width(t, A, None))


@pytest.mark.parametrize(
    ("asked", "held"), [(203, 200), (205, 208), (10, 160), (999, 400), (None, None), (-5, 160)]
)
def test_a_width_keeps_to_its_step_and_bounds(asked: float | None, held: float | None) -> None:
    editor = editor_of(sketch("a"))
    editor.edit("Wide", lambda t: arranging.set_width(t, A, 304))
    check_edit(editor, lambda t: arranging.set_width(t, A, asked))
    assert editor.map.placement(A).width == held


def test_claims_are_pinned_and_let_go() -> None:
    editor = editor_of(sketch("a; b"))
    before = editor.map
    check_edit(editor, lambda t: arranging.set_pinned(t, [A], True))
    assert [editor.map.placement(key).pinned for key in (A, B)] == [True, False]
    check_edit(editor, lambda t: arranging.set_pinned(t, [A], False))
    assert editor.map == before


def test_two_claims_change_places() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b"))
    first, second = _at(editor, A), _at(editor, B)
    check_edit(editor, lambda t: arranging.swap(t, A, B))
    assert first != second
    assert (_at(editor, A), _at(editor, B)) == (second, first)


def test_siblings_bear_on_the_same_target_in_the_same_way_and_are_read_from_the_left() -> None:
    editor = editor_of(sketch("thesis <- a; thesis <- b + c; thesis <x- d; other <- e"))
    assert arranging.siblings(editor.map, B) == ids("a", "b", "c")
    editor.edit("Swap", lambda t: arranging.swap(t, A, RecordId("c")))
    assert arranging.siblings(editor.map, B) == ids("c", "b", "a")
    assert arranging.siblings(editor.map, RecordId("thesis")) == ids("thesis")
    assert arranging.siblings(editor.map, RecordId("d")) == ids("d")
