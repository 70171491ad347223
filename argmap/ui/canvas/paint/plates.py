"""What ties linked premises together: the plate under them, and the discs with a plus between them."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from argmap.layout.geometry import Point
from argmap.layout.routes import Plate
from argmap.model.roles import ArrowKind
from argmap.ui.canvas.faces import ArrowFace
from argmap.ui.canvas.paint.arrows import line_width
from argmap.ui.canvas.paint.inks import NO_BRUSH, ROUND, Inks, pen
from argmap.ui.canvas.paint.lines import CORNER, corners_of, rounded_path
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
    """Paints plates, legs and discs."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._quarters = Quarters()
        self._stamps = Stamps()

    def paint(self, sheet: Sheet, face: ArrowFace, *, plate: Plate, state: ArrowState) -> None:
        """Paint the plate, or the legs of premises that stand too far apart for one."""
        painter = sheet.painter
        if state.dimmed:
            painter.setOpacity(0.22)
        if plate.rect is not None:
            self._ground(sheet, face.kind, rect=sheet.rect(plate.rect))
        painter.setOpacity(1)
        for leg in plate.legs:
            self._leg(sheet, face, leg=leg, state=state)

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

    def _leg(self, sheet: Sheet, face: ArrowFace, *, leg: tuple[Point, ...], state: ArrowState) -> None:
        placed = [sheet.point(point) for point in leg]
        corners = corners_of([Point(point.x(), point.y()) for point in placed])
        colours = self._inks.dimmed_lines if state.dimmed else self._inks.lines
        sheet.painter.setPen(pen(colours[face.kind], line_width(sheet, face, state=state)))
        sheet.painter.setBrush(NO_BRUSH)
        sheet.painter.drawPath(rounded_path(corners, radius=CORNER * sheet.zoom))

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
            self._stamps.paint(sheet, (colour.rgba(), size), at=at, reach=reach, draw=draw)

    def _disc(self, painter: QPainter, colour: QColor, *, size: float) -> None:
        canvas, radius, reach = self._inks.theme.canvas, (_DISC + _EDGE / 2) * size, _PLUS * size
        painter.setPen(pen(canvas, _EDGE * size))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.setPen(pen(canvas, 1.8 * size, cap=ROUND))
        painter.drawLine(QPointF(-reach, 0), QPointF(reach, 0))
        painter.drawLine(QPointF(0, -reach), QPointF(0, reach))
