"""Undoing, deleting, duplicating and selecting."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def test_deleting_takes_the_relations_along_and_says_so(bench: Bench) -> None:
    bench.run("edit.delete", "a")
    assert "a" not in bench.map
    assert bench.host.toasts == [("Deleted 1 claim and 2 relations", True)]
    assert bench.selected == set()


def test_deleting_an_arrow_leaves_its_claims(bench: Bench) -> None:
    bench.run("edit.delete", "bt")
    assert set(bench.map.claims) == set(small_map().claims)
    assert bench.host.toasts == [("Deleted 1 relation", True)]


def test_deleting_a_branch_takes_what_bears_on_it_alone(bench: Bench) -> None:
    bench.run("edit.delete_branch", "t")
    assert set(bench.map.claims) == {"q"}
    assert not bench.map.relations
    assert bench.host.toasts == [("Deleted 6 claims and 5 relations", True)]


def test_undo_brings_back_the_map_and_the_selection_and_redo_takes_them_again(bench: Bench) -> None:
    bench.run("edit.delete", "a", "b")
    after = bench.map
    bench.run("edit.undo")
    assert bench.map == small_map()
    assert bench.selected == {"a", "b"}
    assert set(bench.host.canvas.revealed) == {"a", "b"}
    bench.run("edit.redo")
    assert bench.map == after


def test_undo_and_redo_can_run_only_where_there_is_a_step(bench: Bench) -> None:
    assert not bench.can_run("edit.undo")
    assert not bench.can_run("edit.redo")
    bench.run("edit.delete", "a")
    assert bench.can_run("edit.undo")
    assert not bench.can_run("edit.redo")


def test_a_copy_bears_on_what_the_original_bears_on(bench: Bench) -> None:
    bench.run("edit.duplicate", "b")
    (copy,) = bench.selected
    (relation,) = bench.map.leaving(RecordId(copy))
    assert bench.map.claims[RecordId(copy)].text == "Claim b"
    assert (relation.target, relation.kind.value, relation.premises) == ("t", "attack", (copy,))
    assert len(bench.map.claims) == len(small_map().claims) + 1


def test_copies_keep_the_relations_among_them(bench: Bench) -> None:
    bench.run("edit.duplicate", "t", "c", "d")
    names = {bench.map.claims[RecordId(key)].text[-1]: RecordId(key) for key in bench.selected}
    assert set(names) == {"t", "c", "d"}
    (linked,) = bench.map.leaving(names["c"])
    assert set(linked.premises) == {names["c"], names["d"]}
    assert linked.target == names["t"]
    assert [r.target for r in bench.map.leaving(names["t"])] == ["q"]


def test_copies_stand_free_of_all_cards(bench: Bench) -> None:
    bench.run("edit.duplicate", "a", "b", "u")
    boxes = bench.host.canvas.boxes
    fresh = [boxes[RecordId(key)] for key in bench.selected]
    old = [box for key, box in boxes.items() if key not in bench.selected]
    assert len(fresh) == 3
    assert not any(new.intersects(box) for new in fresh for box in old)


def test_all_and_nothing_are_selected(bench: Bench) -> None:
    bench.run("edit.select_all")
    assert bench.selected == set(small_map().claims)
    bench.run("edit.select_none")
    assert bench.selected == set()
    assert not bench.can_run("edit.select_none")


def test_editing_types_into_the_one_claim_that_is_selected(bench: Bench) -> None:
    bench.run("edit.text", "a")
    assert bench.host.canvas.editing == ("a", False)
    assert not bench.can_run("edit.text", "a", "b")
    assert not bench.can_run("edit.text", "at")
