"""Commands that make claims of passages of the text."""

from __future__ import annotations

from functools import partial

from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import one_element, one_relation
from argmap.editor.quoting import Use, use_quote


def quote(use: Use, context: Context) -> None:
    """Make of the passage that is selected in the text what it is to be, and go on with its words."""
    passage, canvas = context.host.text.selected_quote, context.canvas
    if passage is None:
        return
    target = None if use is Use.CLAIM else one_element(context)
    at = canvas.visible.center
    element = use_quote(context.editor, passage, use, target=target, boxes=canvas.boxes, at=at)
    canvas.reveal([element, *([] if target is None else [target])])
    if use is not Use.ATTACH:
        canvas.edit_claim(element, fresh=True)


def has_quote(context: Context) -> bool:
    """Whether a passage is selected in the text."""
    return context.host.text.selected_quote is not None


def can_bear(context: Context) -> bool:
    """Whether a passage is selected in the text, and one element on the map."""
    return has_quote(context) and one_element(context) is not None


def can_undercut(context: Context) -> bool:
    """Whether a passage is selected in the text, and one relation on the map."""
    return has_quote(context) and one_relation(context) is not None


COMMANDS: tuple[Command, ...] = (
    Command(
        id="source.claim",
        title="Claim from the text",
        run=partial(quote, Use.CLAIM),
        when=has_quote,
        keys=("N",),
        scope=Scope.SOURCE,
        menu="Text/1",
        icon="plus",
        keywords=("quote", "passage"),
    ),
    Command(
        id="source.reason",
        title="Reason from the text",
        run=partial(quote, Use.REASON),
        when=can_bear,
        keys=("Tab",),
        scope=Scope.SOURCE,
        menu="Text/1",
        icon="message-square-plus",
        keywords=("quote", "passage", "support"),
    ),
    Command(
        id="source.objection",
        title="Objection from the text",
        run=partial(quote, Use.OBJECTION),
        when=can_bear,
        keys=("Shift+Tab",),
        scope=Scope.SOURCE,
        menu="Text/1",
        icon="message-square-x",
        keywords=("quote", "passage", "attack"),
    ),
    Command(
        id="source.undercutter",
        title="Undercutter from the text",
        run=partial(quote, Use.UNDERCUTTER),
        when=can_undercut,
        keys=("U",),
        scope=Scope.SOURCE,
        menu="Text/1",
        icon="scissors",
        keywords=("quote", "passage", "undercut"),
    ),
    Command(
        id="source.attach",
        title="Attach the passage",
        run=partial(quote, Use.ATTACH),
        when=can_bear,
        keys=("A",),
        scope=Scope.SOURCE,
        menu="Text/1",
        icon="text-quote",
        keywords=("quote", "excerpt", "anchor"),
    ),
)
"""From the text to the map."""
