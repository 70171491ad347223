"""The relations as small pictures, drawn as their arrows are: the same heads, textures and colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from argmap.model.roles import ArrowKind, Role
from argmap.ui.parts.drawing import NO_BRUSH, NO_PEN
from argmap.ui.theme import Theme, mixed

GLYPH_SIZE = QSize(22, 14)
"""The room of every picture; the first two leave some of it empty on the right."""
_LINE = 2.0
_FLAT = Qt.PenCapStyle.FlatCap


class Glyph(StrEnum):
    """What is pictured."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    LINK = "link"
    IMPLICIT = "implicit"
    ANSWER = "answer"
    CONFLICT = "conflict"
    """Two attacks that answer each other."""
    INSERT = "insert"
    """A card set into an arrow."""


GLYPHS: Mapping[ArrowKind, Glyph] = {
    ArrowKind.SUPPORT: Glyph.SUPPORT,
    ArrowKind.WARRANT: Glyph.SUPPORT,
    ArrowKind.ATTACK: Glyph.ATTACK,
    ArrowKind.UNDERCUT: Glyph.UNDERCUT,
    ArrowKind.ANSWER: Glyph.ANSWER,
    ArrowKind.CONFLICT: Glyph.CONFLICT,
}
"""The picture of every kind of arrow."""


def draw_glyph(painter: QPainter, glyph: Glyph, *, at: QPointF, theme: Theme) -> None:
    """Draw a picture of `GLYPH_SIZE` with its upper left corner at a point."""
    painter.save()
    painter.translate(at)
    _DRAW[glyph](painter, theme)
    painter.restore()


def _pen(colour: QColor, width: float = _LINE) -> QPen:
    made = QPen(colour, width)
    made.setCapStyle(_FLAT)
    return made


def _support(painter: QPainter, theme: Theme) -> None:
    colour = theme.ink(Role.REASON)
    painter.setPen(_pen(colour))
    painter.drawLine(QLineF(1, 7, 12, 7))
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(11, 1.8), QPointF(20.4, 7), QPointF(11, 12.2)]))


def _attack(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme.ink(Role.OBJECTION)))
    painter.drawLine(QLineF(1, 7, 17, 7))
    painter.fillRect(QRectF(16, 1, 3, 12), theme.ink(Role.OBJECTION))


def _undercut(painter: QPainter, theme: Theme) -> None:
    colour = theme.ink(Role.UNDERCUT)
    painter.setPen(_pen(colour))
    painter.drawLine(QLineF(1, 7, 5, 7))
    painter.drawLine(QLineF(7, 7, 9, 7))
    ring = QPointF(15, 7)
    painter.setBrush(NO_BRUSH)
    painter.drawEllipse(ring, 5.6, 5.6)
    painter.setPen(_pen(colour, 1.8))
    for lean in (-1, 1):
        painter.drawLine(ring + QPointF(-2.2, -2.2 * lean), ring + QPointF(2.2, 2.2 * lean))


def _conflict(painter: QPainter, theme: Theme) -> None:
    _attack(painter, theme)
    painter.fillRect(QRectF(1, 1, 3, 12), theme.ink(Role.OBJECTION))


def _answer(painter: QPainter, theme: Theme) -> None:
    colour = theme.ink(Role.QUESTION)
    painter.setPen(_pen(colour, 1.5))
    painter.drawLine(QLineF(1, 7, 13, 7))
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(15.5, 7), 3.5, 3.5)


def _link(painter: QPainter, theme: Theme) -> None:
    colour = theme.ink(Role.REASON)
    painter.setPen(QPen(mixed(colour, theme.panel, share=0.65), 1.4))
    painter.setBrush(mixed(colour, theme.panel, share=0.12))
    painter.drawRoundedRect(QRectF(0.7, 0.7, 20.6, 12.6), 4.5, 4.5)
    painter.setPen(_pen(colour))
    painter.drawLine(QLineF(7, 7, 15, 7))
    painter.drawLine(QLineF(11, 3, 11, 11))


def _implicit(painter: QPainter, theme: Theme) -> None:
    pen = _pen(theme.ink(Role.IMPLICIT), 1.5)
    pen.setDashPattern([2.4, 1.6])
    painter.setPen(pen)
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(QRectF(0.8, 0.8, 20.4, 12.4), 3, 3)


def _insert(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme.ink2))
    painter.drawLine(QLineF(0, 7, 5, 7))
    painter.drawLine(QLineF(17, 7, 22, 7))
    painter.setPen(QPen(theme.ink2, 1.5))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(QRectF(5.8, 2, 10.4, 10), 2.5, 2.5)


_DRAW: Mapping[Glyph, Callable[[QPainter, Theme], None]] = {
    Glyph.SUPPORT: _support,
    Glyph.ATTACK: _attack,
    Glyph.UNDERCUT: _undercut,
    Glyph.ANSWER: _answer,
    Glyph.CONFLICT: _conflict,
    Glyph.LINK: _link,
    Glyph.IMPLICIT: _implicit,
    Glyph.INSERT: _insert,
}
