"""The marks before what is on or off in a menu: a tick, or a dot in a ring where one excludes others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from argmap.ui.look import Look
from argmap.ui.theme import mixed

_SIDE = 16
_RING, _RING_WIDTH, _DOT = 6.0, 1.5, 3.0
_RATIOS = (1.0, 1.5, 2.0, 3.0)
_LIVE = (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected)

_Draw = Callable[[QPainter, QColor, bool], None]


def check_mark(look: Look) -> QIcon:
    """A tick when on, nothing when off."""

    def draw(painter: QPainter, colour: QColor, is_on: bool) -> None:
        if is_on:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(0, 0, look.icons.pixmap("check", _SIDE, colour=colour, dpr=ratio))

    return _made(look, draw)


def choice_mark(look: Look) -> QIcon:
    """A ring, with a dot in it when on."""

    def draw(painter: QPainter, colour: QColor, is_on: bool) -> None:
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        painter.setPen(QPen(colour, _RING_WIDTH))
        painter.drawEllipse(middle, _RING, _RING)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(middle, _DOT, _DOT)

    return _made(look, draw)


def _made(look: Look, draw: _Draw) -> QIcon:
    theme = look.theme
    pale = mixed(theme.ink3, theme.panel, share=0.6)
    made = QIcon()
    for state, colour in ((QIcon.State.Off, theme.ink3), (QIcon.State.On, theme.accent)):
        is_on = state is QIcon.State.On
        for ratio in _RATIOS:
            live = _picture(draw, colour, is_on=is_on, ratio=ratio)
            for mode in _LIVE:
                made.addPixmap(live, mode, state)
            made.addPixmap(_picture(draw, pale, is_on=is_on, ratio=ratio), QIcon.Mode.Disabled, state)
    return made


def _picture(draw: _Draw, colour: QColor, *, is_on: bool, ratio: float) -> QPixmap:
    made = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, colour, is_on)
    finally:
        painter.end()
    return made
