"""What part a claim plays follows from its relations."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, MapInfo
from argmap.model.roles import (
    ArrowKind,
    Role,
    arrow_kind_of,
    conflict_partner,
    is_undercut,
    role_of,
    role_of_element,
)
from tests.builders import sketch, with_fields


def role(map_: ArgumentMap, claim: str) -> Role:
    return role_of(map_, map_.claims[RecordId(claim)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", Role.CLAIM),
        ("x?", Role.QUESTION),
        ("x <- a", Role.THESIS),
        ("x <x- a", Role.THESIS),
        ("why? <- x", Role.THESIS),
        ("why? <- x; y <x- x", Role.THESIS),
        ("why? <x- x", Role.OBJECTION),
        ("y <- x", Role.REASON),
        ("y <- x; x <- z", Role.REASON),
        ("y <x- x", Role.OBJECTION),
        ("y <x- x; z <- x", Role.OBJECTION),
        ("y <x- x; z <- x; w <- x", Role.REASON),
        ("y <- z; (z -> y) <x- x", Role.UNDERCUT),
        ("y <- z; (z -> y) <x- x; y <- x; w <- x", Role.UNDERCUT),
        ("y <- z; (z -> y) <- x", Role.REASON),
        ("y <- x + z", Role.REASON),
    ],
)
def test_a_role_follows_from_the_relations(text: str, expected: Role) -> None:
    assert role(sketch(text), "x") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", Role.EVIDENCE),
        ("y <- x", Role.EVIDENCE),
        ("y <x- x", Role.OBJECTION),
        ("why? <- x", Role.THESIS),
    ],
)
def test_evidence_is_set_by_hand_and_gives_way_to_what_the_claim_does(text: str, expected: Role) -> None:
    assert role(with_fields(sketch(text), "x", kind=ClaimKind.EVIDENCE), "x") is expected


def test_implicit_is_set_by_hand_and_comes_before_what_the_claim_does() -> None:
    assert role(with_fields(sketch("y <x- x"), "x", implicit=True), "x") is Role.IMPLICIT
    assert role(with_fields(sketch("x?"), "x", implicit=True), "x") is Role.QUESTION


def test_the_map_names_theses() -> None:
    map_ = sketch("y <- x", MapInfo(theses=(RecordId("x"),)))
    assert role(map_, "x") is Role.THESIS


def test_an_undercut_is_an_attack_on_a_relation() -> None:
    map_ = sketch("y <x- z; (z -x> y) <x- x; (z -x> y) <- w")
    found = {key for key, relation in map_.relations.items() if is_undercut(map_, relation)}
    assert found == {"x-x>(z-x>y)"}


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("a <x- b; b <x- a", "a-x>b"),
        ("a <x- b; b <- a", None),
        ("a <- b; b <x- a", None),
        ("a <x- b", None),
        ("a <x- b; b <x- a + c", None),
        ("a <x- b; c <x- a", None),
    ],
)
def test_two_claims_that_attack_each_other_are_a_key_conflict(text: str, partner: str | None) -> None:
    map_ = sketch(text)
    first = next(relation for relation in map_.relations.values() if relation.target == "a")
    found = conflict_partner(map_, first)
    assert (found and found.id) == partner
    if found:
        assert conflict_partner(map_, found) == first


def test_linked_attacks_are_no_key_conflict() -> None:
    map_ = sketch("a <x- b + c; b <x- a")
    assert all(conflict_partner(map_, relation) is None for relation in map_.relations.values())


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("x <- a", "a->x", ArrowKind.SUPPORT),
        ("x <x- a", "a-x>x", ArrowKind.ATTACK),
        ("x? <- a", "a->x", ArrowKind.ANSWER),
        ("x? <x- a", "a-x>x", ArrowKind.ATTACK),
        ("x <- a; (a -> x) <x- b", "b-x>(a->x)", ArrowKind.UNDERCUT),
        ("x <- a; (a -> x) <- b", "b->(a->x)", ArrowKind.WARRANT),
        ("x <x- a; a <x- x", "a-x>x", ArrowKind.CONFLICT),
        ("x <x- a + b; a <x- x", "a+b-x>x", ArrowKind.ATTACK),
    ],
)
def test_what_a_relation_does_follows_from_its_target(text: str, relation: str, expected: ArrowKind) -> None:
    map_ = sketch(text)
    assert arrow_kind_of(map_, map_.relations[RecordId(relation)]) is expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("x", Role.THESIS),
        ("a->x", Role.REASON),
        ("b-x>x", Role.OBJECTION),
        ("c-x>(a->x)", Role.UNDERCUT),
        ("d->(a->x)", Role.REASON),
    ],
)
def test_a_relation_has_the_role_of_what_does_nothing_else(element: str, expected: Role) -> None:
    map_ = sketch("x <- a; x <x- b; (a -> x) <x- c; (a -> x) <- d")
    assert role_of_element(map_, RecordId(element)) is expected
