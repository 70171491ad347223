"""A layout that sets its items in lines, as words are set, each line as high as its highest item."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Wraps its items at the width it is given."""

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item last."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at an index away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need."""
        room = self.contentsMargins()
        inner = width - room.left() - room.right()
        lowest = max((place.bottom() + 1 for _, place in self._places(inner)), default=0)
        return lowest + room.top() + room.bottom()

    def sizeHint(self) -> QSize:
        """Room for the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        room = self.contentsMargins()
        return size + QSize(room.left() + room.right(), room.top() + room.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Set the items in lines."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, place in list(self._places(inner.width())):
            item.setGeometry(place.translated(inner.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        for line in self._lines(width):
            yield from line

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QRect]]]:
        line: list[tuple[QLayoutItem, QRect]] = []
        x = y = high = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if line and x + size.width() > width:
                yield _centred(line, high)
                line, x, y, high = [], 0, y + high + self._gap, 0
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            high = max(high, size.height())
        yield _centred(line, high)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)


def _centred(line: list[tuple[QLayoutItem, QRect]], high: int) -> list[tuple[QLayoutItem, QRect]]:
    return [(item, place.translated(0, (high - place.height()) // 2)) for item, place in line]
