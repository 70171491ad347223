"""Earlier versions of a file, kept in the program's own folder: the last ones, thinner the older they are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from argmap.formats.disk import DISK, Disk

MOST = 10
"""So many versions of one file are kept."""
_NAME = "%Y-%m-%dT%H%M%SZ.argmap"


@dataclass(frozen=True, slots=True)
class Version:
    """What a file once held."""

    path: Path
    at: datetime
    """When it was saved, in UTC, to the second."""
    size: int
    """In bytes."""


class Versions:
    """The versions of all files."""

    def __init__(self, place: Path, *, disk: Disk = DISK) -> None:
        self._place = place
        self._disk = disk

    def of(self, path: Path) -> list[Version]:
        """The versions of a file that are kept, the latest first."""
        folder = self._folder(path)
        found = [_version(each) for each in folder.glob("*.argmap")] if folder.is_dir() else []
        return sorted((each for each in found if each is not None), key=lambda each: each.at, reverse=True)

    def has(self, path: Path, data: bytes) -> bool:
        """Whether one of the versions of a file that are kept is this; OSError where that cannot be seen."""
        return any(each.size == len(data) and self._disk.read(each.path) == data for each in self.of(path))

    def keep(self, path: Path, data: bytes, *, at: datetime, spare: bytes = b"") -> None:
        """Keep what a file held then, unless the latest version is the same; OSError where that fails.

        Where others have to go for it, a version that is `spare` stays.
        """
        folder = self._folder(path)
        held = self.of(path)
        if held and self._disk.read(held[0].path) == data:
            return
        self._disk.make_folder(folder)
        taken = {version.at for version in held}
        at = at.replace(microsecond=0)
        while at in taken:
            at += timedelta(seconds=1)
        self._disk.write_whole(folder / at.astimezone(UTC).strftime(_NAME), data)
        spared = {version for version in self.of(path) if spare and self._disk.read(version.path) == spare}
        for version in superfluous(self.of(path), now=at, spared=spared):
            self._disk.remove(version.path)

    def _folder(self, path: Path) -> Path:
        """Where the versions of a file are; a file that moves begins anew."""
        return self._place / hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]


def superfluous(
    versions: Sequence[Version], *, now: datetime, most: int = MOST, spared: Collection[Version] = ()
) -> list[Version]:
    """Which versions to let go, so that no more than so many stay: those that others stand nearest to.

    Near is measured against their age, so that the latest stay close to each other and the old ones far
    apart. The latest and the oldest always stay, and those that are spared.
    """
    kept = sorted(versions, key=lambda version: version.at)
    gone = []
    while len(kept) > most:
        places = [place for place in range(1, len(kept) - 1) if kept[place] not in spared]
        if not places:
            break
        gone.append(kept.pop(min(places, key=lambda place: _crowded(kept, place, now))))
    return gone


def _crowded(kept: Sequence[Version], place: int, now: datetime) -> float:
    """How long the gap would be without this version, against its age."""
    gap = (kept[place + 1].at - kept[place - 1].at).total_seconds()
    age = max(1.0, (now - kept[place].at).total_seconds())
    return gap / age


def _version(path: Path) -> Version | None:
    try:
        at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
        return Version(path, at, path.stat().st_size)
    except (ValueError, OSError):
        return None
