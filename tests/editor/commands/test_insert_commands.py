"""Adding claims by key: what they bear on, where they stand, and that typing begins."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from argmap.model.records import Claim, ClaimKind, Relation, RelationKind
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on, sample_bench


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def _added(bench: Bench) -> tuple[Claim, Relation | None]:
    """The one claim that is selected, just added and being typed, with the relation that leaves it."""
    (key,) = bench.selected
    assert bench.host.canvas.editing == (key, True)
    assert key not in small_map()
    leaving = bench.map.leaving(RecordId(key))
    assert bench.host.canvas.revealed == [key, *(relation.target for relation in leaving)]
    return bench.map.claims[RecordId(key)], leaving[0] if leaving else None


def _is_free(bench: Bench, claim: Claim) -> bool:
    boxes = bench.host.canvas.boxes
    return not any(boxes[claim.id].intersects(box) for key, box in boxes.items() if key != claim.id)


@pytest.mark.parametrize(
    ("command", "selected", "kind"),
    [
        ("insert.reason", "t", RelationKind.SUPPORT),
        ("insert.reason", "q", RelationKind.ANSWER),
        ("insert.reason", "at", RelationKind.SUPPORT),
        ("insert.objection", "t", RelationKind.ATTACK),
        ("insert.objection", "q", RelationKind.ATTACK),
        ("insert.objection", "at", RelationKind.ATTACK),
        ("insert.undercutter", "bt", RelationKind.ATTACK),
    ],
)
def test_a_new_claim_bears_on_the_selection(
    bench: Bench, command: str, selected: str, kind: RelationKind
) -> None:
    bench.run(command, selected)
    claim, relation = _added(bench)
    assert relation is not None
    assert (relation.target, relation.kind, relation.premises) == (selected, kind, (claim.id,))
    assert claim.participant is None
    assert _is_free(bench, claim)


def test_a_first_reason_stands_below_what_it_supports(bench: Bench) -> None:
    bench.run("insert.reason", "b")
    claim, _ = _added(bench)
    boxes = bench.host.canvas.boxes
    assert boxes[claim.id].y >= boxes[RecordId("b")].bottom
    assert boxes[claim.id].center.x == boxes[RecordId("b")].center.x


def test_a_further_reason_stands_in_the_row_of_the_others(bench: Bench) -> None:
    bench.run("insert.reason", "t")
    claim, _ = _added(bench)
    boxes = bench.host.canvas.boxes
    assert boxes[claim.id].y == boxes[RecordId("d")].y
    assert boxes[claim.id].x > boxes[RecordId("d")].right


def test_a_sibling_has_the_same_relation_and_voice(bench: Bench) -> None:
    bench.run("insert.sibling", "a")
    claim, relation = _added(bench)
    assert relation is not None
    assert (relation.target, relation.kind) == ("t", RelationKind.SUPPORT)
    assert claim.participant == "v"
    assert _is_free(bench, claim)


def test_a_sibling_of_an_undercutter_undercuts_too(bench: Bench) -> None:
    bench.run("insert.sibling", "u")
    _, relation = _added(bench)
    assert relation is not None
    assert (relation.target, relation.kind) == ("at", RelationKind.ATTACK)


def test_a_sibling_of_a_free_claim_is_free_beside_it(bench: Bench) -> None:
    bench.run("insert.sibling", "q")
    claim, relation = _added(bench)
    boxes = bench.host.canvas.boxes
    assert relation is None
    assert boxes[claim.id].y == boxes[RecordId("q")].y
    assert _is_free(bench, claim)


@pytest.mark.parametrize(
    ("command", "kind"), [("insert.claim", ClaimKind.CLAIM), ("insert.question", ClaimKind.QUESTION)]
)
def test_a_free_claim_stands_at_the_middle_of_the_view(bench: Bench, command: str, kind: ClaimKind) -> None:
    bench.editor.select([RecordId("t")])
    bench.run(command)
    claim, relation = _added(bench)
    middle = bench.host.canvas.visible.center
    box = bench.host.canvas.boxes[claim.id]
    assert relation is None
    assert claim.kind is kind
    assert abs(box.center.y - middle.y) <= 2
    assert _is_free(bench, claim)


def test_one_undo_takes_a_new_claim_back_with_its_relation(bench: Bench) -> None:
    bench.run("insert.objection", "t")
    bench.run("edit.undo")
    assert bench.map == small_map()
    assert bench.selected == {"t"}


def test_claims_are_added_to_the_sample_where_nothing_stands() -> None:
    bench = sample_bench()
    for key in list(bench.map.claims):
        bench.run("insert.reason", key)
        claim, _ = _added_to_sample(bench)
        assert _is_free(bench, claim)
        bench.run("edit.undo")


def _added_to_sample(bench: Bench) -> tuple[Claim, Relation]:
    (key,) = bench.selected
    return bench.map.claims[RecordId(key)], bench.map.leaving(RecordId(key))[0]


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("insert.note", "note"),
        ("insert.comment", "comment"),
        ("insert.fact_check", "fact-check"),
        ("insert.question_note", "question"),
        ("insert.source_note", "source"),
    ],
)
def test_annotating_asks_the_inspector_for_a_note_of_the_kind(bench: Bench, command: str, kind: str) -> None:
    bench.run(command, "at")
    assert bench.host.done == [("note", ("at", kind))]


def test_what_bears_on_something_needs_one_thing_to_bear_on(bench: Bench) -> None:
    for command in ("insert.reason", "insert.objection", "insert.note", "insert.sibling"):
        assert not bench.can_run(command)
        assert not bench.can_run(command, "a", "b")
    assert not bench.can_run("insert.undercutter", "a")
    assert not bench.can_run("insert.sibling", "at")
