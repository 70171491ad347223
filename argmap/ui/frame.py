"""What stands round the map: the top bar with its menus, and the panels that float over the canvas."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from argmap.editor.document import Document
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.chrome.arrow_key import ArrowKey
from argmap.ui.chrome.empty_map import EmptyMap
from argmap.ui.chrome.navigation_panel import NavigationPanel
from argmap.ui.chrome.save_state import SaveState
from argmap.ui.chrome.tool_pill import ToolPill
from argmap.ui.chrome.top_bar import TopBar
from argmap.ui.corners import Corners
from argmap.ui.look import Look
from argmap.ui.overview import Overview

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_BOTTOM_RIGHT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
_BOTTOM_LEFT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
_BOTTOM = Qt.AlignmentFlag.AlignBottom | _MIDDLE
_CENTRE = Qt.AlignmentFlag.AlignVCenter | _MIDDLE

_MINIMAP_FROM = 480
"""On a canvas less high than this the minimap would cover too much of the map."""


class Frame(QObject):
    """Holds the parts and keeps them true."""

    def __init__(self, canvas: Canvas, actions: Mapping[str, QAction], *, look: Look) -> None:
        super().__init__(canvas)
        self.top_bar = TopBar(actions, look)
        self.arrow_key = ArrowKey(look, parent=canvas)
        self.tools = ToolPill(actions, look, parent=canvas)
        self.navigation = NavigationPanel(actions, look, parent=canvas)
        self.empty = EmptyMap(actions, look, parent=canvas)
        self.overview = Overview(canvas, self.navigation, look=look)
        self._corners = Corners(canvas)
        self._corners.hold(self.arrow_key, _TOP_RIGHT)
        self._corners.hold(self.tools, _BOTTOM)
        self._corners.hold(self.navigation, _BOTTOM_RIGHT)
        self._corners.hold(self.empty, _CENTRE)
        self._canvas = canvas
        self._is_empty = False
        canvas.view_changed.connect(self._make_room)

    def set_look(self, look: Look) -> None:
        """Show other colours."""
        for part in (self.top_bar, self.arrow_key, self.tools, self.navigation, self.empty, self.overview):
            part.set_look(look)

    def show_map(self, document: Document) -> None:
        """Show another state of the map: its overview, or what an empty one offers."""
        self._is_empty = not document.editor.map.claims
        self.empty.setVisible(self._is_empty)
        self._make_room()
        self.overview.show_map_soon()

    def _make_room(self) -> None:
        """Keep the floating panels off each other on a small canvas: the minimap goes, the zoom stays."""
        width, height, tools = self._canvas.width(), self._canvas.height(), self.tools.width()
        has_middle = width >= tools + 2 * self.navigation.width()
        self._corners.hold(self.tools, _BOTTOM if has_middle else _BOTTOM_LEFT)
        self.navigation.setVisible(not self._is_empty)
        self.navigation.show_minimap(has_middle and height >= _MINIMAP_FROM)
        self.arrow_key.setVisible(not self._is_empty and width >= self.arrow_key.width())

    def show_name(self, document: Document) -> None:
        """Show what the map is called, and whether it is saved."""
        self.top_bar.set_name(document.name, save_state(document))


def save_state(document: Document) -> SaveState:
    """How a map stands to its file."""
    if document.is_read_only:
        return SaveState.READ_ONLY
    if document.is_modified:
        return SaveState.EDITED
    return SaveState.SAVED if document.path else SaveState.NEW
