"""The real window for tests: settings of its own, and questions answered in advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from argmap.app import start
from argmap.editor.host import Unsaved
from argmap.model.ids import RecordId
from argmap.ui.main_window import MainWindow
from argmap.ui.settings import QtSettings


@dataclass
class Answers:
    """What the user would say."""

    open: Path | None = None
    save: Path | None = None
    export: Path | None = None
    text_export: Path | None = None
    annotations: Path | None = None
    """Where annotations go, or come from."""
    leave: Unsaved = Unsaved.CANCEL
    texts: Sequence[Path] = ()
    asked: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    """Where each file dialog began."""

    def open_path(self, parent: QWidget, folder: Path) -> Path | None:
        self.asked.append("open")
        self.folders.append(folder)
        return self.open

    def text_paths(self, parent: QWidget, folder: Path) -> Sequence[Path]:
        self.asked.append("texts")
        self.folders.append(folder)
        return self.texts

    def save_path(self, parent: QWidget, suggested: Path) -> Path | None:
        self.asked.append(f"save {suggested.name}")
        self.folders.append(suggested.parent)
        return self.save

    def export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        self.asked.append(f"export {suggested.name}")
        self.folders.append(suggested.parent)
        return self.export

    def text_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        self.asked.append(f"export text {suggested.name}")
        self.folders.append(suggested.parent)
        return self.text_export

    def annotations_export_path(self, parent: QWidget, suggested: Path) -> Path | None:
        self.asked.append(f"export annotations {suggested.name}")
        self.folders.append(suggested.parent)
        return self.annotations

    def annotations_path(self, parent: QWidget, folder: Path) -> Path | None:
        self.asked.append("annotations")
        self.folders.append(folder)
        return self.annotations

    def unsaved(self, parent: QWidget, name: str) -> Unsaved:
        self.asked.append(f"unsaved {name}")
        return self.leave


@dataclass
class Desk:
    """A window with what it was built from."""

    window: MainWindow
    settings: QtSettings
    answers: Answers

    @property
    def claims(self) -> set[str]:
        return set(self.window.document.editor.map.claims)

    @property
    def selected(self) -> set[str]:
        return set(self.window.document.editor.selection)

    def select(self, *elements: str) -> None:
        self.window.document.editor.select(map(RecordId, elements))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def trigger(self, command: str) -> None:
        """Choose a command from its menu."""
        self.window.commands.by_id[command].trigger()

    def press(self, words: str) -> None:
        """Press a button of the message bar."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the last message's are gone
        buttons = self.window.panes.messages.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == words).click()

    @property
    def message(self) -> str:
        """What the message bar says, empty while it is hidden."""
        messages = self.window.panes.messages
        return "" if messages.isHidden() else messages.accessibleName()


OpenWindow = Callable[..., Desk]
"""Takes what `open_window` takes, but for the folder."""


def settings_in(folder: Path) -> QtSettings:
    """Settings in a file of their own."""
    return QtSettings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def open_window(
    folder: Path, *, file: Path | None = None, sample: bool = False, settings: QtSettings | None = None
) -> Desk:
    """Start the real program; the caller gives the window to qtbot."""
    settings = settings or settings_in(folder)
    answers = Answers()
    argv = [str(file)] if file else ["--sample"] * sample
    window = start(argv, settings=settings, questions=answers, data=folder / "data")
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.panes.canvas.setFocus()
    return Desk(window, settings, answers)
