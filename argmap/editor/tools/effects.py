"""What letting go on something does: the ways to connect two things, which can be had, and doing them."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.tools.tool import Choice, Drop, Effect
from argmap.edits import relations
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids
from argmap.model.records import Relation, RelationKind, Strength
from argmap.model.rules import Violation
from argmap.model.transaction import Edit, Transaction

WORDS = {
    "support": "Supports",
    "attack": "Attacks",
    "link": "Links with",
    "undercut": "Undercuts its inference",
    "ask": "Connect",
}
"""The effects of dropping a card on a card, as its zones name them."""

ON_CARD: tuple[Effect, ...] = ("support", "attack", "undercut", "link")
ON_ARROW: tuple[Effect, ...] = ("undercut", "insert", "support")


def choices(map_: ArgumentMap, premise: RecordId, target: RecordId) -> tuple[Choice, ...]:
    """The ways a claim can bear on a claim or a relation, each with why it cannot, where it cannot."""
    effects = ON_ARROW if target in map_.relations else ON_CARD
    return tuple(Choice(effect, refusal(map_, effect, premise, target)) for effect in effects)


def refusal(map_: ArgumentMap, effect: str, premise: RecordId, target: RecordId) -> str:
    """Why an effect cannot be had between the two; empty where it can."""
    return fault_of(map_, lambda trial: carry_out(trial, effect, premise, target))


def fault_of(map_: ArgumentMap, edit: Edit) -> str:
    """Why an edit of the map would be refused; empty where it would not."""
    trial = Transaction(map_, counting_ids())
    try:
        edit(trial)
        trial.finish()
    except Violation as fault:
        return str(fault)
    return ""


def carry_out(transaction: Transaction, effect: str, premise: RecordId, target: RecordId) -> RecordId:
    """Connect the two in the way named; the id of the relation that says so."""
    match effect:
        case "support":
            return relations.connect(transaction, premise, target, RelationKind.SUPPORT)
        case "attack":
            return relations.connect(transaction, premise, target, RelationKind.ATTACK)
        case "undercut":
            return relations.undercut(transaction, premise, step_of(transaction.map, target).id)
        case "link":
            host = step_of(transaction.map, target)
            if premise in host.premises:
                raise Violation("The two are linked already.")
            relations.link(transaction, [premise], host.id)
            return host.id
        case "insert":
            return relations.insert_between(transaction, premise, target)
        case _:
            raise Violation(f"There is no way to connect called {effect}.")


def step_of(map_: ArgumentMap, element: RecordId) -> Relation:
    """The relation itself, or the one by which a claim bears on its target."""
    relation = map_.relations.get(element)
    if relation is not None:
        return relation
    leaving = [r for r in map_.leaving(element) if r.kind is not RelationKind.ANSWER]
    if not leaving:
        raise Violation("That claim bears on nothing yet: there is no inference to join or to undercut.")
    return leaving[0]


def drop_on(map_: ArgumentMap, effect: str, premise: RecordId, target: RecordId) -> Drop:
    """What letting go would do, in words."""
    if effect == "ask":
        reasons = [choice.refusal for choice in choices(map_, premise, target)]
        fault = "" if not all(reasons) else reasons[0]
    else:
        fault = refusal(map_, effect, premise, target)
    return Drop(target, "refused", fault) if fault else Drop(target, effect, WORDS.get(effect, "Connect"))


def changes(map_: ArgumentMap, relation: RecordId) -> tuple[Choice, ...]:
    """The ways a relation can be changed, each with why it cannot, where it cannot."""
    return tuple(
        Choice(answer, fault_of(map_, partial(change_relation, relation=relation, answer=answer)))
        for answer in ("support", "attack", "reverse", "delete")
    )


def change_relation(transaction: Transaction, relation: RecordId, answer: str) -> None:
    """Carry out what the popup of a relation answers: a kind, a strength, `reverse` or `delete`."""
    match answer:
        case "support" | "attack":
            relations.set_relation_kind(transaction, relation, RelationKind(answer))
        case "weak" | "normal" | "strong":
            relations.set_strength(transaction, [relation], Strength(answer))
        case "reverse":
            relations.reverse(transaction, relation)
        case "delete":
            transaction.remove(relation)
        case _:
            raise Violation(f"A relation cannot be changed to {answer}.")


def label_of(effect: str) -> str:
    """The name of the undo step that an effect makes, or that setting a strength makes."""
    return _LABELS.get(effect, labels.SET_STRENGTH)


_LABELS = {
    "support": labels.SUPPORT,
    "attack": labels.ATTACK,
    "undercut": labels.UNDERCUT,
    "link": labels.LINK,
    "insert": labels.INSERT_BETWEEN,
    "reverse": labels.REVERSE,
    "delete": labels.DELETE,
}
