"""What the canvas asks of the window it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal

from argmap.editor.tools.tool import Choice
from argmap.model.ids import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a gesture wants to know: which way to connect."""

    choices: tuple[Choice, ...]
    at: QPoint
    """On the screen."""
    answer: Callable[[str], None]
    """To be called with the effect chosen, or with a strength."""
    relation: RecordId | None
    """The relation whose strength may be chosen, too."""


class Requests(QObject):
    """The signals by which gestures reach the rest of the program."""

    problem = Signal(str)
    """Say why something cannot be done."""
    hinted = Signal(str)
    """Say what a gesture would do; nothing when it is empty."""
    command = Signal(str)
    """Run a command of the table."""
    menu = Signal(QPoint)
    """Show the context menu at a place on the screen."""
    section = Signal(str, str)
    """Show a section of a claim in the inspector."""
    choice = Signal(object)
    """A `Question` wants an answer."""
