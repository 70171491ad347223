"""The ends of arrows: each kind has its own shape, so that colour is never needed to tell them apart."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from argmap.model.roles import ArrowKind
from argmap.ui.canvas.paint.inks import NO_PEN, ROUND, Inks, pen
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.stamps import Stamps
from argmap.ui.canvas.view import Band

_TRIANGLE_LENGTH, _TRIANGLE_HALF, _TRIANGLE_GAP = 9.5, 5.2, 1.0
_BAR_HALF, _BAR_THICK, _BAR_GAP = 7.5, 3.4, 4.4
_CONFLICT_HALF, _CONFLICT_THICK = 9.5, 3.6
_DOT = 3.5
_RING, _RING_WIDTH, _CROSS = 8.0, 2.3, 3.4
_BADGE, _BADGE_ICON, _BADGE_EDGE = 12.0, 15.0, 2.0
_REACH = 14.0
"""No head reaches farther from the tip."""

TRIMS = {
    ArrowKind.SUPPORT: _TRIANGLE_GAP + _TRIANGLE_LENGTH - 2.5,
    ArrowKind.WARRANT: _TRIANGLE_GAP + _TRIANGLE_LENGTH - 2.5,
    ArrowKind.ATTACK: _BAR_GAP,
    ArrowKind.CONFLICT: _BAR_GAP,
    ArrowKind.ANSWER: _DOT,
    ArrowKind.UNDERCUT: _RING - 1,
}
"""How far before its tip a line ends, in pixels of the head."""


class Heading(NamedTuple):
    """The end of a line: where it is and which way it looks there (a vector of length 1)."""

    x: float
    y: float
    ahead_x: float
    ahead_y: float

    def back(self, by: float, *, across: float = 0.0) -> QPointF:
        """The point that far before the end, and so far to the right of the line."""
        return QPointF(
            self.x - self.ahead_x * by - self.ahead_y * across,
            self.y - self.ahead_y * by + self.ahead_x * across,
        )


class Heads:
    """Paints heads; sizes grow with `sheet.head`."""

    def __init__(self, inks: Inks, *, marks: Marks) -> None:
        self._inks = inks
        self._marks = marks
        self._stamps = Stamps()

    def paint(self, sheet: Sheet, kind: ArrowKind, *, at: Heading, colour: QColor) -> None:
        """Paint the head that belongs to a kind of arrow; undercuts and badges come later."""
        if kind is ArrowKind.UNDERCUT:
            return
        size = sheet.head
        x, y, *ahead = at

        def draw(canvas: QPainter) -> None:
            _draw_head(canvas, kind, at=Heading(0.0, 0.0, *ahead), colour=colour, size=size)

        key = (kind, *ahead, colour.rgba(), size)
        self._stamps.paint(sheet, key, at=(x, y), reach=_REACH * size, draw=draw)

    def paint_ring(self, sheet: Sheet, centre: QPointF, *, colour: QColor) -> None:
        """Paint the ring with a cross that sits on the arrow it cuts."""
        size = sheet.head

        def draw(canvas: QPainter) -> None:
            radius, reach = (_RING - _RING_WIDTH / 2) * size, _CROSS * size
            canvas.setPen(pen(colour, _RING_WIDTH * size, cap=ROUND))
            canvas.setBrush(self._inks.canvas)
            canvas.drawEllipse(QPointF(0, 0), radius, radius)
            canvas.drawLine(QPointF(-reach, -reach), QPointF(reach, reach))
            canvas.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))

        self._stamps.paint(
            sheet, ("ring", colour.rgba(), size), at=centre.toTuple(), reach=_REACH * size, draw=draw
        )

    def paint_badge(self, sheet: Sheet, centre: QPointF, *, colour: QColor) -> None:
        """Paint the badge in the middle of a key conflict; in the far bands the bars alone tell it."""
        if sheet.band < Band.SCAN:
            return
        size = sheet.head

        def draw(canvas: QPainter) -> None:
            canvas.setPen(NO_PEN)
            for radius, brush in ((_BADGE + _BADGE_EDGE, self._inks.theme.canvas), (_BADGE, colour)):
                canvas.setBrush(brush)
                canvas.drawEllipse(QPointF(0, 0), radius * size, radius * size)
            side = _BADGE_ICON * size
            on = Sheet(canvas, sheet.view, band=sheet.band, vector=sheet.vector)
            at = QPointF(-side / 2, -side / 2)
            self._marks.icon(on, "zap", at=at, px=side, colour=self._inks.theme.canvas)

        self._stamps.paint(
            sheet, ("badge", colour.rgba(), size), at=centre.toTuple(), reach=_REACH * size, draw=draw
        )


def _draw_head(painter: QPainter, kind: ArrowKind, *, at: Heading, colour: QColor, size: float) -> None:
    if kind in (ArrowKind.SUPPORT, ArrowKind.WARRANT):
        triangle(painter, at, colour=colour, size=size)
    elif kind is ArrowKind.ATTACK:
        bar(painter, at, colour=colour, half=_BAR_HALF * size, thick=_BAR_THICK * size)
    elif kind is ArrowKind.CONFLICT:
        bar(painter, at, colour=colour, half=_CONFLICT_HALF * size, thick=_CONFLICT_THICK * size)
    elif kind is ArrowKind.ANSWER:
        dot(painter, at.back(_DOT * size), colour=colour, radius=_DOT * size)


def triangle(painter: QPainter, at: Heading, *, colour: QColor, size: float) -> None:
    """Paint the filled head of a support."""
    base, half = (_TRIANGLE_GAP + _TRIANGLE_LENGTH) * size, _TRIANGLE_HALF * size
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    corners = [at.back(_TRIANGLE_GAP * size), at.back(base, across=half), at.back(base, across=-half)]
    painter.drawPolygon(QPolygonF(corners))


def bar(painter: QPainter, at: Heading, *, colour: QColor, half: float, thick: float) -> None:
    """Paint the bar of an attack; its distance from the tip grows with its thickness."""
    gap = _BAR_GAP * thick / _BAR_THICK
    painter.setPen(pen(colour, thick, cap=ROUND))
    painter.drawLine(at.back(gap, across=-half), at.back(gap, across=half))


def dot(painter: QPainter, centre: QPointF, *, colour: QColor, radius: float) -> None:
    """Paint the dot of an answer."""
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
