"""Commands on the text beside the map."""

from __future__ import annotations

from functools import partial

from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import one_element, one_relation
from argmap.editor.host import Panel
from argmap.editor.quoting import Use, use_quote
from argmap.source.coverage import next_unmapped as unmapped_after
from argmap.source.quote import Quote


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


def next_unmapped(context: Context) -> None:
    """Select the next sentence of the text that no passage touches."""
    place = context.host.text.place
    if place is None:
        return
    source = context.map.sources[place[0]]
    found = unmapped_after(source, context.map.excerpts.values(), place[1])
    if found is None:
        context.host.show_toast("Every sentence of this text is mapped")
    else:
        context.host.show_panel(Panel.SOURCE, True)
        context.host.text.select_quote(Quote(source.id, found.start, found.end))


def add(context: Context) -> None:
    """Ask for files and add their texts to the map."""
    for path in context.host.ask_text_paths():
        context.host.add_text(path)


def has_text(context: Context) -> bool:
    """Whether a text is shown."""
    return context.host.text.place is not None


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
        menu="Insert/4",
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
        menu="Insert/4",
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
        menu="Insert/4",
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
        menu="Insert/4",
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
        menu="Insert/4",
        icon="text-quote",
        keywords=("quote", "excerpt", "anchor"),
    ),
    Command(
        id="source.next_unmapped",
        title="Next unmapped sentence",
        run=next_unmapped,
        when=has_text,
        keys=("Ctrl+J",),
        menu="Insert/5",
        icon="text-quote",
        keywords=("coverage", "left", "walk"),
    ),
    Command(
        id="source.add",
        title="Text from a file…",
        run=add,
        menu="Insert/5",
        icon="file-text",
        keywords=("source", "import", "pdf", "word", "docx", "epub", "html", "essay"),
    ),
)
"""The text."""
