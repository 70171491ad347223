"""Files read whole and saved whole: a save that fails leaves the old file as it was, and nothing beside it.

A save looks whether the old file is still the one that was opened, writes a new file in the same folder and
brings it to the disk, keeps the old one as `name.argmap.bak`, looks once more, and only then puts the new one
in its place.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from argmap.formats.disk import DISK, ORDINARY, PRIVATE, Disk
from argmap.formats.errors import (
    ChangedOnDisk,
    DiskFull,
    FileProblem,
    FileVanished,
    NoPermission,
    NotAFile,
    ReadOnly,
    TooLarge,
)
from argmap.formats.native import LARGEST

_PROBLEMS: Mapping[int, tuple[type[FileProblem], str]] = {
    errno.ENOENT: (FileVanished, "it, or its folder, is not there any more. Choose another place"),
    errno.ENOTDIR: (FileVanished, "its folder is not there any more. Choose another place"),
    errno.EISDIR: (NotAFile, "a folder of that name is in the way. Choose another name"),
    errno.EACCES: (NoPermission, "you have no permission. Choose another place, or ask for permission"),
    errno.EPERM: (NoPermission, "the system does not allow it. Choose another place"),
    errno.EROFS: (ReadOnly, "its disk is read-only. Choose another place"),
    errno.ENOSPC: (DiskFull, "the disk is full. Make room, or choose another disk"),
    errno.EDQUOT: (DiskFull, "your share of the disk is used up. Make room, or choose another disk"),
    errno.EFBIG: (DiskFull, "the disk takes no file of that size. Choose another disk"),
}

LONGEST_NAME = 255
"""In bytes: most file systems take no more."""
BACKUP_SUFFIX = ".bak"
"""Added to a file's whole name for the version before the last save."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file was when it was read or saved: by it one sees whether it is another now."""

    digest: str
    """SHA-256 of its bytes, in hexadecimal."""


def read_file(path: Path) -> tuple[bytes, FileStamp]:
    """A file's bytes, with their stamp; a `FileProblem`, or `TooLarge` before anything is read."""
    with _worded(path, "opened"):
        _check_kind(path, path.stat())
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = b"" if status.st_size > LARGEST else file.read(LARGEST + 1)
    if max(len(data), status.st_size) > LARGEST:
        raise TooLarge(f"{LARGEST // 1024**2} MB")
    return data, FileStamp(_digest(data))


def save_file(path: Path, data: bytes, *, expected: FileStamp | None, disk: Disk = DISK) -> FileStamp:
    """Put the bytes in the file's place, whole or not at all; the stamp they have there.

    Links are followed; permission bits and, where that is allowed, the owner are kept. `ChangedOnDisk` where
    the file is not what `expected` says; None expects nothing. A file that is gone by now is written anew.
    Other failures are `FileProblem`s too.
    """
    place = Path(os.path.realpath(path))
    with _worded(path, "saved"):
        old = _replaceable(place, path, disk=disk)
        found = disk.read(place) if old else None
        if found is not None and expected is not None and _digest(found) != expected.digest:
            raise _changed(path, found)
        with disk.temporary(place) as fresh:
            _write(disk, fresh, data, old)
            if found is not None:
                _keep(disk, place, found, old)
            now = disk.read(place) if place.exists() else None
            if now is not None and now != found:  # within the moments that all this took
                raise _changed(path, now)
            disk.replace(fresh, place)
            disk.sync_folder(place.parent)
    return FileStamp(_digest(data))


def write_export(path: Path, data: bytes, *, disk: Disk = DISK) -> None:
    """Put the bytes in the file's place, whole or not at all; what was there before is not kept.

    Links are followed. Failures are `FileProblem`s.
    """
    with _worded(path, "written"):
        disk.write_whole(Path(os.path.realpath(path)), data, mode=ORDINARY)


def _changed(path: Path, found: bytes) -> ChangedOnDisk:
    return ChangedOnDisk(
        f"“{path.name}” has been changed elsewhere since it was opened, so it was not saved. "
        "Save it under another name to keep both.",
        found=_digest(found),
    )


def backup_of(path: Path) -> Path:
    """Where the version before the last save of a file is kept; a name that has no room for more is cut."""
    whole = os.fsencode(path.name)
    room = LONGEST_NAME - len(BACKUP_SUFFIX)
    return path.with_name(os.fsdecode(whole[:room]) + BACKUP_SUFFIX)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether the two paths lead to one place, links followed."""
    return os.path.realpath(one) == os.path.realpath(other)


def _replaceable(place: Path, path: Path, *, disk: Disk) -> os.stat_result | None:
    """What is known of the file to be replaced; None where there is none yet."""
    try:
        status = place.stat()
    except FileNotFoundError:
        return None
    _check_kind(path, status)
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise ReadOnly(f"“{path.name}” is read-only. Save under another name, or allow writing to it.")
    disk.try_writing(place)
    return status


def _keep(disk: Disk, place: Path, data: bytes, status: os.stat_result | None) -> None:
    """Keep the present version as the backup, in place of the one before."""
    backup = backup_of(place)
    with disk.temporary(backup) as copy:
        _write(disk, copy, data, status)
        disk.replace(copy, backup)


def _write(disk: Disk, path: Path, data: bytes, status: os.stat_result | None) -> None:
    """Make a file of the bytes; one with a status before it stays private while it is being written."""
    disk.write_new(path, data, mode=ORDINARY if status is None else PRIVATE)
    if status is not None:
        disk.copy_access(path, status)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _check_kind(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise NotAFile(f"“{path.name}” is a folder. Choose a file.")
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(f"“{path.name}” is not an ordinary file. Choose a file on a disk.")


@contextmanager
def _worded(path: Path, act: str) -> Iterator[None]:
    """Turn what the system says into a `FileProblem` in plain words."""
    try:
        yield
    except OSError as error:
        kind, _ = _PROBLEMS.get(error.errno or 0, (FileProblem, ""))
        raise kind(f"“{path.name}” could not be {act}: {in_words(error)}.") from error


def in_words(error: OSError) -> str:
    """Why the system refuses and what to do, as the end of a sentence without its full stop."""
    other = (FileProblem, f"the system says “{error.strerror}”. Try another place")
    return _PROBLEMS.get(error.errno or 0, other)[1]
