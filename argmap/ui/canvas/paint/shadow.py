"""The shadow of the cards: one small picture, drawn in nine pieces round any card.

Its corner is painted ring by ring, from the outside in: each ring lies where the soft edge reaches the next
of the few shades that eight bits can tell apart, so the result equals a Gaussian blur.
"""

from __future__ import annotations

from statistics import NormalDist

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from argmap.ui.canvas.paint.inks import NO_PEN
from argmap.ui.canvas.paint.sheet import Sheet

_SHADES = 255
_OPACITY = 0.05
_DROP = 3.0
"""How far it falls, in pixels of the design."""
_SIGMA = 5.0
_REACH = 11.0
_CONTACT = 1.0
"""A second, sharp shadow under the edge: how far it falls."""
_KEPT = 24


class Shadow:
    """Paints shadows; keeps a picture for each size that is asked for."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[float, float, float, float], QPixmap] = {}

    def reach(self, sheet: Sheet, scale: float) -> float:
        """How far it stands out at most: whole device pixels, in view pixels."""
        return round((_REACH + _DROP) * scale * sheet.dpr) / sheet.dpr

    def paint(
        self, sheet: Sheet, rect: QRectF, *, radius: float, scale: float, strength: float = 1.0
    ) -> None:
        """Paint the shadow round a card in the window; nothing in print and export.

        `radius` is that of the card in view pixels, `scale` how many of them a pixel of the design takes.
        """
        if sheet.vector:
            return
        dpr = sheet.dpr
        reach = self.reach(sheet, scale)
        corner = reach + round((radius + _REACH * scale) * dpr) / dpr
        if rect.width() + 2 * reach < 2 * corner or rect.height() + 2 * reach < 2 * corner:
            return
        key = (corner, reach, radius, strength * 1000 + dpr)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            picture = self._pictures[key] = _drawn(
                corner=corner, reach=reach, radius=radius, scale=scale, strength=strength, dpr=dpr
            )
        _nine_pieces(sheet.painter, picture, rect.adjusted(-reach, -reach, reach, reach), corner=corner)


def _nine_pieces(painter: QPainter, picture: QPixmap, rect: QRectF, *, corner: float) -> None:
    """Draw the picture's corners as they are and stretch its middle lines; the card covers the centre."""
    dpr = picture.devicePixelRatio()
    source_corner = corner * dpr
    source_far = picture.width() - source_corner
    left, top, right, bottom = rect.left(), rect.top(), rect.right() - corner, rect.bottom() - corner
    wide, high = right - left - corner, bottom - top - corner
    thin = source_far - source_corner
    columns = ((left, corner, 0.0, source_corner), (right, corner, source_far, source_corner))
    rows = ((top, corner, 0.0, source_corner), (bottom, corner, source_far, source_corner))
    draw = painter.drawPixmap
    for y, height, source_y, source_height in rows:
        for x, width, source_x, source_width in columns:
            draw(
                QRectF(x, y, width, height),
                picture,
                QRectF(source_x, source_y, source_width, source_height),
            )
        draw(
            QRectF(left + corner, y, wide, height),
            picture,
            QRectF(source_corner, source_y, thin, source_height),
        )
    for x, width, source_x, source_width in columns:
        draw(
            QRectF(x, top + corner, width, high),
            picture,
            QRectF(source_x, source_corner, source_width, thin),
        )


def _drawn(
    *, corner: float, reach: float, radius: float, scale: float, strength: float, dpr: float
) -> QPixmap:
    side = 2 * corner + 1 / dpr
    picture = QPixmap(round(side * dpr), round(side * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    card = QRectF(reach, reach, side - 2 * reach, side - 2 * reach)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_PEN)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        _soft(painter, card.translated(0, _DROP * scale), radius=radius, scale=scale, strength=strength)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(QColor(0, 0, 0, round(_SHADES * _OPACITY * strength)))
        painter.drawRoundedRect(card.translated(0, _CONTACT * scale), radius, radius)
    finally:
        painter.end()
    return picture


def _soft(painter: QPainter, card: QRectF, *, radius: float, scale: float, strength: float) -> None:
    most = round(_SHADES * _OPACITY * strength)
    blur = NormalDist(sigma=_SIGMA * scale)
    for shade in range(1, most + 1):
        grow = -blur.inv_cdf((shade - 0.5) / most)
        grow = min(grow, _REACH * scale)
        painter.setBrush(QColor(0, 0, 0, shade))
        corner = max(0.0, radius + grow)
        painter.drawRoundedRect(card.adjusted(-grow, -grow, grow, grow), corner, corner)
