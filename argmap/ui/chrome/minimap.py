"""The whole map, very small: blocks of colour, and a box round what the canvas shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from argmap.ui.look import Look
from argmap.ui.parts.drawing import NO_BRUSH, NO_PEN
from argmap.ui.theme import faint

_PADDING = 9.0
_LARGEST_SCALE = 0.12
"""A map of one card does not fill the whole picture."""
_CORNER = 9.0
_BOX_WIDTH = 1.5
_LEFT_BUTTON = Qt.MouseButton.LeftButton


class Block(NamedTuple):
    """A card on the map."""

    rect: QRectF
    colour: QColor
    is_hollow: bool = False
    """Drawn as a dashed frame, like the card itself."""


class Minimap(QWidget):
    """Shows blocks; pressing and dragging says which point of the map to centre on."""

    moved_to = Signal(QPointF)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks: Sequence[Block] = ()
        self._bounds = QRectF()
        self._viewport: QRectF | None = None
        self._picture: QPixmap | None = None
        self._grip = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Map overview")
        self.setToolTip("Map overview: drag to move the view")

    def set_blocks(self, blocks: Sequence[Block], bounds: QRectF) -> None:
        """Show other blocks; `bounds` is the part of the map, in map pixels, that the picture takes in."""
        self._blocks, self._bounds = blocks, bounds
        self._forget_picture()

    def set_viewport(self, viewport: QRectF | None) -> None:
        """Draw the box round what the canvas shows; None where it shows everything."""
        if viewport != self._viewport:
            self._viewport = viewport
            self.update()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self._forget_picture()

    def sizeHint(self) -> QSize:
        """The size of the picture."""
        return QSize(194, 128)

    def to_view(self) -> QTransform:
        """From map pixels to this widget's."""
        bounds = self._bounds
        if bounds.isEmpty():
            return QTransform.fromScale(_LARGEST_SCALE, _LARGEST_SCALE)
        across = (self.width() - 2 * _PADDING) / bounds.width()
        down = (self.height() - 2 * _PADDING) / bounds.height()
        scale = max(1e-6, min(across, down, _LARGEST_SCALE))
        middle = QPointF(self.width() / 2, self.height() / 2) - bounds.center() * scale
        return QTransform(scale, 0, 0, scale, middle.x(), middle.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the box where it was hit, or bring its middle to the pointer."""
        if event.button() is not _LEFT_BUTTON:
            return
        point = self._map_point(event)
        box = self._viewport
        self._grip = box.center() - point if box is not None and box.contains(point) else QPointF()
        self.moved_to.emit(point + self._grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the box along."""
        if event.buttons() & _LEFT_BUTTON:
            self.moved_to.emit(self._map_point(event) + self._grip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        self._forget_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept picture and the box over it."""
        dpr = self.devicePixelRatio()
        picture = self._picture
        if picture is None or picture.devicePixelRatio() != dpr:
            picture = self._picture = self._drawn(dpr)
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, picture)
            if self._viewport is not None:
                self._paint_box(painter, self.to_view().mapRect(self._viewport))
        finally:
            painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        half = _BOX_WIDTH / 2
        inside = QRectF(self.rect()).adjusted(half, half, -half, -half)
        accent = self._look.theme.accent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, _BOX_WIDTH))
        painter.setBrush(faint(accent, 0.10))
        painter.drawRoundedRect(box & inside, 2, 2)

    def _drawn(self, dpr: float) -> QPixmap:
        picture = QPixmap(self.size() * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._ground(), self._look.theme.canvas)
            to_view = self.to_view()
            for block in self._blocks:
                _paint_block(painter, block, to_view.mapRect(block.rect))
        finally:
            painter.end()
        return picture

    def _ground(self) -> QPainterPath:
        """The picture's shape: rounded at the top, where it fills the corners of its card."""
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, _CORNER, _CORNER)
        path.addRect(box.adjusted(0, _CORNER, 0, 0))
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def _map_point(self, event: QMouseEvent) -> QPointF:
        inverse, _ = self.to_view().inverted()
        return inverse.map(event.position())

    def _forget_picture(self) -> None:
        self._picture = None
        self.update()


def _paint_block(painter: QPainter, block: Block, rect: QRectF) -> None:
    if block.is_hollow:
        frame = QPen(block.colour, 1.0)
        frame.setDashPattern([2.0, 1.5])
        painter.setPen(frame)
        painter.setBrush(NO_BRUSH)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    else:
        painter.setPen(NO_PEN)
        painter.setBrush(block.colour)
        painter.drawRoundedRect(rect, 1.5, 1.5)
