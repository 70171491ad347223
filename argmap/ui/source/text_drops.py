"""Text and files that are dropped on the source panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from argmap.ui.dropped_files import dropped_files
from argmap.ui.parts.passage_drag import PASSAGE


class TextDrops(QObject):
    """Takes what falls on one widget, or on what lies in it."""

    dropped = Signal(object)
    """The `QMimeData` of a map, of files, or of words."""

    def __init__(self, target: QWidget, *, light: Callable[[bool], None]) -> None:
        """`light` shows whether something that would be taken is held over the widget."""
        super().__init__(target)
        self._light = light
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be brought in, and tell of it."""
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._light(False)
            _take(event)
            self.dropped.emit(event.mimeData())
            return True
        if isinstance(event, QDragEnterEvent) and can_bring(event.mimeData()):
            self._light(True)
            _take(event)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._light(False)
        return False


def can_bring(data: QMimeData) -> bool:
    """Whether it holds a map, files with texts, or words; a passage of a text belongs on the map."""
    if data.hasUrls():
        return bool(dropped_files(data))
    return (data.hasText() or data.hasHtml()) and not data.hasFormat(PASSAGE)


def _take(event: QDropEvent) -> None:
    """Accept a copy: a move would take the words away where they came from."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
