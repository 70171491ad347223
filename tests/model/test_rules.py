"""What makes a map ill-formed, a sentence each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from argmap.model import limits, rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Relation,
    RelationKind,
    Source,
    VoiceTurn,
)
from tests.builders import furnished, sample, sketch
from tests.strategies import maps

A, B, GONE = RecordId("a"), RecordId("b"), RecordId("gone")


@settings(max_examples=60)
@given(maps())
def test_a_random_map_is_well_formed(map_: ArgumentMap) -> None:
    assert rules.check(map_) == []


def test_the_sample_is_well_formed() -> None:
    assert rules.check(sample()) == []


def _relation(*premises: str, target: str = "b", kind: RelationKind = RelationKind.SUPPORT) -> Relation:
    return Relation(
        id=RecordId("r"), premises=tuple(map(RecordId, premises)), target=RecordId(target), kind=kind
    )


def _placement(**fields: float) -> Placement:
    return replace(Placement(id=placement_id(A), element=A, x=0, y=0), **fields)


FAULTS: list[tuple[AnyRecord, str]] = [
    (MapInfo(id=RecordId("other")), "must have the id map"),
    (MapInfo(theses=(GONE,)), "names the claim gone, which is not there"),
    (MapInfo(question=GONE), "names the claim gone, which is not there"),
    (Claim(id=A, text="", participant=GONE), "names the participant gone, which is not there"),
    (Claim(id=A, text="", participant=B), "names the participant b, which is not there"),
    (Claim(id=A, text="", credence=1.5), "has a credence outside 0 to 1"),
    (Claim(id=A, text="", credence=-0.1), "has a credence outside 0 to 1"),
    (Claim(id=A, text="", credence=float("nan")), "has a credence outside 0 to 1"),
    (Claim(id=A, text="\ud800"), "holds text that cannot be saved"),
    (Claim(id=A, text="", tags=("fine", "\udfff")), "holds text that cannot be saved"),
    (Claim(id=RecordId(""), text=""), "holds text that cannot be saved"),
    (_relation(), "has no premise"),
    (_relation("a", "a"), "names a premise twice"),
    (_relation("gone"), "names the claim gone, which is not there"),
    (_relation("a->b"), "names the claim a->b, which is not there"),
    (_relation("a", "b"), "has its own premise as target"),
    (_relation("a", target="gone"), "points at gone, which is not there"),
    (_relation("a", target="at:a"), "points at at:a, which is not there"),
    (_relation("a", kind=RelationKind.ANSWER), "answers something that is not a question"),
    (_relation("a", target="a->b", kind=RelationKind.ANSWER), "answers something that is not a question"),
    (_relation("a", target="r"), "undercuts itself in a circle"),
    (
        Source(id=RecordId("s"), title="", body="", voices=(VoiceTurn(start=0, participant=GONE),)),
        "names the participant gone, which is not there",
    ),
    (
        Excerpt(id=RecordId("x"), element=A, source=GONE, exact="", start=0, end=1),
        "names the source gone, which is not there",
    ),
    (
        Excerpt(id=RecordId("x"), element=GONE, source=RecordId("text"), exact="", start=0, end=1),
        "belongs to gone, which is not there",
    ),
    (Excerpt(id=RecordId("x"), element=A, source=GONE, exact="", start=2, end=2), "covers no text"),
    (Excerpt(id=RecordId("x"), element=A, source=GONE, exact="", start=-1, end=2), "covers no text"),
    (Note(id=RecordId("n"), element=GONE, body=""), "belongs to gone, which is not there"),
    (Note(id=RecordId("n"), element=A, body="", author=B), "names the participant b, which is not there"),
    (
        Participant(id=RecordId("p"), name="", monogram="", reported_by=GONE),
        "names the participant gone, which is not there",
    ),
    (Group(id=RecordId("g"), title="", members=(GONE,)), "names the claim gone, which is not there"),
    (Placement(id=GONE, element=A, x=0, y=0), "must have the id at:a"),
    (
        Placement(id=placement_id(GONE), element=GONE, x=0, y=0),
        "names the claim gone, which is not there",
    ),
    (_placement(x=float("nan")), "stands at a place that is not a number within reach"),
    (_placement(y=float("-inf")), "stands at a place that is not a number within reach"),
    (_placement(width=float("inf")), "stands at a place that is not a number within reach"),
    (_placement(x=2 * rules.FARTHEST), "stands at a place that is not a number within reach"),
]


LONG, LONGER = "a" * limits.LONGEST_TEXT, "a" * (limits.LONGEST_TEXT + 1)
TOO_MUCH: list[tuple[AnyRecord, str]] = [
    (Claim(id=A, text="a" * (limits.LONGEST_TEXT + 1)), "has more than 100,000 characters under “text”"),
    (
        Claim(id=A, text="", tags=("t" * (limits.LONGEST_TEXT + 1),)),
        "has more than 100,000 characters under “tags”",
    ),
    (
        Claim(id=A, text="", tags=("t",) * (limits.MOST_NAMED + 1)),
        "has more than 100,000 entries under “tags”",
    ),
    (
        Source(id=RecordId("s"), title="", body="s" * (limits.LONGEST_SOURCE + 1)),
        "has more than 20,000,000 characters under “body”",
    ),
]


@pytest.mark.parametrize(("record", "fault"), FAULTS + TOO_MUCH, ids=str)
def test_each_fault_is_found_and_said(record: AnyRecord, fault: str) -> None:
    sound = sketch("b <- a")
    map_ = ArgumentMap([*(held for held in sound.values() if held.id != record.id), record])
    assert f"{type(record).__name__} {record.id} {fault}." in rules.check(map_)
    assert rules.check(sound) == []


def test_undercuts_that_run_in_a_circle_are_found_from_each_of_them() -> None:
    circle = [
        Relation(id=RecordId(name), premises=(A,), target=RecordId(target), kind=RelationKind.ATTACK)
        for name, target in (("r1", "r2"), ("r2", "r3"), ("r3", "r1"))
    ]
    faults = rules.check(ArgumentMap([*sketch("a").values(), *circle]))
    for name in ("r1", "r2", "r3"):
        assert f"Relation {name} undercuts itself in a circle." in faults


def test_what_is_just_short_of_too_much_is_sound() -> None:
    claim = Claim(id=A, text="a" * limits.LONGEST_TEXT, tags=("t",) * limits.MOST_NAMED)
    source = Source(id=RecordId("s"), title="", body="s" * (limits.LONGEST_TEXT + 1))
    assert rules.check(ArgumentMap([claim, source])) == []


def test_undercuts_go_only_so_deep() -> None:
    names = ["a->b", *(f"u{number}" for number in range(limits.DEEPEST_UNDERCUT + 1))]
    tower = [
        Relation(id=RecordId(upper), premises=(A,), target=RecordId(lower), kind=RelationKind.ATTACK)
        for lower, upper in pairwise(names)
    ]
    sound = [*sketch("b <- a").values(), *tower[:-1]]
    assert rules.check(ArgumentMap(sound)) == []
    assert rules.check(ArgumentMap([*sound, tower[-1]])) == [
        f"Relation {names[-1]} is the end of more than 20 undercuts one upon the other."
    ]


def test_only_the_records_asked_for_are_checked() -> None:
    bad = [Note(id=RecordId(f"n{number}"), element=GONE, body="") for number in (1, 2)]
    map_ = ArgumentMap([*furnished().values(), *bad])
    assert len(rules.check(map_)) == 2
    assert rules.check(map_, [bad[1]]) == ["Note n2 belongs to gone, which is not there."]


def test_references_are_the_ids_a_record_names() -> None:
    named = {key: set(rules.references(record)) for key, record in furnished().items()}
    assert named[RecordId("map")] == {"thesis", "reason"}
    assert named[RecordId("bob")] == {"ada"}
    assert named[RecordId("text")] == {"ada"}
    assert named[RecordId("reason")] == set()
    assert named[RecordId("doubt-x>(reason->thesis)")] == {"doubt", "reason->thesis"}
    assert named[RecordId("on-reason")] == {"reason", "text"}
    assert named[RecordId("said-of-reason")] == {"reason", "bob"}
    assert named[RecordId("group")] == {"reason", "other", "thesis"}
    assert named[RecordId("at:reason")] == {"reason"}
