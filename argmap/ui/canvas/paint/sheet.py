"""What one repaint draws on: the painter, the view, the band of zoom, and where things stand on screen.

On screen everything stands on whole device pixels, counted from the map's own zero: cards never tremble
against each other while the map is moved, and a moved picture can be reused. Print and export (`vector`)
keep the exact places and go without pixmaps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.view import Band, View, band_of

_HEADS = {Band.READ: 1.0, Band.SCAN: 0.78, Band.SHAPE: 0.55, Band.TERRAIN: 0.0}


class Sheet:
    """One repaint."""

    __slots__ = ("band", "dpr", "head", "offset", "painter", "scale", "unit", "vector", "view", "zoom")

    def __init__(self, painter: QPainter, view: View, *, band: Band, vector: bool = False) -> None:
        self.painter = painter
        self.view = view
        self.band = band
        self.vector = vector
        self.zoom = view.zoom
        self.dpr = 1.0 if vector else painter.device().devicePixelRatioF()
        self.scale = (self.zoom, self.dpr, band, vector)
        """What all shapes hang on: as long as it is the same, they can be kept."""
        self.unit = view.zoom if band is Band.READ else 1.0
        """How many view pixels a pixel of the design takes: only when reading does it grow with the zoom."""
        self.head = _HEADS[band] * self.unit
        """The size of arrow heads, against 100 %."""
        self.offset = QPointF(
            -self.snapped(view.origin.x * view.zoom), -self.snapped(view.origin.y * view.zoom)
        )
        """From the map's zero, enlarged, to the window's."""

    def snapped(self, length: float) -> float:
        """The length in view pixels on whole device pixels, except in print and export.

        Halves always go up: `round` sends them to the even side, and marks would jump as the map moves.
        """
        return length if self.vector else math.floor(length * self.dpr + 0.5) / self.dpr

    def rect(self, rect: Rect) -> QRectF:
        """A rectangle of the map in the window."""
        zoom, snapped = self.zoom, self.snapped
        left, top = snapped(rect.x * zoom), snapped(rect.y * zoom)
        right, bottom = snapped((rect.x + rect.width) * zoom), snapped((rect.y + rect.height) * zoom)
        return QRectF(left + self.offset.x(), top + self.offset.y(), right - left, bottom - top)

    def corners(self, points: Iterable[Point]) -> list[tuple[float, float]]:
        """Places on the map, enlarged and snapped, from the map's own zero."""
        zoom, dpr, floor = self.zoom, self.dpr, math.floor
        if self.vector:
            return [(x * zoom, y * zoom) for x, y in points]
        return [(floor(x * zoom * dpr + 0.5) / dpr, floor(y * zoom * dpr + 0.5) / dpr) for x, y in points]

    def point(self, point: Point) -> QPointF:
        """A place on the map in the window."""
        x, y = self.snapped(point.x * self.zoom), self.snapped(point.y * self.zoom)
        return QPointF(x + self.offset.x(), y + self.offset.y())


def sheet_for(painter: QPainter, view: View, *, band: Band | None = None, vector: bool = False) -> Sheet:
    """A sheet for one repaint; the band follows from the zoom where none is given."""
    return Sheet(painter, view, band=band_of(view.zoom) if band is None else band, vector=vector)
