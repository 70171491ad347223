"""Two versions of a text laid side by side, word by word, in their common order.

The longest common subsequence of their words (rapidfuzz, bit-parallel) says which word became which. What
was taken to another place is on neither side of it: that is for a search to find.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_WORDS = re.compile(r"\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]+")
MOST_PAIRS = 1_000_000_000
"""Texts with more pairs of words than this are compared by lines: eight pairs take a byte of memory."""


class Alignment:
    """Says where offsets and spans of the old text lie in the new one. Built once for two texts."""

    def __init__(self, old: str, new: str) -> None:
        spans, words, others = _units(old, new)
        self._starts = [start for start, _ in spans[0]]
        self._ends = [end for _, end in spans[0]]
        self._new = spans[1]
        self._partners = _partners(words, others)
        self._known = [index for index, partner in enumerate(self._partners) if partner is not None]
        self._length = len(new)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last word of a span that the new text still has; None without any."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        found = [partner for partner in self._partners[first:last] if partner is not None]
        return (self._new[found[0]][0], self._new[found[-1]][1]) if found else None

    def offset(self, offset: int) -> int:
        """Where what begins at an offset of the old text begins: at a word, and never out of order."""
        index = bisect_right(self._ends, offset)
        at = bisect_left(self._known, index)
        if at < len(self._known) and self._known[at] == index:
            return self._new[self._partner(index)][0] + max(0, offset - self._starts[index])
        behind = self._partner(self._known[at - 1]) + 1 if at else 0
        return self._new[behind][0] if behind < len(self._new) else self._length

    def _partner(self, index: int) -> int:
        partner = self._partners[index]
        assert partner is not None
        return partner


_Spans = list[tuple[int, int]]


def _units(old: str, new: str) -> tuple[tuple[_Spans, _Spans], list[str], list[str]]:
    """Both texts in words, or in lines where those would be too many, or in nothing."""
    for pattern in (_WORDS, _LINES):
        spans = _spans(pattern, old), _spans(pattern, new)
        if len(spans[0]) * len(spans[1]) <= MOST_PAIRS:
            return spans, [old[a:b] for a, b in spans[0]], [new[a:b] for a, b in spans[1]]
    return ([], []), [], []


def _spans(pattern: re.Pattern[str], body: str) -> _Spans:
    return [found.span() for found in pattern.finditer(body)]


def _partners(old: list[str], new: list[str]) -> list[int | None]:
    """For each old unit the new one it became."""
    # 0.04 s that only a changed text should cost.
    from rapidfuzz.distance import Indel

    partners: list[int | None] = [None] * len(old)
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            partners[step.src_start : step.src_end] = range(step.dest_start, step.dest_end)
    return partners


def word_edges(body: str) -> tuple[list[int], list[int]]:
    """The offsets at which words and signs begin, and those at which they end."""
    spans = _spans(_WORDS, body)
    return [start for start, _ in spans], [end for _, end in spans]
