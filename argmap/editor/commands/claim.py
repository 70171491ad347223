"""Commands that mark claims: kind, implicit, flag, pin."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import has_claims, selected_claims
from argmap.edits.arranging import set_pinned
from argmap.edits.claims import set_flag, set_implicit, set_kind
from argmap.model.ids import RecordId
from argmap.model.records import ClaimKind, Flag


def toggle_implicit(context: Context) -> None:
    """Mark the selected claims as supplied by the analyst; if all are, as said in the text."""
    wanted = not is_implicit(context)
    context.editor.edit(
        labels.SET_IMPLICIT,
        lambda transaction: set_implicit(transaction, _keys(context), wanted),
    )


def is_implicit(context: Context) -> bool:
    """Whether all selected claims are implicit, and there are some."""
    claims = selected_claims(context)
    return bool(claims) and all(claim.implicit for claim in claims)


def give_kind(kind: ClaimKind, context: Context) -> None:
    """Set the kind of the selected claims."""
    context.editor.edit(labels.SET_KIND, lambda t: set_kind(t, _keys(context), kind))


def has_kind(kind: ClaimKind, context: Context) -> bool:
    """Whether all selected claims are of the kind, and there are some."""
    claims = selected_claims(context)
    return bool(claims) and all(claim.kind is kind for claim in claims)


def toggle_flag(flag: Flag, context: Context) -> None:
    """Flag the selected claims; if all have this flag, take it away."""
    wanted = None if has_flag(flag, context) else flag
    label = labels.REMOVE_FLAG if wanted is None else labels.SET_FLAG
    context.editor.edit(label, lambda t: set_flag(t, _keys(context), wanted))


def has_flag(flag: Flag, context: Context) -> bool:
    """Whether all selected claims have the flag, and there are some."""
    claims = selected_claims(context)
    return bool(claims) and all(claim.flag is flag for claim in claims)


def toggle_pin(context: Context) -> None:
    """Pin the selected claims to their places; if all are pinned, let tidying move them again."""
    wanted = not is_pinned(context)
    label = labels.PIN if wanted else labels.UNPIN
    context.editor.edit(label, lambda t: set_pinned(t, _keys(context), wanted))


def is_pinned(context: Context) -> bool:
    """Whether all selected claims are pinned, and there are some."""
    places = [context.map.placement(key) for key in _keys(context)]
    return bool(places) and all(place is not None and place.pinned for place in places)


def _keys(context: Context) -> list[RecordId]:
    return [claim.id for claim in selected_claims(context)]


def _kind(name: str, kind: ClaimKind, *, title: str, icon: str) -> Command:
    return Command(
        id=f"claim.kind_{name}",
        title=title,
        run=partial(give_kind, kind),
        when=has_claims,
        checked=partial(has_kind, kind),
        menu="Claim/1",
        icon=icon,
        keywords=("role", "kind"),
    )


def _flag(name: str, flag: Flag, *, title: str) -> Command:
    return Command(
        id=f"claim.flag_{name}",
        title=title,
        run=partial(toggle_flag, flag),
        when=has_claims,
        checked=partial(has_flag, flag),
        menu="Claim/3",
        icon="triangle-alert",
        keywords=("flag", "check"),
    )


COMMANDS: tuple[Command, ...] = (
    _kind("claim", ClaimKind.CLAIM, title="Plain claim", icon="message-square"),
    _kind("evidence", ClaimKind.EVIDENCE, title="Evidence", icon="scroll-text"),
    _kind("question", ClaimKind.QUESTION, title="Question", icon="circle-question-mark"),
    Command(
        id="claim.implicit",
        title="Implicit",
        run=toggle_implicit,
        when=has_claims,
        checked=is_implicit,
        keys=("I",),
        scope=Scope.CANVAS,
        menu="Claim/2",
        icon="circle-dashed",
        context_menu=True,
        keywords=("unstated", "assumption"),
    ),
    Command(
        id="claim.pin",
        title="Pinned",
        run=toggle_pin,
        when=has_claims,
        checked=is_pinned,
        keys=("P",),
        scope=Scope.CANVAS,
        menu="Claim/2",
        icon="pin",
        keywords=("fix", "place"),
    ),
    _flag("date", Flag.DATE, title="Flag: check the date"),
    _flag("fact", Flag.FACT, title="Flag: check the fact"),
    _flag("disputed", Flag.DISPUTED, title="Flag: disputed"),
    _flag("to_do", Flag.TO_DO, title="Flag: to do"),
)
"""Claim, as far as single claims go."""
