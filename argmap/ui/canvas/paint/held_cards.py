"""Cards in hand: while one is dragged, it is painted again and again from one picture of all of it.

Cards stand on whole device pixels, so the picture is what would be painted there. Where a pixel is not a
whole number of device pixels, a letter may stand a fraction of one aside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.pixmaps import Pixmaps
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CardState

_SHADOW, _RINGS = 15.0, 8.0
"""No shadow stands out farther, in pixels of the design, and no ring, in view pixels."""
_LARGEST = 2_000_000
"""Larger cards, in device pixels, are drawn anew each time: few of them are seen at once."""
_MOST = 8_000_000

DrawCard = Callable[[Sheet, Rect], None]


class HeldCards:
    """Paints such cards."""

    def __init__(self) -> None:
        self._pixmaps = Pixmaps(most=_MOST)

    def paint(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState, draw: DrawCard) -> None:
        """Paint the card as `draw` does."""
        dpr, zoom = sheet.dpr, sheet.zoom
        rect = sheet.rect(box)
        margin = sheet.snapped(max(_SHADOW * zoom, _RINGS))
        size = (round((rect.width() + 2 * margin) * dpr), round((rect.height() + 2 * margin) * dpr))
        if sheet.vector or state.hidden or state.gap or size[0] * size[1] > _LARGEST:
            draw(sheet, box)
            return

        def drawn(painter: QPainter, _: QRectF) -> None:
            left, top = sheet.snapped(box.x * zoom) - margin, sheet.snapped(box.y * zoom) - margin
            view = replace(sheet.view, origin=Point(left / zoom, top / zoom))
            draw(Sheet(painter, view, band=sheet.band), box)

        picture = self._pixmaps.get((face, state, zoom, sheet.band), size, dpr=dpr, draw=drawn)
        sheet.painter.drawPixmap(QPointF(rect.x() - margin, rect.y() - margin), picture)
