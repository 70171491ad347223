"""Recovery in the window: keeps the journal of the open map, and offers what a crash left behind."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication

from argmap.editor.document import Document
from argmap.editor.editor import Update
from argmap.editor.journal import Journal
from argmap.editor.journal_files import JournalFiles
from argmap.editor.leftovers import (
    Leftover,
    clear_away,
    discard,
    is_empty,
    journal_folders,
    put_away,
    read_leftover,
    set_aside,
    told,
)
from argmap.editor.recorder import Recorder
from argmap.editor.services import Services
from argmap.editor.words import spelt
from argmap.formats.files import in_words
from argmap.model.delta import Delta
from argmap.ui.bridge import Bridge
from argmap.ui.locks import lock_at

CLOSING = 5.0
"""How many seconds closing waits for the journal at most."""


class Recovery(QObject):
    """The journal of one window."""

    _troubled = Signal(object)
    """From the journal's thread: why it cannot write, or None when it can again."""

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        *,
        may_leave: Callable[[], bool],
        look: Callable[[], None],
    ) -> None:
        """`look` has what is typed just now told to `note_typing`."""
        super().__init__(bridge)
        self._look = look
        self._services = services
        self._bridge = bridge
        self._may_leave = may_leave
        self._place = services.data / "journals"
        name = f"{services.clock().replace(':', '')}-{os.getpid()}-{secrets.token_hex(4)}"
        self._folder = self._place / name
        self._lock = lock_at(f"{self._folder}.lock")
        files = JournalFiles(self._folder, services.codecs.native.write, hold=self._hold_lock)
        self._journal = Journal(files, tell=self._troubled.emit)
        self._waiting: list[tuple[Leftover, QLockFile]] = []
        self._troubled.connect(self._tell)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_focus)

    def take(self, document: Document) -> None:
        """Another document is open; what is not saved of the one before is given up."""
        self._journal.forget()
        self._recorder = Recorder(document, self._journal, clock=self._services.clock)

    def follow(self, update: Update) -> None:
        """The map has changed, or is saved."""
        self._recorder.follow(update)

    def note_typing(self, typed: Delta) -> None:
        """What is typed now and not committed is something else."""
        self._recorder.note_typing(typed)

    def write(self, seconds: float = CLOSING) -> bool:
        """Have all on disk now, what is being typed too, and wait so long at most; whether it is."""
        self._look()
        return self._journal.wait(seconds)

    def close(self) -> None:
        """The window closes, and everything is saved or given up."""
        self._journal.forget()
        self._journal.close(CLOSING)
        discard(self._folder)
        for lock in (self._lock, *(held for _, held in self._waiting)):
            lock.unlock()  # what nobody answered is for the next start

    def offer_leftovers(self, *, first: str) -> None:
        """Offer to keep what windows that did not close have left, one after the other.

        What belongs to the file at the path `first` comes before the others, and then the latest.
        """
        clear_away(self._place)
        for folder in journal_folders(self._place):
            lock = lock_at(f"{folder}.lock")
            if folder == self._folder or not lock.tryLock(0):
                continue  # its window is alive
            leftover = read_leftover(folder, self._services.codecs)
            if leftover is not None and leftover.changes:
                self._waiting.append((leftover, lock))
                continue
            if leftover is None and not is_empty(folder):
                place = set_aside(folder)
                self._bridge.offer(
                    f"An unsaved map cannot be read. It is kept in “{place}”.", (), is_lasting=True
                )
            else:
                discard(folder)
            lock.unlock()
        self._waiting.sort(
            key=lambda waiting: (waiting[0].heading.path == first, waiting[0].latest), reverse=True
        )
        self._offer_next()

    def _offer_next(self) -> None:
        if self._waiting:
            leftover, _ = self._waiting[0]
            ways = (
                ("Discard", partial(self._put_away, leftover)),
                ("Keep", partial(self._keep, leftover)),
            )
            more = len(self._waiting) - 1
            rest = f" {spelt(more, 'more map was', 'more maps were')} recovered too." if more else ""
            self._bridge.offer(told(leftover) + rest, ways, is_lasting=True)

    def _put_away(self, leftover: Leftover) -> None:
        """Offer it no more, but for a moment: nothing is thrown away by one slip."""
        held = self._taken_out(leftover)
        away = put_away(leftover.folder)
        bring_back = QAction("Bring it back", self)
        bring_back.triggered.connect(partial(self._bring_back, held, away))
        self._offer_next()
        self._bridge.show_action("Discarded what was recovered", bring_back)

    def _bring_back(self, held: tuple[Leftover, QLockFile], away: Path) -> None:
        away.rename(held[0].folder)
        self._waiting.insert(0, held)
        self._bridge.take_back_offers()
        self._offer_next()

    def _forget(self, leftover: Leftover) -> None:
        """It is kept elsewhere now."""
        _, lock = self._taken_out(leftover)
        discard(leftover.folder)
        lock.unlock()
        self._offer_next()

    def _taken_out(self, leftover: Leftover) -> tuple[Leftover, QLockFile]:
        """What waits no more, with its lock."""
        (held,) = (held for held in self._waiting if held[0] is leftover)
        self._waiting.remove(held)
        return held

    def _keep(self, leftover: Leftover) -> None:
        if not self._may_leave():
            self._offer_next()
            return
        path = Path(leftover.heading.path)
        is_free = not leftover.heading.path or self._bridge.reserve(path)
        document = Document.behind(leftover, self._services.ids, self._services.codecs, is_free=is_free)
        self._bridge.show_document(document)
        if not is_free:
            self._bridge.show_toast(f"“{path.name}” is open in another window: this is a map of its own")
        document.bring_back(leftover)
        self._bridge.canvas.fit(at_once=True)
        if self.write():  # from now on it is in this window's journal
            self._forget(leftover)
        else:
            self._waiting.append(self._taken_out(leftover))

    def _on_focus(self, state: Qt.ApplicationState) -> None:
        """The program has come to the front, or another has: write what is waiting."""
        self._look()
        self._journal.flush()

    def _hold_lock(self) -> bool:
        """Say to other windows that the journal is alive; from the journal's thread, before it writes."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def _tell(self, trouble: Exception | None) -> None:
        if trouble is None:
            self._bridge.show_toast("Changes are kept for recovery again")
            return
        why = in_words(trouble) if isinstance(trouble, OSError) else str(trouble)
        self._bridge.show_problem(f"Changes cannot be kept for recovery just now: {why}. Save the map.")
