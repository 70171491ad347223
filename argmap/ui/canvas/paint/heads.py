"""The ends of arrows: each kind has its own shape, so that colour is never needed to tell them apart."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from argmap.ui.canvas.faces import ArrowKind
from argmap.ui.canvas.paint.inks import NO_PEN, ROUND, Inks, pen
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.view import Band

_TRIANGLE_LENGTH, _TRIANGLE_HALF, _TRIANGLE_GAP = 9.5, 5.2, 1.0
_BAR_HALF, _BAR_THICK, _BAR_GAP = 7.5, 3.4, 4.4
_CONFLICT_HALF, _CONFLICT_THICK = 9.5, 3.6
_DOT = 3.5
_RING, _RING_WIDTH, _CROSS = 8.0, 2.3, 3.4
_BADGE, _BADGE_ICON, _BADGE_EDGE = 12.0, 15.0, 2.0

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

    tip: QPointF
    along: QPointF

    @property
    def across(self) -> QPointF:
        """A quarter turn from `along`."""
        return QPointF(-self.along.y(), self.along.x())

    def back(self, by: float) -> QPointF:
        """The point that far before the tip."""
        return self.tip - self.along * by


class Heads:
    """Paints heads; sizes grow with `sheet.head`."""

    def __init__(self, inks: Inks, *, marks: Marks) -> None:
        self._inks = inks
        self._marks = marks

    def paint(self, sheet: Sheet, kind: ArrowKind, *, at: Heading, colour: QColor) -> None:
        """Paint the head that belongs to a kind of arrow; undercuts and badges come later, over the cards."""
        if kind in (ArrowKind.SUPPORT, ArrowKind.WARRANT):
            triangle(sheet.painter, at, colour=colour, size=sheet.head)
        elif kind is ArrowKind.ATTACK:
            bar(sheet.painter, at, colour=colour, half=_BAR_HALF * sheet.head, thick=_BAR_THICK * sheet.head)
        elif kind is ArrowKind.CONFLICT:
            half, thick = _CONFLICT_HALF * sheet.head, _CONFLICT_THICK * sheet.head
            bar(sheet.painter, at, colour=colour, half=half, thick=thick)
        elif kind is ArrowKind.ANSWER:
            dot(sheet.painter, at.back(_DOT * sheet.head), colour=colour, radius=_DOT * sheet.head)

    def paint_ring(self, sheet: Sheet, centre: QPointF, *, colour: QColor) -> None:
        """Paint the ring with a cross that sits on the arrow it cuts."""
        size, painter = sheet.head, sheet.painter
        painter.setPen(pen(colour, _RING_WIDTH * size, cap=ROUND))
        painter.setBrush(self._inks.canvas)
        painter.drawEllipse(centre, (_RING - _RING_WIDTH / 2) * size, (_RING - _RING_WIDTH / 2) * size)
        reach = _CROSS * size
        for rise in (reach, -reach):
            painter.drawLine(centre + QPointF(-reach, -rise), centre + QPointF(reach, rise))

    def paint_badge(self, sheet: Sheet, centre: QPointF, *, colour: QColor) -> None:
        """Paint the badge in the middle of a key conflict; in the far bands the bars alone tell it."""
        if sheet.band < Band.SCAN:
            return
        size, painter = sheet.head, sheet.painter
        painter.setPen(NO_PEN)
        for radius, brush in ((_BADGE + _BADGE_EDGE, self._inks.theme.canvas), (_BADGE, colour)):
            painter.setBrush(brush)
            painter.drawEllipse(centre, radius * size, radius * size)
        side = _BADGE_ICON * size
        at = QPointF(centre.x() - side / 2, centre.y() - side / 2)
        self._marks.icon(sheet, "zap", at=at, px=side, colour=self._inks.theme.canvas)


def triangle(painter: QPainter, at: Heading, *, colour: QColor, size: float) -> None:
    """Paint the filled head of a support."""
    base, half = at.back((_TRIANGLE_GAP + _TRIANGLE_LENGTH) * size), at.across * (_TRIANGLE_HALF * size)
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([at.back(_TRIANGLE_GAP * size), base + half, base - half]))


def bar(painter: QPainter, at: Heading, *, colour: QColor, half: float, thick: float) -> None:
    """Paint the bar of an attack; its distance from the tip grows with its thickness."""
    middle = at.back(_BAR_GAP * thick / _BAR_THICK)
    painter.setPen(pen(colour, thick, cap=ROUND))
    painter.drawLine(middle - at.across * half, middle + at.across * half)


def dot(painter: QPainter, centre: QPointF, *, colour: QColor, radius: float) -> None:
    """Paint the dot of an answer."""
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
