"""The files of one recovery journal: a base, and beside it the lines of the steps since.

Each pair has a number of its own, and the pair before goes only when the next one is on the disk: at any
moment there is one that can be read. What cannot be written is owed; it becomes the base of the next try.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from argmap.formats.disk import DISK, PRIVATE, Disk
from argmap.formats.journal_lines import Heading, write_heading, write_step
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Delta

LEAST_LIMIT = 1_000_000
"""Lines of fewer bytes than this are not worth a new base."""
BASE, LINES = "base-{:06}.argmap", "steps-{:06}.jsonl"
BASES = "base-*.argmap"

WriteMap = Callable[[ArgumentMap], bytes]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One step as the journal hears of it."""

    delta: Delta
    label: str
    at: str
    """When it was taken: ISO 8601 in UTC."""
    before: ArgumentMap
    after: ArgumentMap
    heading: Heading
    """What the map is called and which file it belongs to."""


class JournalFiles:
    """Writes the files in a folder that is nobody else's."""

    def __init__(
        self,
        folder: Path,
        write_map: WriteMap,
        *,
        hold: Callable[[], bool] = lambda: True,
        disk: Disk = DISK,
        least_limit: int = LEAST_LIMIT,
    ) -> None:
        """`hold` is asked to hold the folder against other windows before anything is written there."""
        self.folder = folder
        self._hold = hold
        self._write_map = write_map
        self._disk = disk
        self._least_limit = least_limit
        self._number = 0
        self._base_size = self._lines_size = 0
        self._place = ("", "")  # the file that the base is compared with, and what it was: its digest
        self._began = ""  # when the first step was taken that is not saved; empty while all is
        self._owed: Entry | None = None
        self._owes_clearing = False

    @property
    def is_owing(self) -> bool:
        """Whether steps could not be written, or old ones not be removed."""
        return self._owed is not None or self._owes_clearing

    def write(self, batch: Sequence[Entry | None]) -> None:
        """Write steps; None among them says that all before it is saved. OSError where the disk says no.

        After a failure the next call, even with an empty batch, writes what is owed.
        """
        saves = [place for place, entry in enumerate(batch) if entry is None]
        entries = [entry for entry in batch[saves[-1] + 1 if saves else 0 :] if entry is not None]
        if saves:
            self._owed, self._began = None, ""
        if entries and not self._began:
            self._began = entries[0].at
        latest = entries[-1] if entries else self._owed
        owed, self._owed = self._owed, latest
        if saves or self._owes_clearing:
            self._owes_clearing = True
            self.clear()
            self._owes_clearing = False
        if owed is not None and latest is not None:
            self._begin_after(latest)
        elif entries:
            self._append(entries)
        self._owed = None

    def clear(self) -> None:
        """Remove the files: nothing is to be brought back."""
        self._lines_size = 0
        self._remove_all_but(None)

    def _append(self, entries: Sequence[Entry]) -> None:
        if self._lines_size and _place(entries[-1]) != self._place:  # saved elsewhere, or merged with
            self._begin_after(entries[-1])
            return
        if not self._lines_size:
            self._begin(entries[0].before, entries[-1])
        data = b"".join(write_step(e.delta, label=e.label, at=e.at) for e in entries)
        self._disk.append(self._lines, data)
        self._lines_size += len(data)
        if self._lines_size > max(self._least_limit, self._base_size):
            self._begin_after(entries[-1])

    def _begin_after(self, entry: Entry) -> None:
        """Make the map after a step the base; an empty line says when that was."""
        self._begin(entry.after, entry, write_step(EMPTY_DELTA, label=entry.label, at=entry.at))

    def _begin(self, base: ArgumentMap, entry: Entry, line: bytes = b"") -> None:
        """Make a map the base of the lines to come."""
        self._lines_size = 0
        data = self._write_map(base)
        lines = write_heading(replace(entry.heading, began=self._began)) + line
        self._disk.make_folder(self.folder)
        if not self._hold():
            raise OSError(errno.EAGAIN, "the journal's folder cannot be held")
        self._number += 1
        self._disk.write_new(self._lines, lines, mode=PRIVATE)  # a base without lines would have no name
        self._disk.write_whole(self.folder / BASE.format(self._number), data)
        self._disk.sync_folder(self.folder)
        self._base_size, self._lines_size, self._place = len(data), len(lines), _place(entry)
        self._remove_all_but(self._number)

    @property
    def _lines(self) -> Path:
        return self.folder / LINES.format(self._number)

    def _remove_all_but(self, number: int | None) -> None:
        kept = () if number is None else (BASE.format(number), LINES.format(number))
        with suppress(FileNotFoundError):
            for path in self.folder.iterdir():
                if path.suffix in (".argmap", ".jsonl", ".tmp") and path.name not in kept:
                    self._disk.remove(path)


def _place(entry: Entry) -> tuple[str, str]:
    return entry.heading.path, entry.heading.digest
