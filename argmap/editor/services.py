"""What the program hands down to every window: built once, by `app`, and by tests from plain parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from argmap.editor.commands.command import Clock
from argmap.editor.host import ThemeChoice
from argmap.editor.session import Session
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import IdSource


class Settings(Protocol):
    """What is remembered from one start to the next."""

    theme: ThemeChoice
    window: bytes
    """The window's place and size, as the window writes them; empty where it has never been shown."""
    docks: bytes
    """Which panels stand where, as the window writes them."""
    saves_by_itself: bool
    """Whether a map that has a file is saved a moment after each change."""
    is_first_run: bool
    """Whether the program has not been started before."""

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files used lately, the latest first."""

    def note_recent(self, path: Path) -> None:
        """Put a file at the head of those used lately."""

    def session(self, path: Path) -> Session | None:
        """How a file was last looked at."""

    def keep_session(self, path: Path, session: Session) -> None:
        """Remember how a file is looked at."""


@dataclass(frozen=True, slots=True)
class Services:
    """What a window needs from outside."""

    settings: Settings
    codecs: CodecRegistry
    clock: Clock
    ids: IdSource
    data: Path
    """The folder of the program's own files: journals."""
