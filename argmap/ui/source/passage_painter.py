"""Paints the passages under the text: tints and underlines, and what is selected or lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from argmap.editor.history import Selection
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.ui.source.passages import Passage, Segment
from argmap.ui.source.text_lines import LineBox, line_boxes
from argmap.ui.source.underline import draw_underline
from argmap.ui.theme import Theme, mixed

_BELOW_BASELINE = 4.0
_TINT, _MARKED = 0.72, 0.20


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which elements' passages stand out."""

    selected: Selection = frozenset()
    lit: RecordId | None = None


def paint_segments(
    painter: QPainter,
    segments: Iterable[Segment],
    *,
    document: QTextDocument,
    theme: Theme,
    emphasis: Emphasis,
) -> None:
    """Paint segments in the document's own coordinates."""
    for segment in segments:
        passage, is_marked = _on_top(segment, emphasis)
        for box in line_boxes(document, segment.start, segment.end):
            if is_marked:
                _paint_marked(painter, box, colour=_mark_colour(passage, theme, emphasis), theme=theme)
            elif passage.is_doubtful:
                _paint_doubtful(painter, box, theme=theme)
            else:
                _paint_plain(painter, box, role=passage.role, theme=theme)


def doubtful_tops(document: QTextDocument, segments: Iterable[Segment]) -> Iterator[float]:
    """The tops of the lines in which passages begin that are to be checked."""
    for segment in segments:
        if any(passage.is_doubtful and passage.start == segment.start for passage in segment.passages):
            for box in islice(line_boxes(document, segment.start, segment.end), 1):
                yield box.rect.top()


def _on_top(segment: Segment, emphasis: Emphasis) -> tuple[Passage, bool]:
    """The passage a segment shows, and whether it stands out: one that does wins over one further in."""
    for passage in segment.passages:
        if passage.element in emphasis.selected:
            return passage, True
    for passage in segment.passages:
        if passage.element == emphasis.lit:
            return passage, True
    return segment.passages[0], False


def _mark_colour(passage: Passage, theme: Theme, emphasis: Emphasis) -> QColor:
    return theme.accent if passage.element in emphasis.selected else theme.ink(passage.role)


def _paint_plain(painter: QPainter, box: LineBox, *, role: Role, theme: Theme) -> None:
    painter.fillRect(box.rect, mixed(theme.tint(role), theme.read, share=_TINT))
    start = QPointF(box.rect.left(), box.baseline + _BELOW_BASELINE)
    draw_underline(painter, role, theme.ink(role), start=start, width=box.rect.width())


def _paint_doubtful(painter: QPainter, box: LineBox, *, theme: Theme) -> None:
    """Paint a passage that may stand elsewhere in the colour of warnings, with dashes above and below."""
    painter.fillRect(box.rect, mixed(theme.tint(Role.THESIS), theme.read, share=_TINT))
    pen = QPen(theme.warn, 1.4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen)
    for y in (box.rect.top() + 1.5, box.baseline + _BELOW_BASELINE):
        painter.drawLine(QPointF(box.rect.left(), y), QPointF(box.rect.right(), y))


def _paint_marked(painter: QPainter, box: LineBox, *, colour: QColor, theme: Theme) -> None:
    painter.fillRect(box.rect, mixed(colour, theme.read, share=_MARKED))
    line = box.rect.adjusted(0, 0, 0, 0)
    line.setTop(box.baseline + _BELOW_BASELINE - 1)
    line.setHeight(2)
    painter.fillRect(line, colour)
