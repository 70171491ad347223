"""What part a claim plays, and what a relation does: both follow from the map, and nobody keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, ClaimKind, Relation, RelationKind


class Role(StrEnum):
    """The part a claim plays."""

    THESIS = "thesis"
    REASON = "reason"
    EVIDENCE = "evidence"
    OBJECTION = "objection"
    UNDERCUT = "undercut"
    IMPLICIT = "implicit"
    QUESTION = "question"
    CLAIM = "claim"
    """Free: it bears on nothing and nothing bears on it."""


class ArrowKind(StrEnum):
    """What a relation does, told apart by what it is aimed at: each kind has an arrow of its own."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    """An attack on another relation."""
    ANSWER = "answer"
    CONFLICT = "conflict"
    """One of two attacks that answer each other: they share one arrow."""
    WARRANT = "warrant"
    """A support of another relation."""


def is_undercut(map_: ArgumentMap, relation: Relation) -> bool:
    """Whether the relation attacks another relation, and not a claim."""
    return relation.kind is RelationKind.ATTACK and relation.target in map_.relations


def conflict_partner(map_: ArgumentMap, relation: Relation) -> Relation | None:
    """The attack that answers this one, where two claims attack each other: the two are a key conflict."""
    if relation.kind is not RelationKind.ATTACK or len(relation.premises) != 1:
        return None
    for other in map_.arriving(relation.premises[0]):
        if other.kind is RelationKind.ATTACK and other.premises == (relation.target,):
            return other
    return None


def arrow_kind_of(map_: ArgumentMap, relation: Relation) -> ArrowKind:
    """What the relation does in its map."""
    if relation.kind is RelationKind.ANSWER:
        return ArrowKind.ANSWER
    if relation.kind is RelationKind.SUPPORT:
        return ArrowKind.WARRANT if relation.target in map_.relations else ArrowKind.SUPPORT
    if is_undercut(map_, relation):
        return ArrowKind.UNDERCUT
    return ArrowKind.ATTACK if conflict_partner(map_, relation) is None else ArrowKind.CONFLICT


def role_of(map_: ArgumentMap, claim: Claim) -> Role:
    """The role of a claim in its map.

    Question and implicit are set by hand and come first. A thesis answers a question, is named by the
    map, or bears on nothing while something bears on it. An undercutter attacks a relation; an objection
    attacks at least as much as it supports; evidence is set by hand; the rest are reasons.
    """
    if claim.kind is ClaimKind.QUESTION:
        return Role.QUESTION
    if claim.implicit:
        return Role.IMPLICIT
    leaving = map_.leaving(claim.id)
    if claim.id in map_.info.theses or any(r.kind is RelationKind.ANSWER for r in leaving):
        return Role.THESIS
    if any(is_undercut(map_, relation) for relation in leaving):
        return Role.UNDERCUT
    if _attacks_most(leaving):
        return Role.OBJECTION
    if claim.kind is ClaimKind.EVIDENCE:
        return Role.EVIDENCE
    if leaving:
        return Role.REASON
    return Role.THESIS if map_.arriving(claim.id) else Role.CLAIM


def role_of_element(map_: ArgumentMap, element: RecordId) -> Role:
    """The role of a claim; of a relation, the one that a premise with nothing else to bear on would have."""
    claim = map_.claims.get(element)
    if claim is not None:
        return role_of(map_, claim)
    relation = map_.relations[element]
    if is_undercut(map_, relation):
        return Role.UNDERCUT
    return Role.OBJECTION if relation.kind is RelationKind.ATTACK else Role.REASON


def _attacks_most(leaving: Iterable[Relation]) -> bool:
    kinds = [relation.kind for relation in leaving]
    attacks = kinds.count(RelationKind.ATTACK)
    return attacks > 0 and attacks >= kinds.count(RelationKind.SUPPORT)
