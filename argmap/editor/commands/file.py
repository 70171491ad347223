"""Commands that open, save and export maps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from argmap.editor.changes import NOUNS
from argmap.editor.commands.command import Command, Context
from argmap.editor.commands.conditions import has_map
from argmap.editor.history import Entry
from argmap.editor.host import Unsaved
from argmap.editor.words import spelt
from argmap.formats.errors import ChangedOnDisk, Problem
from argmap.formats.files import FileStamp
from argmap.model.argument_map import ArgumentMap
from argmap.model.merging import Conflict
from argmap.model.records import AnyRecord, Placement, Relation
from argmap.model.rules import Violation

_MOST_NAMED = 12
"""So many conflicts are named, and no more."""
_LONGEST_WORDS = 40
"""So many characters of what conflicts are shown."""
_LONGEST_NAME = 120
"""In bytes: most file systems take 255, with all endings."""
_UNSAFE = '<>:"/\\|?*'


def new(context: Context) -> None:
    """Begin an empty map."""
    if may_leave(context):
        context.host.new_map()


def open_map(context: Context) -> None:
    """Ask for a file and open it."""
    path = context.host.ask_open_path()
    if path is not None:
        open_file(context, path)


def open_file(context: Context, path: Path) -> None:
    """Open a file, after asking what becomes of unsaved changes."""
    if may_leave(context):
        context.host.open_path(path)


def open_sample(context: Context) -> None:
    """Open the sample, after asking what becomes of unsaved changes."""
    if may_leave(context):
        context.host.open_sample()


def save(context: Context) -> bool:
    """Save the map where it was opened from, or ask where; whether it is saved now."""
    path = None if context.document.is_read_only else context.document.path
    return save_as(context) if path is None else _save_to(context, path)


def save_as(context: Context) -> bool:
    """Ask where to save the map, and save it there; whether it is saved now."""
    path = context.host.ask_save_path(f"{file_name(context.document.name)}.argmap")
    return path is not None and _save_to(context, path)


def _save_to(context: Context, path: Path, *, over: FileStamp | None = None, told: str = "") -> bool:
    """Save the map there; a refusal is told, unless it has been `told` already."""
    if not context.host.reserve(path):
        sentence = f"“{path.name}” is open in another window. Save under another name."
        context.host.offer(sentence, _elsewhere(context), until_saved=True)
        return False
    try:
        context.document.save(path, over=over)
    except Problem as problem:
        if str(problem) != told:
            ways = _elsewhere(context)
            if isinstance(problem, ChangedOnDisk):
                ways = _ways_on(context, path, FileStamp(problem.found))
            context.host.offer(str(problem), ways, until_saved=True)
        return False
    except Violation as problem:
        context.host.show_problem(f"The map could not be saved. {problem}")
        return False
    finally:
        context.host.settle(context.document.path)
    context.host.note_saved(path)
    trouble = context.document.version_trouble
    if trouble:
        context.host.show_problem(
            f"The map is saved. This version of it could not be kept besides: {trouble}."
        )
    return True


Ways = tuple[tuple[str, Callable[[], None]], ...]
"""What can be done, as buttons: their words, and what they do."""


def _elsewhere(context: Context) -> Ways:
    return (("Save elsewhere…", partial(_save_as, context)),)


def _ways_on(context: Context, path: Path, found: FileStamp) -> Ways:
    """What can be done about a file that has changed since it was opened; `found` is what it is now."""
    return (
        ("Load theirs", partial(_load_theirs, context)),
        ("Replace it", partial(_replace, context, path, found)),
        ("Save a copy…", partial(_save_as, context)),
        ("Merge", partial(_merge, context)),
    )


def notice_change(context: Context) -> None:
    """The open file may have been changed elsewhere: say so, and offer what can be done, if it has."""
    document = context.document
    if document.path is None:
        return
    was_gone, document.lacks_file = document.lacks_file, not document.path.exists()
    if document.lacks_file:
        if not was_gone:
            sentence = f"“{document.path.name}” is not there any more. Your map is still here: save it again."
            again: Ways = (("Save it again", partial(_save, context)),)
            ways = (*_elsewhere(context), *again)
            context.host.offer(sentence, ways, until_saved=True)
        return
    found = document.changed_on_disk()
    if found is None:
        if was_gone:
            context.host.note_saved(document.path)  # it is there again, as it was
        return
    changed = f"“{document.path.name}” has been changed elsewhere."
    if document.is_modified:
        sentence = f"{changed} Your version is safe: nothing is written before you decide."
        context.host.offer(sentence, _ways_on(context, document.path, found), until_saved=True)
    else:
        ways = (("Load theirs", partial(_load_theirs, context)),)
        context.host.offer(changed, ways, until_saved=True)


def _load_theirs(context: Context) -> None:
    """Take what the file holds now; undo brings one's own map back, where there was one."""
    try:
        context.document.load_again()
    except Problem as problem:
        context.host.show_problem(str(problem))
    else:
        context.host.show_toast("Loaded what the file holds now", undo=not context.document.is_read_only)


