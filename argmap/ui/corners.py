"""Keeps floating panels in the corners of the canvas while it changes its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_TOP, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom


class Corners(QObject):
    """Places children of one widget at its edges; a widget's own margin keeps it off the very edge."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._held: dict[QWidget, Qt.AlignmentFlag] = {}
        ground.installEventFilter(self)

    def hold(self, panel: QWidget, where: Qt.AlignmentFlag) -> None:
        """Put a panel on the ground, at an edge, in a corner or in the middle, from now on."""
        if panel.parent() is not self._ground:
            panel.setParent(self._ground)
        self._held[panel] = where
        panel.installEventFilter(self)
        self._place(panel, where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            for panel, where in self._held.items():
                if watched is self._ground or watched is panel:
                    self._place(panel, where)
        return False

    def _place(self, panel: QWidget, where: Qt.AlignmentFlag) -> None:
        if panel.size() != panel.sizeHint():
            panel.resize(panel.sizeHint())
        width, height = self._ground.width() - panel.width(), self._ground.height() - panel.height()
        x = 0 if where & _LEFT else width if where & _RIGHT else width // 2
        y = 0 if where & _TOP else height if where & _BOTTOM else height // 2
        panel.move(x, y)
