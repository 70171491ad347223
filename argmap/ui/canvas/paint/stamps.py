"""Small marks of which a map shows many, such as heads of arrows: each look is drawn once and then copied."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from argmap.ui.canvas.paint.pixmaps import Pixmaps
from argmap.ui.canvas.paint.sheet import Sheet

_MOST = 1_000_000
_PHASES = 4
"""Marks stand on whole device pixels or between two: a look for each quarter tells them apart."""


class Stamps:
    """Paints such marks."""

    def __init__(self) -> None:
        self._pixmaps = Pixmaps(most=_MOST)

    def paint(
        self,
        sheet: Sheet,
        key: Hashable,
        *,
        at: tuple[float, float],
        reach: float,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint a mark; `draw` paints it round the painter's zero, no farther than `reach` from it.

        `key` stands for all that the drawing depends on. In print and export it is drawn each time.
        """
        painter, dpr = sheet.painter, sheet.dpr
        if sheet.vector:
            painter.translate(at[0], at[1])
            draw(painter)
            painter.translate(-at[0], -at[1])
            return
        across = round(at[0] * dpr * _PHASES)
        down = round(at[1] * dpr * _PHASES)
        phase = (across % _PHASES, down % _PHASES)
        half = math.ceil(reach * dpr) + 1

        def drawn(canvas: QPainter, _: QRectF) -> None:
            canvas.translate((half + phase[0] / _PHASES) / dpr, (half + phase[1] / _PHASES) / dpr)
            draw(canvas)

        side = 2 * half + 1
        picture = self._pixmaps.get((key, phase), (side, side), dpr=dpr, draw=drawn)
        left, top = across // _PHASES - half, down // _PHASES - half
        painter.drawPixmap(QPointF(left / dpr, top / dpr), picture)
