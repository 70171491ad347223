"""Connecting, linking, turning, and saying how much an arrow carries."""

from __future__ import annotations

import pytest

from argmap.editor.commands.table import command
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Strength
from argmap.model.rules import Violation
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def test_connecting_begins_on_the_canvas(bench: Bench) -> None:
    bench.run("relation.connect", "a")
    assert bench.host.canvas.is_connecting
    assert bench.can_run("relation.connect", "at")
    assert not bench.can_run("relation.connect", "a", "c")


def test_premises_of_one_target_are_linked_and_freed_again(bench: Bench) -> None:
    bench.run("relation.link", "a", "c", "d")
    (linked,) = {r.id: r for key in "acd" for r in bench.map.leaving(RecordId(key))}.values()
    assert set(linked.premises) == {"a", "c", "d"}
    bench.run("relation.link")
    assert all(len(r.premises) == 1 for r in bench.map.relations.values())
    assert {r.target for key in "acd" for r in bench.map.leaving(RecordId(key))} == {"t"}


def test_one_linked_premise_is_freed_alone(bench: Bench) -> None:
    bench.run("relation.link", "d")
    assert bench.map.relations[RecordId("cdt")].premises == ("c",)
    assert [r.premises for r in bench.map.leaving(RecordId("d"))] == [("d",)]


def test_of_three_linked_premises_the_other_two_stay_linked(bench: Bench) -> None:
    bench.run("relation.link", "a", "c", "d")
    bench.run("relation.link", "d")
    together = [set(r.premises) for r in bench.map.arriving(RecordId("t"))]
    assert sorted(together, key=sorted) == [{"a", "c"}, {"b"}, {"d"}]


def test_a_linked_arrow_is_taken_apart(bench: Bench) -> None:
    bench.run("relation.link", "cdt")
    assert {r.premises for r in bench.map.arriving(RecordId("t"))} == {("a",), ("b",), ("c",), ("d",)}


def test_linking_needs_several_claims_or_a_link(bench: Bench) -> None:
    assert not bench.can_run("relation.link")
    assert not bench.can_run("relation.link", "a")
    assert not bench.can_run("relation.link", "at")


def test_claims_without_a_common_target_are_not_linked(bench: Bench) -> None:
    bench.editor.select([RecordId("q"), RecordId("t")])
    with pytest.raises(Violation):
        command("relation.link").run(bench.context)
    assert bench.map == small_map()


def test_an_arrow_is_turned_round(bench: Bench) -> None:
    bench.run("relation.reverse", "bt")
    turned = bench.map.relations[RecordId("bt")]
    assert (turned.premises, turned.target) == (("t",), "b")


def test_an_arrow_attacks_and_supports(bench: Bench) -> None:
    bench.run("relation.attack", "at", "bt")
    assert {bench.map.relations[RecordId(key)].kind for key in ("at", "bt")} == {RelationKind.ATTACK}
    bench.run("relation.support")
    assert {bench.map.relations[RecordId(key)].kind for key in ("at", "bt")} == {RelationKind.SUPPORT}
    checked = command("relation.support").checked
    assert checked is not None
    assert checked(bench.context)


@pytest.mark.parametrize(
    ("key", "strength"),
    [
        ("relation.weak", Strength.WEAK),
        ("relation.normal", Strength.NORMAL),
        ("relation.strong", Strength.STRONG),
    ],
)
def test_arrows_are_given_a_strength(bench: Bench, key: str, strength: Strength) -> None:
    bench.run("relation.strong", "at")
    bench.run("relation.weak", "bt")
    bench.run(key, "at", "bt")
    assert {bench.map.relations[RecordId(name)].strength for name in ("at", "bt")} == {strength}
    assert not bench.can_run(key, "a")


def test_a_strength_is_ticked_where_all_selected_arrows_have_it(bench: Bench) -> None:
    checked = command("relation.strong").checked
    assert checked is not None
    bench.run("relation.strong", "at")
    assert checked(bench.context)
    bench.editor.select([RecordId("at"), RecordId("bt")])
    assert not checked(bench.context)
    bench.run("relation.strong")
    assert checked(bench.context)
