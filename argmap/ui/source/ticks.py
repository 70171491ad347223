"""Where the passages stand in the whole of a text: measured once a layout, not once a picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from argmap.model.roles import Role
from argmap.ui.source.passages import Passage
from argmap.ui.source.text_lines import block_bottom, block_top, end_boxes, is_long


class Tick(NamedTuple):
    """Where a passage stands in the text: shares of its height."""

    top: float
    bottom: float
    role: Role


class _Stretch(NamedTuple):
    """A paragraph: its first position and those behind it, and where it stands, in pixels."""

    start: int
    length: int
    top: float
    bottom: float

    def height_at(self, position: int) -> float:
        """How far down a position is, as far as its share of the paragraph tells."""
        return self.top + (self.bottom - self.top) * min(1.0, (position - self.start) / self.length)


class Ticks:
    """The ticks of a text's passages. They are forgotten when it is laid out anew."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._passages: Sequence[Passage] = ()
        self._stretches: list[_Stretch] = []
        self._found: tuple[Tick, ...] | None = None

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Tell of other passages from now on."""
        self._passages = passages
        self._found = None

    def forget(self) -> None:
        """Measure again: the text is laid out otherwise."""
        self._stretches = []
        self._found = None

    def all(self) -> tuple[Tick, ...]:
        """The longest first, so that shorter ones lie over them; none as long as Qt lays a long text out."""
        is_short = not is_long(self._document)
        if not is_short and not self._document.lastBlock().layout().lineCount():
            return ()
        if self._found is None:
            places = self._by_lines() if is_short else self._by_paragraphs()
            ordered = sorted(places, key=lambda place: place[0].start - place[0].end)
            high = self._document.size().height() if ordered else 1.0
            self._found = tuple(Tick(top / high, low / high, passage.role) for passage, top, low in ordered)
        return self._found

    def _by_lines(self) -> Iterator[tuple[Passage, float, float]]:
        for passage in self._passages:
            boxes = end_boxes(self._document, passage.start, passage.end)
            if boxes:
                yield passage, boxes[0].rect.top(), boxes[1].rect.bottom()

    def _by_paragraphs(self) -> Iterator[tuple[Passage, float, float]]:
        """In a long text, of which a line is less than a pixel of the rail, a paragraph's share will do."""
        self._stretches = self._stretches or list(_stretches(self._document))
        starts = [stretch.start for stretch in self._stretches]
        for passage in self._passages:
            first = self._stretches[bisect_right(starts, passage.start) - 1]
            last = self._stretches[bisect_right(starts, passage.end - 1) - 1]
            yield passage, first.height_at(passage.start), last.height_at(passage.end)


def _stretches(document: QTextDocument) -> Iterator[_Stretch]:
    block: QTextBlock = document.begin()
    while block.isValid():
        yield _Stretch(block.position(), block.length(), block_top(block), block_bottom(block))
        block = block.next()
