"""Which part of the map the canvas shows: zooming at a place, fitting, and gliding there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.view import View

LEAST, MOST = 0.05, 4.0
"""The range of the zoom."""
NOTCH = 1.15
"""By how much one notch of the wheel zooms."""
MARGIN = 24.0
"""Kept free round what is fitted, in pixels on screen."""
ZOOM_TIME, PAN_TIME = 180, 220
"""How long gliding takes, in milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insets:
    """What is to be kept free at the edges, in pixels on screen."""

    top: float = 0.0
    bottom: float = 0.0
    right: float = 0.0


NO_INSETS = Insets()


class Camera(QObject):
    """Zoom and place of the canvas. The origin keeps to whole device pixels: scrolling stays sharp."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = View(1.0, Point(0.0, 0.0), (1.0, 1.0))
        self._exact = self._view  # before rounding, so that many small steps do not add up their errors
        self._ratio = 1.0
        self._is_fitted = False
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._glide_on)
        self._from = self._to = self._view

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._view

    @property
    def goal(self) -> View:
        """What is shown once gliding has come to rest."""
        return self._to if self.is_gliding else self._view

    @property
    def is_fitted(self) -> bool:
        """Whether the whole map was fitted and nothing has moved since."""
        return self._is_fitted

    @property
    def is_gliding(self) -> bool:
        """Whether the view is on its way somewhere."""
        return self._glide.state() is QVariantAnimation.State.Running

    def resize(self, width: float, height: float, *, ratio: float) -> None:
        """The widget has another size, or another number of device pixels a pixel."""
        self._ratio = ratio
        self._set(View(self._exact.zoom, self._exact.origin, (max(1.0, width), max(1.0, height))))

    def scroll(self, dx: float, dy: float) -> None:
        """Move over the map by pixels on screen."""
        self._stop()
        self._is_fitted = False
        view = self._exact
        self._set(View(view.zoom, view.origin.moved(dx / view.zoom, dy / view.zoom), view.size))

    def zoom_at(self, at: Point, factor: float) -> None:
        """Scale about a place in the widget, which stays where it is."""
        self._stop()
        self._is_fitted = False
        self._set(_zoomed(self._exact, self._exact.zoom * factor, at))

    def set_zoom(self, zoom: float, *, time: int = ZOOM_TIME) -> None:
        """Scale about the middle."""
        view = self.goal
        self.go(_zoomed(view, zoom, Point(view.size[0] / 2, view.size[1] / 2)), time=time)

    def framed(self, rect: Rect, insets: Insets = NO_INSETS, *, most: float = 1.0) -> View:
        """The view that shows a part of the map as large as it fits, not above `most`, within the insets."""
        width, height = self._view.size
        room = (
            max(80.0, width - 2 * MARGIN - insets.right),
            max(80.0, height - 2 * MARGIN - insets.top - insets.bottom),
        )
        zoom = min(most, room[0] / max(1.0, rect.width), room[1] / max(1.0, rect.height))
        zoom = min(MOST, max(LEAST, zoom))
        middle = Point(MARGIN + room[0] / 2, MARGIN + insets.top + room[1] / 2)
        origin = Point(rect.center.x - middle.x / zoom, rect.center.y - middle.y / zoom)
        return View(zoom, origin, (width, height))

    def mark_fitted(self) -> None:
        """Note that what is being shown is the whole map."""
        self._is_fitted = True

    def go(self, view: View, *, time: int) -> None:
        """Glide to a view within a time in milliseconds; at once when it is 0."""
        self._stop()
        self._is_fitted = False
        self._from, self._to = self._exact, view
        if time <= 0:
            self._set(view)
            return
        self._glide.setDuration(time)
        self._glide.start()

    def _stop(self) -> None:
        self._glide.stop()

    def _glide_on(self, share: float) -> None:
        start, end = self._from, self._to
        zoom = start.zoom * (end.zoom / start.zoom) ** share
        part = share if abs(start.zoom - end.zoom) < 1e-9 else _travelled(start.zoom, end.zoom, zoom)
        origin = Point(
            start.origin.x + (end.origin.x - start.origin.x) * part,
            start.origin.y + (end.origin.y - start.origin.y) * part,
        )
        self._set(View(zoom, origin, self._view.size))

    def _set(self, view: View) -> None:
        zoom = min(MOST, max(LEAST, view.zoom))
        grid = zoom * self._ratio
        origin = Point(round(view.origin.x * grid) / grid, round(view.origin.y * grid) / grid)
        settled = View(zoom, origin, view.size)
        self._exact = View(zoom, view.origin, view.size)
        if settled != self._view:
            self._view = settled
            self.changed.emit()


def _zoomed(view: View, zoom: float, at: Point) -> View:
    zoom = min(MOST, max(LEAST, zoom))
    fixed = view.to_map(at)
    return View(zoom, Point(fixed.x - at.x / zoom, fixed.y - at.y / zoom), view.size)


def _travelled(start: float, end: float, zoom: float) -> float:
    """How far the origin has to be at a zoom between two, so that the gliding map seems to keep still."""
    return (1 / zoom - 1 / start) / (1 / end - 1 / start)
