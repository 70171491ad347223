"""Small pictures that are drawn once and then copied, those used last kept within a bound of pixels."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

Drawing = Callable[[QPainter, QRectF], None]
"""Draws into a picture, whose rectangle it is told in logical pixels."""


class Pixmaps:
    """Keeps pictures by key; a key stands for all that the drawing depends on besides size and dpr."""

    def __init__(self, *, most: int) -> None:
        """Keep pictures of `most` device pixels together, about."""
        self._most = most
        self._held = 0
        self._kept: OrderedDict[tuple[Hashable, int, int, float], QPixmap] = OrderedDict()

    def get(self, key: Hashable, size: tuple[int, int], *, dpr: float, draw: Drawing) -> QPixmap:
        """The picture of a size in device pixels, transparent where nothing was drawn."""
        whole = (key, *size, dpr)
        found = self._kept.get(whole)
        if found is not None:
            self._kept.move_to_end(whole)
            return found
        made = self._kept[whole] = _drawn(size, dpr, draw)
        self._held += size[0] * size[1]
        while self._held > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._held -= gone.width() * gone.height()
        return made


def _drawn(size: tuple[int, int], dpr: float, draw: Drawing) -> QPixmap:
    picture = QPixmap(*size)
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(0, 0, size[0] / dpr, size[1] / dpr))
    finally:
        painter.end()
    return picture
