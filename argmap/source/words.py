"""Where every word of a text stands, so that a passage is looked for where its words are and nowhere else."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

_SIGNS = "\u3040-\u30ff\u3400-\u9fff"
"""Chinese and Japanese, which are written without spaces: each of these is taken for a word."""
_WORDS = re.compile(f"[{_SIGNS}]|[^\\W{_SIGNS}]+")
_SCANS = 20
"""So many phrases are found by reading the whole text: to know all its words takes as long."""
_FEW = 4
"""Fewer words tell no neighbourhood."""
_MOST_SEEN = 600
"""About so many places of words are looked at, those of rare words first: common ones stand everywhere."""
_MOST_FOUND = 8
_SLACK = 32
"""Code points by which a neighbourhood is wider on each side, and an eighth of the phrase besides."""


class Words:
    """The words of one text with their offsets, once enough is asked of them."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._asked = 0

    @cached_property
    def _starts(self) -> dict[str, array[int]]:
        found: dict[str, array[int]] = {}
        for word in _WORDS.finditer(self._body):
            starts = found.get(word[0])
            if starts is None:
                starts = found[word[0]] = array("L")
            starts.append(word.start())
        return found

    def occurrences(self, phrase: str) -> list[int]:
        """Where a phrase begins, overlaps too."""
        self._asked += 1
        if self._asked <= _SCANS:
            return list(_scanned(phrase, self._body))
        # Words at its ends may be parts of longer ones.
        inner = [word for word in _WORDS.finditer(phrase) if word.start() > 0 and word.end() < len(phrase)]
        if not inner:
            return list(_scanned(phrase, self._body))
        rarest = min(inner, key=lambda word: len(self._places(word)))
        begun = (start - rarest.start() for start in self._places(rarest))
        return [start for start in begun if start >= 0 and self._body.startswith(phrase, start)]

    def is_twice(self, phrase: str) -> bool:
        """Whether a phrase stands in more than one place."""
        return len(self.occurrences(phrase)) > 1

    def neighbourhoods(self, phrase: str) -> list[tuple[int, int]] | None:
        """The few spans that share most words with a phrase, best first; None where it has too few."""
        words = sorted(_WORDS.finditer(phrase), key=lambda word: len(self._places(word)))
        if len(words) < _FEW:
            return None
        slack = _SLACK + len(phrase) // 8
        found: list[tuple[int, int]] = []
        for first, last in _crowds(sorted(self._begun(words)), width=slack):
            if not any(low <= first + slack <= high for low, high in found):
                found.append((max(0, first - slack), last + len(phrase) + slack))
            if len(found) == _MOST_FOUND:
                break
        return found

    def _places(self, word: re.Match[str]) -> array[int] | tuple[()]:
        return self._starts.get(word[0], ())

    def _begun(self, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
        """Where the phrase would begin by each place of its words, with the word's number."""
        seen = 0
        for number, word in enumerate(words):
            places = self._places(word)
            seen += len(places)
            if seen > _MOST_SEEN and number >= _FEW:
                return
            yield from ((start - word.start(), number) for start in places[: 4 * _MOST_SEEN])


def _crowds(begun: list[tuple[int, int]], *, width: int) -> Iterator[tuple[int, int]]:
    """The stretches, no wider than told, in which most words agree that it begins, best first."""
    inside: Counter[int] = Counter()
    crowds: list[tuple[int, int, int]] = []
    low = 0
    for start, number in begun:
        inside[number] += 1
        while start - begun[low][0] > width:
            left = begun[low][1]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            low += 1
        crowds.append((-len(inside), begun[low][0], start))
    yield from ((first, last) for _, first, last in sorted(crowds))


def _scanned(phrase: str, body: str) -> Iterator[int]:
    at = body.find(phrase) if phrase else -1
    while at >= 0:
        yield at
        at = body.find(phrase, at + 1)
