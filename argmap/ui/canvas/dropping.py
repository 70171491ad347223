"""What is dragged onto the canvas from elsewhere: a passage of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from argmap.ui.canvas.pointer import Pointer
from argmap.ui.parts.passage_drag import quote_in


class Dropping(QObject):
    """Hears the drags over a canvas, and hands what it can use to the tool in hand."""

    def __init__(self, canvas: QWidget, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pointer = pointer
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events of a drag; all others go on."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragMoveEvent):
            self._pointer.drag(event)
            _accept(event)
        elif isinstance(event, QDropEvent):
            _accept(event)
            self._canvas.setFocus()
            self._pointer.drop(event)
        elif event.type() is QEvent.Type.DragLeave:
            self._pointer.cancel()
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        quote = quote_in(event.mimeData(), self._pointer.map)
        if quote is None:
            event.ignore()
            return
        self._pointer.carry(quote)
        _accept(event)


def _accept(event: QDropEvent) -> None:
    """Take it as a copy: keys that are held choose what it becomes, and not whether it moves."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
