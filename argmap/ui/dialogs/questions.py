"""The questions a window asks: which file, where to save, what becomes of unsaved changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from argmap.editor.host import Unsaved
from argmap.ui.fonts import font

MAP_FILTER = "Argument maps (*.argmap);;All files (*)"
PAGE_FILTER = "Web page (*.html *.htm);;PDF document (*.pdf)"
ANNOTATIONS_FILTER = "Annotations (*.jsonld *.json)"
PICTURE_FILTER = "PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"

_NAME_ROOM = 190
"""For a map's name in a question, in pixels."""


class Questions(Protocol):
    """What a window may ask; answers are None where the user changed their mind."""

    def open_path(self, parent: QWidget, folder: Path) -> Path | None:
        """Which file to open."""

    def text_paths(self, parent: QWidget, folder: Path) -> Sequence[Path]:
        """Which files to bring in as texts."""

    def save_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to save the map."""

    def export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write a picture."""

    def text_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write an annotated text."""

    def annotations_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write annotations."""

    def annotations_path(self, parent: QWidget, folder: Path) -> Path | None:
        """Which file to import annotations from."""

    def unsaved(self, parent: QWidget, name: str) -> Unsaved:
        """What to do with a map's unsaved changes."""


class Dialogs:
    """The questions as the desktop's own dialogs."""

    def open_path(self, parent: QWidget, folder: Path) -> Path | None:
        """Which file to open."""
        name, _ = QFileDialog.getOpenFileName(parent, "Open a map", str(folder), MAP_FILTER)
        return Path(name) if name else None

    def text_paths(self, parent: QWidget, folder: Path) -> Sequence[Path]:
        """Which files to bring in as texts."""
        # Imported here: it is asked for seldom, and the formats cost time to load.
        from argmap.formats.texts.registry import TextFormats

        endings = " ".join(f"*{suffix}" for suffix in TextFormats().suffixes)
        filters = f"Texts ({endings});;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(parent, "Bring in texts", str(folder), filters)
        return [Path(name) for name in names]

    def save_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to save the map; a name without the usual ending gets it."""
        path = _ask_save(parent, "Save the map", suggested, MAP_FILTER)
        return with_suffix(path, (".argmap",)) if path else None

    def export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write a picture; a name without an ending gets the one of the kind chosen."""
        path = _ask_save(parent, "Export a picture", suggested, PICTURE_FILTER)
        return with_suffix(path, (".png", ".svg", ".pdf")) if path else None

    def text_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write an annotated text; a name without an ending gets the one of the kind chosen."""
        path = _ask_save(parent, "Export the annotated text", suggested, PAGE_FILTER)
        return with_suffix(path, (".html", ".htm", ".pdf")) if path else None

    def annotations_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        """Where to write annotations; a name without the usual ending gets it."""
        path = _ask_save(parent, "Export annotations", suggested, ANNOTATIONS_FILTER)
        return with_suffix(path, (".jsonld", ".json")) if path else None

    def annotations_path(self, parent: QWidget, folder: Path) -> Path | None:
        """Which file to import annotations from."""
        filters = f"{ANNOTATIONS_FILTER};;All files (*)"
        name, _ = QFileDialog.getOpenFileName(parent, "Import annotations", str(folder), filters)
        return Path(name) if name else None

    def unsaved(self, parent: QWidget, name: str) -> Unsaved:
        """What to do with a map's unsaved changes."""
        box = unsaved_box(parent, name)
        try:
            return answer_of(box.exec())
        finally:
            box.deleteLater()


def unsaved_box(parent: QWidget, name: str) -> QMessageBox:
    """The question about unsaved changes, not shown yet."""
    box = QMessageBox(parent)
    box.setObjectName("unsaved")
    box.setWindowTitle("argmap")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Save the changes to “{_shortened(name)}”?")
    box.setInformativeText("Changes since the last save are lost if you discard them.")
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    for button, words in ((buttons.Save, "&Save"), (buttons.Discard, "&Discard"), (buttons.Cancel, "Cancel")):
        box.button(button).setText(words)  # a message box takes the underlined letter without Alt too
        box.button(button).setIcon(QIcon())
    box.setDefaultButton(buttons.Save)
    box.setEscapeButton(buttons.Cancel)
    _set_off(box)
    return box


def _set_off(box: QMessageBox) -> None:
    """Set the question larger than the rest, and give the box more air."""
    question, layout = box.findChild(QLabel, "qt_msgbox_label"), box.layout()
    if question is not None and layout is not None:
        question.setFont(_question_font())
        layout.setContentsMargins(8, 22, 20, 18)


def _question_font() -> QFont:
    return font(17, 600)


def _shortened(name: str) -> str:
    """The name, its middle left out where the question would not fit on a line."""
    return QFontMetricsF(_question_font()).elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_ROOM)


def answer_of(button: int) -> Unsaved:
    """What the button says that was clicked."""
    if button == QMessageBox.StandardButton.Save:
        return Unsaved.SAVE
    return Unsaved.DISCARD if button == QMessageBox.StandardButton.Discard else Unsaved.CANCEL


def with_suffix(path: Path, endings: tuple[str, ...]) -> Path:
    """The path, with the first of the endings added where it has none of them: “Dr. No” has none."""
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def _ask_save(parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
    """Ask for a place to write to; the dialog itself asks before a file that is there is replaced."""
    dialog = QFileDialog(parent, title, str(suggested.parent), filters)
    try:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.filterSelected.connect(partial(_follow_filter, dialog))
        dialog.selectFile(suggested.name)
        names = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(names[0]) if names else None


def _follow_filter(dialog: QFileDialog, chosen: str) -> None:
    """Let names without an ending get the one of the kind chosen."""
    found = re.search(r"\*\.(\w+)", chosen)
    if found:
        dialog.setDefaultSuffix(found.group(1))
