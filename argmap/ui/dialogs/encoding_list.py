"""The list of encodings: under the name of each, how the same few passages read in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from argmap.formats.texts.found_text import FittingEncoding, Passage
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.fonts import SERIF, font

_SIZE = QSize(560, 372)
_BESIDE, _ABOVE, _BETWEEN = 10, 8, 2
"""What is left free round the words of a row, and between its lines, in pixels."""
_NAME, _PASSAGES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class EncodingList(QListWidget):
    """Lists encodings, the likeliest first and chosen."""

    def __init__(self, encodings: Sequence[FittingEncoding]) -> None:
        super().__init__()
        self.setObjectName("encodings")
        self.setAccessibleName("Encodings, the likeliest first")
        self.setFixedSize(_SIZE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar()
        bar.setObjectName("slim_bar")
        bar.style().unpolish(bar)  # the style has looked up its rules before it had a name
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Row(self))
        for encoding in encodings:
            item = QListWidgetItem(f"{encoding.title}\n{encoding.preview}", self)
            item.setData(_NAME, encoding.name)
            item.setData(_PASSAGES, encoding.passages)
        self.setCurrentRow(0)

    def chosen(self) -> str:
        """Python's name of the chosen encoding, or nothing."""
        return str(self.currentIndex().data(_NAME) or "")


class _Row(QStyledItemDelegate):
    """The name stands out; under it each passage has a line, in the typeface of texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head, self._words = font(13, 600), font(14, family=SERIF)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the style sheet has it, and the words on it."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        head = str(index.data()).partition("\n")[0]
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )
        palette = option.widget.palette()
        area = option.rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(self._head)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, head)
        top = area.top() + QFontMetrics(self._head).height() + _BETWEEN
        painter.save()
        painter.setClipRect(area)
        for passage in index.data(_PASSAGES):
            self._draw(painter, passage, QPointF(area.left(), top), palette)
            top += QFontMetrics(self._words).height() + _BETWEEN
        painter.restore()

    def _draw(self, painter: QPainter, passage: Passage, at: QPointF, palette: QPalette) -> None:
        layout = QTextLayout(passage.text, self._words)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats([_marked(passage, letters, palette) for letters in passage.letters])
        layout.beginLayout()
        layout.createLine().setLineWidth(_SIZE.width())
        layout.endLayout()
        layout.draw(painter, at)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its lines are."""
        line = QFontMetrics(self._words).height() + _BETWEEN
        return QSize(0, 2 * _ABOVE + QFontMetrics(self._head).height() + line * len(index.data(_PASSAGES)))


def _marked(passage: Passage, letters: tuple[int, int], palette: QPalette) -> QTextLayout.FormatRange:
    """The format that sets letters off: the strong colour, and a line for those who do not see it."""
    text = Utf16Offsets(passage.text)
    marked = QTextLayout.FormatRange()
    marked.start = text.to_utf16(letters[0])
    marked.length = text.to_utf16(letters[1]) - marked.start
    shape = QTextCharFormat()
    shape.setForeground(palette.brush(QPalette.ColorRole.Accent))
    shape.setFontUnderline(True)
    shape.setFontWeight(600)
    marked.format = shape
    return marked
