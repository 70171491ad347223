"""Shapes that several parts of the window's chrome share, drawn in logical pixels."""

from __future__ import annotations

from statistics import NormalDist

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter

from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.theme import Theme, mixed

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
KEY_CAP_HEIGHT = 18.0
_KEY_CAP_PAD = 6.0
_RING = 2.0


def draw_icon(painter: QPainter, look: Look, *, name: str, centre: QPointF, px: int, colour: QColor) -> None:
    """Draw an icon of `px` pixels round a point, moved on to whole device pixels so that it stays sharp."""
    dpr = painter.device().devicePixelRatio()
    pixmap = look.icons.pixmap(name, px, colour=colour, dpr=dpr)
    corner = QPointF(centre.x() - px / 2, centre.y() - px / 2)
    painter.drawPixmap(QPointF(round(corner.x() * dpr) / dpr, round(corner.y() * dpr) / dpr), pixmap)


def draw_surface(painter: QPainter, rect: QRectF, *, fill: QColor, border: QColor, radius: float) -> None:
    """Fill a rounded rectangle, with a border of 1 px inside its edge."""
    painter.setPen(border)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def fill_rounded(painter: QPainter, rect: QRectF, *, fill: QColor, radius: float) -> None:
    """Fill a rounded rectangle without a border."""
    painter.setPen(NO_PEN)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, radius, radius)


def draw_focus_ring(painter: QPainter, rect: QRectF, *, colour: QColor, radius: float) -> None:
    """Draw the ring of keyboard focus just inside a rectangle."""
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(colour)
    pen.setWidthF(_RING)
    painter.setPen(pen)
    painter.setBrush(NO_BRUSH)
    half = _RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def draw_shadow(painter: QPainter, rect: QRectF, *, radius: float, reach: float, strength: float) -> None:
    """Draw the soft shadow of a floating surface; it reaches `reach` px out, and falls a third of that.

    Ring by ring from the outside in, each where a Gaussian edge reaches the next shade that eight bits can
    tell apart.
    """
    drop = reach / 3
    spread = reach - drop
    blur = NormalDist(sigma=spread / 2)
    shades = round(255 * strength)
    fallen = rect.translated(0, drop)
    painter.save()
    painter.setPen(NO_PEN)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for shade in range(1, shades + 1):
        grow = min(spread, -blur.inv_cdf((shade - 0.5) / shades))
        painter.setBrush(QColor(0, 0, 0, shade))
        corner = max(0.0, radius + grow)
        painter.drawRoundedRect(fallen.adjusted(-grow, -grow, grow, grow), corner, corner)
    painter.restore()


def key_cap_font() -> QFont:
    """The type of the small pictures of keys."""
    return font(11, 500)


def key_cap_width(text: str) -> float:
    """How wide the picture of a key is."""
    return max(
        KEY_CAP_HEIGHT, round(QFontMetricsF(key_cap_font()).horizontalAdvance(text) + 2 * _KEY_CAP_PAD)
    )


def draw_key_cap(painter: QPainter, theme: Theme, *, text: str, right: float, middle: float) -> None:
    """Draw the picture of a key that ends at `right`, about the height `middle`."""
    width = key_cap_width(text)
    rect = QRectF(round(right - width), round(middle - KEY_CAP_HEIGHT / 2), width, KEY_CAP_HEIGHT)
    draw_surface(painter, rect, fill=theme.chrome, border=theme.line2, radius=4)
    painter.setFont(key_cap_font())
    painter.setPen(theme.ink2)
    painter.drawText(rect, CENTRE, text)


def key_text(keys: QKeySequence) -> str:
    """A key sequence as the picture of a key shows it: `Ctrl O`; empty for none."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText).split(", ")[0].replace("+", " ").strip()


def pale(theme: Theme, ground: QColor) -> QColor:
    """The colour of what cannot be used now."""
    return mixed(theme.ink3, ground, share=0.5)
