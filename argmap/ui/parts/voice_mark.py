"""The mark of a voice: its monogram on a quiet tint, round, or square for one who is only reported."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from argmap.model.records import Participant, Standing
from argmap.ui.fonts import font
from argmap.ui.theme import Theme

MARK = 18
"""Its side, in pixels."""
_NO_PEN = Qt.PenStyle.NoPen
_RATIO = 3.0  # an icon is scaled down from this, so that it is sharp on every screen


def paint_mark(painter: QPainter, rect: QRectF, *, participant: Participant, theme: Theme) -> None:
    """Draw the mark into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_NO_PEN)
    painter.setBrush(theme.voice_tint(participant.colour))
    if participant.standing is Standing.REPORTED:
        painter.drawRoundedRect(rect, 5, 5)
    else:
        painter.drawEllipse(rect)
    painter.setPen(theme.ink1)
    painter.setFont(font(11 if len(participant.monogram) == 1 else 9, 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, participant.monogram)
    painter.restore()


def mark_icon(participant: Participant, theme: Theme) -> QIcon:
    """The mark as an icon for menus and buttons."""
    pixmap = QPixmap(round(MARK * _RATIO), round(MARK * _RATIO))
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    try:
        paint_mark(painter, QRectF(0.5, 0.5, MARK - 1, MARK - 1), participant=participant, theme=theme)
    finally:
        painter.end()
    return QIcon(pixmap)
