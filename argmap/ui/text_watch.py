"""Notices when the file changes that the text on screen was read from, and offers to read it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from argmap.model.ids import RecordId
from argmap.ui.bridge import Bridge
from argmap.ui.file_watch import FileWatch


class TextWatch(QObject):
    """Watches the file of one text at a time."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._source: RecordId | None = None
        self._path: Path | None = None
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_changed)

    def look(self) -> None:
        """Watch the file of the text that is shown now, where it is known."""
        place = self._bridge.text.place
        source = place[0] if place else None
        if source is None or source != self._source or self._path is None:
            self._source = source
            self._path = self._bridge.texts.path_of(source) if source else None
            self._watch.watch(self._path)

    def _on_changed(self) -> None:
        if self._path is None or self._source is None or not self._path.is_file():
            return
        sentence = f"“{self._path.name}” has changed. The map still has its text as it was."
        again = partial(self._bridge.texts.replace_by_file, self._source, self._path)
        self._bridge.offer(sentence, [("Read it again", again)])
