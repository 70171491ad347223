"""What ties linked premises together: the plate under them, and the discs with a plus between them."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from argmap.layout.routes import Plate
from argmap.model.roles import ArrowKind
from argmap.ui.canvas.faces import ArrowFace
from argmap.ui.canvas.paint.inks import ROUND, Inks, pen
from argmap.ui.canvas.paint.quarters import Quarters
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.stamps import Stamps
from argmap.ui.canvas.paint.states import ArrowState
from argmap.ui.canvas.view import Band

_RADIUS = 11.0
_DISC = 9.0
_EDGE = 2.0
_PLUS = 4.0
_SIZES = {Band.SCAN: 0.78, Band.SHAPE: 0.55, Band.TERRAIN: 0.4}


class Plates:
    """Paints plates and discs."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._quarters = Quarters()
        self._stamps = Stamps()

    def paint(self, sheet: Sheet, face: ArrowFace, *, plate: Plate, state: ArrowState) -> None:
        """Paint the plate; premises that stand too far apart have legs instead, which `Arrows` paints."""
        if plate.rect is None:
            return
        painter = sheet.painter
        if state.dimmed:
            painter.setOpacity(0.22)
        self._ground(sheet, face.kind, rect=sheet.rect(plate.rect))
        if state.dimmed:
            painter.setOpacity(1)

    def _ground(self, sheet: Sheet, kind: ArrowKind, *, rect: QRectF) -> None:
        radius, width = _RADIUS * max(sheet.zoom, 0.4), max(1.0, sheet.unit)
        edge = math.ceil((width - 1) / 2 * sheet.dpr) / sheet.dpr  # so far a thick frame stands out

        def draw(painter: QPainter, whole: QRectF) -> None:
            inset = edge + 0.5
            painter.setPen(pen(self._inks.plate_frames[kind], width))
            painter.setBrush(self._inks.plate_fills[kind])
            painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), radius, radius)

        whole = rect.adjusted(-edge, -edge, edge, edge)
        if sheet.vector or min(rect.width(), rect.height()) < 2 * (radius + width):
            draw(sheet.painter, whole)
        else:
            self._quarters.paint(sheet.painter, whole, key=(kind, radius, width), dpr=sheet.dpr, draw=draw)

    def paint_joints(self, sheet: Sheet, face: ArrowFace, *, plate: Plate, state: ArrowState) -> None:
        """Paint the discs, over the cards; none from afar."""
        if sheet.band < Band.SCAN and not plate.legs:
            return
        colours = self._inks.dimmed_lines if state.dimmed else self._inks.arrows
        size = sheet.unit if sheet.band is Band.READ else _SIZES[sheet.band]
        colour = colours[face.kind]

        def draw(painter: QPainter) -> None:
            self._disc(painter, colour, size=size)

        for joint in plate.joints:
            at, reach = sheet.point(joint), (_DISC + _EDGE) * size
            self._stamps.paint(sheet, (colour.rgba(), size), at=(at.x(), at.y()), reach=reach, draw=draw)

    def _disc(self, painter: QPainter, colour: QColor, *, size: float) -> None:
        canvas, radius, reach = self._inks.theme.canvas, (_DISC + _EDGE / 2) * size, _PLUS * size
        painter.setPen(pen(canvas, _EDGE * size))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.setPen(pen(canvas, 1.8 * size, cap=ROUND))
        painter.drawLine(QPointF(-reach, 0), QPointF(reach, 0))
        painter.drawLine(QPointF(0, -reach), QPointF(0, reach))
