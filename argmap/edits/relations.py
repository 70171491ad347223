"""Verbs for relations: supporting, attacking, undercutting, linking, turning and re-aiming."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, ClaimKind, Relation, RelationKind, Strength
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction


def fault_in_connecting(
    map_: ArgumentMap, premise: RecordId, target: RecordId, kind: RelationKind
) -> str | None:
    """Why the premise may not bear on the target in this way, as one sentence; None where it may."""
    if premise == target:
        return "A claim cannot bear on itself."
    if premise not in map_.claims:
        return "Only a claim can be a premise."
    held = [r for r in map_.leaving(premise) if r.target == target and r.premises == (premise,)]
    if any(relation.kind is kind for relation in held):
        return "The two are connected like that already."
    if kind is RelationKind.SUPPORT and bears_on(map_, target, premise):
        return "That would be a loop: the target already supports this claim."
    if _owner_chain(map_, target, premise):
        return "A claim cannot undercut a step that it is itself a premise of."
    return None


def bears_on(map_: ArgumentMap, premise: RecordId, target: RecordId) -> bool:
    """Whether support leads from the one claim to the other, over any number of steps."""
    seen: set[RecordId] = set()
    waiting = [premise]
    while waiting:
        key = waiting.pop()
        if key == target:
            return True
        if key not in seen:
            seen.add(key)
            waiting += [r.target for r in map_.leaving(key) if r.kind is RelationKind.SUPPORT]
    return False


def _owner_chain(map_: ArgumentMap, target: RecordId, premise: RecordId) -> bool:
    relation = map_.relations.get(target)
    while relation is not None:
        if premise in relation.premises:
            return True
        relation = map_.relations.get(relation.target)
    return False


def connect(transaction: Transaction, premise: RecordId, target: RecordId, kind: RelationKind) -> RecordId:
    """Let a claim bear on a claim or on a relation; the new relation's id.

    A claim that supports a question answers it. Raises `Violation` where `fault_in_connecting` says why not.
    """
    kind = kind_towards(transaction.map, target, kind)
    fault = fault_in_connecting(transaction.map, premise, target, kind)
    if fault:
        raise Violation(fault)
    key = transaction.ids("r")
    transaction.put(Relation(id=key, premises=(premise,), target=target, kind=kind))
    return key


def kind_towards(map_: ArgumentMap, target: RecordId, kind: RelationKind) -> RelationKind:
    """The kind a relation to this target takes: support of a question is an answer, and no other is."""
    claim = map_.claims.get(target)
    if kind is not RelationKind.ATTACK and claim is not None and claim.kind is ClaimKind.QUESTION:
        return RelationKind.ANSWER
    return RelationKind.SUPPORT if kind is RelationKind.ANSWER else kind


def undercut(transaction: Transaction, premise: RecordId, relation: RecordId) -> RecordId:
    """Let a claim attack a relation itself, and neither of its ends; the new relation's id."""
    transaction.get(Relation, relation)
    return connect(transaction, premise, relation, RelationKind.ATTACK)


def link(transaction: Transaction, premises: Iterable[RecordId], relation: RecordId) -> None:
    """Make claims premises of a relation together with those it has.

    What each of them already says to that target on its own, in the same way, goes: linked, it says
    it together with the others.
    """
    host = transaction.get(Relation, relation)
    fresh = [key for key in premises if key not in host.premises]
    for key in fresh:
        if key == host.target or bears_on(transaction.map, host.target, key):
            raise Violation("That would be a loop: the target already supports this claim.")
        for other in transaction.map.leaving(key):
            if other.target == host.target and other.kind is host.kind and other.premises == (key,):
                _move_arriving(transaction, other.id, relation)
                transaction.remove(other.id)
    if fresh:
        transaction.update(Relation, relation, premises=(*host.premises, *fresh))


def link_claims(transaction: Transaction, premises: Iterable[RecordId]) -> RecordId:
    """Link claims that bear on one target in one way into one relation; its id.

    Raises `Violation` where no two of them have such a target, or a claim bears on nothing of the kind.
    """
    keys = list(premises)
    host = shared_relation(transaction.map, keys)
    if host is None:
        raise Violation("Linked premises bear on the same claim: connect one of them to it first.")
    link(transaction, keys, host.id)
    return host.id


def shared_relation(map_: ArgumentMap, premises: Iterable[RecordId]) -> Relation | None:
    """The relation that premises would be linked into: the first that leaves one of them and that all may join."""
    keys = list(premises)
    if len(keys) < 2:
        return None
    candidates = [relation for key in keys for relation in map_.leaving(key)]
    joined = [r for r in candidates if r.target not in keys and r.kind is not RelationKind.ANSWER]
    joined.sort(key=lambda r: (-sum(_has_like(map_, key, r) for key in keys), -len(r.premises)))
    return joined[0] if joined else None


