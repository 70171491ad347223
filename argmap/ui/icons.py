"""The icons (Lucide, SVG files in resources/icons): coloured, rendered at device pixels and kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from argmap.resources import resource
from argmap.ui.theme import Theme, mixed

_MODES = (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected)
_RATIOS = (1.0, 1.5, 2.0, 3.0)
_KEPT = 2000
_THIN_FROM, _THIN = 18, "1.8"
"""From this size on, in pixels, the strokes are a little thinner."""
_BOLD_TO, _BOLD = 12, "2.5"
"""Up to this size, in device pixels, the strokes are a little bolder: they would be less than one wide."""
_STROKE = "2"


class Icons:
    """All icons by name, drawn in any size and colour."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read from `folder`, by default the program's own."""
        self._folder = folder or resource("icons")
        self._text = lru_cache(maxsize=None)(self._read)
        self._renderer: Callable[[str, int, str], QSvgRenderer] = lru_cache(maxsize=256)(self._load)
        self._pixmaps: dict[tuple[str, float, int, float], QPixmap] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all icons there are."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def pixmap(self, name: str, px: float, *, colour: QColor, dpr: float) -> QPixmap:
        """The icon as a pixmap of `px` logical pixels; raises `OSError` for a name that is not there."""
        key = (name, px, colour.rgba(), dpr)
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) >= _KEPT:
                self._pixmaps.clear()
            found = self._pixmaps[key] = self._drawn(name, px, colour=colour, dpr=dpr)
        return found

    def render(self, painter: QPainter, name: str, *, rect: QRectF, colour: QColor) -> None:
        """Draw the icon into the rectangle as lines, for print and export."""
        stroke = _THIN if rect.width() >= _THIN_FROM else _STROKE
        self._renderer(name, colour.rgba(), stroke).render(painter, rect)

    def icon(self, name: str, theme: Theme, *, px: int = 16) -> QIcon:
        """The icon for a button or menu: quiet at rest, accent when switched on, pale when disabled."""
        made = QIcon()
        off, on = QIcon.State.Off, QIcon.State.On
        pale = mixed(theme.ink3, theme.chrome, share=0.5)
        for dpr in _RATIOS:
            for mode in _MODES:
                made.addPixmap(self.pixmap(name, px, colour=theme.ink2, dpr=dpr), mode, off)
                made.addPixmap(self.pixmap(name, px, colour=theme.accent, dpr=dpr), mode, on)
            for state in (off, on):
                made.addPixmap(self.pixmap(name, px, colour=pale, dpr=dpr), QIcon.Mode.Disabled, state)
        return made

    def _drawn(self, name: str, px: float, *, colour: QColor, dpr: float) -> QPixmap:
        side = max(1, round(px * dpr))
        made = QPixmap(side, side)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            stroke = _THIN if px >= _THIN_FROM else _BOLD if side <= _BOLD_TO else _STROKE
            renderer = self._renderer(name, colour.rgba(), stroke)
            renderer.render(painter, QRectF(0, 0, side, side))
        finally:
            painter.end()
        made.setDevicePixelRatio(dpr)
        return made

    def _read(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text(encoding="utf-8")

    def _load(self, name: str, rgba: int, stroke: str) -> QSvgRenderer:
        colour = QColor.fromRgba(rgba)
        text = self._text(name).replace("currentColor", colour.name())
        text = text.replace(f'stroke-width="{_STROKE}"', f'stroke-width="{stroke}"')
        return QSvgRenderer(QByteArray(text.encode()))
