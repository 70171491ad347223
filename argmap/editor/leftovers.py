"""What a crash left behind: the journals of windows that did not close, read back into maps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from argmap.editor.changes import told_changes
from argmap.editor.journal_files import BASES, LINES
from argmap.editor.words import count, spelt
from argmap.formats.errors import FormatError, Problem
from argmap.formats.files import read_file
from argmap.formats.journal_lines import Heading, read_heading, read_step, replay
from argmap.formats.native import LARGEST
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap

_SET_ASIDE, _PUT_AWAY = ".unreadable", ".discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A map that was open, and not saved, when its program ended."""

    folder: Path
    heading: Heading
    map: ArgumentMap
    """The map after the last step that can be read."""
    latest: str
    """When that step was taken: ISO 8601 in UTC."""
    lost: int
    """How many lines were torn or damaged."""
    on_disk: ArgumentMap | None = None
    """What its file holds; None where it has none, or one that cannot be read."""
    is_file_unchanged: bool = False
    """Whether its file is the one that the steps began with."""

    @property
    def changes(self) -> int:
        """How many records its file has otherwise, or not at all."""
        return (self.on_disk or ArgumentMap()).difference_to(self.map).size


def read_leftover(folder: Path, codecs: CodecRegistry) -> Leftover | None:
    """The map that a journal leads to, beside its file; None where nothing of it can be read."""
    for base in sorted(folder.glob(BASES), reverse=True):
        number = base.stem.rpartition("-")[2]
        if not number.isdecimal():
            continue  # somebody's copy
        lines = base.with_name(LINES.format(int(number)))
        try:
            map_ = codecs.native.read(_bytes_of(base))
        except (OSError, FormatError):
            continue  # the pair before this one is still there while this one is being made
        return _beside_file(_played(folder, map_, _lines_of(lines)), codecs)
    return None


def _played(folder: Path, base: ArgumentMap, lines: list[bytes]) -> Leftover:
    heading = read_heading(lines[0]) if lines else None
    rest = lines if heading is None else lines[1:]
    steps = [step for line in rest if (step := read_step(line)) is not None]
    if heading is None:
        heading = Heading(name="", began=steps[0].at if steps else "")
    return Leftover(
        folder=folder,
        heading=heading,
        map=replay(base, steps),
        latest=steps[-1].at if steps else heading.began,
        lost=len(rest) - len(steps),
    )


def _beside_file(leftover: Leftover, codecs: CodecRegistry) -> Leftover:
    path = Path(leftover.heading.path)
    if not leftover.heading.path:
        return leftover
    try:
        data, stamp = read_file(path)
        on_disk = codecs.for_file(data, path).read(data)
    except Problem:
        return leftover
    is_unchanged = stamp.digest == leftover.heading.digest
    return replace(leftover, on_disk=on_disk, is_file_unchanged=is_unchanged)


def _lines_of(path: Path) -> list[bytes]:
    try:
        return BytesIO(_bytes_of(path)).readlines()
    except OSError:
        return []


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def told(leftover: Leftover) -> str:
    """What there is to recover, in a sentence or two."""
    heading = leftover.heading
    named = f"“{heading.name}”" if heading.name else "a map"
    said = [f"Recovered {named} from {_clock_time(leftover.latest)}."]
    if leftover.is_file_unchanged:
        since, number = _clock_time(heading.began), count(leftover.changes, "change")
        said.append(f"It has {number} since {since} that the file on disk does not have: {_what(leftover)}.")
    elif heading.path:
        what = "has changed since" if leftover.on_disk is not None else "is gone, or cannot be read"
        said.append(f"Its file {what}: it would be kept as a map of its own.")
    else:
        said.append(f"It was never saved: {_what(leftover)}.")
    if leftover.lost:
        said.append(f"{spelt(leftover.lost, 'step')} could not be read any more.")
    return " ".join(said)


def _what(leftover: Leftover) -> str:
    """What its file does not have, in words."""
    return told_changes(leftover.on_disk or ArgumentMap(), leftover.map)


def _clock_time(at: str) -> str:
    """A moment as a clock in this place shows it; with its day where that is not today."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return "before"
    shown = f"{moment:%H:%M}"
    return shown if moment.date() == datetime.now().astimezone().date() else f"{moment:%Y-%m-%d}, {shown}"


def journal_folders(place: Path) -> Iterator[Path]:
    """The folders of all journals, of living windows too, the one begun first first."""
    if place.is_dir():
        folders = (
            path for path in place.iterdir() if path.is_dir() and path.suffix not in (_SET_ASIDE, _PUT_AWAY)
        )
        yield from sorted(folders)


def is_empty(folder: Path) -> bool:
    """Whether a journal had not begun when its program ended."""
    return not any(folder.glob(BASES))


def set_aside(folder: Path) -> Path:
    """Keep a journal that cannot be read, for another version or for a person; where it is from now on."""
    aside = folder.with_name(folder.name + _SET_ASIDE)
    try:
        return folder.rename(aside)
    except OSError:
        return folder


def put_away(folder: Path) -> Path:
    """Let a journal not be found any more, until `clear_away`; where it is from now on."""
    return folder.rename(folder.with_name(folder.name + _PUT_AWAY))


def clear_away(place: Path) -> None:
    """Remove for good what was put away."""
    for folder in place.glob(f"*{_PUT_AWAY}"):
        discard(folder)


def discard(folder: Path) -> None:
    """Remove a journal for good."""
    shutil.rmtree(folder, ignore_errors=True)
