"""The key sheet of the manual: made from the table, so that it is never out of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.editor.commands.command import Command, Scope

_ROOMS = {
    "file": "Files",
    "edit": "Editing",
    "insert": "Adding",
    "claim": "Claims",
    "relation": "Relations",
    "walk": "Walking",
    "arrange": "Arranging",
    "view": "Looking",
    "help": "Help",
}


def key_sheet(commands: Iterable[Command], shown: Callable[[str], str] = str) -> str:
    """All keys as Markdown tables; `shown` turns portable key text into what the desktop's users read."""
    rooms: dict[str, list[Command]] = {}
    for command in commands:
        if command.keys:
            rooms.setdefault(command.id.partition(".")[0], []).append(command)
    parts = ["# Keys", "Keys marked ◦ work while the canvas has the focus and no text is being typed."]
    for room, title in _ROOMS.items():
        if room in rooms:
            parts += [f"## {title}", _table(rooms[room], shown)]
    return "\n\n".join(parts) + "\n"


def _table(commands: Iterable[Command], shown: Callable[[str], str]) -> str:
    lines = ["| Key | What it does |", "| :-- | :-- |"]
    for command in commands:
        keys = ", ".join(dict.fromkeys(shown(key) for key in command.keys))
        mark = " ◦" if command.scope is Scope.CANVAS else ""
        lines.append(f"| {keys.replace('|', '&#124;')} | {command.title}{mark} |")
    return "\n".join(lines)
