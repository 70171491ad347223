"""Verbs for claims: adding, wording and marking them."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    Claim,
    ClaimKind,
    Flag,
    Placement,
    Relation,
    RelationKind,
)
from argmap.model.text import normalized
from argmap.model.transaction import Transaction


def add_claim(
    transaction: Transaction,
    text: str,
    *,
    at: tuple[float, float],
    kind: ClaimKind = ClaimKind.CLAIM,
    participant: RecordId | None = None,
) -> RecordId:
    """Add a claim that stands with its top left corner at a place on the map; its id."""
    key = transaction.ids("c")
    transaction.put(*placed_claim(key, text, at=at, kind=kind, participant=participant))
    return key


def placed_claim(
    key: RecordId,
    text: str,
    *,
    at: tuple[float, float],
    kind: ClaimKind = ClaimKind.CLAIM,
    participant: RecordId | None = None,
) -> tuple[Claim, Placement]:
    """A claim and where it stands, not yet on any map."""
    claim = Claim(id=key, text=normalized(text), kind=kind, participant=participant)
    return claim, Placement(id=placement_id(key), element=key, x=at[0], y=at[1])


def reword(transaction: Transaction, claim: RecordId, text: str) -> None:
    """Say the claim in other words."""
    transaction.update(Claim, claim, text=normalized(text))


def set_label(transaction: Transaction, claim: RecordId, label: str) -> None:
    """Set the short form that stands for the claim at small scales."""
    transaction.update(Claim, claim, label=normalized(label))


def set_kind(transaction: Transaction, claims: Iterable[RecordId], kind: ClaimKind) -> None:
    """Set the kind by hand. What supported a claim answers it as a question, and the other way round."""
    for key in claims:
        transaction.update(Claim, key, kind=kind, implicit=False)
        bearing = RelationKind.ANSWER if kind is ClaimKind.QUESTION else RelationKind.SUPPORT
        for relation in transaction.map.arriving(key):
            if relation.kind is not RelationKind.ATTACK:
                transaction.update(Relation, relation.id, kind=bearing)


def set_implicit(transaction: Transaction, claims: Iterable[RecordId], implicit: bool) -> None:
    """Mark claims as supplied by the analyst, or as said in the text."""
    for key in claims:
        transaction.update(Claim, key, implicit=implicit)


def set_participant(
    transaction: Transaction, claims: Iterable[RecordId], participant: RecordId | None
) -> None:
    """Say whose claims they are."""
    for key in claims:
        transaction.update(Claim, key, participant=participant)


def set_credence(transaction: Transaction, claims: Iterable[RecordId], credence: float | None) -> None:
    """Set the analyst's own degree of belief, 0 to 1; None takes it away."""
    for key in claims:
        transaction.update(Claim, key, credence=credence)


def set_flag(transaction: Transaction, claims: Iterable[RecordId], flag: Flag | None) -> None:
    """Say why claims want a second look; None takes the flag away."""
    for key in claims:
        transaction.update(Claim, key, flag=flag)


def add_tag(transaction: Transaction, claims: Iterable[RecordId], tag: str) -> None:
    """Tag claims; those that have the tag keep it once."""
    for key in claims:
        tags = transaction.get(Claim, key).tags
        if tag not in tags:
            transaction.update(Claim, key, tags=(*tags, tag))


def remove_tag(transaction: Transaction, claims: Iterable[RecordId], tag: str) -> None:
    """Take a tag from claims."""
    for key in claims:
        tags = transaction.get(Claim, key).tags
        transaction.update(Claim, key, tags=tuple(held for held in tags if held != tag))


def remove_elements(transaction: Transaction, elements: Iterable[RecordId]) -> None:
    """Remove claims and relations with everything that cannot stand without them."""
    transaction.remove(*elements)


def branch_of(transaction: Transaction, roots: Iterable[RecordId]) -> set[RecordId]:
    """The claims that bear on the roots and on nothing outside: what goes when a branch goes.

    A claim belongs to the branch when every relation that leaves it leads into the branch.
    """
    map_ = transaction.map
    branch = set(roots)
    waiting = list(branch)
    while waiting:
        for relation in map_.arriving(waiting.pop()):
            branch.add(relation.id)
            fresh = [p for p in relation.premises if p not in branch]
            ripe = [p for p in fresh if all(r.target in branch for r in map_.leaving(p))]
            branch.update(ripe)
            waiting.extend([*ripe, relation.id])
    return branch
