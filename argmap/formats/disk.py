"""What argmap asks of the disk, one method for each step: what is said to be there is there.

All that is written goes through here, so that a test can let any step fail, or end the program before it.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_MORE = os.O_WRONLY | os.O_APPEND | _BINARY
PRIVATE, ORDINARY = 0o600, 0o666
"""Permission bits of a file for its owner alone, and of one for whom the system says."""

Step = Callable[[str], None]
"""Is told the name of a step before it is taken."""


def _take(step: str) -> None:
    """Let every step be taken."""


class Disk:
    """The disk. Every method may raise OSError."""

    def __init__(self, before: Step = _take) -> None:
        self._before = before

    def read(self, path: Path) -> bytes:
        """A file's bytes."""
        self._before("read")
        return path.read_bytes()

    def try_writing(self, path: Path) -> None:
        """Open a file for writing and leave it as it is: replacing it would need no permission for that."""
        self._before("open")
        path.open("r+b").close()

    def write_new(self, path: Path, data: bytes, *, mode: int = ORDINARY) -> None:
        """Make a file that is not there yet, and wait until the disk has its bytes."""
        self._before("create")
        with self._opened(path, _NEW, mode) as handle:
            self._write(handle, data)

    def append(self, path: Path, data: bytes) -> None:
        """Add bytes to a file that is there, and wait until the disk has them."""
        self._before("open")
        with self._opened(path, _MORE, PRIVATE) as handle:
            self._write(handle, data)

    def write_whole(self, path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
        """Put the bytes in a file's place, whole or not at all."""
        with self.temporary(path) as fresh:
            self.write_new(fresh, data, mode=mode)
            self.replace(fresh, path)
            self.sync_folder(path.parent)

    def replace(self, path: Path, other: Path) -> None:
        """Give the file the other's name; what had that name is gone."""
        self._before("replace")
        path.replace(other)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        self._before("remove")
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder for the owner alone, with those above it; one that is there is left as it is."""
        self._before("make folder")
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)

    def copy_access(self, path: Path, status: os.stat_result) -> None:
        """Give the file the permission bits of another and, where that is allowed, its owner and group."""
        self._before("copy access")
        if os.name == "posix":
            with suppress(OSError):
                os.chown(path, status.st_uid, status.st_gid)
        path.chmod(stat.S_IMODE(status.st_mode))

    def sync_folder(self, folder: Path) -> None:
        """Ask the disk to take new names too, where folders can be asked; the files stand either way."""
        with suppress(OSError):
            self._before("sync folder")
            if os.name != "posix":
                return
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    @contextmanager
    def temporary(self, place: Path) -> Iterator[Path]:
        """A name for a new file in the same folder; whatever still has that name at the end is removed."""
        path = place.with_name(f".argmap-{secrets.token_hex(6)}.tmp")
        try:
            yield path
        finally:
            with suppress(OSError):  # what failed before is what matters
                path.unlink(missing_ok=True)

    @contextmanager
    def _opened(self, path: Path, flags: int, mode: int) -> Iterator[int]:
        handle = os.open(path, flags, mode)
        try:
            yield handle
        finally:
            os.close(handle)

    def _write(self, handle: int, data: bytes) -> None:
        self._before("write")
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        self._before("sync")
        os.fsync(handle)


DISK = Disk()
