"""Bringing texts into a map: from files, asking where bytes read in several ways, and from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressDialog, QWidget

from argmap.editor import labels
from argmap.editor.document import Document
from argmap.editor.summary import told_places
from argmap.editor.words import title_of
from argmap.edits.sources import add_source, replace_body
from argmap.formats.errors import Cancelled, Problem, TextProblem, WithoutText
from argmap.formats.files import read_file
from argmap.formats.texts.copied import copied
from argmap.formats.texts.found_text import FoundText
from argmap.formats.texts.registry import read_text
from argmap.model.delta import StaleDelta
from argmap.model.ids import RecordId
from argmap.model.progress import Progress
from argmap.model.records import PageStart
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction
from argmap.ui.aside import done_aside
from argmap.ui.dialogs.encoding_choice import EncodingChoice
from argmap.ui.dropped_files import dropped_files, is_map

_NOTHING_COPIED = "There is no text on the clipboard. Copy some in a browser or in Word, and try again."
_NO_TEXTS = "These are no texts that argmap reads. Open them in their own program, and copy the words."
_PATIENCE = 600
"""After so many milliseconds it is shown how far reading has come."""


Use = Callable[[FoundText], None]
"""What becomes of a text that was read."""


class Mention(Protocol):
    """Says something in passing."""

    def __call__(self, sentence: str, *, undo: bool = False) -> None:
        """Say it, with an Undo button where asked for."""


class Patience:
    """Shows how far a text has been read once that takes long, and asks whether to go on."""

    def __init__(self, parent: QWidget, doing: str) -> None:
        """`doing` says what takes long."""
        self._parent = parent
        self._doing = doing
        self._clock = QElapsedTimer()
        self._clock.start()
        self._dialog: QProgressDialog | None = None

    def report(self, share: float) -> bool:
        """Show the share that is done; whether to go on."""
        if self._dialog is None and self._clock.elapsed() > _PATIENCE:
            self._dialog = QProgressDialog(self._doing, "Stop", 0, 1000, self._parent)
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


def _read_text(data: bytes, name: str, progress: Progress, *, encoding: str | None) -> FoundText:
    return read_text(data, name, encoding=encoding, progress=progress)


def _replaced(transaction: Transaction, source: RecordId, progress: Progress, *, body: str) -> None:
    replace_body(transaction, source, body, progress=progress)


class BringingIn:
    """Adds texts to the open map of one window."""

    def __init__(
        self,
        window: QWidget,
        *,
        document: Callable[[], Document],
        ask: Callable[[], Sequence[Path]],
        tell: Callable[[str], None],
        mention: Mention,
        added: Callable[[RecordId], None],
    ) -> None:
        """`ask` asks for files; `tell` says why one cannot be read; `mention` says what was done.

        `added` hears the id of each text.
        """
        self._window = window
        self._document = document
        self.ask_paths = ask
        self._tell = tell
        self._mention = mention
        self._added = added
        self._paths: dict[RecordId, Path] = {}
        """Where texts were read from while this window has been open."""

    def add_file(self, path: Path) -> None:
        """Read a file and add its text; ask first where its bytes can be read in several ways."""
        self._bring(path, partial(self._add, path))

    def replace_by_file(self, source: RecordId, path: Path) -> None:
        """Read a file and take its text for a newer version of one on the map."""
        self._bring(path, partial(self._replace, source, path))

    def path_of(self, source: RecordId) -> Path | None:
        """The file that a text was read from, or that lies by its name beside the map."""
        document = self._document()
        held, known = document.editor.map.sources[source], self._paths.get(source)
        name = Path(held.file).name  # nothing but a name, whatever the map says
        beside = document.path.parent / name if document.path and name else None
        return next((path for path in (known, beside) if path is not None and path.is_file()), None)

    def _bring(self, path: Path, use: Use) -> None:
        try:
            data, _ = read_file(path)
        except Problem as problem:
            self._tell(str(problem))
            return
        found = self._read(path, data)
        if found is None:
            return
        if not found.is_reading_sure:
            choice = EncodingChoice(path.name, found.encodings, parent=self._window)
            choice.chosen.connect(partial(self._use_read_as, path, data, use=use))
            choice.open()
        else:
            use(found)

    def add_copied(self) -> None:
        """Add what is on the clipboard: words, with their paragraphs, or copied files."""
        self._add_from(QGuiApplication.clipboard().mimeData(), without=_NOTHING_COPIED)

    def add_dropped(self, data: QMimeData) -> None:
        """Add what was dropped: files, or words from another program."""
        self._add_from(data, without="There is no text in what was dropped.")

    def _add_from(self, data: QMimeData, *, without: str) -> None:
        if data.hasUrls():
            paths = [path for path in dropped_files(data) if not is_map(path)]
            for path in paths:
                self.add_file(path)
            if not paths:
                self._tell(_NO_TEXTS)
            return
        try:
            self._add(None, copied(data.text(), data.html()))
        except WithoutText:
            self._tell(without)
        except TextProblem as problem:
            self._tell(str(problem))

    def _use_read_as(self, path: Path, data: bytes, encoding: str, *, use: Use) -> None:
        found = self._read(path, data, encoding=encoding)
        if found is not None:
            use(found)

    def _read(self, path: Path, data: bytes, *, encoding: str | None = None) -> FoundText | None:
        patience = Patience(self._window, f"Reading “{path.name}”…")
        try:
            read = partial(_read_text, data, path.name, encoding=encoding)
            return done_aside(read, patience)
        except Problem as problem:
            self._tell(f"“{path.name}” could not be brought in. {problem}")
        except Cancelled:
            pass
        finally:
            patience.close()
        return None

    def _replace(self, source: RecordId, path: Path, found: FoundText) -> None:
        """Give a text another body, as one step, and say what became of its passages."""
        editor = self._document().editor
        if source not in editor.map.sources:
            return  # it was removed while the encoding was asked for
        before = editor.map.sources[source]
        transaction = editor.transaction()
        patience = Patience(self._window, f"Finding passages in “{path.name}”…")
        try:
            find = partial(_replaced, transaction, source, body=found.body)
            done_aside(find, patience)
            editor.commit(labels.REPLACE_TEXT, transaction, gesture=object())
        except Violation as refusal:
            self._tell(str(refusal))
            return
        except StaleDelta:  # the program has gone on while it was shown how far this has come
            self._tell(f"The map has changed meanwhile, so “{path.name}” was not taken. Try again.")
            return
        except Cancelled:
            return
        finally:
            patience.close()
        self._paths[source] = path
        if editor.map.sources[source].body == before.body:
            self._mention(f"“{path.name}” has the same text")
        else:
            self._mention(f"Took the text of “{path.name}”: {told_places(editor.map, source)}", undo=True)

    def _add(self, path: Path | None, found: FoundText) -> None:
        """Add the text as one step; `path` is where it was read from, if it was."""
        editor = self._document().editor
        twin = next((text for text in editor.map.sources.values() if text.body == found.body), None)
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
            if path is not None:
                self._paths[key] = path
            self._added(key)
            if twin is not None:
                told = f"The same text was here already, as “{title_of(twin)}”: now it is here twice"
                self._mention(told, undo=True)
