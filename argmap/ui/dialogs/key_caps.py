"""Pictures of keys for running text: one cap for each key of a combination."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPalette

from argmap.ui.fonts import font

HEIGHT = 20
_PAD, _GAP, _RADIUS = 6.0, 3.0, 4.0
_TYPE_SIZE = 12


def keys_of(combination: str) -> list[str]:
    """The single keys of a combination: Ctrl and + of `Ctrl++`."""
    held, plus, last = combination.rpartition("+")
    if not last:
        held, last = held.removesuffix("+"), plus
    return [*(held.split("+") if held else []), last]


def key_caps(combination: str, palette: QPalette, *, dpr: float) -> QImage:
    """The caps side by side, `HEIGHT` high, on a clear ground."""
    keys = keys_of(combination)
    metrics = QFontMetricsF(font(_TYPE_SIZE, 500))
    widths = [max(HEIGHT, round(metrics.horizontalAdvance(key) + 2 * _PAD)) for key in keys]
    size = QSize(round(sum(widths) + _GAP * len(keys)), HEIGHT)
    made = QImage(size * dpr, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(_TYPE_SIZE, 500))
        left = 0.0
        for key, width in zip(keys, widths, strict=True):
            _paint_cap(painter, QRectF(left, 0, width, HEIGHT), key, palette)
            left += width + _GAP
    finally:
        painter.end()
    return made


def _paint_cap(painter: QPainter, box: QRectF, key: str, palette: QPalette) -> None:
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Window))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
