"""Newer versions of a text, made at random, with the truth about where every word went.

Sentences are dropped, added and reordered, whole paragraphs change places, words are replaced, misspelt, left
out and put in. A passage survives where its words still stand together and more than half of them are as they
were, misspelt ones included.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.source.sentences import sentences
from argmap.source.text import paragraphs

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PIECE = re.compile(r"\S+")


class _Word(NamedTuple):
    """A run of anything but white space; its number in the old text, None of what is new."""

    text: str
    number: int | None
    is_same: bool = True


class Rewrite:
    """One newer version, by its seed."""

    def __init__(self, body: str, seed: int, *, words: Sequence[str]) -> None:
        self._random = random.Random(seed)
        self._words = words
        self._share = self._random.uniform(0.1, 0.3)
        self.old = body
        self._spans = [found.span() for found in _PIECE.finditer(body)]
        lines = self._reordered([self._line(line.start, line.end) for line in paragraphs(body)])
        self.new = ""
        self._places: dict[int, tuple[int, int, bool]] = {}
        self._order: list[int | None] = []
        for line in lines:
            self._write([word for sentence in line for word in sentence])

    def truth(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of whole words went; None where it does not survive."""
        inside = [n for n, (a, b) in enumerate(self._spans) if a < end and start < b]
        left = [n for n in inside if n in self._places]
        same = [n for n in left if self._places[n][2]]
        if not left or 2 * len(same) <= len(inside):
            return None
        first, last = self._order.index(left[0]), self._order.index(left[-1])
        between = [n for n in self._order[first : last + 1] if n is not None]
        if between != left:
            return None
        # A passage may begin or end within a run: after a quotation mark, before a full stop.
        low, high = self._places[left[0]][0], self._places[left[-1]][1]
        if left[0] == inside[0]:
            low += self._within(start - self._spans[inside[0]][0], low, end=self._places[left[0]][1])
        if left[-1] == inside[-1]:
            high -= self._within(self._spans[inside[-1]][1] - end, self._places[left[-1]][0], end=high)
        return low, high

    def is_gone(self, start: int, end: int) -> bool:
        """Whether no word of a span is left."""
        return not any(n in self._places for n, (a, b) in enumerate(self._spans) if a < end and start < b)

    def _within(self, offset: int, start: int, *, end: int) -> int:
        return min(max(offset, 0), end - start - 1)

    def _line(self, start: int, end: int) -> list[list[_Word]]:
        spans = [(start + a, start + b) for a, b in sentences(self.old[start:end])]
        old = [
            [_Word(self.old[a:b], n) for n, (a, b) in enumerate(self._spans) if low <= a < high]
            for low, high in spans
        ]
        kept = [self._sentence(words) for words in old if self._random.random() > self._share / 4]
        if self._random.random() < self._share:
            new = [_Word(self._any_word(set()), None) for _ in range(self._random.randint(5, 20))]
            kept.insert(self._random.randint(0, len(kept)), new)
        return self._reordered(kept)

    def _reordered(self, items: list[list]) -> list[list]:  # type: ignore[type-arg]
        """With about the share of the items taken to another place."""
        for _ in range(round(self._share * len(items) + self._random.random() - 0.5)):
            item = items.pop(self._random.randrange(len(items)))
            items.insert(self._random.randint(0, len(items)), item)
        return items

    def _sentence(self, words: list[_Word]) -> list[_Word]:
        changed = []
        for word in words:
            if self._random.random() < self._share:
                changed += self._changed(word, besides={word.text for word in words})
            else:
                changed.append(word)
        return changed

    def _changed(self, word: _Word, *, besides: set[str]) -> list[_Word]:
        match self._random.choices(("replace", "misspell", "drop", "add"), weights=(4, 4, 1, 1))[0]:
            case "replace":
                tail = word.text[len(word.text.rstrip(".,;:!?")) :]
                return [_Word(self._any_word(besides) + tail, word.number, is_same=False)]
            case "misspell":
                return [word._replace(text=self._misspelt(word.text))]
            case "drop":
                return []
            case _:
                return [word, _Word(self._any_word(besides), None)]

    def _misspelt(self, text: str) -> str:
        """With one letter replaced or left out; signs stay, and so does the only letter."""
        letters = [at for at, letter in enumerate(text) if letter.isalnum()]
        if len(letters) < 2:
            return text
        at = self._random.choice(letters)
        return text[:at] + self._random.choice(("", *_LETTERS)) + text[at + 1 :]

    def _any_word(self, besides: set[str]) -> str:
        """A word, none of those: where a word came from must be known."""
        while (word := self._random.choice(self._words)) in besides:
            pass
        return word

    def _write(self, words: list[_Word]) -> None:
        for number, word in enumerate(words):
            start = len(self.new) + (number > 0)
            self.new += (" " if number else "") + word.text
            self._order.append(word.number)
            if word.number is not None:
                self._places[word.number] = start, start + len(word.text), word.is_same
        self.new += "\n"


def passages(body: str, *, seed: int) -> list[tuple[int, int]]:
    """Spans such as people mark: every sentence, a clause of every second one, some pairs of sentences."""
    chance, found = random.Random(seed), []
    for line in paragraphs(body):
        spans = [(line.start + a, line.start + b) for a, b in sentences(body[line.start : line.end])]
        for number, (start, end) in enumerate(spans):
            found.append((start, end))
            words = [(start + w.start(), start + w.end()) for w in _PIECE.finditer(body[start:end])]
            if chance.random() < 0.5:
                first = chance.randrange(len(words))
                last = min(len(words), first + chance.randint(3, 12)) - 1
                found.append((words[first][0], words[last][1]))
            if number and chance.random() < 0.2:
                found.append((spans[number - 1][0], end))
    return found


def vocabulary(body: str) -> list[str]:
    """The words of a text, as often as it has them, without the signs round them."""
    return [word for piece in body.split() if (word := piece.strip(".,;:!?“”\"'()-"))]
