"""Bringing texts into a map from files, with a choice where the bytes can be read in several ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from argmap.editor import labels
from argmap.editor.document import Document
from argmap.edits.sources import add_source
from argmap.formats.errors import Cancelled, Problem
from argmap.formats.files import read_file
from argmap.formats.texts.found_text import FoundText
from argmap.formats.texts.registry import read_text
from argmap.model.ids import RecordId
from argmap.model.records import PageStart
from argmap.model.rules import Violation
from argmap.ui.dialogs.encoding_choice import EncodingChoice

_PATIENCE = 600
"""After so many milliseconds it is shown how far reading has come."""


class Patience:
    """Shows how far a text has been read once that takes long, and asks whether to go on."""

    def __init__(self, parent: QWidget, name: str) -> None:
        self._parent = parent
        self._name = name
        self._clock = QElapsedTimer()
        self._clock.start()
        self._dialog: QProgressDialog | None = None

    def report(self, share: float) -> bool:
        """Show the share that is done; whether to go on."""
        if self._dialog is None and self._clock.elapsed() > _PATIENCE:
            self._dialog = QProgressDialog(f"Reading “{self._name}”…", "Stop", 0, 1000, self._parent)
            self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
            self._dialog.setMinimumDuration(0)
        if self._dialog is None:
            return True
        self._dialog.setValue(round(share * 1000))
        QCoreApplication.processEvents()
        return not self._dialog.wasCanceled()

    def close(self) -> None:
        """It is over."""
        if self._dialog is not None:
            self._dialog.reset()
            self._dialog.deleteLater()


class BringingIn:
    """Adds texts to the open map of one window."""

    def __init__(
        self,
        window: QWidget,
        *,
        document: Callable[[], Document],
        tell: Callable[[str], None],
        added: Callable[[RecordId], None],
    ) -> None:
        """`tell` says why something cannot be read; `added` hears the id of each text."""
        self._window = window
        self._document = document
        self._tell = tell
        self._added = added

    def add_file(self, path: Path) -> None:
        """Read a file and add its text; ask first where its bytes can be read in several ways."""
        try:
            data, _ = read_file(path)
        except Problem as problem:
            self._tell(str(problem))
            return
        found = self._read(path, data)
        if found is None:
            return
        if len(found.encodings) > 1:
            choice = EncodingChoice(path.name, found.encodings, parent=self._window)
            choice.chosen.connect(partial(self._add_read_as, path, data))
            choice.open()
        else:
            self._add(found)

    def _add_read_as(self, path: Path, data: bytes, encoding: str) -> None:
        found = self._read(path, data, encoding=encoding)
        if found is not None:
            self._add(found)

    def _read(self, path: Path, data: bytes, *, encoding: str | None = None) -> FoundText | None:
        patience = Patience(self._window, path.name)
        try:
            return read_text(data, path.name, encoding=encoding, progress=patience.report)
        except Problem as problem:
            self._tell(f"“{path.name}” could not be brought in. {problem}")
        except Cancelled:
            pass
        finally:
            patience.close()
        return None

    def _add(self, found: FoundText) -> None:
        """Add the text as one step."""
        editor = self._document().editor
        transaction = editor.transaction()
        try:
            key = add_source(
                transaction,
                found.title,
                body=found.body,
                author=found.author,
                date=found.date,
                citation=found.citation,
                file=found.file,
                pages=[PageStart(start=page.start, label=page.label) for page in found.pages],
            )
            editor.commit(labels.ADD_TEXT, transaction)
        except Violation as refusal:
            self._tell(str(refusal))
        else:
            self._added(key)
