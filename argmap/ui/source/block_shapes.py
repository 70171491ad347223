"""How the paragraphs of the essay are set: line pitch, gaps, and room for a voice's heading."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from argmap.source.lines import Line
from argmap.ui.fonts import SERIF, font
from argmap.ui.source.gutter import GUTTER, HEADING_SPACE
from argmap.ui.source.text_lines import LINE

GAP = 16
"""Between paragraphs."""
_RIGHT_MARGIN = 28
_TOP_MARGIN = 10
_SIZE, _HEADING_SIZE = 15, 13
_PIXELS = QTextCharFormat.Property.FontPixelSize.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def shape_text(document: QTextDocument, lines: Iterable[Line]) -> None:
    """Set a text that has just been put in.

    It is one change of the whole: after a change to a part Qt lays out, at once, all that stands before it.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    shape_page(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_shape())
    shape_blocks(document, (line for line in lines if line.heading or line.block == 0))
    cursor.endEditBlock()


def shape_page(document: QTextDocument) -> None:
    """Set the margins round the text."""
    root = document.rootFrame().frameFormat()
    root.setLeftMargin(GUTTER)
    root.setRightMargin(_RIGHT_MARGIN)
    root.setTopMargin(_TOP_MARGIN)
    root.setBottomMargin(GAP)
    document.rootFrame().setFrameFormat(root)


def shape_blocks(document: QTextDocument, lines: Iterable[Line]) -> None:
    """Set line height and margins of the lines' paragraphs; a voice's heading gets its room above."""
    cursor = QTextCursor(document)
    for line in lines:
        block = document.findBlockByNumber(line.block)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(_shape(above=HEADING_SPACE if line.heading else 0))
        _set_size(block, _size_for(block))


def _shape(*, above: int = 0) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(LINE, _FIXED)
    shape.setTopMargin(above)
    shape.setBottomMargin(GAP)
    return shape


def is_in_shape(block: QTextBlock, line: Line) -> bool:
    """Whether the paragraph is set as its line asks."""
    shape = block.blockFormat()
    has_room = shape.topMargin() == (HEADING_SPACE if line.heading else 0)
    return has_room and shape.lineHeightType() == _FIXED and _size_of(block) == _size_for(block)


def _size_for(block: QTextBlock) -> int:
    """The first line of a text is its heading, small and without a number."""
    is_heading = block.blockNumber() == 0 and block.document().blockCount() > 1
    return _HEADING_SIZE if is_heading else _SIZE


def _size_of(block: QTextBlock) -> int:
    """The size that a paragraph's letters begin with; it is the text's own where nothing else is said."""
    start = block.begin()
    letters = block.charFormat() if start.atEnd() else start.fragment().charFormat()
    return letters.font().pixelSize() if letters.hasProperty(_PIXELS) else _SIZE


def _set_size(block: QTextBlock, size: int) -> None:
    """Set a paragraph's letters, where they are not as they should be."""
    if _size_of(block) == size:
        return
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    letters.setFont(font(size, family=SERIF))
    cursor.mergeCharFormat(letters)
    cursor.setBlockCharFormat(letters)
