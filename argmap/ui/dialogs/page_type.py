"""Sets a Markdown page in the type of the program: sizes, spaces, hairlines under table rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

from argmap.ui.fonts import INTER, MONO, font

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_INDENT = 22
_CELL_PAD = 6
_FIRST_COLUMN = 210


class _Setting(NamedTuple):
    """How a paragraph is set, in pixels."""

    size: int
    line: int
    weight: int
    above: int
    below: int


_TEXT = _Setting(14, 20, 400, 0, 10)
_ITEM = _TEXT._replace(below=5)
_CELL = _TEXT._replace(size=13, line=16, below=0)
_HEAD = _CELL._replace(size=12, weight=600)
_HEADINGS = {1: _Setting(22, 28, 600, 0, 14), 2: _Setting(16, 22, 600, 22, 8)}


def set_type(document: QTextDocument, palette: QPalette) -> None:
    """Set the whole page; its words stay as they are."""
    document.setIndentWidth(_INDENT)
    for table in [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]:
        _set_table(table, palette)
    for block in _blocks(document):
        _set_block(block, palette)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_table(table: QTextTable, palette: QPalette) -> None:
    """Draw hairlines between the rows; a row of heads that says nothing goes."""
    if not any(
        table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())
    ):
        table.removeRows(0, 1)
    shape = table.format()
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(0)
    shape.setCellSpacing(0)
    shape.setTopMargin(_CELL_PAD)
    shape.setBottomMargin(_TEXT.below)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    fixed, rest = QTextLength.Type.FixedLength, QTextLength.Type.VariableLength
    shape.setColumnWidthConstraints([QTextLength(fixed, _FIRST_COLUMN), QTextLength(rest, 0)])
    table.setFormat(shape)
    cell_shape = QTextTableCellFormat()
    cell_shape.setTopPadding(_CELL_PAD)
    cell_shape.setBottomPadding(_CELL_PAD)
    cell_shape.setBottomBorder(1)
    cell_shape.setBottomBorderStyle(_SOLID)
    cell_shape.setBottomBorderBrush(palette.color(QPalette.ColorRole.Midlight))
    cell_shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    for row in range(table.rows()):
        for column in range(table.columns()):
            table.cellAt(row, column).setFormat(cell_shape)


def _setting(block: QTextBlock) -> _Setting:
    table = QTextCursor(block).currentTable()
    if table is not None:
        is_head = table.format().headerRowCount() and table.cellAt(block.position()).row() == 0
        return _HEAD if is_head else _CELL
    if block.textList() is not None:
        return _ITEM if block.next().textList() is block.textList() else _TEXT
    return _HEADINGS.get(block.blockFormat().headingLevel(), _TEXT)


def _set_block(block: QTextBlock, palette: QPalette) -> None:
    setting = _setting(block)
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    shape.setLineHeight(setting.line, _LEAST)
    shape.setTopMargin(setting.above if block.position() else 0)
    shape.setBottomMargin(setting.below)
    cursor.setBlockFormat(shape)
    cursor.setBlockCharFormat(_made(block.charFormat(), setting, palette))
    for start, length, made in [*_fragments(block, setting, palette)]:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


def _fragments(
    block: QTextBlock, setting: _Setting, palette: QPalette
) -> Iterator[tuple[int, int, QTextCharFormat]]:
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        if not fragment.charFormat().isImageFormat():
            yield fragment.position(), fragment.length(), _made(fragment.charFormat(), setting, palette)
        step += 1


def _made(shape: QTextCharFormat, setting: _Setting, palette: QPalette) -> QTextCharFormat:
    made = QTextCharFormat(shape)
    made.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
    is_bold = shape.fontWeight() > QFont.Weight.Medium
    is_code = shape.fontFixedPitch()
    weight = max(setting.weight, 600 if is_bold else 400)
    size = setting.size - 1 if is_code else setting.size
    made.setFont(
        font(size, 400 if is_code else weight, italic=shape.fontItalic(), family=MONO if is_code else INTER)
    )
    if shape.isAnchor():
        made.setForeground(palette.color(QPalette.ColorRole.Link))
        made.setFontUnderline(True)
    return made
