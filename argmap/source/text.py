"""Texts as the source panel shows them: one paragraph a line, positions in code points."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_JOINER = "\u200d"
_INSIDE = "-'’\u2010\u2011"


class Paragraph(NamedTuple):
    """One line of a text."""

    line: int
    """Which of all lines it is, from 0."""
    number: int | None
    """What a reader calls it: 1 and so on, 0 for the heading; blank lines have none and are not counted."""
    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point; the newline is not part of it."""


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """All lines of the body, blank ones too, so that each stands at the index that is its line.

    The first with words is the heading, unless it is the only one. White space alone is no word.
    """
    lines = body.split("\n")
    filled = [bool(line.strip()) for line in lines]
    number = 0 if sum(filled) > 1 else 1
    found = []
    start = 0
    for at, (line, is_filled) in enumerate(zip(lines, filled, strict=True)):
        found.append(Paragraph(at, number if is_filled else None, start, start + len(line)))
        number += is_filled
        start += len(line) + 1
    return tuple(found)


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
