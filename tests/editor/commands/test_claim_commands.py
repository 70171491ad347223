"""Marking claims: kind, implicit, flag, pin."""

from __future__ import annotations

import pytest

from argmap.editor.commands.table import command
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, Flag, RelationKind
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def _is_checked(bench: Bench, key: str) -> bool:
    checked = command(key).checked
    assert checked is not None
    return checked(bench.context)


def test_implicit_is_set_for_all_and_then_taken_from_all(bench: Bench) -> None:
    bench.run("claim.implicit", "a")
    bench.run("claim.implicit", "a", "b")
    assert all(bench.map.claims[RecordId(key)].implicit for key in "ab")
    assert _is_checked(bench, "claim.implicit")
    bench.run("claim.implicit")
    assert not any(bench.map.claims[RecordId(key)].implicit for key in "ab")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("claim.kind_claim", ClaimKind.CLAIM),
        ("claim.kind_evidence", ClaimKind.EVIDENCE),
        ("claim.kind_question", ClaimKind.QUESTION),
    ],
)
def test_the_kind_is_set(bench: Bench, key: str, kind: ClaimKind) -> None:
    bench.editor.select([RecordId("q"), RecordId("b")])
    assert not _is_checked(bench, key)
    bench.run(key)
    assert {bench.map.claims[RecordId(name)].kind for name in "qb"} == {kind}
    assert _is_checked(bench, key)


def test_what_answered_a_question_supports_what_it_becomes(bench: Bench) -> None:
    bench.run("claim.kind_claim", "q")
    assert bench.map.relations[RecordId("tq")].kind is RelationKind.SUPPORT


@pytest.mark.parametrize(
    ("key", "flag"),
    [
        ("claim.flag_date", Flag.DATE),
        ("claim.flag_fact", Flag.FACT),
        ("claim.flag_disputed", Flag.DISPUTED),
        ("claim.flag_to_do", Flag.TO_DO),
    ],
)
def test_a_flag_is_set_and_taken_away(bench: Bench, key: str, flag: Flag) -> None:
    bench.run(key, "a", "b")
    assert {bench.map.claims[RecordId(name)].flag for name in "ab"} == {flag}
    assert _is_checked(bench, key)
    bench.run(key)
    assert {bench.map.claims[RecordId(name)].flag for name in "ab"} == {None}


def test_pinning_holds_and_lets_go(bench: Bench) -> None:
    bench.run("claim.pin", "a", "b")
    places = [bench.map.placement(RecordId(name)) for name in "ab"]
    assert all(place is not None and place.pinned for place in places)
    assert _is_checked(bench, "claim.pin")
    bench.run("claim.pin")
    assert bench.map == small_map()


def test_marking_needs_a_claim(bench: Bench) -> None:
    for key in ("claim.implicit", "claim.pin", "claim.kind_evidence", "claim.flag_date"):
        assert not bench.can_run(key)
        assert not bench.can_run(key, "at")
        assert not _is_checked(bench, key)
