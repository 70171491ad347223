"""An open map and where it lives: the editor that changes it, the file it came from and goes to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from argmap.editor import labels
from argmap.editor.editor import Editor, Update
from argmap.editor.history import Gesture
from argmap.editor.leftovers import Leftover
from argmap.editor.versions import Version, Versions
from argmap.edits.merging import merge
from argmap.formats.disk import DISK
from argmap.formats.errors import Problem
from argmap.formats.files import FileStamp, in_words, is_same_file, read_file, save_file
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Delta
from argmap.model.ids import IdSource
from argmap.model.merging import Merge


class Known(NamedTuple):
    """What a file held at one time."""

    step: Gesture | None
    """The step by which it was taken in; None where it was opened or saved."""
    map: ArgumentMap
    stamp: FileStamp | None
    counts: bool = True
    """Whether its step has not been undone."""


UNTITLED = "Untitled map"
_READING = "This map is open for reading only. Save it under another name to change it."


class Document:
    """One editor and its file. A failing open or save changes neither it nor the file."""

    def __init__(
        self,
        editor: Editor,
        codecs: CodecRegistry,
        *,
        path: Path | None = None,
        stamp: FileStamp | None = None,
        title: str = "",
    ) -> None:
        self.editor = editor
        self.codecs = codecs
        self.path = path
        """Where it was opened or last saved; None where the next save must ask for a place."""
        self.typed: Delta = EMPTY_DELTA
        """What is being typed and not committed: what committing it would change."""
        self.lacks_file = False
        """Whether its file was seen to be gone: this may be all that is left of it."""
        self._known: list[Known] = [Known(None, editor.map, stamp)]
        """What its file held, each time with the step by which that was taken in; the latest last."""
        self.title = title
        """What it is called while it has no file; the map's own title where this is empty."""
        self.refusal = ""
        """Why it could not be saved the last time, in a sentence."""
        self.version_trouble = ""
        """Why the last save, and not the one before, could keep no version of it besides."""
        self.disk = DISK
        """What it is saved through."""
        self.versions: Versions | None = None
        """Where each version that is saved is kept besides."""
        self._lacks_versions = False
        editor.subscribe(self._follow)

    @classmethod
    def new(cls, ids: IdSource, codecs: CodecRegistry) -> Document:
        """An empty map that has no file yet."""
        return cls(Editor(ArgumentMap(), ids), codecs)

    @classmethod
    def open(cls, path: Path, ids: IdSource, codecs: CodecRegistry) -> Document:
        """The map in a file; a `Problem` where it cannot be read."""
        map_, stamp = _read(path, codecs)
        return cls(Editor(map_, ids), codecs, path=path.absolute(), stamp=stamp)

    @classmethod
    def open_to_read(cls, path: Path, ids: IdSource, codecs: CodecRegistry) -> Document:
        """The map in a file that is in other hands: it can be changed once it is saved elsewhere."""
        map_, stamp = _read(path, codecs)
        editor = Editor(map_, ids, refusal=_READING)
        return cls(editor, codecs, path=path.absolute(), stamp=stamp)

    @classmethod
    def open_copy(cls, path: Path, ids: IdSource, codecs: CodecRegistry, *, title: str = "") -> Document:
        """The map in a file as a copy: the first save asks for a place, so that the file stays as it is."""
        map_, _ = _read(path, codecs)
        return cls(Editor(map_, ids), codecs, title=title)

    @classmethod
    def behind(
        cls, leftover: Leftover, ids: IdSource, codecs: CodecRegistry, *, is_free: bool = True
    ) -> Document:
        """The file that a leftover belongs to, before it is brought back.

        No file where that has changed, or is not free: open in another window.
        """
        if is_free and leftover.is_file_unchanged and leftover.on_disk is not None:
            stamp = FileStamp(leftover.heading.digest)
            return cls(Editor(leftover.on_disk, ids), codecs, path=Path(leftover.heading.path), stamp=stamp)
        return cls(Editor(ArgumentMap(), ids), codecs, title=leftover.heading.name)

    def bring_back(self, leftover: Leftover) -> None:
        """Take the map of a leftover, as one undo step."""
        self.editor.replace(labels.RECOVER, leftover.map)

    @property
    def name(self) -> str:
        """What the window calls it: the file's name without its ending, or the map's title."""
        title = self.title or self.editor.map.info.title.strip()
        return (self.path.stem if self.path else title) or UNTITLED

    @property
    def stamp(self) -> FileStamp | None:
        """What its file was when it was last opened, saved or taken in; not where that has been undone."""
        return self._held.stamp

    @property
    def _held(self) -> Known:
        """What its file held when the two went apart last; what was taken in counts until that is undone."""
        return next(known for known in reversed(self._known) if known.counts)

    def _follow(self, update: Update) -> None:
        """What was taken in counts while its step is done: for good where that falls off the undo list."""
        if len(self._known) == 1:
            return
        done, undone = self.editor.history.gestures
        self._known = [
            known
            if known.step is None  # it was opened or saved: no undo leads behind that
            else known._replace(counts=known.step in done or (known.counts and known.step not in undone))
            for known in self._known
        ]

    @property
    def is_read_only(self) -> bool:
        """Whether it is only to be looked at, until it is saved under another name."""
        return bool(self.editor.refusal)

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save, or to be committed first."""
        return self.editor.is_modified or bool(self.typed) or self.lacks_file

    def load_again(self) -> None:
        """Take what its file holds now, as one undo step; a `Problem` where it cannot be read."""
        if self.path is None:
            raise ValueError("a map without a file cannot be loaded again")
        map_, stamp = _read(self.path, self.codecs)
        self._take_in(labels.LOAD_AGAIN, map_, file=Known(object(), map_, stamp))

    def changed_on_disk(self) -> FileStamp | None:
        """What its file is now, where it is there and another than when it was opened or saved."""
        if self.path is None or self.stamp is None:
            return None
        try:
            _, stamp = read_file(self.path)
        except Problem:
            return None
        return None if stamp == self.stamp else stamp

    def merge(self) -> Merge:
        """Take in what another program has changed in its file, as one undo step; what both sides changed.

        A `Problem` where the file cannot be read.
        """
        if self.path is None:
            raise ValueError("a map without a file has nothing to be merged with")
        theirs, stamp = _read(self.path, self.codecs)
        merged = merge(self._held.map, self.editor.map, theirs)
        self._take_in(labels.MERGE, merged.map, file=Known(object(), theirs, stamp))
        return merged

    def _take_in(self, label: str, map_: ArgumentMap, *, file: Known) -> None:
        """Take a map made with what its file holds now; it is saved where it is the same.

        The file is known first: the journal hears of the step and of the file that it starts from as one.
        """
        self._known.append(file)
        self.editor.replace(label, map_, gesture=file.step)
        if self.editor.map == file.map:
            self.editor.mark_saved()

    def save(self, path: Path | None = None, *, over: FileStamp | None = None) -> None:
        """Save to its own file, or to another one, which is its own from then on.

        Raises a `Problem`: `ChangedOnDisk` where another program has saved the file meanwhile, unless it is
        the version that this is to be saved over; `ValueError` where there is no place to save to.
        """
        place = path or self.path
        if place is None:
            raise ValueError("a map without a file needs a place to be saved")
        self.version_trouble = ""
        found = self._keep_found(place)
        try:
            data, stamp = self._write(place, over=over)
        except Problem as problem:
            self.refusal = str(problem)
            raise
        self.path, self._known = place.absolute(), [Known(None, self.editor.map, stamp)]
        self.refusal = self.editor.refusal = ""
        self.lacks_file = False
        self._keep_version(self.path, data, at=datetime.now(UTC), spare=found)
        self.editor.mark_saved()

    def _write(self, place: Path, *, over: FileStamp | None) -> tuple[bytes, FileStamp]:
        codec = self.codecs.for_path(place) or self.codecs.native
        is_own = self.path is not None and is_same_file(place, self.path)
        expected = over or (self.stamp if is_own else None)
        data = codec.write(self.editor.map)
        return data, save_file(place, data, expected=expected, disk=self.disk)

    def _keep_found(self, place: Path) -> bytes:
        """Keep what a save is about to replace: it may be another program's, or older than any version.

        What that is; nothing where it is not there, or no file that could be one of ours.
        """
        if self.versions is None:
            return b""
        try:
            found, _ = read_file(place)  # which waits for no pipe
            if not self.versions.has(place, found):
                changed = datetime.fromtimestamp(place.stat().st_mtime, UTC)
                self._keep_version(place, found, at=changed, spare=found)
        except (OSError, ValueError, OverflowError, Problem):
            return b""  # the save will tell
        return found

    def _keep_version(self, place: Path, data: bytes, *, at: datetime, spare: bytes) -> None:
        """Keep a version besides. No save depends on it, so a failure is only noted, and once."""
        if self.versions is None:
            return
        try:
            self.versions.keep(place, data, at=at, spare=spare)
        except OSError as error:
            if not self._lacks_versions:
                self.version_trouble = in_words(error)
            self._lacks_versions = True
        else:
            self._lacks_versions = False

    def kept_versions(self) -> list[Version]:
        """The versions of its file that are kept, the latest first."""
        return self.versions.of(self.path) if self.versions is not None and self.path is not None else []

    def read_version(self, version: Version) -> ArgumentMap:
        """The map that a version holds; a `Problem` where it cannot be read."""
        return _read(version.path, self.codecs)[0]

    def beside(self, version: Version) -> Document:
        """A version as a document of its own, only to be looked at; a `Problem` where it cannot be read."""
        editor = Editor(self.read_version(version), self.editor.ids, refusal=_READING)
        at = version.at.astimezone()
        return Document(editor, self.codecs, title=f"{self.name}, {at:%Y-%m-%d %H:%M:%S}")

    def restore(self, map_: ArgumentMap) -> None:
        """Take a version back, as one undo step."""
        self.editor.replace(labels.RESTORE, map_)


def _read(path: Path, codecs: CodecRegistry) -> tuple[ArgumentMap, FileStamp]:
    data, stamp = read_file(path)
    return codecs.for_file(data, path).read(data), stamp
