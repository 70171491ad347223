"""Opening files in a window: as they are, as a copy, or to be looked at; and what is said where not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from argmap.editor.document import Document
from argmap.editor.services import Services
from argmap.editor.versions import Versions
from argmap.formats.errors import FormatError, Problem
from argmap.formats.files import backup_of, is_same_file
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import IdSource
from argmap.resources import resource
from argmap.ui.chrome.message_bar import MessageBar, MessageKind
from argmap.ui.open_files import OpenFile

SAMPLE = ("examples", "stalins-goals.argmap")

Way = Callable[[Path, IdSource, CodecRegistry], Document]
"""A way to open a file."""


class OpeningWindow(Protocol):
    """The window, as far as opening needs it."""

    folder: Path
    """Where file dialogs begin."""

    def show_document(self, document: Document) -> None:
        """Show another document."""

    def note_opened(self, path: Path) -> None:
        """Remember a file as used just now."""

    def may_leave(self) -> bool:
        """Whether the open map may be closed."""


class Opening:
    """Opens files in one window."""

    def __init__(
        self, window: OpeningWindow, *, services: Services, messages: MessageBar, open_file: OpenFile
    ) -> None:
        self._window = window
        self._services = services
        self._messages = messages
        self._open_file = open_file

    def open_path(self, path: Path) -> None:
        """Open a file, or say why it cannot be opened."""
        if is_same_file(path, resource(*SAMPLE)):
            self.open_sample()
            return
        try:
            document = Document.open(path, self._services.ids, self._services.codecs)
        except FormatError as problem:
            self._offer_others(path, f"“{path.name}” could not be opened. {problem}")
        except Problem as problem:
            self._offer_others(path, str(problem))
        else:
            self._show_file(path, document)

    def open_sample(self) -> None:
        """Open the essay's map, as a copy."""
        self._show(Document.open_copy, resource(*SAMPLE))

    def _show_file(self, path: Path, document: Document) -> None:
        """Show a file that has been read, unless another window has it open: then offer what can be done."""
        if not self._open_file.reserve(path):
            sentence = f"“{path.name}” is open in another window. Look at it here, or work on a copy."
            copy = partial(Document.open_copy, title=f"{path.stem} copy")
            ways: list[tuple[str, Way, Path]] = [
                ("Open read-only", Document.open_to_read, path),
                ("Open a copy", copy, path),
            ]
            self._offer(MessageKind.WARNING, sentence, ways)
            return
        self._window.show_document(document)
        self._window.note_opened(path)

    def _offer(self, kind: MessageKind, sentence: str, ways: Sequence[tuple[str, Way, Path]]) -> None:
        again = partial(self._offer, kind, sentence, ways)
        answers = [(words, partial(self._open_instead, way, path, again)) for words, way, path in ways]
        self._messages.show_message(kind, sentence, answers)

    def _open_instead(self, way: Way, path: Path, again: Callable[[], None]) -> None:
        """Open a file in a way that was offered: the map may have changed since, so it is asked again."""
        if self._window.may_leave():
            self._window.folder = path.absolute().parent
            self._show(way, path)
        else:
            again()

    def _show(self, way: Way, path: Path) -> None:
        try:
            document = way(path, self._services.ids, self._services.codecs)
        except Problem as problem:
            self._messages.show_message(MessageKind.DANGER, str(problem))
        else:
            self._window.show_document(document)

    def _offer_others(self, path: Path, sentence: str) -> None:
        """Say why a file cannot be opened, and offer what is kept of it: its backup, its last version."""
        ways: list[tuple[str, Way, Path]] = []
        backup, versions = backup_of(path), Versions(self._services.data / "versions").of(path)
        if backup.is_file():
            copy = partial(Document.open_copy, title=f"{path.stem} (backup)")
            ways.append(("Open its backup", copy, backup))
        if versions:
            at = versions[0].at.astimezone()
            copy = partial(Document.open_copy, title=f"{path.stem} ({at:%Y-%m-%d %H:%M})")
            ways.append((f"Open the version of {at:%Y-%m-%d, %H:%M}", copy, versions[0].path))
        self._offer(MessageKind.DANGER, sentence, ways)
