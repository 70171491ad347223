"""Verbs for relations: supporting, attacking, undercutting, linking, turning and re-aiming."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, Relation, RelationKind, Strength
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction

OWN_STEP = "A claim cannot undercut a step that it is itself a premise of."


def fault_in_connecting(
    map_: ArgumentMap, premise: RecordId, target: RecordId, kind: RelationKind
) -> str | None:
    """Why the premise may not bear on the target in this way, as one sentence; None where it may."""
    if _alone(map_, premise, target, kind) is not None:
        return "The two are connected like that already."
    return _fault_in_joining(map_, premise, target, kind)


def _alone(map_: ArgumentMap, premise: RecordId, target: RecordId, kind: RelationKind) -> Relation | None:
    """The relation by which the premise, on its own, bears on the target in this way."""
    for relation in map_.leaving(premise):
        if (relation.premises, relation.target, relation.kind) == ((premise,), target, kind):
            return relation
    return None


def _fault_in_joining(
    map_: ArgumentMap, premise: RecordId, target: RecordId, kind: RelationKind
) -> str | None:
    if premise == target:
        return "A claim cannot bear on itself."
    if premise not in map_.claims:
        return "Only a claim can be a premise."
    if kind is not RelationKind.ATTACK and bears_on(map_, target, premise):
        return "That would be a loop: the target already supports this claim."
    step = map_.relations.get(target)
    if step is not None and premise in step.premises:
        return OWN_STEP
    return None


def bears_on(map_: ArgumentMap, premise: RecordId, target: RecordId) -> bool:
    """Whether support (or an answer) leads from the one claim to the other, over any number of steps."""
    seen: set[RecordId] = set()
    waiting = [premise]
    while waiting:
        key = waiting.pop()
        if key == target:
            return True
        if key not in seen:
            seen.add(key)
            waiting += [r.target for r in map_.leaving(key) if r.kind is not RelationKind.ATTACK]
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
    it together with the others, and what was tied to the step it made is tied to the linked one.
    """
    host = transaction.get(Relation, relation)
    fresh = [key for key in dict.fromkeys(premises) if key not in host.premises]
    for key in fresh:
        fault = _fault_in_joining(transaction.map, key, host.target, host.kind)
        if fault:
            raise Violation(fault)
        alone = _alone(transaction.map, key, host.target, host.kind)
        if alone is not None:
            _merge(transaction, alone.id, relation)
    if fresh:
        transaction.update(Relation, relation, premises=(*host.premises, *fresh))
        _require_no_own_step(transaction.map, relation)


def _merge(transaction: Transaction, old: RecordId, new: RecordId) -> None:
    """Let a relation take the place of one that says the same: what spoke of the old speaks of the new."""
    map_ = transaction.map
    for arriving in map_.arriving(old):
        twins = [r for r in map_.arriving(new) if (r.premises, r.kind) == (arriving.premises, arriving.kind)]
        if twins:
            _merge(transaction, arriving.id, twins[0].id)
        else:
            transaction.update(Relation, arriving.id, target=new)
    for tied in (*map_.excerpts_of(old), *map_.notes_of(old)):
        transaction.update(type(tied), tied.id, element=new)
    transaction.remove(old)


def _require_no_own_step(map_: ArgumentMap, relation: RecordId) -> None:
    premises = set(map_.relations[relation].premises)
    if any(not premises.isdisjoint(other.premises) for other in map_.arriving(relation)):
        raise Violation(OWN_STEP)


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
    """The relation that premises would be linked into: one that leaves one of them and that all may join."""
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
    """Give linked premises (all of them but the first, if none are named) relations of their own; their ids.

    One that bears on the target alone already keeps to that relation.
    """
    host = transaction.get(Relation, relation)
    named = set(host.premises if premises is None else premises)
    leaving = [key for key in host.premises if key in named]
    if len(leaving) == len(host.premises):
        leaving = leaving[1:]
    rest = tuple(key for key in host.premises if key not in leaving)
    transaction.update(Relation, relation, premises=rest)
    return [_own_relation(transaction, key, host) for key in leaving]


def _own_relation(transaction: Transaction, premise: RecordId, like: Relation) -> RecordId:
    held = _alone(transaction.map, premise, like.target, like.kind)
    if held is not None:
        return held.id
    key = transaction.ids("r")
    transaction.put(
        Relation(id=key, premises=(premise,), target=like.target, kind=like.kind, strength=like.strength)
    )
    return key


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
            raise Violation(OWN_STEP)
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
    kind = kind_towards(transaction.map, claim, RelationKind.SUPPORT)
    for premise in host.premises:
        fault = fault_in_connecting(transaction.map, premise, claim, kind)
        if fault:
            raise Violation(fault)
    key = transaction.ids("r")
    transaction.put(Relation(id=key, premises=host.premises, target=claim, kind=kind))
    return key
