"""Texts as the source panel shows them: one paragraph a line, positions in code points."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_JOINER = "\u200d"
_INSIDE = "-'’\u2010\u2011"


class Paragraph(NamedTuple):
    """One line of a text. The first line is number 0: in most texts it is the heading."""

    number: int
    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point; the newline is not part of it."""


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """All lines of the body, empty ones too, so that a paragraph stands at the index that is its number."""
    found = []
    start = 0
    for number, line in enumerate(body.split("\n")):
        found.append(Paragraph(number, start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def paragraph_of(body: str, offset: int) -> Paragraph:
    """The paragraph that holds an offset; a newline belongs to the line it ends."""
    start = body.rfind("\n", 0, offset) + 1
    end = body.find("\n", offset)
    return Paragraph(body.count("\n", 0, offset), start, len(body) if end < 0 else end)


def word_count(text: str) -> int:
    """How many words the text has: runs of anything but white space."""
    return len(text.split())


def cuts_word(body: str, offset: int) -> bool:
    """Whether an offset lies inside a word, or between a character and the marks that belong to it.

    Words are taken with hyphens and apostrophes inside them.
    """
    if not 0 < offset < len(body):
        return False
    before, behind = body[offset - 1], body[offset]
    if before == _JOINER or behind == _JOINER or unicodedata.category(behind).startswith("M"):
        return True
    before = body[offset - 2 : offset - 1] if before in _INSIDE else before
    behind = body[offset + 1 : offset + 2] if behind in _INSIDE else behind
    return before.isalnum() and behind.isalnum()


def cuts_edge(body: str, start: int, end: int) -> bool:
    """Whether a span begins or ends inside a word."""
    return cuts_word(body, start) or cuts_word(body, end)
