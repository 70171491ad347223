"""A passage in hand: which text it is in, where it stands, and how it reads."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model.ids import RecordId
from argmap.model.records import Source


class Quote(NamedTuple):
    """A passage that is about to be quoted; it may reach over lines and paragraphs."""

    source: RecordId
    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point."""

    @property
    def span(self) -> tuple[int, int]:
        """Both offsets."""
        return self.start, self.end


def quote_of(source: Source, start: int, end: int) -> Quote | None:
    """The passage between two offsets without white space at its ends; None where nothing else is there."""
    chosen = source.body[start:end]
    words = chosen.strip()
    if not words:
        return None
    start += len(chosen) - len(chosen.lstrip())
    return Quote(source.id, start, start + len(words))


def words_of(source: Source, quote: Quote) -> str:
    """The passage as one line."""
    return " ".join(source.body[quote.start : quote.end].split())
