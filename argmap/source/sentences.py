"""The sentences of a text, each within its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.source.text import Paragraph, paragraphs

LANGUAGE = "en"
"""Whose abbreviations do not end a sentence; its other rules serve most languages."""


class Sentence(NamedTuple):
    """One sentence, without the white space round it; offsets in code points."""

    start: int
    end: int


def sentences(body: str, language: str = LANGUAGE) -> tuple[Sentence, ...]:
    """All sentences of the body, in order; a heading is one as well."""
    found = (_within(body[line.start : line.end], line, language=language) for line in paragraphs(body))
    return tuple(sentence for row in found for sentence in row)


def _within(text: str, line: Paragraph, *, language: str) -> Iterator[Sentence]:
    # Loaded with the first text that is asked about, not at the start.
    import sentencex  # type: ignore[import-untyped]

    boundaries: list[dict[str, int]] = sentencex.get_sentence_boundaries(language, text)
    for boundary in boundaries:
        piece = text[boundary["start_index"] : boundary["end_index"]]
        start = line.start + boundary["start_index"] + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield Sentence(start, start + len(piece.strip()))
