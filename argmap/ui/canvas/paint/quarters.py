"""Rectangles of any size with the same corners, put together from the four quarters of one larger picture.

Every piece is copied as it is, none is stretched, so a plate that changes its size with each step of a drag
costs four copies and not the filling and stroking of a rounded path.
"""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from argmap.ui.canvas.paint.pixmaps import Drawing, Pixmaps

_STEP, _LARGEST = 64, 1024
"""Sides of the pictures are rounded up to this, in device pixels, so that a growing rectangle finds one."""
_MOST = 4_000_000


class Quarters:
    """Paints such rectangles."""

    def __init__(self) -> None:
        self._pixmaps = Pixmaps(most=_MOST)

    def paint(self, painter: QPainter, rect: QRectF, *, key: Hashable, dpr: float, draw: Drawing) -> None:
        """Paint the rectangle as `draw` would; its edges must lie on whole device pixels.

        `key` stands for all but the size that the drawing depends on. Very large rectangles are drawn anew
        each time.
        """
        width, height = round(rect.width() * dpr), round(rect.height() * dpr)
        if max(width, height) > _LARGEST:
            draw(painter, rect)
            return
        wide_side, high_side = -(-width // _STEP) * _STEP, -(-height // _STEP) * _STEP
        picture = self._pixmaps.get(key, (wide_side, high_side), dpr=dpr, draw=draw)
        left, top = width // 2, height // 2
        columns = ((0, 0, left), (left, wide_side - width + left, width - left))
        rows = ((0, 0, top), (top, high_side - height + top, height - top))
        x0, y0 = rect.left(), rect.top()
        for y, from_y, high in rows:
            for x, from_x, wide in columns:
                spot = QRectF(x0 + x / dpr, y0 + y / dpr, wide / dpr, high / dpr)
                painter.drawPixmap(spot, picture, QRectF(from_x, from_y, wide, high))
