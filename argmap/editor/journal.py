"""The recovery journal: what is not saved yet is on disk within two seconds, in a folder of the window's own.

A journal is a base (a whole map) and a line for each step since. It is begun with the first step that no file
has, goes on in a thread of its own so that nobody waits for the disk, and is gone once the map is saved. When
the lines outgrow the base, the map becomes the new base. Undo and redo are steps like any other.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from argmap.editor.journal_files import Entry, JournalFiles

PAUSE = 0.25
"""For how many seconds a step waits for others: the rest of the two that are promised is for a slow disk."""

Tell = Callable[[Exception | None], None]
"""Hears, from the journal's thread and once, that steps cannot be written; and None, that they can again."""


class Journal:
    """Writes the journal of one window."""

    def __init__(self, files: JournalFiles, *, tell: Tell, pause: float = PAUSE) -> None:
        self._files = files
        self._tell = tell
        self._pause = pause
        self._turn = threading.Condition()
        self._waiting: list[Entry | None] = []
        self._since = 0.0  # when the first of those that wait came, by the clock of `time.monotonic`
        self._is_hurried = self._is_closed = self._is_busy = False
        self._thread: threading.Thread | None = None

    def note(self, entry: Entry) -> None:
        """Write a step, in a moment."""
        self._put(entry)

    def forget(self) -> None:
        """All steps so far are saved, or given up: none of them is to be brought back."""
        if self._thread is not None:
            self._put(None)

    def flush(self) -> None:
        """Write what is waiting without gathering any longer. It does not wait for the disk."""
        with self._turn:
            self._is_hurried = True
            self._turn.notify_all()

    def wait(self, seconds: float) -> bool:
        """Write without gathering any longer, and wait so long at most; whether all is on disk."""
        self.flush()
        with self._turn:
            return self._turn.wait_for(self._is_done, seconds)

    def close(self, seconds: float = 5.0) -> None:
        """Write what is waiting, and stop; after so long at most."""
        with self._turn:
            self._is_closed = True
            self._turn.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)

    def _is_done(self) -> bool:
        return not self._waiting and not self._is_busy and not self._files.is_owing

    def _put(self, entry: Entry | None) -> None:
        with self._turn:
            self._waiting.append(entry)
            if len(self._waiting) == 1:  # else its thread is gathering already, and better left alone
                self._since = time.monotonic()
                self._turn.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        is_failing = False
        while self._gather():
            with self._turn:
                batch, self._waiting, self._is_hurried = self._waiting, [], False
            failure: Exception | None = None
            try:
                self._files.write(batch)
            except Exception as error:  # noqa: BLE001 - told; a thread that ended would keep nothing any more
                failure = error
            with self._turn:
                self._is_busy = False
                self._turn.notify_all()
            if (failure is None) == is_failing:
                is_failing = not is_failing
                self._tell(failure)

    def _gather(self) -> bool:
        """Wait until there is something to write, and then for more of it; whether to go on."""
        with self._turn:
            again = self._pause if self._files.is_owing else None
            self._turn.wait_for(lambda: self._waiting or self._is_closed, again)
            rest = self._since + self._pause - time.monotonic()  # a slow disk has eaten some of it
            self._turn.wait_for(lambda: self._is_hurried or self._is_closed, max(0.0, rest))
            self._is_busy = bool(self._waiting) or (self._files.is_owing and not self._is_closed)
            return self._is_busy
