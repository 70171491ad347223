"""Puts a set text on pages of paper: a PDF of lines and letters, with links that lead about in it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from argmap import __version__
from argmap.formats.annotated.annotated_text import AnnotatedText
from argmap.formats.errors import Cancelled
from argmap.layout.geometry import Point
from argmap.model.progress import Progress
from argmap.model.roles import Role
from argmap.source.passages import Segment
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.sheet import sheet_for
from argmap.ui.canvas.paint.stripes import Stripes
from argmap.ui.canvas.view import View
from argmap.ui.fonts import font
from argmap.ui.paper.galley import Galley, Label, galley_of
from argmap.ui.source.gutter import GUTTER
from argmap.ui.source.passage_painter import Emphasis, paint_segments
from argmap.ui.theme import LIGHT

_RESOLUTION = 1200
_PIXEL = _RESOLUTION / 96
"""Dots of the page for one pixel."""
_PAGE = QSizeF(210 / 25.4 * 96, 297 / 25.4 * 96)
"""A4, in pixels."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 76.0, 108.0, 76.0, 92.0
"""The margins of a page, in pixels; what stands beside the text is within the left one's neighbour."""
_WIDTH = _PAGE.width() - _LEFT - _RIGHT
_HEIGHT = float(math.floor(_PAGE.height() - _TOP - _BOTTOM))
_BREAK = QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore
_STRIPE, _STRIPE_LEFT = 5.0, GUTTER - 15.0
_NUMBER_RIGHT = GUTTER - 24.0
_MARK, _RULE_ABOVE = 18.0, 8.0
_SETTING, _LAYOUT = 0.4, 0.6
"""The shares of the work that are done once the text is set, and once it is laid out on pages."""
_NEXT_TO = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ON_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def annotated_pdf(text: AnnotatedText, progress: Progress = lambda share: True) -> bytes:
    """The text on A4, in the light colours; `Cancelled` where `progress` says so."""
    return _Press(text, progress).pdf()


@dataclass(slots=True)
class _Sheet:
    """What is painted on one page beside its words, with the lines or whole boxes that it belongs to."""

    segments: list[Segment] = field(default_factory=list)
    labels: list[tuple[Label, QRectF]] = field(default_factory=list)
    monograms: list[tuple[Label, QRectF]] = field(default_factory=list)
    rules: list[QRectF] = field(default_factory=list)
    stripes: list[tuple[Role, QRectF]] = field(default_factory=list)


