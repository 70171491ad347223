"""Pictures of a map for files: PNG in pixels, SVG and PDF as lines and text, painted as on the screen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from argmap import __version__
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import sheet_for
from argmap.ui.canvas.view import Band, View
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import Theme

MARGIN = 32.0
"""Left free round the map, in pixels at 100 %."""
MOST_PIXELS = 400_000_000
"""A PNG is not made larger than this: Qt could not hold it."""
POINTS = 0.75
"""Points (1/72 inch) for one pixel at 100 %."""
PAPER_MARGIN = 10.0
"""Left free at the edges of a sheet of paper, in millimetres."""
PAPERS = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "Letter": QPageSize.PageSizeId.Letter,
}
SUFFIXES = (".png", ".svg", ".pdf")
_RESOLUTION = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """How a picture is made."""

    theme: Theme
    scale: float = 2.0
    """Pixels of a PNG for one pixel at 100 %."""
    paper: str = "fit"
    """Of a PDF: `fit` for a page as large as the map, or a name of `PAPERS`."""
    tiled: bool = False
    """Of a PDF on paper: at full size over as many sheets as it takes, instead of fitted on one."""


def export_picture(map_: ArgumentMap, path: Path, options: PictureOptions) -> None:
    """Write a picture of the whole map; the suffix says which kind.

    Raises ValueError where no such picture can be made and OSError where it cannot be written; each says
    what to do. A file that is there already is replaced whole or not at all.
    """
    plate = _Plate(map_, options.theme)
    match path.suffix.lower():
        case ".png":
            data = plate.png(options.scale)
        case ".svg":
            data = plate.svg(map_.info.title)
        case ".pdf":
            data = plate.pdf(map_.info.title, options)
        case _:
            raise ValueError(f"“{path.name}” should end in {', '.join(SUFFIXES)}.")
    _write(path, data)


def small_picture(map_: ArgumentMap, theme: Theme, size: QSize, *, dpr: float) -> QImage:
    """The whole map fitted into a size in pixels on screen, painted as from that far."""
    image = QImage(size * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(theme.canvas)
    if map_.claims:
        painter = QPainter(image)
        try:
            _Plate(map_, theme).paint_fitted(painter, size)
        finally:
            painter.end()
    return image


class _Plate:
    """A map ready to be painted on anything."""

    def __init__(self, map_: ArgumentMap, theme: Theme) -> None:
        shaper = TextShaper()
        self._geometry = MapGeometry(map_, shaper)
        bounds = self._geometry.bounds
        if bounds is None:
            raise ValueError("The map is empty: there is nothing to draw yet.")
        self._bounds = bounds.grown(MARGIN)
        self._theme = theme
        self._painter = MapPainter(theme, Icons(), shaper=shaper)

    def paint_fitted(self, painter: QPainter, size: QSize) -> None:
        """As large as it fits, in the middle."""
        bounds = self._bounds
        zoom = min(1.0, size.width() / bounds.width, size.height() / bounds.height)
        left = bounds.center.x - size.width() / zoom / 2
        top = bounds.center.y - size.height() / zoom / 2
        view = View(zoom, Point(left, top), (size.width(), size.height()))
        self._painter.paint_map(sheet_for(painter, view), self._geometry)

    def png(self, scale: float) -> QByteArray:
        """In pixels."""
        size = QSize(math.ceil(self._bounds.width * scale), math.ceil(self._bounds.height * scale))
        if size.width() * size.height() > MOST_PIXELS:
            raise ValueError(
                f"The picture would be {size.width()} × {size.height()} pixels: take a smaller scale."
            )
        image = QImage(size, QImage.Format.Format_RGB32)
        if image.isNull():
            raise ValueError("There is not enough memory for the picture: take a smaller scale.")
        image.setDevicePixelRatio(scale)
        image.setDotsPerMeterX(round(96 * scale / 0.0254))
        image.setDotsPerMeterY(round(96 * scale / 0.0254))
        image.fill(self._theme.canvas)
        painter = QPainter(image)
        try:
            self._paint(painter, self._bounds, vector=False)
        finally:
            painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
            raise ValueError("The picture could not be made: take a smaller scale.")
        return buffer.data()

    def svg(self, title: str) -> QByteArray:
        """As lines and text."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(QSize(math.ceil(self._bounds.width), math.ceil(self._bounds.height)))
        drawing.setViewBox(QRectF(0, 0, self._bounds.width, self._bounds.height))
        drawing.setTitle(title or "Argument map")
        drawing.setDescription(f"Made with argmap {__version__}")
        drawing.setResolution(96)
        painter = QPainter(drawing)
        try:
            self._fill(painter, self._bounds)
            self._paint(painter, self._bounds, vector=True)
        finally:
            painter.end()
        return buffer.data()

    def pdf(self, title: str, options: PictureOptions) -> QByteArray:
        """As lines and text, on one page of the map's own size, or on paper."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(title or "Argument map")
        writer.setCreator(f"argmap {__version__}")
        writer.setPageLayout(self._page(options))
        sheet = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
        painter = QPainter(writer)
        try:
            for number, (part, scale) in enumerate(self._sheets(sheet, options)):
                if number:
                    writer.newPage()
                painter.save()
                painter.scale(_RESOLUTION / 72 * scale, _RESOLUTION / 72 * scale)
                if self._theme.is_dark:
                    self._fill(painter, part)
                painter.setClipRect(QRectF(0, 0, part.width, part.height))
                self._paint(painter, part, vector=True)
                painter.restore()
        finally:
            painter.end()
        return buffer.data()

    def _page(self, options: PictureOptions) -> QPageLayout:
        """Paper lies whichever way the map lies."""
        if options.paper == "fit":
            size = QSizeF(self._bounds.width * POINTS, self._bounds.height * POINTS)
            page = QPageSize(size, QPageSize.Unit.Point, "map", QPageSize.SizeMatchPolicy.ExactMatch)
            return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())
        if options.paper not in PAPERS:
            raise ValueError(f"There is no paper called “{options.paper}”: take fit, {', '.join(PAPERS)}.")
        lies = self._bounds.width > self._bounds.height
        way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        margins = QMarginsF(PAPER_MARGIN, PAPER_MARGIN, PAPER_MARGIN, PAPER_MARGIN)
        return QPageLayout(QPageSize(PAPERS[options.paper]), way, margins, QPageLayout.Unit.Millimeter)

    def _sheets(self, sheet: QRectF, options: PictureOptions) -> Iterator[tuple[Rect, float]]:
        """For each sheet the part of the map on it, and points for one pixel at 100 %."""
        whole = self._bounds
        if not options.tiled or options.paper == "fit":
            yield whole, min(sheet.width() / whole.width, sheet.height() / whole.height)
            return
        width, height = sheet.width() / POINTS, sheet.height() / POINTS
        for row in range(math.ceil(whole.height / height)):
            for column in range(math.ceil(whole.width / width)):
                yield Rect(whole.x + column * width, whole.y + row * height, width, height), POINTS

    def _fill(self, painter: QPainter, part: Rect) -> None:
        painter.fillRect(QRectF(0, 0, part.width, part.height), self._theme.canvas)

    def _paint(self, painter: QPainter, part: Rect, *, vector: bool) -> None:
        view = View(1.0, Point(part.x, part.y), (part.width, part.height))
        sheet = sheet_for(painter, view, band=Band.READ, vector=vector)
        self._painter.paint_map(sheet, self._geometry, ground=not vector)


def _write(path: Path, data: QByteArray) -> None:
    file = QSaveFile(str(path))
    if (
        not file.open(QIODevice.OpenModeFlag.WriteOnly)
        or file.write(data) != data.size()
        or not file.commit()
    ):
        raise OSError(f"“{path}” could not be written ({file.errorString()}): choose another place.")
