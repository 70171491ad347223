"""THE table of commands: menus, keys, tool bars, the key sheet and tests are all made from it."""

from __future__ import annotations

from argmap.editor.commands import (
    claim,
    clipboard,
    edit,
    file,
    help,
    insert,
    relation,
    revising,
    source,
    texts,
    view,
    walk,
)
from argmap.editor.commands.annotations import COMMANDS as ANNOTATION_COMMANDS
from argmap.editor.commands.command import Command

TABLE: tuple[Command, ...] = (
    *file.COMMANDS,
    *ANNOTATION_COMMANDS,
    *edit.COMMANDS,
    *clipboard.COMMANDS,
    *view.COMMANDS,
    *insert.COMMANDS,
    *source.COMMANDS,
    *texts.COMMANDS,
    *revising.COMMANDS,
    *claim.COMMANDS,
    *relation.COMMANDS,
    *walk.COMMANDS,
    *help.COMMANDS,
)
"""All commands; in a menu they stand by section, within it in this order."""

MENUS = ("File", "Edit", "View", "Insert", "Text", "Claim", "Help")
"""The menus, from left to right."""


def command(key: str) -> Command:
    """The command with an id; `KeyError` where there is none."""
    for row in TABLE:
        if row.id == key:
            return row
    raise KeyError(key)


def sections(menu: str) -> list[list[Command]]:
    """The commands of a menu by section, in order."""
    found: dict[str, list[Command]] = {}
    for row in TABLE:
        name, _, section = row.menu.partition("/")
        if name == menu:
            found.setdefault(section, []).append(row)
    return [found[section] for section in sorted(found)]


def titled(row: Command, *, undo: str | None, redo: str | None) -> str:
    """The title as the menu shows it now: Undo and Redo name the step that they would take."""
    step = {"edit.undo": undo, "edit.redo": redo}.get(row.id)
    return f"{row.title} {step[0].lower()}{step[1:]}" if step else row.title
