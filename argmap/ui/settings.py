"""What the program remembers from one start to the next, in the desktop's own place for settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from argmap.editor.host import ThemeChoice
from argmap.editor.session import Session, decode_session, encode_session

MOST_RECENT = 10
"""How many files are listed, and how many sessions kept."""


class QtSettings:
    """Settings in a `QSettings`; what cannot be read there counts as not set."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def theme(self) -> ThemeChoice:
        """Which colours to show."""
        try:
            return ThemeChoice(self._text("window/theme"))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._store.setValue("window/theme", theme.value)

    @property
    def window(self) -> bytes:
        """The window's place and size; empty where it has never been shown."""
        return self._bytes("window/geometry")

    @window.setter
    def window(self, geometry: bytes) -> None:
        self._store.setValue("window/geometry", QByteArray(geometry))

    @property
    def docks(self) -> bytes:
        """Which panels stand where."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, state: bytes) -> None:
        self._store.setValue("window/docks", QByteArray(state))

    @property
    def saves_by_itself(self) -> bool:
        """Whether a map that has a file is saved a moment after each change."""
        return self._text("files/autosave") == "yes"

    @saves_by_itself.setter
    def saves_by_itself(self, wanted: bool) -> None:
        self._store.setValue("files/autosave", "yes" if wanted else "no")

    @property
    def is_first_run(self) -> bool:
        """Whether the program has not been started before."""
        return not self._store.contains("started")

    @is_first_run.setter
    def is_first_run(self, first: bool) -> None:
        if first:
            self._store.remove("started")
        else:
            self._store.setValue("started", "yes")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files used lately that are still there, the latest first."""
        return tuple(path for path in self._all_recent() if path.is_file())

    def note_recent(self, path: Path) -> None:
        """Put a file at the head of those used lately."""
        path = path.absolute()
        kept = [path, *(other for other in self._all_recent() if other != path)][:MOST_RECENT]
        sessions = {str(held): self._text(_session_key(held)) for held in kept}
        self._store.setValue("recent", "\n".join(map(str, kept)))
        self._store.remove("sessions")
        for held in kept:
            if sessions[str(held)]:
                self._store.setValue(_session_key(held), sessions[str(held)])

    def session(self, path: Path) -> Session | None:
        """How a file was last looked at."""
        return decode_session(self._text(_session_key(path)))

    def keep_session(self, path: Path, session: Session) -> None:
        """Remember how a file is looked at."""
        self._store.setValue(_session_key(path), encode_session(session))

    def _all_recent(self) -> list[Path]:
        return [Path(line) for line in self._text("recent").split("\n") if line]

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> bytes:
        value = self._store.value(key)
        return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _session_key(path: Path) -> str:
    # QSettings takes slashes for groups.
    return "sessions/" + str(path.absolute()).replace("/", "\x1f").replace("\\", "\x1f")
