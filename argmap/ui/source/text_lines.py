"""Where stretches of a laid out text stand, line by line, in pixels of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

LINE = 24.0
"""Height of a line of the essay."""
BASELINE = 18.0
"""From the top of a line's box to its baseline."""
_LONG = 60_000
"""From so many characters on Qt may take its time to lay a text out: some thousand lines."""


class LineBox(NamedTuple):
    """The part of one line that a stretch of text takes up, as high as the line pitch."""

    rect: QRectF
    baseline: float


def line_boxes(document: QTextDocument, start: int, end: int) -> Iterator[LineBox]:
    """The boxes of a stretch of text, given by positions in the document, from top to bottom."""
    block = document.findBlock(start)
    document.documentLayout().blockBoundingRect(document.findBlock(end - 1))  # lays out as far as that
    while block.isValid() and block.position() < end:
        yield from _boxes_in(block, start - block.position(), end - block.position())
        block = block.next()


def end_boxes(document: QTextDocument, start: int, end: int) -> tuple[LineBox, LineBox] | None:
    """The first and the last box of a stretch of text, however many lie between; None where it has none."""
    first = next(line_boxes(document, start, end), None)
    block = document.findBlock(end - 1)
    while first is not None and block.isValid():
        boxes = list(_boxes_in(block, start - block.position(), end - block.position()))
        if boxes:
            return first, boxes[-1]
        block = block.previous()
    return None


def lay_out_whole(document: QTextDocument) -> None:
    """Have all of a text laid out at once, and the scroll bar know: Qt does it by and by, from the top."""
    document.documentLayout().documentSizeChanged.emit(document.size())


def lay_out_short(document: QTextDocument) -> None:
    """The same for a text where that takes no time: nothing of it moves any more while it is shown."""
    if not is_long(document):
        lay_out_whole(document)


def is_long(document: QTextDocument) -> bool:
    """Whether a text is so long that it is shown before all of it is laid out."""
    return document.characterCount() > _LONG


def _boxes_in(block: QTextBlock, start: int, end: int) -> Iterator[LineBox]:
    layout = block.layout()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start or first >= end:
            continue
        left = _x(line.cursorToX(max(start, first)))
        right = min(_x(line.cursorToX(min(end, last))), line.x() + line.naturalTextWidth())
        baseline = layout.position().y() + line.y() + line.ascent()
        if right > left:
            place = QRectF(layout.position().x() + left, baseline - BASELINE, right - left, LINE)
            yield LineBox(place, baseline)


def _x(answer: object) -> float:
    """Read `cursorToX`, which gives the position it used along with the x."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def block_top(block: QTextBlock) -> float:
    """The top of a paragraph's first line."""
    layout = block.layout()
    if not layout.lineCount():
        return layout.position().y()
    line = layout.lineAt(0)
    return layout.position().y() + line.y() + line.ascent() - BASELINE


def block_bottom(block: QTextBlock) -> float:
    """The bottom of a paragraph's last line."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return layout.position().y()
    line = layout.lineAt(count - 1)
    return layout.position().y() + line.y() + line.ascent() - BASELINE + LINE
