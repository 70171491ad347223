"""The small marks on cards: monogram, icons, the ring of credence, pills."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.inks import NO_BRUSH, NO_PEN, Inks, pen
from argmap.ui.canvas.paint.pixmaps import Pixmaps
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import ShapedText, TextShaper, TextStyle

_TOP = 90 * 16
"""Qt counts angles in sixteenths of a degree, from three o'clock."""
_TURN = 360 * 16
_RING = 9.0
_RING_WIDTH = 2.4
_MOST = 1_000_000
_SQUARE_RADIUS = 5 / 18
"""Radius of a reported voice's mark, against its side."""


class Marks:
    """Paints marks in the painter's own coordinates."""

    def __init__(self, inks: Inks, icons: Icons, *, shaper: TextShaper) -> None:
        self._inks = inks
        self._icons = icons
        self._shaper = shaper
        self._monograms = Pixmaps(most=_MOST)

    def icon(self, sheet: Sheet, name: str, *, at: QPointF, px: float, colour: QColor) -> None:
        """Paint an icon in the window; the painter must not be scaled, or the picture would blur."""
        if sheet.vector:
            rect = QRectF(at.x(), at.y(), px, px)
            self._icons.render(sheet.painter, name, rect=rect, colour=colour)
            return
        picture = self._icons.pixmap(name, px, colour=colour, dpr=sheet.dpr)
        sheet.painter.drawPixmap(QPointF(sheet.snapped(at.x()), sheet.snapped(at.y())), picture)

    def text(
        self, painter: QPainter, words: str, *, style: TextStyle, at: QPointF, colour: QColor
    ) -> ShapedText:
        """Paint one line of text and return it."""
        shaped = self._shaper.shape(words, style)
        painter.setPen(colour)
        shaped.draw(painter, at)
        return shaped

    def monogram(self, painter: QPainter, face: CardFace, *, rect: QRectF, style: TextStyle) -> None:
        """Paint the mark of a voice: round for one that writes in the text, square for a reported one."""
        side = rect.width()
        radius = side * _SQUARE_RADIUS if face.is_reported else side / 2
        painter.setPen(NO_PEN)
        painter.setBrush(self._inks.voices[face.tint % len(self._inks.voices)])
        painter.drawRoundedRect(rect, radius, radius)
        letters = self._shaper.shape(face.monogram, style)
        painter.setPen(self._inks.theme.ink1)
        letters.draw(painter, QPointF(rect.left() + (side - letters.width) / 2, rect.top()))

    def kept_monogram(self, sheet: Sheet, face: CardFace, *, rect: QRectF, style: TextStyle) -> None:
        """Paint the mark of a voice on whole device pixels; on screen a voice has one picture of it."""
        if sheet.vector:
            self.monogram(sheet.painter, face, rect=rect, style=style)
            return
        width, height, dpr = rect.width(), rect.height(), sheet.dpr

        def draw(painter: QPainter, _: QRectF) -> None:
            self.monogram(painter, face, rect=QRectF(0, 0, width, height), style=style)

        key = (face.monogram, face.tint, face.is_reported, style, width)
        size = (math.ceil(width * dpr), math.ceil(height * dpr))
        picture = self._monograms.get(key, size, dpr=dpr, draw=draw)
        sheet.painter.drawPixmap(QPointF(sheet.snapped(rect.x()), sheet.snapped(rect.y())), picture)

    def credence(self, painter: QPainter, share: float, *, centre: QPointF) -> None:
        """Paint the ring that is closed as far as the claim is believed."""
        radius = _RING / 2
        ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(NO_BRUSH)
        painter.setPen(pen(self._inks.theme.line2, _RING_WIDTH))
        painter.drawEllipse(ring)
        painter.setPen(pen(self._inks.theme.ink2, _RING_WIDTH))
        painter.drawArc(ring, _TOP, -round(share * _TURN))

    def pill(self, painter: QPainter, rect: QRectF, *, colour: QColor, radius: float) -> None:
        """Paint the ground of a pill or tag."""
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, radius, radius)