def _has_like(map_: ArgumentMap, claim: RecordId, like: Relation) -> bool:
    return any(r.target == like.target and r.kind is like.kind for r in map_.leaving(claim))


def unlink(
    transaction: Transaction, relation: RecordId, premises: Iterable[RecordId] | None = None
) -> list[RecordId]:
    """Give linked premises (all of them but the first, if none are named) relations of their own; their ids."""
    host = transaction.get(Relation, relation)
    leaving = [key for key in host.premises if premises is None or key in set(premises)]
    if len(leaving) == len(host.premises):
        leaving = leaving[1:]
    rest = tuple(key for key in host.premises if key not in leaving)
    transaction.update(Relation, relation, premises=rest)
    fresh = []
    for key in leaving:
        new = transaction.ids("r")
        transaction.put(
            Relation(id=new, premises=(key,), target=host.target, kind=host.kind, strength=host.strength)
        )
        fresh.append(new)
    return fresh


def retarget(transaction: Transaction, relation: RecordId, target: RecordId) -> None:
    """Aim a relation at another claim or relation."""
    host = transaction.get(Relation, relation)
    kind = kind_towards(transaction.map, target, host.kind)
    for premise in host.premises:
        _require_free(transaction, premise, target, kind, relation)
    transaction.update(Relation, relation, target=target, kind=kind)


def replace_premise(transaction: Transaction, relation: RecordId, old: RecordId, new: RecordId) -> None:
    """Let a relation start from another claim."""
    host = transaction.get(Relation, relation)
    _require_free(transaction, new, host.target, host.kind, relation)
    premises = tuple(new if key == old else key for key in host.premises)
    transaction.update(Relation, relation, premises=premises)


def _require_free(
    transaction: Transaction, premise: RecordId, target: RecordId, kind: RelationKind, but: RecordId
) -> None:
    """Raise `Violation` where the premise may not bear on the target, the relation at hand left aside."""
    host = transaction.get(Relation, but)
    delta_free = Transaction(transaction.map, transaction.ids)
    for other in transaction.map.arriving(but):
        if premise in other.premises:
            raise Violation("A claim cannot undercut a step that it is itself a premise of.")
    delta_free.remove(host.id)
    fault = fault_in_connecting(delta_free.map, premise, target, kind)
    if target == host.id or fault:
        raise Violation(fault or "A relation cannot bear on itself.")


def reverse(transaction: Transaction, relation: RecordId) -> None:
    """Turn a relation round: its target becomes the premise, its one premise the target."""
    host = transaction.get(Relation, relation)
    if len(host.premises) != 1 or host.target not in transaction.map.claims:
        raise Violation("Only a relation from one claim to another can be turned round.")
    premise, target = host.premises[0], host.target
    kind = kind_towards(transaction.map, premise, host.kind)
    _require_free(transaction, target, premise, kind, relation)
    transaction.update(Relation, relation, premises=(target,), target=premise, kind=kind)


def set_relation_kind(transaction: Transaction, relation: RecordId, kind: RelationKind) -> None:
    """Make a relation support or attack."""
    host = transaction.get(Relation, relation)
    kind = kind_towards(transaction.map, host.target, kind)
    if kind is host.kind:
        return
    for premise in host.premises:
        _require_free(transaction, premise, host.target, kind, relation)
    transaction.update(Relation, relation, kind=kind)


def set_strength(transaction: Transaction, relations: Iterable[RecordId], strength: Strength) -> None:
    """Say how much relations carry."""
    for key in relations:
        transaction.update(Relation, key, strength=strength)


def set_reading(transaction: Transaction, relation: RecordId, reading: str) -> None:
    """Say in a word or two how a step is read."""
    transaction.update(Relation, relation, reading=reading)


def insert_between(transaction: Transaction, claim: RecordId, relation: RecordId) -> RecordId:
    """Put a claim into a step: the premises support it, and it takes their place; the new relation's id."""
    host = transaction.get(Relation, relation)
    if claim in host.premises or claim == host.target:
        raise Violation("The claim is part of this step already.")
    _require_free(transaction, claim, host.target, host.kind, relation)
    transaction.update(Relation, relation, premises=(claim,))
    key = transaction.ids("r")
    for premise in host.premises:
        fault = fault_in_connecting(transaction.map, premise, claim, RelationKind.SUPPORT)
        if fault:
            raise Violation(fault)
    transaction.put(Relation(id=key, premises=host.premises, target=claim))
    return key


def _move_arriving(transaction: Transaction, old: RecordId, new: RecordId) -> None:
    """What spoke of a relation that goes speaks of the one that takes its place."""
    for arriving in transaction.map.arriving(old):
        transaction.update(Relation, arriving.id, target=new)


def claims_of(map_: ArgumentMap, elements: Iterable[RecordId]) -> list[Claim]:
    """The claims among the elements, in the map's own order."""
    wanted = set(elements)
    return [claim for key, claim in map_.claims.items() if key in wanted]
