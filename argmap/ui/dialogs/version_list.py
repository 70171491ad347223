"""The list of a file's versions: when each was saved, how large it is, and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from argmap.editor.changes import told_changes
from argmap.editor.versions import Version
from argmap.formats.errors import Problem
from argmap.model.argument_map import ArgumentMap
from argmap.ui.fonts import font
from argmap.ui.theme import Theme

LARGEST = 2_000_000
"""In bytes. What a larger version changed is not told: reading all of them would be felt."""
_WIDTH = 260
_BESIDE, _ABOVE = 10, 7
"""What is left free round the words of a row, in pixels."""
_WORDS = _WIDTH - 2 * _BESIDE - 16
"""As wide as words become beside a scroll bar: a row must not grow when that appears."""
_MOST_TOLD = 2
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class VersionList(QListWidget):
    """Lists versions at once; what each changed follows one by one, while there is nothing else to do."""

    def __init__(
        self, versions: Sequence[Version], read: Callable[[Version], ArgumentMap], *, theme: Theme
    ) -> None:
        super().__init__()
        self.setObjectName("version_list")
        self.setAccessibleName("Versions, the latest first")
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar()
        bar.setObjectName("slim_bar")
        bar.style().unpolish(bar)  # the style has looked up its rules before it had a name
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Row(theme, self))
        self._versions = versions
        self._read = read
        self._later: ArgumentMap | None = None
        """The version that was read last: the one above the next."""
        self._next = 0
        for version in versions:
            QListWidgetItem(_named(version), self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_next)
        self._timer.start()

    def _tell_next(self) -> None:
        """Read one version more; with it is known what the one saved after it changed."""
        row = self._next
        if row == len(self._versions):
            self._timer.stop()
            self._later = None
            return
        self._next += 1
        version = self._versions[row]
        found = None
        try:
            found = self._read(version) if version.size <= LARGEST else None
        except Problem:
            self._tell(row, "cannot be read")
        if found is not None and self._later is not None:
            self._tell(row - 1, told_changes(found, self._later, most=_MOST_TOLD) or "nothing changed")
        self._later = found

    def _tell(self, row: int, words: str) -> None:
        item = self.item(row)
        item.setText(f"{item.text()}\n{words}")


class _Row(QStyledItemDelegate):
    """The time stands out, the rest is quieter and breaks into as many lines as it takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head, self._rest = font(13, 600), font(12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the style sheet has it, and the words on it."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        head, _, rest = str(index.data()).partition("\n")
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )
        words = option.rect.adjusted(_BESIDE, _ABOVE, 0, -_ABOVE)
        words.setWidth(_WORDS)
        painter.setFont(self._head)
        painter.setPen(self._theme.ink1)
        painter.drawText(words, _WRAPPED, head)
        painter.setFont(self._rest)
        painter.setPen(self._theme.ink2)
        painter.drawText(words.adjusted(0, QFontMetrics(self._head).height(), 0, 0), _WRAPPED, rest)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words are when they are broken into lines."""
        _, _, rest = str(index.data()).partition("\n")
        within = QRect(0, 0, _WORDS, 0)
        height = QFontMetrics(self._rest).boundingRect(within, _WRAPPED, rest).height()
        return QSize(0, 2 * _ABOVE + QFontMetrics(self._head).height() + height)


def _named(version: Version) -> str:
    """When it was saved, on this place's clock, and how large it is."""
    at = version.at.astimezone()
    return f"{at:%Y-%m-%d, %H:%M:%S}\n{max(1, round(version.size / 1000)):,} KB"
