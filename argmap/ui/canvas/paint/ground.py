"""The ground of the map: the canvas with its dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

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
        self._tiles: dict[float, QPixmap] = {}

    def paint(self, sheet: Sheet, part: QRectF | None = None) -> None:
        """Fill the window, or a part of it; the dots keep their distance on screen and move with the map."""
        area = QRectF(0, 0, *sheet.view.size) if part is None else part
        if sheet.vector or sheet.zoom < _DOTS_FROM:
            sheet.painter.fillRect(area, self._inks.canvas)
            return
        offset = sheet.offset
        sheet.painter.drawTiledPixmap(
            area,
            self._tile(sheet.dpr),
            QPointF((area.left() - offset.x()) % _PITCH, (area.top() - offset.y()) % _PITCH),
        )

    def _tile(self, dpr: float) -> QPixmap:
        found = self._tiles.get(dpr)
        if found is None:
            side = round(_DOTS * _PITCH * dpr)
            found = QPixmap(side, side)
            found.setDevicePixelRatio(dpr)
            found.fill(self._inks.theme.canvas)
            painter = QPainter(found)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(NO_PEN)
                painter.setBrush(self._inks.theme.dot)
                for number in range(_DOTS**2):
                    row, column = divmod(number, _DOTS)
                    centre = QPointF((column + 0.5) * _PITCH, (row + 0.5) * _PITCH)
                    painter.drawEllipse(centre, _DOT_RADIUS, _DOT_RADIUS)
            finally:
                painter.end()
            self._tiles[dpr] = found
        return found
