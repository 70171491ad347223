"""The ends of selected passages can be taken hold of: dragging one moves the boundary, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from argmap.ui.source.passages import Passage
from argmap.ui.source.pointing import Pointing
from argmap.ui.source.text_lines import end_boxes
from argmap.ui.theme import Theme

REACH = 6.0
"""How near the pointer must come to an end, in pixels."""
_KNOB, _STEM = 3.5, 2.0
_ALT = Qt.KeyboardModifier.AltModifier

Snap = Callable[[int, bool], int]
"""The word edge nearest to a position: where a word begins, or, where told so, ends."""


class Text(Protocol):
    """The text, as far as its passages' ends need it."""

    def document(self) -> QTextDocument:
        """The text as it is laid out."""

    def viewport(self) -> QWidget:
        """What it is shown in."""

    def position_at(self, place: QPointF) -> int:
        """The position in the document nearest to a point of the viewport."""

    @property
    def pointing(self) -> Pointing:
        """The pointer over its passages."""

    def top(self) -> int:
        """How far the document is scrolled down, in pixels."""

    @property
    def chosen_passages(self) -> Sequence[Passage]:
        """The passages of what is selected."""

    @property
    def is_editable(self) -> bool:
        """Whether the text itself is typed into: then no end can be taken hold of."""


class End(NamedTuple):
    """One end of a passage, and where it stands in the document."""

    passage: Passage
    is_last: bool
    place: QRectF
    """The line's height, and no width."""


class PassageEnds(QObject):
    """Lets the ends of the selected passages be dragged."""

    moved = Signal()
    """What is being dragged, or has been let go, is to be painted."""
    redrawn = Signal(object)
    """The `Passage` with its new ends."""

    def __init__(self, text: Text, snap: Snap) -> None:
        super().__init__(text.viewport())
        self._text = text
        self._snap = snap
        self._held: End | None = None
        self._is_over = False
        self.drawn: Passage | None = None
        """The passage as it would be, while one of its ends is held."""
        text.viewport().installEventFilter(self)

    def ends(self) -> Iterator[End]:
        """The ends that can be taken hold of."""
        for passage in () if self._text.is_editable else self._text.chosen_passages:
            shown = self.drawn if self.drawn and self.drawn.excerpt == passage.excerpt else passage
            boxes = end_boxes(self._text.document(), shown.start, shown.end)
            if boxes:
                first, last = boxes[0].rect, boxes[1].rect
                yield End(passage, False, QRectF(first.left(), first.top(), 0, first.height()))
                yield End(passage, True, QRectF(last.right(), last.top(), 0, last.height()))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw a stem with a knob at each end, in the document's coordinates."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        for end in self.ends():
            x, line = round(end.place.left()), end.place
            painter.drawRect(QRectF(x - _STEM / 2, line.top(), _STEM, line.height()))
            painter.drawEllipse(QPointF(x, line.bottom() if end.is_last else line.top()), _KNOB, _KNOB)

    def cancel(self) -> bool:
        """Let go without a change; whether anything was held."""
        was_held = self._held is not None
        self._held = self.drawn = None
        if was_held:
            self.moved.emit()
        return was_held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to dragging an end; all else goes on to the text."""
        if isinstance(event, QKeyEvent) or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(event)
            case QEvent.Type.MouseMove:
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._release()
            case _:
                return False

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._at(event.position())
        return self._held is not None

    def _move(self, event: QMouseEvent) -> bool:
        if self._held is None:
            return not event.buttons() and self._hover(event.position())
        position = self._text.position_at(event.position())
        if not event.modifiers() & _ALT:
            position = self._snap(position, self._held.is_last)
        self.drawn = _with_end(self._held, position)
        self.moved.emit()
        return True

    def _hover(self, place: QPointF) -> bool:
        was_over, self._is_over = self._is_over, self._at(place) is not None
        if self._is_over:
            self._text.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif was_over:
            self._text.pointing.show_cursor()
        return self._is_over

    def _release(self) -> bool:
        held, drawn = self._held, self.drawn
        if held is None:
            return False
        self.cancel()
        if drawn is not None and drawn != held.passage:
            self.redrawn.emit(drawn)
        return True

    def _at(self, place: QPointF) -> End | None:
        spot = place + QPointF(0, self._text.top())
        near = (end for end in self.ends() if end.place.adjusted(-REACH, 0, REACH, 0).contains(spot))
        return min(near, key=lambda end: abs(end.place.left() - spot.x()), default=None)


def _with_end(end: End, position: int) -> Passage:
    """The passage with this end elsewhere, never past the other."""
    passage = end.passage
    if end.is_last:
        return replace(passage, end=max(position, passage.start + 1))
    return replace(passage, start=min(position, passage.end - 1))
