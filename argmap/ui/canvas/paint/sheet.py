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

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_REACH = 24.0
"""How far shadows, rings and heads stand out, in view pixels."""
_HEADS = {Band.READ: 1.0, Band.SCAN: 0.78, Band.SHAPE: 0.55, Band.TERRAIN: 0.0}
_SHADOW, _HEAD, _RING = 15.0, 14.0, 8.0
"""No shadow reaches farther from a card and no head from a line, in pixels of the design, and no ring."""


def margin_of(zoom: float, band: Band) -> float:
    """How far anything that is painted reaches beyond its card or line, in view pixels."""
    head = _HEAD * _HEADS[band] * (zoom if band is Band.READ else 1.0)
    return max(_SHADOW * zoom, head, _RING) + 2  # and what snapping to whole pixels adds


class Sheet:
    """One repaint."""

    __slots__ = ("band", "dpr", "dx", "dy", "head", "painter", "scale", "unit", "vector", "view", "zoom")

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
        self.dx = -self.snapped(view.origin.x * view.zoom)
        """From the map's zero, enlarged, to the window's: so far to the right."""
        self.dy = -self.snapped(view.origin.y * view.zoom)
        """So far down."""

    def snapped(self, length: float) -> float:
        """The length in view pixels on whole device pixels, except in print and export.

        Halves always go up: `round` sends them to the even side, and marks would jump as the map moves.
        """
        return length if self.vector else math.floor(length * self.dpr + 0.5) / self.dpr

    def rect(self, rect: Rect) -> QRectF:
        """A rectangle of the map in the window."""
        (x, y, width, height), zoom, snapped = rect, self.zoom, self.snapped
        left, top = snapped(x * zoom), snapped(y * zoom)
        right, bottom = snapped((x + width) * zoom), snapped((y + height) * zoom)
        return QRectF(left + self.dx, top + self.dy, right - left, bottom - top)

    def near(self, part: QRectF | None, *, reach: float = _REACH) -> Rect:
        """The piece of the map to look through for what is seen in a part of the window, or in all of it."""
        view = self.view
        if part is None:
            return view.visible().grown(reach / view.zoom)
        zoom, origin = view.zoom, view.origin
        left, top = (part.x() - reach) / zoom + origin.x, (part.y() - reach) / zoom + origin.y
        return Rect(left, top, (part.width() + 2 * reach) / zoom, (part.height() + 2 * reach) / zoom)

    def corners(self, points: Iterable[Point], *, aside: float = 0.0) -> list[tuple[float, float]]:
        """Places on the map, enlarged and snapped, from the map's own zero, and `aside` of there."""
        zoom, dpr, floor = self.zoom, self.dpr, math.floor
        if self.vector:
            return [(x * zoom, y * zoom) for x, y in points]
        by = zoom * dpr
        return [(floor(x * by + 0.5) / dpr + aside, floor(y * by + 0.5) / dpr + aside) for x, y in points]

    def point(self, point: Point) -> QPointF:
        """A place on the map in the window."""
        x, y = self.snapped(point.x * self.zoom), self.snapped(point.y * self.zoom)
        return QPointF(x + self.dx, y + self.dy)


def sheet_for(painter: QPainter, view: View, *, band: Band | None = None, vector: bool = False) -> Sheet:
    """A sheet for one repaint; the band follows from the zoom where none is given."""
    painter.setRenderHints(_HINTS)
    return Sheet(painter, view, band=band_of(view.zoom) if band is None else band, vector=vector)
