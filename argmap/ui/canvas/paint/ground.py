"""The ground of the map: the canvas with its dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPixmap

from argmap.ui.canvas.paint.inks import NO_PEN, Inks
from argmap.ui.canvas.paint.sheet import Sheet

_PITCH = 20
_DOTS = 12
"""Along each side of the tile: a tile of one dot takes three times as long to repeat."""
_DOT_RADIUS = 1.0
_DOTS_FROM = 0.4
"""No dots below this zoom."""


class Ground:
    """Paints the canvas under everything else."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._tiles: dict[float, QBrush] = {}

    def paint(self, sheet: Sheet, part: QRectF | None = None) -> None:
        """Fill the window, or a part of it; the dots keep their distance on screen and move with the map."""
        area = QRectF(0, 0, *sheet.view.size) if part is None else part
        if sheet.vector or sheet.zoom < _DOTS_FROM:
            sheet.painter.fillRect(area, self._inks.canvas)
            return
        # `drawTiledPixmap` takes whole pixels only, which are not whole device pixels on every screen.
        painter = sheet.painter
        painter.setBrushOrigin(QPointF(sheet.dx % _PITCH, sheet.dy % _PITCH))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # quicker, and its edges are sharp
        painter.fillRect(area, self._tile(sheet.dpr))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(QPointF(0, 0))

    def _tile(self, dpr: float) -> QBrush:
        found = self._tiles.get(dpr)
        if found is None:
            dot = self._dot(dpr)
            side = round(_DOTS * _PITCH * dpr)
            tile = QPixmap(side, side)
            tile.setDevicePixelRatio(dpr)
            painter = QPainter(tile)
            try:
                for number in range(_DOTS**2):
                    row, column = divmod(number, _DOTS)
                    painter.drawPixmap(QPointF(column * _PITCH, row * _PITCH), dot)
            finally:
                painter.end()
            found = self._tiles[dpr] = QBrush(tile)
        return found

    def _dot(self, dpr: float) -> QPixmap:
        """One dot with the ground round it: drawn one by one, no two would be quite alike."""
        side = round(_PITCH * dpr)
        dot = QPixmap(side, side)
        dot.setDevicePixelRatio(dpr)
        dot.fill(self._inks.theme.canvas)
        painter = QPainter(dot)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(NO_PEN)
            painter.setBrush(self._inks.theme.dot)
            painter.drawEllipse(QPointF(_PITCH / 2, _PITCH / 2), _DOT_RADIUS, _DOT_RADIUS)
        finally:
            painter.end()
        return dot