class _Press:
    """A text ready to be printed."""

    def __init__(self, text: AnnotatedText, progress: Progress) -> None:
        self._text = text
        self._progress = progress
        self._galley = galley_of(text, LIGHT, tell=lambda share: self._tell(_SETTING * share))
        self._galley.document.setPageSize(QSizeF(_WIDTH, _HEIGHT))
        for share in _keeping_together(self._galley):
            self._tell(_SETTING + (_LAYOUT - _SETTING) * share)
        self._sheets = _sorted_out(self._galley)
        self._stripes = Stripes(Inks(LIGHT))

    def _tell(self, share: float) -> None:
        if not self._progress(share):
            raise Cancelled

    def pdf(self) -> bytes:
        """All pages; `Cancelled` where that is wished."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self._text.title)
        writer.setCreator(f"argmap {__version__}")
        paper = QPageSize(QPageSize.PageSizeId.A4)
        writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
        count = self._galley.document.pageCount()
        painter = QPainter(writer)
        try:
            painter.scale(_PIXEL, _PIXEL)
            for page in range(count):
                self._tell(_LAYOUT + (1 - _LAYOUT) * page / count)
                if page:
                    writer.newPage()
                self._paint_page(painter, page)
                self._paint_foot(painter, page + 1, count)
        finally:
            painter.end()
        return bytes(buffer.data().data())

    def _paint_page(self, painter: QPainter, page: int) -> None:
        part = QRectF(0, page * _HEIGHT, _WIDTH, _HEIGHT)
        document, sheet = self._galley.document, self._sheets[page]
        painter.save()
        painter.translate(_LEFT, _TOP - part.top())
        painter.setClipRect(part.adjusted(-_LEFT, 0, 0, 0))  # a long number reaches into the margin
        paint_segments(painter, sheet.segments, document=document, theme=LIGHT, emphasis=Emphasis())
        for label, line in sheet.labels:
            _paint_label(painter, label, line)
        for mark, line in sheet.monograms:
            _paint_monogram(painter, mark, line)
        painter.setPen(LIGHT.line)
        for line in sheet.rules:
            y = line.top() - _RULE_ABOVE
            painter.drawLine(QPointF(GUTTER, y), QPointF(_WIDTH, y))
        for role, whole in sheet.stripes:
            self._paint_stripe(painter, whole.intersected(part), role)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_stripe(self, painter: QPainter, rect: QRectF, role: Role) -> None:
        sheet = sheet_for(painter, View(1.0, Point(0, 0), (_WIDTH, _HEIGHT)), vector=True)
        self._stripes.paint(sheet, rect, role=role, width=_STRIPE, radius=0, unit=1)

    def _paint_foot(self, painter: QPainter, page: int, count: int) -> None:
        line = QRectF(_LEFT + GUTTER, _PAGE.height() - 60, _WIDTH - GUTTER, 20)
        painter.setFont(font(11))
        painter.setPen(LIGHT.ink3)
        painter.drawText(line, _NEXT_TO, f"{page} / {count}")
        room = painter.fontMetrics().elidedText(
            self._text.title, Qt.TextElideMode.ElideRight, round(line.width() - 80)
        )
        painter.drawText(line, _ON_LEFT, room)


def _paint_label(painter: QPainter, label: Label, line: QRectF) -> None:
    painter.setFont(font(11, label.weight))
    painter.setPen(LIGHT.ink3)
    box = QRectF(-_LEFT, line.top(), _LEFT + _NUMBER_RIGHT, line.height())
    painter.drawText(box, _NEXT_TO, label.words)


def _paint_monogram(painter: QPainter, mark: Label, line: QRectF) -> None:
    box = QRectF(GUTTER - _MARK - 8, line.center().y() - _MARK / 2, _MARK, _MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.voice_tint(0))
    painter.drawEllipse(box)
    painter.setPen(LIGHT.ink1)
    painter.setFont(font(11 if len(mark.words) == 1 else 9, mark.weight))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.words)


def _sorted_out(galley: Galley) -> dict[int, _Sheet]:
    """What stands on each page, by its number."""
    document = galley.document
    sheets: dict[int, _Sheet] = defaultdict(_Sheet)
    for segment in galley.segments:
        top, bottom = _line_at(document, segment.start).top(), _line_at(document, segment.end - 1).bottom()
        for page in _pages(top, bottom):
            sheets[page].segments.append(segment)
    for names, kept in ((galley.labels, "labels"), (galley.monograms, "monograms")):
        for label in names:
            line = _first_line(document.findBlockByNumber(label.block))
            getattr(sheets[_page(line.top())], kept).append((label, line))
    for number in galley.rules:
        line = _first_line(document.findBlockByNumber(number))
        sheets[_page(line.top())].rules.append(line)
    for bar in galley.bars:
        top = _first_line(document.findBlockByNumber(bar.first)).top()
        bottom = _last_line(document.findBlockByNumber(bar.last)).bottom()
        for page in _pages(top, bottom):
            sheets[page].stripes.append((bar.role, QRectF(_STRIPE_LEFT, top, _STRIPE, bottom - top)))
    return sheets


def _page(y: float) -> int:
    return math.floor(y / _HEIGHT)


def _pages(top: float, bottom: float) -> range:
    return range(_page(top), _page(bottom - 1) + 1)


def _keeping_together(galley: Galley) -> Iterator[float]:
    """Begin a page before blocks that would be torn apart, where a page can hold them; the shares done."""
    document = galley.document
    document.pageCount()  # lays out all of it: lines that are not laid out yet have no place
    for number, (first, last) in enumerate(galley.together):
        yield number / len(galley.together)
        block = document.findBlockByNumber(first)
        top = _first_line(block).top()
        bottom = _last_line(document.findBlockByNumber(last)).bottom()
        if len(_pages(top, bottom)) > 1 and bottom - top < _HEIGHT:
            shape = block.blockFormat()
            shape.setPageBreakPolicy(_BREAK)
            QTextCursor(block).setBlockFormat(shape)
            document.pageCount()


def _line_at(document: QTextDocument, position: int) -> QRectF:
    """The line that a letter of the document stands in."""
    block = document.findBlock(position)
    layout = block.layout()
    return layout.lineForTextPosition(position - block.position()).rect().translated(layout.position())


def _first_line(block: QTextBlock) -> QRectF:
    layout = block.layout()
    return layout.lineAt(0).rect().translated(layout.position())


def _last_line(block: QTextBlock) -> QRectF:
    layout = block.layout()
    return layout.lineAt(layout.lineCount() - 1).rect().translated(layout.position())
