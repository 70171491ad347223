"""Which file this window has open, said so that other windows and programs of ours can hear it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QLockFile

from argmap.ui.locks import lock_at


class OpenFile:
    """Holds the open file by a lock in the program's own folder, so that nothing is left beside the file."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._path: Path | None = None
        self._locks: dict[str, QLockFile] = {}

    def reserve(self, path: Path) -> bool:
        """Hold a file too, which may be taken next; False where another window holds it."""
        name = self._name(path)
        if name in self._locks:
            return True
        lock = lock_at(name)
        # Where the folder cannot be written, a file is better opened twice than not at all.
        is_free = not _make(self._place) or lock.tryLock(0)
        if not is_free and lock.error() is QLockFile.LockError.LockFailedError:
            return False
        self._locks[name] = lock
        return True

    def take(self, path: Path | None) -> bool:
        """Hold this file, or none, and no other; False, and no change, where another window holds it."""
        if path == self._path and len(self._locks) == (path is not None):
            return True
        if path is not None and not self.reserve(path):
            return False
        kept = None if path is None else self._name(path)
        for name in [name for name in self._locks if name != kept]:
            self._locks.pop(name).unlock()
        self._path = path
        return True

    def release(self) -> None:
        """Hold nothing any more."""
        self.take(None)

    def _name(self, path: Path) -> str:
        digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]
        return str(self._place / f"{digest}.lock")


def _make(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True
