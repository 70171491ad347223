"""What the rules allow and no verb does: support in a circle, undercutting one's own step, odd answers."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, RelationKind


def is_sensible(map_: ArgumentMap) -> bool:
    """Whether there is no loop, no claim undercuts its own step, and only questions are answered."""
    return not (_has_loop(map_) or _has_own_step(map_) or _has_misplaced_answer(map_))


def _has_loop(map_: ArgumentMap) -> bool:
    """Peel off claims that nothing supports until none is left, or only loops are."""
    steps = {
        (p, r.target)
        for r in map_.relations.values()
        if r.kind is not RelationKind.ATTACK
        for p in r.premises
    }
    left: set[RecordId] = set(map_.claims)
    while True:
        supported = {target for premise, target in steps if premise in left}
        peeled = left - supported
        if not peeled:
            return bool(left)
        left -= peeled


def _has_own_step(map_: ArgumentMap) -> bool:
    return any(
        relation.target in map_.relations
        and not set(relation.premises).isdisjoint(map_.relations[relation.target].premises)
        for relation in map_.relations.values()
    )


def _has_misplaced_answer(map_: ArgumentMap) -> bool:
    """Support of a question is an answer, and no other relation is."""
    questions = {claim.id for claim in map_.claims.values() if claim.kind is ClaimKind.QUESTION}
    return any(
        (relation.kind is RelationKind.ANSWER) is not (relation.target in questions)
        for relation in map_.relations.values()
        if relation.kind is not RelationKind.ATTACK
    )
