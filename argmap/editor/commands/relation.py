"""Commands that make and change relations."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import (
    has_one_element,
    has_one_relation,
    has_relations,
    one_relation,
    selected_claims,
    selected_relations,
)
from argmap.edits.relations import link_claims, reverse, set_relation_kind, set_strength, unlink
from argmap.model.ids import RecordId
from argmap.model.records import Relation, RelationKind, Strength
from argmap.model.transaction import Transaction


def start_connecting(context: Context) -> None:
    """Choose by keyboard what the selected claim bears on, or where the selected arrow leads."""
    context.canvas.start_connecting()


def link_or_unlink(context: Context) -> None:
    """Link the selected premises into one relation; if they are linked already, give each its own."""
    linked = linked_relation(context)
    claims = [claim.id for claim in selected_claims(context)]
    if linked is None:
        context.editor.edit(labels.LINK, lambda transaction: link_claims(transaction, claims))
    else:
        freed = claims if len(claims) == 1 else None
        context.editor.edit(labels.UNLINK, lambda transaction: unlink(transaction, linked.id, freed))


def can_link_or_unlink(context: Context) -> bool:
    """Whether several claims are selected, or premises that are linked."""
    return len(selected_claims(context)) > 1 or linked_relation(context) is not None


def linked_relation(context: Context) -> Relation | None:
    """The relation that the selection is the linked premises of: all of them, one of them, or its arrow."""
    relation = one_relation(context)
    if relation is not None:
        return relation if len(relation.premises) > 1 else None
    claims = [claim.id for claim in selected_claims(context)]
    for candidate in context.map.leaving(claims[0]) if claims else ():
        if len(candidate.premises) > 1 and set(claims) <= set(candidate.premises):
            return candidate
    return None


def turn_round(context: Context) -> None:
    """Let the selected relation lead the other way."""
    relation = one_relation(context)
    if relation is not None:
        context.editor.edit(labels.REVERSE, lambda transaction: reverse(transaction, relation.id))


def give_kind(kind: RelationKind, context: Context) -> None:
    """Make the selected relations support or attack."""

    def edit(transaction: Transaction) -> None:
        for key in _keys(context):
            set_relation_kind(transaction, key, kind)

    context.editor.edit(labels.SUPPORT if kind is RelationKind.SUPPORT else labels.ATTACK, edit)


def has_kind(kind: RelationKind, context: Context) -> bool:
    """Whether all selected relations are of the kind, and there are some."""
    held = selected_relations(context)
    return bool(held) and all(relation.kind is kind for relation in held)


def give_strength(strength: Strength, context: Context) -> None:
    """Say how much the selected relations carry."""
    context.editor.edit(
        labels.SET_STRENGTH, lambda transaction: set_strength(transaction, _keys(context), strength)
    )


def has_strength(strength: Strength, context: Context) -> bool:
    """Whether all selected relations have the strength, and there are some."""
    held = selected_relations(context)
    return bool(held) and all(relation.strength is strength for relation in held)


def _keys(context: Context) -> list[RecordId]:
    return [relation.id for relation in selected_relations(context)]


def _kind(kind: RelationKind, *, title: str, key: str, icon: str) -> Command:
    return Command(
        id=f"relation.{kind.value}",
        title=title,
        run=partial(give_kind, kind),
        when=has_relations,
        checked=partial(has_kind, kind),
        keys=(key,),
        scope=Scope.CANVAS,
        menu="Claim/5",
        icon=icon,
        context_menu=True,
    )


def _strength(strength: Strength, *, title: str, key: str) -> Command:
    return Command(
        id=f"relation.{strength.value}",
        title=title,
        run=partial(give_strength, strength),
        when=has_relations,
        checked=partial(has_strength, strength),
        keys=(key,),
        scope=Scope.CANVAS,
        menu="Claim/6",
        context_menu=True,
        keywords=("strength",),
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="relation.connect",
        title="Connect…",
        run=start_connecting,
        when=has_one_element,
        keys=("C",),
        scope=Scope.CANVAS,
        menu="Claim/4",
        icon="spline",
        context_menu=True,
        keywords=("arrow", "relate"),
    ),
    Command(
        id="relation.link",
        title="Link or unlink premises",
        run=link_or_unlink,
        when=can_link_or_unlink,
        keys=("G",),
        scope=Scope.CANVAS,
        menu="Claim/4",
        icon="group",
        context_menu=True,
        keywords=("together", "linked", "independent"),
    ),
    Command(
        id="relation.reverse",
        title="Reverse arrow",
        run=turn_round,
        when=has_one_relation,
        keys=("R",),
        scope=Scope.CANVAS,
        menu="Claim/4",
        icon="replace",
        context_menu=True,
        keywords=("turn", "swap"),
    ),
    _kind(RelationKind.SUPPORT, title="Supports", key="S", icon="arrow-up"),
    _kind(RelationKind.ATTACK, title="Attacks", key="A", icon="swords"),
    _strength(Strength.WEAK, title="Weak", key="1"),
    _strength(Strength.NORMAL, title="Normal strength", key="2"),
    _strength(Strength.STRONG, title="Strong", key="3"),
)
"""Claim, as far as relations go."""
