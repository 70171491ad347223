"""Commands for texts that change: editing them, newer versions, and checking the passages they move."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.host import Panel
from argmap.edits.excerpts import confirm, detach, redraw
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt
from argmap.model.rules import Violation
from argmap.model.transaction import Edit
from argmap.source.review import beside, doubtful


def edit_text(context: Context) -> None:
    """Let the text that is shown be typed into."""
    context.editor.require_editing()
    context.host.show_panel(Panel.SOURCE, True)
    context.host.text.begin_editing()


def replace_text(context: Context) -> None:
    """Ask for a newer version of the text that is shown, and find its passages again in it."""
    place = context.host.text.place
    context.editor.require_editing()
    if place is not None:
        for path in context.host.texts.ask_paths()[:1]:
            context.host.texts.replace_by_file(place[0], path)


def reload_text(context: Context) -> None:
    """Read the file again that the text that is shown came from, and find its passages again."""
    place = context.host.text.place
    context.editor.require_editing()
    if place is None:
        return
    path = context.host.texts.path_of(place[0])
    if path is None:
        replace_text(context)  # it is not where it was, or never was on this computer
    else:
        context.host.texts.replace_by_file(place[0], path)


def check(by: int, context: Context) -> None:
    """Show the passage to be checked that is some places from the one under review."""
    _show(context, beside(context.map, context.host.text.reviewed, by))


def keep(context: Context) -> None:
    """Keep the passage under review where it stands, with the words that stand there now."""
    _settle(context, labels.CONFIRM_PASSAGE, partial(confirm, excerpts=[_reviewed(context).id]))


def take_selection(context: Context) -> None:
    """Have the passage under review be what is selected in the text."""
    quote, held = context.host.text.selected_quote, _reviewed(context)
    if quote is None:
        return
    if quote.source != held.source:
        raise Violation("What is selected is in another text than the passage.")
    _settle(context, labels.REDRAW, partial(redraw, excerpt=held.id, span=quote.span))


def untie(context: Context) -> None:
    """Untie the claim from the passage under review."""
    _settle(context, labels.DETACH, partial(detach, excerpt=_reviewed(context).id))


def relink_nearest(context: Context, excerpts: list[RecordId]) -> None:
    """Keep all passages of some that stand anywhere, with the words that stand there now."""
    map_ = context.map
    held = [map_.find(Excerpt, key) for key in excerpts]
    standing = [x.id for x in held if x is not None and x.anchoring is Anchoring.MOVED]
    context.editor.edit(labels.CONFIRM_PASSAGE, partial(confirm, excerpts=standing), gesture=object())


def _settle(context: Context, label: str, edit: Edit) -> None:
    """Make one step of what was decided, and go on to the next passage."""
    rest = beside(context.map, context.host.text.reviewed)
    left = rest if rest and rest.id != context.host.text.reviewed else None
    context.editor.edit(label, edit, gesture=object())
    _show(context, left)


def _show(context: Context, excerpt: Excerpt | None) -> None:
    if excerpt is None:
        context.host.text.review(None)
        context.host.show_toast("All passages are checked")
        return
    context.editor.select([excerpt.element])
    context.canvas.reveal([excerpt.element])
    context.host.show_panel(Panel.SOURCE, True)
    context.host.text.review(excerpt.id)


def _reviewed(context: Context) -> Excerpt:
    held = context.map.find(Excerpt, context.host.text.reviewed)
    assert held is not None
    return held


def can_edit(context: Context) -> bool:
    """Whether a text is shown that is not being edited already."""
    return context.host.text.place is not None and not context.host.text.is_editing


def has_doubtful(context: Context) -> bool:
    """Whether any passage is to be checked."""
    return bool(doubtful(context.map))


def has_reviewed(context: Context) -> bool:
    """Whether a passage is under review."""
    return context.map.find(Excerpt, context.host.text.reviewed) is not None


def has_place(context: Context) -> bool:
    """Whether the passage under review stands somewhere in its text."""
    return has_reviewed(context) and _reviewed(context).anchoring is not Anchoring.LOST


def can_take_selection(context: Context) -> bool:
    """Whether a passage is under review, and another selected."""
    return has_reviewed(context) and context.host.text.selected_quote is not None


COMMANDS: tuple[Command, ...] = (
    Command(
        id="source.check_next",
        title="Next passage to check",
        run=partial(check, 1),
        when=has_doubtful,
        keys=("Ctrl+Shift+J",),
        menu="Text/2",
        icon="triangle-alert",
        keywords=("review", "moved", "lost", "doubtful"),
    ),
    Command(
        id="source.check_previous",
        title="Previous passage to check",
        run=partial(check, -1),
        when=has_doubtful,
        menu="Text/2",
        keywords=("review", "moved", "lost", "doubtful"),
    ),
    Command(
        id="source.keep",
        title="Keep the passage here",
        run=keep,
        when=has_place,
        keys=("K",),
        scope=Scope.SOURCE,
        menu="Text/2",
        icon="check",
        keywords=("confirm", "review"),
    ),
    Command(
        id="source.take_selection",
        title="Take the selection instead",
        run=take_selection,
        when=can_take_selection,
        keys=("R",),
        scope=Scope.SOURCE,
        menu="Text/2",
        icon="replace",
        keywords=("redraw", "review", "relink"),
    ),
    Command(
        id="source.detach",
        title="Detach the passage",
        run=untie,
        when=has_reviewed,
        keys=("Del",),
        scope=Scope.SOURCE,
        menu="Text/2",
        icon="unlink",
        keywords=("remove", "untie", "review"),
    ),
    Command(
        id="source.edit",
        title="Edit text",
        run=edit_text,
        when=can_edit,
        keys=("Ctrl+Shift+E",),
        menu="Text/4",
        icon="pencil",
        keywords=("type", "correct", "essay"),
    ),
    Command(
        id="source.reload",
        title="Read the file again",
        run=reload_text,
        when=can_edit,
        menu="Text/4",
        icon="rotate-ccw",
        keywords=("reload", "refresh", "changed"),
    ),
    Command(
        id="source.replace",
        title="Newer version from a file…",
        run=replace_text,
        when=can_edit,
        menu="Text/4",
        icon="replace",
        keywords=("update", "replace", "version"),
    ),
)
"""Texts that change."""
