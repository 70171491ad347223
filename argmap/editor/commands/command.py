"""What a command is: one row that menus, keys, palette, help and tests are all made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from argmap.editor.document import Document
from argmap.editor.editor import Editor
from argmap.editor.host import CanvasView, Host
from argmap.model.argument_map import ArgumentMap

Clock = Callable[[], str]
"""Gives the present time: ISO 8601 in UTC, to the second."""


class Scope(Enum):
    """Where a command's keys are heard."""

    WINDOW = "window"
    CANVAS = "canvas"
    """Only while the canvas has the focus and no text is being typed: single letters live here."""
    SOURCE = "source"
    """Only while the text has the focus."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a command works on."""

    document: Document
    host: Host
    clock: Clock

    @property
    def editor(self) -> Editor:
        """The editor of the open map."""
        return self.document.editor

    @property
    def map(self) -> ArgumentMap:
        """The open map."""
        return self.document.editor.map

    @property
    def canvas(self) -> CanvasView:
        """The canvas that shows the map."""
        return self.host.canvas


def always(context: Context) -> bool:
    """The condition of a command that can always run."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One row of the command table."""

    id: str
    """`room.verb`, such as `edit.undo`: the name of its action, never shown, never changed."""
    title: str
    """As menus show it; ends in … when it asks for more."""
    run: Callable[[Context], None]
    when: Callable[[Context], bool] = always
    """Whether it can run now: what enables a command stands beside what runs it."""
    keys: tuple[str, ...] = ()
    """Key sequences in Qt's portable text, the first shown in menus."""
    scope: Scope = Scope.WINDOW
    menu: str = ""
    """The menu it stands in and, after a slash, its section: `Edit/1`; empty for none."""
    icon: str = ""
    checked: Callable[[Context], bool] | None = None
    """For a command that is on or off: which it is."""
    context_menu: bool = False
    """Whether it also stands in the context menu of what it can run on."""
    keywords: tuple[str, ...] = ()
    """Other words people would look for it by."""
