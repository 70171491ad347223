"""Which part of the map a widget shows and how large, and the bands of zoom in which it is painted alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF

from argmap.layout.geometry import Point, Rect


class Band(IntEnum):
    """How much of a card is painted, from the least to the most."""

    TERRAIN = 0
    """Solid blocks and map labels."""
    SHAPE = 1
    """Tint, stripe and icon."""
    SCAN = 2
    """The short label, at a constant size on screen."""
    READ = 3
    """Everything; it grows with the zoom."""


_FROM = {Band.SHAPE: 0.18, Band.SCAN: 0.42, Band.READ: 0.8}
"""The zoom at which a band begins."""
_SLACK = 0.04


def band_of(zoom: float, previous: Band | None = None) -> Band:
    """The band of a zoom; one that is on already is left only 4 % beyond its ends, so nothing flickers."""
    found = Band.TERRAIN
    for band, start in _FROM.items():
        if previous is not None:
            start *= 1 - _SLACK if band <= previous else 1 + _SLACK
        if zoom >= start:
            found = band
    return found


@dataclass(frozen=True, slots=True)
class View:
    """A window on the map, in logical pixels."""

    zoom: float
    """1 is 100 %."""
    origin: Point
    """The place on the map at the window's top left corner."""
    size: tuple[float, float]
    """Width and height of the window."""

    def to_view(self, point: Point) -> Point:
        """Where a place on the map stands in the window."""
        return Point((point.x - self.origin.x) * self.zoom, (point.y - self.origin.y) * self.zoom)

    def to_map(self, point: Point) -> Point:
        """Which place on the map stands there in the window."""
        return Point(point.x / self.zoom + self.origin.x, point.y / self.zoom + self.origin.y)

    def rect_to_view(self, rect: Rect) -> QRectF:
        """Where a rectangle of the map stands in the window."""
        zoom = self.zoom
        return QRectF(
            (rect.x - self.origin.x) * zoom,
            (rect.y - self.origin.y) * zoom,
            rect.width * zoom,
            rect.height * zoom,
        )

    def visible(self) -> Rect:
        """The part of the map that the window shows."""
        return Rect(*self.origin, self.size[0] / self.zoom, self.size[1] / self.zoom)
