"""The map at rest, kept as one picture of the viewport: scrolled on a pan, painted only where it changed.

What is being dragged is lifted out of it and painted over it each frame; so are hover, selection and the
rest of what comes and goes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import margin_of, sheet_for
from argmap.ui.canvas.view import Band, View

_ANTIALIASING = QPainter.RenderHint.Antialiasing
_MOST_STRIPS = 6


class BaseLayer:
    """A picture of the viewport, in device pixels."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._shown: tuple[View, Band] | None = None
        self._dirty = QRegion()
        self.lifted: frozenset[RecordId] = frozenset()
        """Elements left out because they are painted over it."""

    def spoil(self, rects: Iterable[Rect] | None = None) -> None:
        """Have parts of the map painted again; all of it when none are given."""
        if self._shown is None or rects is None:
            self._shown = None
            return
        view, band = self._shown
        whole = QRect(0, 0, round(view.size[0]), round(view.size[1]))
        margin = margin_of(view.zoom, band) / view.zoom
        for rect in rects:
            self._dirty += view.rect_to_view(rect.grown(margin)).toAlignedRect().intersected(whole)

    def bring_up(
        self, view: View, band: Band, ratio: float, *, geometry: MapGeometry, painter: MapPainter
    ) -> QPixmap:
        """The picture, up to date."""
        self._bring_up(view, band, ratio)
        if not self._dirty.isEmpty():
            self._paint_dirty(geometry, painter)
        return self._picture

    def _bring_up(self, view: View, band: Band, ratio: float) -> None:
        """Make the picture that of a view, dirty where it has yet to be painted."""
        size = (round(view.size[0] * ratio), round(view.size[1] * ratio))
        if (self._picture.width(), self._picture.height()) != size:
            self._picture = QPixmap(*size)
            self._picture.setDevicePixelRatio(ratio)
            self._shown = None
        if self._shown is None or not self._scroll(view, band, ratio):
            self._dirty = QRegion(QRect(0, 0, round(view.size[0]), round(view.size[1])))
        self._shown = (view, band)

    def _scroll(self, view: View, band: Band, ratio: float) -> bool:
        """Move the picture along with the view; whether that was possible."""
        assert self._shown is not None
        old, old_band = self._shown
        if old is view and old_band is band:
            return True
        if (old.zoom, old.size, old_band) != (view.zoom, view.size, band):
            return False
        dx = (old.origin.x - view.origin.x) * view.zoom * ratio
        dy = (old.origin.y - view.origin.y) * view.zoom * ratio
        step = (round(dx), round(dy))
        if step == (0, 0):
            return True
        if band is Band.TERRAIN:
            return False
        whole = self._picture.rect()
        if abs(step[0]) >= whole.width() or abs(step[1]) >= whole.height() or ratio != int(ratio):
            return False
        self._picture.scroll(step[0], step[1], whole)
        scale = int(ratio)
        if step[0] % scale or step[1] % scale:
            return False
        across, down = step[0] // scale, step[1] // scale
        width, height = round(view.size[0]), round(view.size[1])
        self._dirty.translate(across, down)
        if across:
            self._dirty += QRect(0 if across > 0 else width + across, 0, abs(across), height)
        if down:
            self._dirty += QRect(0, 0 if down > 0 else height + down, width, abs(down))
        return True

    def _paint_dirty(self, geometry: MapGeometry, painter: MapPainter) -> None:
        assert self._shown is not None
        view, band = self._shown
        whole = QRect(0, 0, round(view.size[0]), round(view.size[1]))
        self._dirty &= QRegion(whole)
        strips = [QRect(strip) for strip in self._dirty]  # type: ignore[attr-defined]
        if not strips:
            return
        if band is Band.TERRAIN:
            strips = [whole]  # which map labels are painted hangs on all that is in view
        elif len(strips) > _MOST_STRIPS:
            strips = [self._dirty.boundingRect()]
        canvas = QPainter(self._picture)
        try:
            canvas.setRenderHint(_ANTIALIASING)
            for strip in strips:
                self._paint(canvas, strip, geometry, map_painter=painter)
        finally:
            canvas.end()
        self._dirty = QRegion()

    def _paint(
        self, canvas: QPainter, strip: QRect, geometry: MapGeometry, *, map_painter: MapPainter
    ) -> None:
        assert self._shown is not None
        view, band = self._shown
        part = _on_device_pixels(strip, self._picture.devicePixelRatio())
        canvas.setClipRect(part, Qt.ClipOperation.ReplaceClip)
        sheet = sheet_for(canvas, view, band=band)
        map_painter.paint_map(sheet, geometry, skip=self.lifted, part=part)


def _on_device_pixels(strip: QRect, ratio: float) -> QRectF:
    """The strip grown to whole device pixels: half a pixel painted over others would show as a seam."""
    left, top = math.floor(strip.x() * ratio), math.floor(strip.y() * ratio)
    right = math.ceil((strip.x() + strip.width()) * ratio)
    bottom = math.ceil((strip.y() + strip.height()) * ratio)
    return QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)
