"""Commands on the texts beside the map: bringing them in, describing them, and walking through them."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context
from argmap.editor.host import Panel
from argmap.editor.words import count, title_of
from argmap.edits.sources import remove_source
from argmap.source.coverage import next_unmapped as unmapped_after
from argmap.source.quote import Quote


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
    for path in context.host.texts.ask_paths():
        context.host.texts.add_file(path)


def paste(context: Context) -> None:
    """Add the text on the clipboard to the map."""
    context.host.texts.add_copied()


def describe(context: Context) -> None:
    """Show the details of the text that is shown, or hide them."""
    is_described = has_details(context)
    if not is_described:
        context.host.show_panel(Panel.SOURCE, True)
    context.host.text.describe(not is_described)


def has_details(context: Context) -> bool:
    """Whether the details of a text are on screen."""
    return context.host.text.is_described and context.host.is_panel_shown(Panel.SOURCE)


def remove(context: Context) -> None:
    """Remove the text that is shown, and its passages with it."""
    place = context.host.text.place
    if place is None:
        return
    source = context.map.sources[place[0]]
    passages = sum(excerpt.source == source.id for excerpt in context.map.excerpts.values())
    context.editor.edit(labels.REMOVE_TEXT, partial(remove_source, source=source.id))
    with_them = f" with {count(passages, 'passage')}" if passages else ""
    context.host.show_toast(f"Removed “{title_of(source)}”{with_them}", undo=True)


def has_text(context: Context) -> bool:
    """Whether a text is shown."""
    return context.host.text.place is not None


COMMANDS: tuple[Command, ...] = (
    Command(
        id="source.next_unmapped",
        title="Next unmapped sentence",
        run=next_unmapped,
        when=has_text,
        keys=("Ctrl+J",),
        menu="Text/2",
        icon="text-quote",
        keywords=("coverage", "left", "walk"),
    ),
    Command(
        id="source.add",
        title="Text from a file…",
        run=add,
        keys=("Ctrl+I",),
        menu="Text/3",
        icon="file-text",
        keywords=("source", "import", "pdf", "word", "docx", "epub", "html", "essay"),
    ),
    Command(
        id="source.paste",
        title="Text from the clipboard",
        run=paste,
        keys=("Ctrl+Shift+V",),
        menu="Text/3",
        icon="copy",
        keywords=("source", "paste", "import", "essay"),
    ),
    Command(
        id="source.describe",
        title="About this text",
        run=describe,
        when=has_text,
        checked=has_details,
        menu="Text/4",
        icon="info",
        keywords=("source", "title", "author", "date", "citation", "details", "rename"),
    ),
    Command(
        id="source.remove",
        title="Remove text",
        run=remove,
        when=has_text,
        menu="Text/5",
        icon="trash-2",
        keywords=("source", "delete"),
    ),
)
"""The texts."""
