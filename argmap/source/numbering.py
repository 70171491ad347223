"""Which paragraph of a text, as a reader counts, a passage stands in."""

from __future__ import annotations

from bisect import bisect_left

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.text import paragraphs


class Numbering:
    """The numbers of a text's paragraphs, to be asked about many passages."""

    def __init__(self, body: str) -> None:
        self.body = body
        filled = [paragraph for paragraph in paragraphs(body) if paragraph.number is not None]
        self._starts = [paragraph.start for paragraph in filled]
        self._ends = [paragraph.end for paragraph in filled]
        self._first = 0 if len(filled) > 1 else 1

    def at(self, offset: int) -> int:
        """The paragraph of an offset; a newline belongs to the line it ends, a blank line to the next.

        What stands behind all words belongs to the last of them.
        """
        return self._first + self._index(offset)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last paragraph that a stretch of the text reaches into."""
        first = self._index(start)
        last = bisect_left(self._starts, end) - 1
        return self._first + first, self._first + max(first, last)

    def _index(self, offset: int) -> int:
        return min(bisect_left(self._ends, offset), max(0, len(self._ends) - 1))


class Numberings:
    """The numberings of the texts of a map, each kept for as long as its text reads the same."""

    def __init__(self) -> None:
        self._kept: dict[RecordId, Numbering] = {}

    def of(self, source: Source) -> Numbering:
        """The numbering of a text as it reads now."""
        kept = self._kept.get(source.id)
        if kept is None or kept.body != source.body:
            kept = self._kept[source.id] = Numbering(source.body)
        return kept
