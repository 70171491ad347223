"""Rectangles of any size with the same corners, put together from the four quarters of one larger picture.

Every piece is copied as it is, none is stretched, so a plate that changes its size with each step of a drag
costs four copies and not the filling and stroking of a rounded path.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

_STEP = 256
"""Sides of pictures are rounded up to this, in device pixels, so that a growing rectangle keeps its picture."""
_LARGEST = 1024
_KEPT = 12

Drawing = Callable[[QPainter, QRectF], None]


class Quarters:
    """Keeps the picture of each kind of rectangle."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[Hashable, float], QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, rect: QRectF, *, key: Hashable, dpr: float, draw: Drawing) -> None:
        """Paint the rectangle as `draw` would; its edges must lie on whole device pixels.

        `key` stands for everything but the size that the drawing depends on. Very large rectangles are drawn
        anew each time.
        """
        width, height = round(rect.width() * dpr), round(rect.height() * dpr)
        if max(width, height) > _LARGEST:
            draw(painter, rect)
            return
        picture = self._picture((key, dpr), (width, height), draw)
        left, top = width // 2, height // 2
        columns = ((0, 0, left), (left, picture.width() - width + left, width - left))
        rows = ((0, 0, top), (top, picture.height() - height + top, height - top))
        x0, y0 = rect.left(), rect.top()
        for y, from_y, high in rows:
            for x, from_x, wide in columns:
                spot = QRectF(x0 + x / dpr, y0 + y / dpr, wide / dpr, high / dpr)
                painter.drawPixmap(spot, picture, QRectF(from_x, from_y, wide, high))

    def _picture(self, key: tuple[Hashable, float], least: tuple[int, int], draw: Drawing) -> QPixmap:
        """A picture at least that large, in device pixels."""
        kept = self._pictures.get(key)
        if kept is not None and kept.width() >= least[0] and kept.height() >= least[1]:
            self._pictures.move_to_end(key)
            return kept
        had = (0, 0) if kept is None else (kept.width(), kept.height())
        sides = [math.ceil(max(pair) / _STEP) * _STEP for pair in zip(least, had, strict=True)]
        made = self._pictures[key] = _drawn(sides, key[1], draw)
        if len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return made


def _drawn(sides: list[int], dpr: float, draw: Drawing) -> QPixmap:
    picture = QPixmap(*sides)
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(0, 0, sides[0] / dpr, sides[1] / dpr))
    finally:
        painter.end()
    return picture
