"""What becomes of one document, told to a journal: its steps, its saves, and what is being typed.

What is being typed is noted as a step that the next one takes back. The lines of a journal say what records
are after a step and not what they were, so whoever reads them need not know which words were committed.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.editor import labels
from argmap.editor.document import Document
from argmap.editor.editor import Update
from argmap.editor.journal import Journal
from argmap.editor.journal_files import Entry
from argmap.formats.journal_lines import Heading
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA, Delta
from argmap.model.records import MapInfo


class Recorder:
    """Tells a journal about one document."""

    def __init__(self, document: Document, journal: Journal, *, clock: Callable[[], str]) -> None:
        self._document = document
        self._journal = journal
        self._clock = clock
        self._typed = EMPTY_DELTA
        self._about: tuple[object, object, object] = (self, None, None)
        self._made = Heading(name="")

    def follow(self, update: Update) -> None:
        """The map has changed, or is saved. After a change, what is being typed is to be noted anew."""
        if update.delta and not self._document.editor.is_modified:  # undone to what is saved
            self._typed = EMPTY_DELTA
            self._journal.forget()
        elif update.delta and not self._typed:
            self._note(update.label, update.delta, start=update.before.map)
        elif update.delta:
            typed, self._typed = self._typed, EMPTY_DELTA
            start = update.before.map.apply(typed)
            self._note(update.label, typed.inverse().then(update.delta), start=start)
        elif update.before is update.after:
            typed, self._typed = self._typed, EMPTY_DELTA
            self._journal.forget()
            self.note_typing(typed)

    def note_typing(self, typed: Delta) -> None:
        """What is typed now and not committed: what it would change, which is nothing where none is."""
        before, self._typed = self._typed, typed
        delta = before.inverse().then(typed)
        if before and not typed and not self._document.is_modified:
            self._journal.forget()
        elif delta:
            self._note(labels.TYPE, delta, start=self._document.editor.map.apply(before))

    def _note(self, label: str, delta: Delta, *, start: ArgumentMap) -> None:
        map_ = self._document.editor.map
        after = map_.apply(self._typed) if self._typed else map_
        self._journal.note(
            Entry(
                delta=delta,
                label=label,
                at=self._clock(),
                before=start,
                after=after,
                heading=self._heading(),
            )
        )

    def _heading(self) -> Heading:
        """What the journal is about; made anew only when it is another one, for every commit asks."""
        document = self._document
        path, stamp, info = self._about
        now = document.editor.map.table(MapInfo)
        if path is not document.path or stamp is not document.stamp or info is not now:
            self._about, self._made = (document.path, document.stamp, now), _heading_of(document)
        return self._made


def _heading_of(document: Document) -> Heading:
    stamp, path = document.stamp, str(document.path or "")
    return Heading(
        name=_as_text(document.name),
        path=path if _as_text(path) == path else "",  # such a name no journal can hold
        digest=stamp.digest if stamp else "",
    )


def _as_text(words: str) -> str:
    """Without the halves of characters by which Python spells file names that are not UTF-8."""
    return words.encode(errors="replace").decode()
