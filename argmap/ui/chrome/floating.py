"""A rounded card that floats over the canvas, with its border and shadow painted once and kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from argmap.ui.look import Look
from argmap.ui.parts.drawing import draw_shadow, draw_surface

MARGIN = 14
"""How far a floating card stays from the edges of the canvas. It is the widget's own margin, and the shadow's
room: put the widget's corner into the corner of the canvas."""
_STRENGTH, _STRENGTH_DARK = 0.10, 0.42


class FloatingCard(QWidget):
    """The card: lay out content as in any widget; a click beside the card falls through to what is below."""

    def __init__(
        self,
        look: Look,
        *,
        radius: float = 10,
        margin: int = MARGIN,
        has_shadow: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self._margin = margin
        self._has_shadow = has_shadow
        self._ground: QPixmap | None = None
        edge = margin + 1
        self.setContentsMargins(edge, edge, edge, edge)
        self.setMouseTracking(True)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self._ground = None
        self.update()

    def card_rect(self) -> QRectF:
        """The card itself, without the room around it."""
        margin = self._margin
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the card."""
        ground = self._kept_ground()
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, ground)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what happens on the card away from the canvas."""
        event.setAccepted(self.card_rect().contains(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep what happens on the card away from the canvas."""
        event.setAccepted(self.card_rect().contains(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep what happens on the card away from the canvas."""
        event.setAccepted(self.card_rect().contains(event.position()))

    def _kept_ground(self) -> QPixmap:
        dpr = self.devicePixelRatio()
        size = self.size() * dpr
        ground = self._ground
        if ground is None or ground.size() != size or ground.devicePixelRatio() != dpr:
            ground = self._ground = QPixmap(size)
            ground.setDevicePixelRatio(dpr)
            self._paint_ground(ground)
        return ground

    def _paint_ground(self, ground: QPixmap) -> None:
        theme = self._look.theme
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            card = self.card_rect()
            if self._has_shadow:
                strength = _STRENGTH_DARK if theme.is_dark else _STRENGTH
                draw_shadow(painter, card, radius=self._radius, reach=self._margin, strength=strength)
            draw_surface(painter, card, fill=theme.panel, border=theme.line2, radius=self._radius)
        finally:
            painter.end()
