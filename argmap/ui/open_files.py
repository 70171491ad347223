"""Which file this window has open, said so that other windows and programs of ours can hear it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QLockFile


class OpenFile:
    """Holds one file at a time: by a lock in the program's own folder, so that nothing is left beside it."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._path: Path | None = None
        self._lock: QLockFile | None = None

    def take(self, path: Path | None) -> bool:
        """Hold another file, or none; False where another window holds it, and then all is as it was."""
        if path == self._path:
            return True
        name = None if path is None else self._name(path)
        if self._lock is not None and name == self._lock.fileName():
            return True
        lock = None if name is None else QLockFile(name)
        if lock is not None:
            lock.setStaleLockTime(0)  # stale is what no living program holds, however old
            # Where the folder cannot be written, a file is better opened twice than not at all.
            is_free = not _make(self._place) or lock.tryLock(0)
            if not is_free and lock.error() is QLockFile.LockError.LockFailedError:
                return False
        self.release()
        self._path, self._lock = path, lock
        return True

    def release(self) -> None:
        """Hold nothing any more."""
        if self._lock is not None:
            self._lock.unlock()
        self._path = self._lock = None

    def _name(self, path: Path) -> str:
        digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]
        return str(self._place / f"{digest}.lock")


def _make(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True
