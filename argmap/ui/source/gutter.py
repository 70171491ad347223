"""The gutter beside the text: paragraph numbers, the bar of the voice that speaks, and voice changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF, QTextDocument

from argmap.model.records import Participant
from argmap.source.lines import Line
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.drawing import draw_icon
from argmap.ui.parts.voice_mark import MARK, paint_mark
from argmap.ui.source.text_lines import LINE, block_bottom, block_top
from argmap.ui.theme import Theme

GUTTER = 46
"""Its width, in pixels."""
HEADING_SPACE = 44
"""What a voice's heading takes above its paragraph, in pixels."""
_BAR_LEFT, _BAR_WIDTH = 6.0, 4.0
_NUMERALS = (("¶", 11, 32.0), ("¶", 11, 32.0), ("", 11, 32.0), ("", 9, 33.5), ("", 7, 33.5))
"""By a number's digits the sign before it, its size and right edge: it lies beside the voice's bar."""
_TRIANGLE_TIP, _TRIANGLE = 43.5, 9.0
_DOUBT = 11
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_gutter(
    painter: QPainter, lines: Iterable[Line], *, document: QTextDocument, theme: Theme, width: float
) -> None:
    """Paint the gutter, and voice headings across `width`, in the document's own coordinates."""
    for line in lines:
        block = document.findBlockByNumber(line.block)
        top, bottom = block_top(block), block_bottom(block)
        if line.voice is not None:
            _paint_bar(painter, top, bottom, theme=theme, voice=line.voice)
        if line.number:
            _paint_number(painter, line.number, top=top, theme=theme)
        if line.heading is not None and line.voice is not None:
            _paint_heading(painter, line, top=top, theme=theme, width=width)


def _paint_number(painter: QPainter, number: int, *, top: float, theme: Theme) -> None:
    digits = str(number)
    sign, size, right = _NUMERALS[min(len(digits), len(_NUMERALS)) - 1]
    painter.setFont(font(size))
    painter.setPen(theme.ink3)
    painter.drawText(QRectF(0, top, right, LINE), _RIGHT, f"{sign}{digits}")


def _paint_bar(painter: QPainter, top: float, bottom: float, *, theme: Theme, voice: Participant) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.voice_tint(voice.colour))
    painter.drawRoundedRect(QRectF(_BAR_LEFT, top + 3, _BAR_WIDTH, bottom - top + 10), 2, 2)


def _paint_heading(painter: QPainter, line: Line, *, top: float, theme: Theme, width: float) -> None:
    assert line.voice is not None
    box = QRectF(12, top - MARK - 10, MARK, MARK)
    paint_mark(painter, box, participant=line.voice, theme=theme)
    left = box.right() + 6
    for words, weight, colour in _heading_words(line, theme):
        made = font(12, weight)
        metrics = QFontMetricsF(made)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - left - 6)
        painter.setFont(made)
        painter.setPen(colour)
        painter.drawText(QRectF(left, box.top(), width - left, MARK), _MIDDLE, words)
        left += metrics.horizontalAdvance(words) + 5


def _heading_words(line: Line, theme: Theme) -> Iterator[tuple[str, int, object]]:
    assert line.voice is not None
    yield line.voice.name, 600, theme.ink1
    if line.is_change:
        is_inferred = line.heading is not None and line.heading.inferred
        yield "· voice change inferred" if is_inferred else "· voice change", 400, theme.ink3


def paint_doubt(painter: QPainter, top: float, *, look: Look) -> None:
    """Paint the sign of a passage that is to be checked, beside the line whose top is given."""
    centre = QPointF(_TRIANGLE_TIP - _DOUBT / 2, top + LINE / 2)
    draw_icon(painter, look, name="triangle-alert", centre=centre, px=_DOUBT, colour=look.theme.warn)


def paint_pointer(painter: QPainter, top: float, *, theme: Theme) -> None:
    """Paint the triangle that points at the selected passage, beside the line whose top is given."""
    middle = top + LINE / 2
    left, half = _TRIANGLE_TIP - _TRIANGLE, _TRIANGLE / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    corners = [QPointF(left, middle - half), QPointF(_TRIANGLE_TIP, middle), QPointF(left, middle + half)]
    painter.drawPolygon(QPolygonF(corners))
