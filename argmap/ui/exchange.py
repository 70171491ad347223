"""What goes out of a window's map to readers and other programs, and what comes in from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from argmap.editor.document import Document
from argmap.model.ids import RecordId
from argmap.ui.bringing_in import Patience
from argmap.ui.dialogs.questions import Questions


class Exchange:
    """Asks for files, and writes the texts of the open map of one window."""

    def __init__(
        self,
        window: QWidget,
        questions: Questions,
        *,
        document: Callable[[], Document],
        folder: Callable[[], Path],
    ) -> None:
        """`folder` says where file dialogs begin."""
        self._window = window
        self._questions = questions
        self._document = document
        self._folder = folder

    def ask_text_export_path(self, suggested: str) -> Path | None:
        """Ask where to write an annotated text."""
        return self._questions.text_export_path(self._window, self._folder() / suggested)

    def export_text(self, source: RecordId, path: Path) -> None:
        """Write a text with its passages and claims; raises `Problem`, ValueError and `Cancelled`."""
        # Imported here: it is asked for seldom, and printing costs time to load.
        from argmap.ui.text_export import export_text

        patience = Patience(self._window, f"Writing “{path.name}”…")
        try:
            export_text(self._document().editor.map, source, path, progress=patience.report)
        finally:
            patience.close()

    def ask_annotations_export_path(self, suggested: str) -> Path | None:
        """Ask where to write the map's passages as annotations."""
        return self._questions.annotations_export_path(self._window, self._folder() / suggested)

    def ask_annotations_path(self) -> Path | None:
        """Ask which file to import annotations from."""
        return self._questions.annotations_path(self._window, self._folder())

    def patience(self, name: str) -> Patience:
        """What shows how far a file has been read once that takes long."""
        return Patience(self._window, f"Reading “{name}”…")
