"""Notices when another program writes the open file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLED = 300
"""A file that is being written is looked at so many milliseconds after the last sign of it."""


class FileWatch(QObject):
    """Watches one file, and the folder it is in: a file that is replaced is another one to the system."""

    changed = Signal()
    """Something was written there, which may be what the file held before; or it is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED)
        self._soon.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._on_sign)
        self._watcher.directoryChanged.connect(self._on_sign)

    def watch(self, path: Path | None) -> None:
        """Watch another file; none where there is none."""
        if path == self._path:
            return
        held = [*self._watcher.files(), *self._watcher.directories()]
        if held:
            self._watcher.removePaths(held)
        self._path = path
        self._seen = _seen(path)
        if path is not None:
            self._watcher.addPaths([str(path), str(path.parent)])

    def _on_sign(self, _: str) -> None:
        self._soon.start()

    def _look(self) -> None:
        path, before = self._path, self._seen
        if path is None:
            return
        self._watcher.addPath(str(path))
        self._seen = _seen(path)
        if self._seen != before:
            self.changed.emit()


def _seen(path: Path | None) -> tuple[int, int, int] | None:
    """By what a glance tells two files apart: which it is, its size, and when it was written."""
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return None if status is None else (status.st_ino, status.st_size, status.st_mtime_ns)
