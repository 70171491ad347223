"""What is only on its way: the rubber arrow, the lasso, the guides of a snap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from argmap.editor.tools.tool import Guide
from argmap.layout.geometry import Point, Rect
from argmap.model.records import RelationKind
from argmap.model.roles import Role
from argmap.ui.canvas.paint.inks import NO_BRUSH, NO_PEN, ROUND, Inks, dashed, dotted, pen
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.theme import faint

_LINE = 2.0
_START = 4.5
_END = 6.5
_REFUSED = 8.0
_CROSS = 3.0
_GUIDE = 1.0
_KIND_ROLES = {
    RelationKind.SUPPORT: Role.REASON,
    RelationKind.ATTACK: Role.OBJECTION,
    RelationKind.ANSWER: Role.QUESTION,
}


class Drafts:
    """Paints drafts."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._lasso_fill = faint(inks.theme.accent, 0.10)
        self._guide_pen = pen(inks.theme.accent, _GUIDE)
        self._guide_pen.setDashPattern([3 / _GUIDE, 2 / _GUIDE])

    def paint_arrow(
        self, sheet: Sheet, points: Sequence[Point], *, kind: RelationKind | None, refused: bool
    ) -> None:
        """Paint an arrow that is being drawn, curved between its ends; its start has the kind's colour."""
        placed = [sheet.point(point) for point in points]
        if len(placed) < 2:
            return
        if refused:
            self._refused(sheet.painter, placed)
        else:
            self._open(sheet.painter, placed, kind=kind)

    def _open(self, painter: QPainter, points: Sequence[QPointF], *, kind: RelationKind | None) -> None:
        accent = self._inks.theme.accent
        painter.setBrush(NO_BRUSH)
        painter.setPen(dashed(accent, _LINE, on=6, off=3.5))
        painter.drawPath(_curve(points))
        start = accent if kind is None else self._inks.theme.ink(_KIND_ROLES[kind])
        _disc(painter, points[0], radius=_START, colour=start)
        painter.setPen(pen(accent, _LINE))
        painter.setBrush(self._inks.theme.panel)
        painter.drawEllipse(points[-1], _END - _LINE / 2, _END - _LINE / 2)

    def _refused(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """Paint an arrow that may not end where the pointer is."""
        danger = self._inks.theme.danger
        painter.setBrush(NO_BRUSH)
        painter.setPen(dotted(danger, _LINE))
        painter.drawPath(_curve(points))
        _disc(painter, points[-1], radius=_REFUSED, colour=danger)
        painter.setPen(pen(self._inks.theme.on_accent, _LINE, cap=ROUND))
        for rise in (_CROSS, -_CROSS):
            painter.drawLine(points[-1] - QPointF(_CROSS, rise), points[-1] + QPointF(_CROSS, rise))

    def paint_lasso(self, sheet: Sheet, rect: Rect) -> None:
        """Paint the frame that gathers cards."""
        painter = sheet.painter
        painter.setPen(pen(self._inks.theme.accent, 1))
        painter.setBrush(self._lasso_fill)
        painter.drawRect(sheet.rect(rect).adjusted(0.5, 0.5, -0.5, -0.5))

    def paint_guides(self, sheet: Sheet, guides: Iterable[Guide]) -> None:
        """Paint the lines that show what a moved card is in line with, each on one row of pixels."""
        painter = sheet.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._guide_pen)
        for guide in guides:
            painter.drawLine(sheet.point(guide.start), sheet.point(guide.end))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _curve(points: Sequence[QPointF]) -> QPainterPath:
    """A soft curve from the first point to the last; straight through where there are more than two."""
    path = QPainterPath(points[0])
    if len(points) != 2:
        for point in points[1:]:
            path.lineTo(point)
        return path
    start, end = points
    across = abs(end.x() - start.x()) > abs(end.y() - start.y())
    half = QPointF((end.x() - start.x()) / 2, 0) if across else QPointF(0, (end.y() - start.y()) / 2)
    path.cubicTo(start + half, end - half, end)
    return path


def _disc(painter: QPainter, centre: QPointF, *, radius: float, colour: QColor) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
