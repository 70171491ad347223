"""Keeps the small panel at the lower right true: the minimap's blocks, its box, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer

from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.roles import role_of
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.canvas.paint.inks import DASHED_ROLES
from argmap.ui.canvas.view import View
from argmap.ui.chrome.minimap import Block
from argmap.ui.chrome.navigation_panel import NavigationPanel
from argmap.ui.look import Look

_PAUSE = 50
"""The minimap follows a drag this many milliseconds behind, and so costs it nothing."""


class Overview(QObject):
    """Tells the panel what the canvas shows, and the canvas where the panel wants to look."""

    def __init__(self, canvas: Canvas, panel: NavigationPanel, *, look: Look) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._panel = panel
        self._theme = look.theme
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.show_map)
        canvas.view_changed.connect(self.show_view)
        canvas.carried.connect(self.show_map_soon)
        panel.minimap.moved_to.connect(self._centre_on)
        panel.zoom_bar.zoom_chosen.connect(canvas.set_zoom)

    def set_look(self, look: Look) -> None:
        """Colour the blocks by another theme."""
        self._theme = look.theme
        self.show_map()

    def show_map_soon(self) -> None:
        """Show the map as it will be in a moment; asking again until then costs nothing."""
        if not self._soon.isActive():
            self._soon.start()

    def show_map(self) -> None:
        """Show the map as it is now."""
        map_, boxes = self._canvas.editor.map, self._canvas.boxes
        blocks = []
        for key, box in boxes.items():
            if key in map_.claims:
                role = role_of(map_, map_.claims[key])
                blocks.append(Block(_rect(box), self._theme.ink(role), is_hollow=role in DASHED_ROLES))
        whole = bounding(boxes.values())
        self._panel.minimap.set_blocks(blocks, QRectF() if whole is None else _rect(whole))
        self.show_view()

    def show_view(self) -> None:
        """Show which part of the map the canvas shows, and how large."""
        canvas = self._canvas
        shown, whole = canvas.camera.view.visible(), bounding(canvas.boxes.values())
        is_all = whole is None or (
            shown.x <= whole.x
            and shown.y <= whole.y
            and whole.right <= shown.right
            and whole.bottom <= shown.bottom
        )
        self._panel.minimap.set_viewport(None if is_all else _rect(shown))
        self._panel.zoom_bar.show_zoom(canvas.camera.view.zoom, is_fitted=canvas.camera.is_fitted)

    def _centre_on(self, place: QPointF) -> None:
        look_at(self._canvas, Point(place.x(), place.y()), self._canvas.camera.view.zoom)


def look_at(canvas: Canvas, centre: Point, zoom: float) -> None:
    """Show the map at a scale with a place in the middle, at once."""
    width, height = canvas.width(), canvas.height()
    origin = Point(centre.x - width / 2 / zoom, centre.y - height / 2 / zoom)
    canvas.camera.go(View(zoom, origin, (width, height)), time=0)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
