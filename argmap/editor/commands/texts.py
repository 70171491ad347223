"""Commands on the texts beside the map: bringing them in, and walking through them."""

from __future__ import annotations

from argmap.editor.commands.command import Command, Context
from argmap.editor.host import Panel
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
        menu="Text/3",
        icon="file-text",
        keywords=("source", "import", "pdf", "word", "docx", "epub", "html", "essay"),
    ),
)
"""The texts."""
