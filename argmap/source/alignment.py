"""Two versions of a text laid side by side, word by word, in their common order.

The longest common subsequence of their words (rapidfuzz, bit-parallel) says which word became which. What
was taken to another place is on neither side of it: that is for a search to find. Long texts are cut first at
runs of words that stand once in both, as in Bram Cohen's patience diff.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

_WORDS = re.compile(r"\w+|[^\w\s]")
MOST_PAIRS = 1_000_000_000
"""Texts with more pairs of words than this are cut: eight pairs take a byte of memory."""
PIECE = 1000
"""Where they are cut, about so many words are laid side by side in one go."""
RUN = 3
"""How many words, that stand once in a row in both texts, tie these together."""


class Alignment:
    """Says where offsets and spans of the old text lie in the new one. Built once for two texts."""

    def __init__(self, old: str, new: str) -> None:
        spans = _spans(_WORDS, old), _spans(_WORDS, new)
        self._starts = [start for start, _ in spans[0]]
        self._ends = [end for _, end in spans[0]]
        self._new = spans[1]
        self._partners = _partners(_cut(old, spans[0]), _cut(new, spans[1]))
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


def _spans(pattern: re.Pattern[str], body: str) -> _Spans:
    return [found.span() for found in pattern.finditer(body)]


def _cut(body: str, spans: _Spans) -> list[str]:
    return [body[start:end] for start, end in spans]


def _partners(old: list[str], new: list[str]) -> list[int | None]:
    """For each old word the new one it became."""
    partners: list[int | None] = [None] * len(old)
    for low, high, first, last in _pieces(old, new):
        _pair(partners, old[low:high], new[first:last], at=(low, first))
    return partners


def _pair(partners: list[int | None], old: list[str], new: list[str], *, at: tuple[int, int]) -> None:
    # 0.04 s that only a changed text should cost.
    from rapidfuzz.distance import Indel

    front = _shared(old, new)
    partners[at[0] : at[0] + front] = range(at[1], at[1] + front)
    old, new = old[front:], new[front:]
    back = _shared(old[::-1], new[::-1])
    end, last = at[0] + front + len(old), at[1] + front + len(new)
    partners[end - back : end] = range(last - back, last)
    old, new = old[: len(old) - back], new[: len(new) - back]
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        return
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            low, first = at[0] + front + step.src_start, at[1] + front + step.dest_start
            partners[low : low + step.src_end - step.src_start] = range(
                first, first + step.dest_end - step.dest_start
            )


def _shared(old: list[str], new: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(old, new, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Both texts whole or, where they are long, cut in step at runs that stand once in both."""
    low = first = 0
    if len(old) * len(new) > MOST_PAIRS:
        for end, last in _in_order(_ties(old, new)):
            if max(end - low, last - first) >= PIECE:
                yield low, end, first, last
                low, first = end, last
    yield low, len(old), first, len(new)


def _ties(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Where each run begins that stands once in both, in the order of the old text."""
    there = _lone_runs(new)
    for run, start in _lone_runs(old).items():
        other = there.get(run)
        if start is not None and other is not None:
            yield start, other


def _lone_runs(words: list[str]) -> dict[tuple[str, ...], int | None]:
    """Where each run of words begins; None for those that stand more than once."""
    found: dict[tuple[str, ...], int | None] = {}
    for start, run in enumerate(zip(*(words[by:] for by in range(RUN)), strict=False)):
        found[run] = None if run in found else start
    return found


def _in_order(ties: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most ties of which none crosses another: the longest rising subsequence."""
    ends: list[int] = []
    tips: list[int] = []
    found: list[tuple[tuple[int, int], int]] = []
    for tie in ties:
        at = bisect_left(ends, tie[1])
        found.append((tie, tips[at - 1] if at else -1))
        ends[at : at + 1], tips[at : at + 1] = [tie[1]], [len(found) - 1]
    path, tip = [], tips[-1] if tips else -1
    while tip >= 0:
        tie, tip = found[tip]
        path.append(tie)
    return path[::-1]


def word_edges(body: str) -> tuple[list[int], list[int]]:
    """The offsets at which words and signs begin, and those at which they end."""
    spans = _spans(_WORDS, body)
    return [start for start, _ in spans], [end for _, end in spans]
