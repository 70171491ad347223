"""The text that the panel shows, between Qt's positions and the offsets of its source."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from argmap.editor.words import count
from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Source
from argmap.source.coverage import coverage
from argmap.source.quote import Quote, quote_of, word_edge
from argmap.source.text import paragraphs, word_count
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.parts.document_words import words_at
from argmap.ui.parts.passage_drag import carried
from argmap.ui.source.passages import Passage


class ShownText:
    """One source as it is in the map; made anew when its body changes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.offsets = Utf16Offsets(source.body)
        self._length = length_of(source)

    def described(self, source: Source) -> ShownText:
        """The same text with other things said of it; made anew where its body is another one."""
        if source.body != self.source.body:
            return ShownText(source)
        self.source = source
        return self

    def quote(self, cursor: QTextCursor) -> Quote | None:
        """The passage that a cursor selects, without white space at its ends; None where it selects none."""
        if not cursor.hasSelection():
            return None
        places = cursor.selectionStart(), cursor.selectionEnd()
        return quote_of(self.source, *map(self.offsets.from_utf16, places))

    def offset_behind(self, cursor: QTextCursor) -> int:
        """The offset of a cursor, behind what it selects."""
        return self.offsets.from_utf16(cursor.selectionEnd())

    def positions(self, quote: Quote) -> tuple[int, int]:
        """Where a passage begins and ends in the document."""
        return self.offsets.to_utf16(quote.start), self.offsets.to_utf16(quote.end)

    def span(self, passage: Passage) -> tuple[int, int]:
        """The offsets of a passage."""
        return self.offsets.from_utf16(passage.start), self.offsets.from_utf16(passage.end)

    def snap(self, position: int, is_end: bool) -> int:
        """The edge of a word nearest to a position, as positions go."""
        offset = word_edge(self.source.body, self.offsets.from_utf16(position), is_end=is_end)
        return self.offsets.to_utf16(offset)

    def carried(self, cursor: QTextCursor) -> QMimeData:
        """What a drag or a copy of a selection takes along: the passage, or its words alone."""
        quote = self.quote(cursor)
        return carried(self.source, quote) if quote else plain(cursor)

    def numbers(self, map_: ArgumentMap) -> str:
        """How long the text is and how much of it the map rests on, as one line."""
        return f"{self._length} · {share_of(map_, self.source)}"


def plain(cursor: QTextCursor) -> QMimeData:
    """The words that a cursor selects."""
    words = QMimeData()
    words.setText(words_at(cursor))
    return words


def numbers_of(map_: ArgumentMap, source: Source) -> str:
    """How long a text is and how much of it the map rests on, as one line."""
    return f"{length_of(source)} · {share_of(map_, source)}"


def length_of(source: Source) -> str:
    """How many paragraphs and words a text has."""
    numbered = sum(bool(paragraph.number) for paragraph in paragraphs(source.body))
    return f"{count(numbered, 'paragraph')} · {count(word_count(source.body), 'word')}"


def share_of(map_: ArgumentMap, source: Source) -> str:
    """How much of a text the map rests on."""
    return f"{round(100 * coverage(source, map_.excerpts.values()))} % mapped"
