"""The rail at the text's right edge: one tick a passage, and a box for what is in view. It scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from argmap.ui.look import Look
from argmap.ui.source.ticks import Tick
from argmap.ui.theme import faint

WIDTH = 13
"""Of the whole rail, in pixels: ticks are 7, the box 11."""
_TICK, _LEFT, _LOWEST = 7.0, 3.0, 3.0
_ROUND = 1.0
_STRENGTH = 0.85


class CoverageRail(QWidget):
    """Shows how much of the text is mapped; a click or a drag brings that part of the text into view."""

    def __init__(self, scroll_bar: QScrollBar, look: Look, *, ticks: Callable[[], tuple[Tick, ...]]) -> None:
        super().__init__()
        self._bar = scroll_bar
        self._look = look
        self._ticks = ticks
        self._picture = QPixmap()
        self._drawn_from: tuple[object, ...] = ()
        """What the picture of the ticks is of: while the text is scrolled it is only copied."""
        self.setAccessibleName("Coverage of the text")
        self.setToolTip("Passages the map rests on. Click to go there.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        scroll_bar.valueChanged.connect(self.update)
        scroll_bar.rangeChanged.connect(self.update)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ticks and draw the box."""
        self._refresh_picture()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._picture)
            if self._bar.maximum() > 0:
                painter.setPen(self._look.theme.ink3)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._view_box(), 3, 3)
        finally:
            painter.end()

    def _refresh_picture(self) -> None:
        """Draw the ticks anew, where the picture is not of those there are."""
        ticks, dpr = self._ticks(), self.devicePixelRatioF()
        drawn_from = (ticks, self._look, self.size(), dpr)
        if drawn_from == self._drawn_from:
            return
        self._drawn_from = drawn_from
        self._picture = QPixmap(self.size() * dpr)
        self._picture.setDevicePixelRatio(dpr)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ticks(painter, _told_apart(ticks, self.height()))
        finally:
            painter.end()

    def _draw_ticks(self, painter: QPainter, ticks: Iterable[Tick]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        high = float(self.height())
        for tick in ticks:
            painter.setBrush(faint(self._look.theme.ink(tick.role), _STRENGTH))
            length = max(_LOWEST, (tick.bottom - tick.top) * high - 1)
            painter.drawRoundedRect(QRectF(_LEFT, tick.top * high, _TICK, length), _ROUND, _ROUND)

    def _view_box(self) -> QRectF:
        whole = self._bar.maximum() + self._bar.pageStep()
        share = self.height() / whole
        top = self._bar.value() * share
        return QRectF(0.5, top + 0.5, WIDTH - 2, self._bar.pageStep() * share - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the pointer is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def _go(self, y: float) -> None:
        whole = self._bar.maximum() + self._bar.pageStep()
        self._bar.setValue(round(y / max(1, self.height()) * whole - self._bar.pageStep() / 2))


def _told_apart(ticks: tuple[Tick, ...], rows: int) -> Iterable[Tick]:
    """All ticks; where they are more than rows of pixels, of those in the same rows only the last."""
    if len(ticks) <= rows:
        return ticks
    return {(round(tick.top * rows), round(tick.bottom * rows)): tick for tick in ticks}.values()
