"""The little arrows before relations in a list: the same heads and textures as on the canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton

from argmap.model.roles import Role
from argmap.ui.canvas.faces import ArrowKind
from argmap.ui.inspector.desk import Desk

WIDE, HIGH = 20, 18
_MIDDLE = HIGH / 2
_LINE = 2.0
_COLOURS = {
    ArrowKind.SUPPORT: Role.REASON,
    ArrowKind.WARRANT: Role.REASON,
    ArrowKind.ATTACK: Role.OBJECTION,
    ArrowKind.CONFLICT: Role.OBJECTION,
    ArrowKind.UNDERCUT: Role.UNDERCUT,
    ArrowKind.ANSWER: Role.QUESTION,
}


def _line(painter: QPainter, left: float, right: float) -> None:
    painter.drawLine(QLineF(left, _MIDDLE, right, _MIDDLE))


def _support(painter: QPainter, colour: QColor) -> None:
    _line(painter, 0, 11)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    tip = [QPointF(10, _MIDDLE - 4.5), QPointF(19, _MIDDLE), QPointF(10, _MIDDLE + 4.5)]
    painter.drawPolygon(QPolygonF(tip))


def _attack(painter: QPainter, colour: QColor) -> None:
    _line(painter, 0, 16)
    painter.fillRect(QRectF(15, _MIDDLE - 5.5, 2.6, 11), colour)


def _conflict(painter: QPainter, colour: QColor) -> None:
    _attack(painter, colour)
    painter.fillRect(QRectF(1, _MIDDLE - 5.5, 2.6, 11), colour)


def _undercut(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, _LINE, Qt.PenStyle.DotLine))
    _line(painter, 0, 8)
    painter.setPen(QPen(colour, 1.6))
    painter.drawEllipse(QPointF(13, _MIDDLE), 5, 5)
    for turn in (1, -1):
        painter.drawLine(QLineF(11, _MIDDLE - 2 * turn, 15, _MIDDLE + 2 * turn))


def _answer(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    _line(painter, 0, 13)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(15, _MIDDLE), 3.5, 3.5)


_PAINTERS: Mapping[ArrowKind, Callable[[QPainter, QColor], None]] = {
    ArrowKind.SUPPORT: _support,
    ArrowKind.WARRANT: _support,
    ArrowKind.ATTACK: _attack,
    ArrowKind.CONFLICT: _conflict,
    ArrowKind.UNDERCUT: _undercut,
    ArrowKind.ANSWER: _answer,
}


class Glyph(QAbstractButton):
    """Shows the kind of a relation; a click on it shows or hides the relation's strength."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind = ArrowKind.SUPPORT
        self.setFixedSize(WIDE, HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.restyled.connect(self.update)

    def show_kind(self, kind: ArrowKind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow."""
        colour = self._desk.theme.ink(_COLOURS[self._kind])
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            _PAINTERS[self._kind](painter, colour)
            if self.hasFocus():
                painter.setPen(self._desk.theme.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()
