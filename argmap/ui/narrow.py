"""Narrow windows: a panel that would squeeze the map lies over it instead, and only when it is asked for.

Below its threshold a dock is taken out of the window's layout and stays what it was, a child of the window:
whoever shows and hides panels does so as ever. While it lies over the map, it is kept at its edge here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

_MOVED = (QEvent.Type.Resize, QEvent.Type.Move)
_TOGGLED = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
# Nothing else: a window that is being deleted hides itself and its parts, and must be left alone.
_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea


class Need(NamedTuple):
    """What a panel asks of a window, in pixels."""

    below: int
    """In a window narrower than this it lies over the canvas."""
    width: int
    """How wide it is then, unless it has been given another width before."""


@dataclass(slots=True, kw_only=True)
class _Side:
    """One dock and where it goes."""

    dock: QDockWidget
    edge: QWidget
    """The line between the panel and the map beside it."""
    area: Qt.DockWidgetArea
    below: int
    width: int
    is_over: bool = False
    was_shown: bool = True


class Narrow(QObject):
    """Watches a window's width. `panels_changed` tells when panels were shown or hidden by it."""

    panels_changed = Signal()

    def __init__(self, window: QMainWindow, needs: Mapping[QDockWidget, Need], *, canvas: QWidget) -> None:
        """Let docks lie over the central widget while the window is narrower than they need.

        The docks and the central widget are in the window already. The canvas takes the focus of a panel that
        goes.
        """
        super().__init__(window)
        self._window = window
        self._central = window.centralWidget() or canvas
        self._canvas = canvas
        self._sides = [
            _Side(dock=dock, edge=_edge(window), area=window.dockWidgetArea(dock), **need._asdict())
            for dock, need in needs.items()
        ]
        window.installEventFilter(self)
        self._central.installEventFilter(self)
        for side in self._sides:
            side.dock.installEventFilter(self)
        self._follow_width()

    def saved_state(self) -> bytes:
        """The window's state, as if it were wide; for when the window closes."""
        for side in self._sides:
            if side.is_over:
                self._put_back(side)
        return bytes(self._window.saveState().data())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self._window:
            self._follow_width()
        elif (kind in _MOVED and watched is self._central) or (
            kind in _TOGGLED and isinstance(watched, QDockWidget)
        ):
            self._place()
        return False

    def _follow_width(self) -> None:
        """Before the window lays itself out anew, so that nothing is squeezed in between."""
        width, has_changed = self._window.width(), False
        for side in self._sides:
            if side.is_over != (width < side.below):
                has_changed = True
                (self._put_back if side.is_over else self._take_out)(side)
        if has_changed:
            self._place()
            self.panels_changed.emit()

    def _take_out(self, side: _Side) -> None:
        dock = side.dock
        side.was_shown = not dock.isHidden()
        if dock.isVisible():
            side.width = dock.width()
        focus = QApplication.focusWidget()
        if focus is not None and dock.isAncestorOf(focus):
            self._canvas.setFocus()
        side.is_over = True
        self._window.removeDockWidget(dock)

    def _put_back(self, side: _Side) -> None:
        dock = side.dock
        is_shown = side.was_shown or not dock.isHidden()
        side.is_over = False
        self._window.addDockWidget(side.area, dock)
        dock.setVisible(is_shown)
        self._window.resizeDocks([dock], [side.width], Qt.Orientation.Horizontal)

    def _place(self) -> None:
        room = self._central.geometry()
        for side in self._sides:
            is_open = side.is_over and not side.dock.isHidden()
            side.edge.setVisible(is_open)
            if is_open:
                self._lay_over(side, room)

    def _lay_over(self, side: _Side, room: QRect) -> None:
        pane = side.dock.widget()
        width = max(pane.minimumWidth(), min(side.width, pane.maximumWidth(), room.width()))
        is_left = side.area is _LEFT
        left = room.left() if is_left else room.right() + 1 - width
        side.dock.setGeometry(left, room.top(), width, room.height())
        side.edge.setGeometry(left + width if is_left else left - 1, room.top(), 1, room.height())
        for part in (side.dock, side.edge):
            part.raise_()


def _edge(window: QMainWindow) -> QWidget:
    made = QWidget(window)
    made.setObjectName("panel_edge")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.hide()
    return made
