"""The pointer over the passages of a text: which one it hovers, and which one a click takes.

Of several passages over one another the innermost takes the first click, the next one out each click after.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from argmap.model.ids import RecordId
from argmap.ui.source.passages import Segment

_ON_PASSAGE, _ON_TEXT = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor


class Pointing(QObject):
    """Told where the pointer is and what it does; says what that means for passages."""

    clicked = Signal(str)
    """The element whose passage a click takes."""
    double_clicked = Signal(str)
    hovered = Signal(str)
    """The element whose passage is under the pointer; empty when there is none."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._last: tuple[Segment, RecordId] | None = None
        self._earlier: tuple[Segment, RecordId] | None = None
        """What the click before the last one took."""
        self._pressed_at: QPointF | None = None
        self._time = 0
        self._hovered = ""

    def forget(self) -> None:
        """Begin with the innermost passage again."""
        self._last = None

    def press(self, place: QPointF | None, time: int) -> None:
        """Remember where a click may begin, None where none does; the event's time, in milliseconds."""
        self._pressed_at, self._time = place, time

    def is_click(self, place: QPointF) -> bool:
        """Whether letting go here ends a click, and not a drag."""
        pressed, self._pressed_at = self._pressed_at, None
        return pressed is not None and (place - pressed).manhattanLength() < QApplication.startDragDistance()

    def click(self, segment: Segment | None) -> None:
        """Take a click on a segment, or beside all."""
        self._earlier = self._last
        if segment is None:
            self._last = None
            return
        elements = list(dict.fromkeys(passage.element for passage in segment.passages))
        index = 0
        if self._last and self._last[0] == segment:
            index = (elements.index(self._last[1]) + 1) % len(elements)
        self._last = (segment, elements[index])
        self.clicked.emit(elements[index])

    def double_click(self, segment: Segment, time: int) -> None:
        """Take a double click: it means what was taken before its first click, or else what that took."""
        has_first = time - self._time <= QApplication.doubleClickInterval()
        clicks = (self._earlier, self._last) if has_first else (self._last,)
        taken = (held[1] for held in clicks if held and held[0] == segment)
        self.double_clicked.emit(next(taken, segment.passages[0].element))

    def hover(self, segment: Segment | None) -> None:
        """The pointer is on a segment, or on none."""
        element = segment.passages[0].element if segment else ""
        if element != self._hovered:
            self._hovered = element
            self.show_cursor()
            self.hovered.emit(element)

    def show_cursor(self) -> None:
        """Give the pointer the look that it has over the text."""
        self._viewport.setCursor(_ON_PASSAGE if self._hovered else _ON_TEXT)