def _merge(context: Context) -> None:
    """Take in what was changed elsewhere; where both sides changed the same, keep one's own."""
    try:
        merged = context.document.merge()
    except Problem as problem:
        context.host.show_problem(str(problem))
        return
    if not merged.conflicts:
        context.host.show_toast("Merged what was changed elsewhere", undo=True)
        return
    named = [_named(conflict, context.map) for conflict in merged.conflicts]
    rest = len(named) - _MOST_NAMED
    shown = ", ".join(named[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    both = spelt(len(named), "thing was", "things were")
    sentence = f"Merged what was changed elsewhere. {both} changed by both; yours was kept: {shown}."
    step = context.editor.history.last
    context.host.offer(sentence, (("Undo", partial(_undo, context, step)), ("Keep", _nothing)))


def _named(conflict: Conflict, map_: ArgumentMap) -> str:
    """What conflicts, in a few words, and what theirs is."""
    record = conflict.ours or conflict.theirs
    assert record is not None
    words, theirs = _words(record, map_), _words(conflict.theirs, map_)
    named = f"{NOUNS[type(record)]} {words}".strip()
    if conflict.is_unread:
        return f"{named} (theirs is made by a newer argmap)"
    if conflict.is_lost:
        return f"{named} (yours cannot stand beside theirs)"
    if conflict.theirs is None:
        return f"{named} (they removed it)"
    if conflict.ours is None:
        return f"{named} (you removed it)"
    return f"{named} (theirs: {theirs})" if theirs and theirs != words else named


def _words(record: AnyRecord | None, map_: ArgumentMap) -> str:
    """How a record begins, or what it is about, in quotation marks; empty where it has no words."""
    match record:
        case Relation():
            record = map_.claims.get(record.premises[0])
        case Placement():
            record = map_.claims.get(record.element)
        case _:
            pass
    held = (getattr(record, field, "") for field in ("text", "body", "exact", "name", "title"))
    words = " ".join(str(next(filter(None, held), "")).split())
    return words and f"“{words[:_LONGEST_WORDS]}{'…' if len(words) > _LONGEST_WORDS else ''}”"


def _undo(context: Context, step: Entry | None) -> None:
    """Take a step back, unless others have come after it."""
    if context.editor.history.last is step:
        context.editor.undo()
    else:
        context.host.show_toast("Other steps came after the merge: undo them first")


def _nothing() -> None:
    """Leave it as it is."""


def _replace(context: Context, path: Path, found: FileStamp) -> None:
    """Save over what the user was asked about, and over nothing that has come since."""
    _save_to(context, path, over=found)


def show_versions(context: Context) -> None:
    """Show the earlier versions of the open file."""
    context.host.show_versions()


def has_file(context: Context) -> bool:
    """Whether the map has a file that it may be saved to."""
    return context.document.path is not None and not context.document.is_read_only


def toggle_saving(context: Context) -> None:
    """Save a map that has a file a moment after each change from now on, or only when told."""
    context.host.saves_by_itself = not context.host.saves_by_itself
    save_by_itself(context)


def saves_by_itself(context: Context) -> bool:
    """Whether a map that has a file is saved a moment after each change."""
    return context.host.saves_by_itself


def save_by_itself(context: Context) -> None:
    """Save the map where that is wanted, it has a file, and there is something to save."""
    document = context.document
    path = None if document.is_read_only else document.path
    if context.host.saves_by_itself and path is not None and document.editor.is_modified:
        _save_to(context, path, told=document.refusal)


def export(context: Context) -> None:
    """Ask for a file name and write a picture of the map there."""
    path = context.host.ask_export_path(f"{file_name(context.document.name)}.png")
    if path is None:
        return
    try:
        context.host.export_picture(path)
    except (OSError, ValueError) as problem:
        context.host.show_problem(f"The picture could not be written. {problem}")
    else:
        context.host.show_toast(f"Exported to {path.name}")


def may_leave(context: Context) -> bool:
    """Whether the open map may be closed: it is saved, or the user said what becomes of the changes."""
    if not context.document.is_modified:
        return True
    match context.host.ask_unsaved(context.document.name):
        case Unsaved.SAVE:
            return save(context)
        case Unsaved.DISCARD:
            return True
        case Unsaved.CANCEL:
            return False


def file_name(name: str, *, otherwise: str = "Untitled map") -> str:
    """A map's name as every file system takes it, or another where nothing of it is left."""
    kept = "".join(" " if letter in _UNSAFE or not letter.isprintable() else letter for letter in name)
    short = " ".join(kept.split()).strip(". ").encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short.strip(". ") or otherwise


def _save(context: Context) -> None:
    save(context)


def _save_as(context: Context) -> None:
    save_as(context)


def _close(context: Context) -> None:
    context.host.close()


COMMANDS: tuple[Command, ...] = (
    Command(id="file.new", title="New map", run=new, keys=("Ctrl+N",), menu="File/1", icon="file-plus"),
    Command(
        id="file.open",
        title="Open…",
        run=open_map,
        keys=("Ctrl+O",),
        menu="File/1",
        icon="folder-open",
        keywords=("load",),
    ),
    Command(
        id="file.sample",
        title="Explore the sample",
        run=open_sample,
        menu="File/1",
        icon="book-open",
        keywords=("example", "essay"),
    ),
    Command(id="file.save", title="Save", run=_save, keys=("Ctrl+S",), menu="File/2", icon="save"),
    Command(id="file.save_as", title="Save as…", run=_save_as, keys=("Ctrl+Shift+S",), menu="File/2"),
    Command(
        id="file.save_by_itself",
        title="Save automatically",
        run=toggle_saving,
        checked=saves_by_itself,
        menu="File/2",
        keywords=("autosave",),
    ),
    Command(
        id="file.versions",
        title="Versions…",
        run=show_versions,
        when=has_file,
        menu="File/2",
        icon="history",
        keywords=("backup", "earlier", "restore"),
    ),
    Command(
        id="file.export",
        title="Export picture…",
        run=export,
        when=has_map,
        keys=("Ctrl+E",),
        menu="File/3",
        icon="image-down",
        keywords=("png", "svg", "pdf", "image"),
    ),
    Command(id="file.close", title="Close window", run=_close, keys=("Ctrl+W",), menu="File/4"),
    Command(id="file.quit", title="Quit", run=_close, keys=("Ctrl+Q",), menu="File/4", keywords=("exit",)),
)
"""File."""
