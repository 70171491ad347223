"""Saves the open map by itself, a moment after the last change, where that is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 2000
"""How many milliseconds after the last change."""


class Autosave(QObject):
    """Waits until nothing has changed for a while."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._on_pause)

    def note_change(self) -> None:
        """The map has changed just now."""
        self._soon.start()

    def stop(self) -> None:
        """Nothing of what has changed so far is to be saved any more."""
        self._soon.stop()

    def _on_pause(self) -> None:
        self._save()
