"""The key sheet of the manual: made from the table, so that it is never out of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.editor.commands.command import Command, Scope

Shown = Callable[[str], str]
"""Turns a portable key text into what is shown of it."""

_WALKING = "Walking"
"""The part for keys that stand in no menu."""


def key_sheet(commands: Iterable[Command], menus: Iterable[str], *, shown: Shown = str) -> str:
    """All keys as Markdown, a table for each menu."""
    parts: dict[str, list[Command]] = {menu: [] for menu in (*menus, _WALKING)}
    for command in sorted(commands, key=lambda command: command.menu.partition("/")[2]):
        if command.keys:
            parts[command.menu.partition("/")[0] or _WALKING].append(command)
    tables = [f"## {menu}\n\n{_table(held, shown)}" for menu, held in parts.items() if held]
    return "\n\n".join(["# Keys", _MARKED, *tables]) + "\n"


_MARKED = "Keys marked ◦ work while the canvas has the focus and no text is being typed."


def _table(commands: Iterable[Command], shown: Shown) -> str:
    lines = ["| | |", "| :-- | :-- |"]
    for command in commands:
        keys = " ".join(dict.fromkeys(shown(key) for key in command.keys))
        mark = " ◦" if command.scope is Scope.CANVAS else ""
        lines.append(f"| {keys} | {command.title}{mark} |")
    return "\n".join(lines)
