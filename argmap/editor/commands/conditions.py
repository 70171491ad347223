"""When commands can run: small questions about what is selected, shared by the rows of the table."""

from __future__ import annotations

from argmap.editor.commands.command import Context
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Relation


def selected_claims(context: Context) -> list[Claim]:
    """The selected claims, in order of id."""
    claims = context.map.claims
    return [claims[key] for key in sorted(context.editor.selection) if key in claims]


def selected_relations(context: Context) -> list[Relation]:
    """The selected relations, in order of id."""
    relations = context.map.relations
    return [relations[key] for key in sorted(context.editor.selection) if key in relations]


def one_element(context: Context) -> RecordId | None:
    """The selected element, if there is exactly one."""
    selection = context.editor.selection
    return next(iter(selection)) if len(selection) == 1 else None


def one_claim(context: Context) -> Claim | None:
    """The selected claim, if exactly one element is selected and it is a claim."""
    return context.map.find(Claim, one_element(context))


def one_relation(context: Context) -> Relation | None:
    """The selected relation, if exactly one element is selected and it is a relation."""
    return context.map.find(Relation, one_element(context))


def has_selection(context: Context) -> bool:
    """Whether anything is selected."""
    return bool(context.editor.selection)


def has_claims(context: Context) -> bool:
    """Whether a claim is selected."""
    return any(key in context.map.claims for key in context.editor.selection)


def has_relations(context: Context) -> bool:
    """Whether a relation is selected."""
    return any(key in context.map.relations for key in context.editor.selection)


def has_one_element(context: Context) -> bool:
    """Whether exactly one element is selected."""
    return one_element(context) is not None


def has_one_claim(context: Context) -> bool:
    """Whether exactly one claim is selected and nothing else."""
    return one_claim(context) is not None


def has_one_relation(context: Context) -> bool:
    """Whether exactly one relation is selected and nothing else."""
    return one_relation(context) is not None


def has_map(context: Context) -> bool:
    """Whether there is anything on the map."""
    return bool(context.map.claims)
