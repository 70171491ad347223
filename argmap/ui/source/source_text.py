"""The author's text, with passages painted under it and the gutter beside it: to be read, or to be edited.

Nothing but the text itself is in the document, so that its positions are those of the source. Tints, numbers
and headings are painted beneath, in room that block margins leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from argmap.model.text import insertable
from argmap.source.lines import Line
from argmap.source.mapping import Shift, difference
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.fonts import SERIF, font
from argmap.ui.look import Look
from argmap.ui.parts.focus import comes_back
from argmap.ui.source.block_shapes import is_in_shape, shape_blocks, shape_text
from argmap.ui.source.coverage_rail import WIDTH as RAIL
from argmap.ui.source.coverage_rail import CoverageRail
from argmap.ui.source.gutter import paint_doubt, paint_gutter, paint_pointer
from argmap.ui.source.passage_ends import PassageEnds, Snap
from argmap.ui.source.passage_painter import Emphasis, doubtful_tops, paint_segments
from argmap.ui.source.passages import Passage, Segment, Segments
from argmap.ui.source.pointing import Pointing
from argmap.ui.source.text_lines import LINE, LineBox, end_boxes, lay_out_short, lay_out_whole, line_boxes
from argmap.ui.source.ticks import Ticks
from argmap.ui.theme import faint

_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_EDITING = Qt.TextInteractionFlag.TextEditorInteraction
_LEFT_BUTTON = Qt.MouseButton.LeftButton
_MARGIN = round(LINE)
"""So far beyond a part that is painted something may stand that reaches into it."""


def no_key(event: QKeyEvent) -> bool:
    """Take no key away from the text."""
    return False


class SourceText(QTextEdit):
    """Shows one text with its passages."""

    left = Signal()
    """The focus has gone, and not for a moment only."""
    menu_wanted = Signal(QPoint)
    """The menu is to be shown at a place on the screen."""

    def __init__(self, look: Look, *, carried: Callable[[], QMimeData], snap: Snap) -> None:
        """`carried` says what a drag or a copy of the selection takes along; `snap` where words end."""
        super().__init__()
        self._look = look
        self._carried = carried
        self.take_key: Callable[[QKeyEvent], bool] = no_key
        """Is asked about every key first, and says whether it has taken it."""
        self.lines: tuple[Line, ...] = ()
        """What the gutter shows of each paragraph."""
        self._passages: tuple[Passage, ...] = ()
        self._segments = Segments(())
        self._emphasis = Emphasis()
        self._ticks = Ticks(self.document())
        self.pointing = Pointing(self.viewport())
        self._set_up()
        self.ends = PassageEnds(self, snap)
        self.ends.moved.connect(self._show_drawn)
        self._rail = CoverageRail(self.verticalScrollBar(), look, ticks=self._ticks.all)
        self._rail.setParent(self)
        self.document().documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self.set_look(look)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(15, family=SERIF))
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(_READING)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Text")

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        theme = look.theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.read)
        palette.setColor(QPalette.ColorRole.Text, theme.ink1)
        palette.setColor(QPalette.ColorRole.Highlight, faint(theme.accent, 0.28))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.ink1)
        self.setPalette(palette)
        self._rail.set_look(look)
        self.viewport().update()

    def set_text(self, body: str, lines: Sequence[Line]) -> None:
        """Show another text, from its top."""
        self.document().clear()  # else the text would take on the look of the letters at the text cursor
        self.setPlainText(body)
        self.pointing.forget()
        self.ends.cancel()
        self.lines = tuple(lines)
        shape_text(self.document(), lines)
        lay_out_short(self.document())
        self.verticalScrollBar().setValue(0)

    def change_text(self, before: str, body: str, lines: Sequence[Line]) -> None:
        """Make the text that is shown another one where they differ, and bring that place into view."""
        self.ends.cancel()
        change, offsets = difference(before, body), Utf16Offsets(before)
        cursor = self.textCursor()
        cursor.setPosition(offsets.to_utf16(change.start))
        cursor.setPosition(offsets.to_utf16(change.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.inserted)
        self.pointing.forget()
        self.set_lines(lines)
        start = Utf16Offsets(body).to_utf16(change.start)
        self._bring_into_view(max(0, start - 1), start + 1)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other voices and numbers beside the text."""
        self.lines = tuple(lines)
        document, cursor = self.document(), QTextCursor(self.document())
        cursor.joinPreviousEditBlock()  # undone with what was typed
        find = document.findBlockByNumber
        shape_blocks(document, [line for line in lines if not is_in_shape(find(line.block), line)])
        cursor.endEditBlock()
        self.viewport().update()

    @property
    def is_editable(self) -> bool:
        """Whether the text can be typed into."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable)

    def set_editable(self, editable: bool) -> None:
        """Let the text be typed into, or only be read and quoted."""
        self.setTextInteractionFlags(_EDITING if editable else _READING)
        self.setUndoRedoEnabled(editable)
        self.pointing.hover(None)
        self.viewport().update()

    def shift(self, shift: Shift) -> None:
        """The text was changed: until they are marked anew, passages stand where that leaves them."""
        self._segments.shift(shift)  # Qt has what was changed or moved painted, and what lies beneath with it

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Mark other passages."""
        if self._passages != tuple(passages):
            self.ends.cancel()  # what is held may stand elsewhere now
            self._passages = tuple(passages)
            self._segments = Segments(passages)
            self._ticks.set_passages(self._passages)
            self._rail.update()
            self.viewport().update()

    def select(self, start: int, end: int) -> None:
        """Select a stretch, given by positions in the document, and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._bring_into_view(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the text cursor stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Let other elements' passages stand out."""
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self.viewport().update()

    def reveal(self, passage: Passage) -> None:
        """Scroll, if need be, until the passage is in view."""
        self._bring_into_view(passage.start, passage.end)

    def _bring_into_view(self, start: int, end: int) -> None:
        boxes = end_boxes(self.document(), start, end)
        if boxes is None:
            return
        first, last = (box.rect for box in boxes)
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, bottom = first.top() - bar.value(), last.bottom() - bar.value()
        if top < LINE or bottom > high - LINE:
            wanted = round(first.top() - max(LINE, (high - (bottom - top)) / 3))
            if wanted > bar.maximum():
                lay_out_whole(self.document())
            bar.setValue(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint passages and gutter, then the text over them."""
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            self._paint_beneath(painter, event.rect())
        finally:
            painter.end()
        super().paintEvent(event)

    def _paint_beneath(self, painter: QPainter, part: QRect) -> None:
        """Paint what lies in a part of the viewport: a letter was typed there, or the text cursor blinks."""
        document, theme = self.document(), self._look.theme
        start, end = _positions_within(self, part.adjusted(0, -_MARGIN, 0, _MARGIN))
        first, last = document.findBlock(start), document.findBlock(end - 1)
        seen = first.position(), last.position() + last.length()
        segments = [segment.within(*seen) for segment in self._segments.between(start, end)]
        paint_segments(painter, segments, document=document, theme=theme, emphasis=self._emphasis)
        lines = self.lines[first.blockNumber() : last.blockNumber() + 1]
        width = float(self.viewport().width() - RAIL)
        paint_gutter(painter, lines, document=document, theme=theme, width=width)
        pointed = set(self._selected_tops())
        for top in pointed:
            paint_pointer(painter, top, theme=theme)
        for top in set(doubtful_tops(document, segments)) - pointed:
            paint_doubt(painter, top, look=self._look)
        self.ends.paint(painter, theme)

    @property
    def chosen_passages(self) -> list[Passage]:
        """The passages of what is selected, as far as they are in view, where they stand now."""
        if not self._emphasis.selected:
            return []
        shown = self._segments.passages_between(*_positions_within(self, self.viewport().rect()))
        return [passage for passage in shown if passage.element in self._emphasis.selected]

    def _show_drawn(self) -> None:
        """Show a passage as it would be, while one of its ends is held."""
        drawn = self.ends.drawn
        shown = [drawn if drawn and p.excerpt == drawn.excerpt else p for p in self._passages]
        self._segments = Segments(shown)
        self.viewport().update()

    def _selected_tops(self) -> Iterator[float]:
        for passage in self.chosen_passages:
            box = next(line_boxes(self.document(), passage.start, passage.end), None)
            if box is not None:
                yield box.rect.top()

    def _on_laid_out(self) -> None:
        self._ticks.forget()
        self._rail.update()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rail at the right edge."""
        super().resizeEvent(event)
        lay_out_short(self.document())
        self._rail.setGeometry(self.width() - RAIL - 2, 10, RAIL, max(1, self.height() - 20))

    def top(self) -> int:
        """How far the document is scrolled down, in pixels."""
        return self.verticalScrollBar().value()

    def position_at(self, place: QPointF) -> int:
        """The position in the document nearest to a point of the viewport."""
        at = place + QPointF(0, self.top())
        return self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)

    def segment_at(self, place: QPointF) -> Segment | None:
        """The segment under a point of the viewport."""
        at, position = place + QPointF(0, self.top()), self.position_at(place)
        for candidate in (position, position - 1):
            segment = self._segments.at(candidate)
            boxes = _boxes_near(self.document(), position, segment=segment) if segment else ()
            if any(box.rect.contains(at) for box in boxes):
                return segment
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click may begin."""
        super().mousePressEvent(event)
        is_left = event.button() is _LEFT_BUTTON
        self.pointing.press(event.position() if is_left else None, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press and release at one place, with no text selected, as a click on a passage."""
        super().mouseReleaseEvent(event)
        is_click = self.pointing.is_click(event.position())
        if is_click and not self.is_editable and not self.textCursor().hasSelection():
            self.pointing.click(self.segment_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Report a double click on a passage; elsewhere it selects a word."""
        segment = None if self.is_editable else self.segment_at(event.position())
        if segment:
            self.pointing.double_click(segment, event.timestamp())
        else:
            super().mouseDoubleClickEvent(event)
        self.pointing.press(None, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the passage under the pointer."""
        super().mouseMoveEvent(event)
        if not self.is_editable:
            self.pointing.hover(None if event.buttons() else self.segment_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the pointer is on no passage any more."""
        super().leaveEvent(event)
        self.pointing.hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is a click at the text cursor; Esc lets an end go that is held."""
        if self.take_key(event) or (event.key() == Qt.Key.Key_Escape and self.ends.cancel()):
            return
        if not self.is_editable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pointing.click(self._segments.at(self.textCursor().position()))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it is left, unless only a menu or another window has come up."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu; a text that is typed into has the one of all fields."""
        if self.is_editable:
            super().contextMenuEvent(event)
        else:
            self.menu_wanted.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Take the words alone along: the panel's fonts belong to the panel."""
        return self._carried()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in the words alone, as a text keeps them."""
        self.textCursor().insertText(insertable(source.text()))


def _positions_within(text: QTextEdit, part: QRect) -> tuple[int, int]:
    """Which stretch of the text stands in the lines of a part of the viewport."""
    hit, fuzzy = text.document().documentLayout().hitTest, Qt.HitTestAccuracy.FuzzyHit
    top, right = text.verticalScrollBar().value(), text.viewport().width()
    first = hit(QPointF(0, part.top() + top), fuzzy)
    last = hit(QPointF(right, part.bottom() + top), fuzzy)
    return min(first, last), max(first, last) + 1


def _boxes_near(document: QTextDocument, position: int, *, segment: Segment) -> Iterator[LineBox]:
    """The boxes of a segment in the paragraph of a position."""
    block = document.findBlock(position)
    near = segment.within(block.position(), block.position() + block.length())
    return line_boxes(document, near.start, near.end)
