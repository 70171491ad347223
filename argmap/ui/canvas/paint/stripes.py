"""The stripe at the left edge of a card: its pattern tells the role without colour."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QPolygonF

from argmap.model.roles import Role
from argmap.ui.canvas.paint.inks import NO_PEN, Inks
from argmap.ui.canvas.paint.sheet import Sheet

_NOTCH_ON, _NOTCH_OFF = 5.0, 3.0
_HATCH_ON, _HATCH_OFF = 3.5, 2.0
_SLOPE = 2**0.5
"""A hatch runs at 45°: along the edge its measures are longer by this."""
_KEPT = 600

_Key = tuple[Role, int, float, float, float, float]


class Stripes:
    """Paints stripes; on screen each length of each role is drawn once and then copied."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()

    def paint(
        self, sheet: Sheet, rect: QRectF, *, role: Role, width: float, radius: float, unit: float
    ) -> None:
        """Paint the stripe of a card that stands at `rect`.

        Width and radius are in view pixels; `unit` is what a pixel of the pattern takes of them.
        """
        if sheet.vector:
            outline = _outline(rect, width=width, radius=radius)
            sheet.painter.fillPath(outline, self._inks.blocks[role])
            pattern = _pattern(role, rect, width=width, unit=unit)
            if not pattern.isEmpty():
                sheet.painter.fillPath(pattern.intersected(outline), self._inks.pale_stripes[role])
            return
        key = (role, round(rect.height() * sheet.dpr), width, radius, unit, sheet.dpr)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._drawn(key)
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        sheet.painter.drawPixmap(rect.topLeft(), picture)

    def _drawn(self, key: _Key) -> QPixmap:
        role, device_height, width, radius, unit, dpr = key
        picture = QPixmap(round(width * dpr) + 1, device_height)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        rect = QRectF(0, 0, 1000, device_height / dpr)
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(_outline(rect, width=width, radius=radius), self._inks.blocks[role])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.setPen(NO_PEN)
            painter.fillPath(_pattern(role, rect, width=width, unit=unit), self._inks.pale_stripes[role])
        finally:
            painter.end()
        return picture


def _outline(rect: QRectF, *, width: float, radius: float) -> QPainterPath:
    """The part of the rounded card that the stripe covers."""
    radius = min(radius, rect.height() / 2)
    card, band = QPainterPath(), QPainterPath()
    card.addRoundedRect(rect, radius, radius)
    band.addRect(QRectF(rect.left(), rect.top(), width, rect.height()))
    return card.intersected(band)


def _pattern(role: Role, rect: QRectF, *, width: float, unit: float) -> QPainterPath:
    """The gaps in the stripe; empty for a solid one."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if role is Role.EVIDENCE:
        y = rect.top() + _NOTCH_ON * unit
        while y < rect.bottom():
            path.addRect(QRectF(rect.left(), y, width, _NOTCH_OFF * unit))
            y += (_NOTCH_ON + _NOTCH_OFF) * unit
    elif role in (Role.OBJECTION, Role.UNDERCUT):
        rise = width if role is Role.OBJECTION else -width
        thick = _HATCH_OFF * unit * _SLOPE
        y = rect.top() - width
        while y < rect.bottom() + width:
            path.addPolygon(_hatch(QPointF(rect.left(), y), width=width, rise=rise, thick=thick))
            y += (_HATCH_ON + _HATCH_OFF) * unit * _SLOPE
    return path


def _hatch(at: QPointF, *, width: float, rise: float, thick: float) -> QPolygonF:
    x, y = at.x(), at.y()
    corners = [QPointF(x, y + rise), QPointF(x + width, y), QPointF(x + width, y + thick)]
    return QPolygonF([*corners, QPointF(x, y + rise + thick), corners[0]])
