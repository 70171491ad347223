"""A passage in hand: which text it is in, where it stands, and how it reads."""

from __future__ import annotations

import unicodedata
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


def word_edge(body: str, offset: int, *, is_end: bool) -> int:
    """The edge nearest to an offset at which a passage may begin or, where told so, end.

    Edges are where letters, marks and white space meet; none has white space on the passage's side.
    """
    offset = max(0, min(offset, len(body)))
    for distance in range(len(body) + 1):
        for place in (offset - distance, offset + distance):
            if 0 <= place <= len(body) and _is_edge(body, place, is_end=is_end):
                return place
    return offset


def _is_edge(body: str, place: int, *, is_end: bool) -> bool:
    before, after = body[place - 1 : place] if place else "", body[place : place + 1]
    inside, outside = (before, after) if is_end else (after, before)
    return bool(inside.strip()) and _sort(inside) != _sort(outside)


def _sort(letter: str) -> str:
    """What a letter counts as: marks that combine belong to the word they stand in."""
    if not letter or letter.isspace():
        return ""
    return "word" if letter.isalnum() or unicodedata.category(letter).startswith(("M", "Cf")) else "mark"
