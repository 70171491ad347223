"""Ties an element to a passage: the words themselves, some context, and where they stand.

The fields are those of the W3C Web Annotation selectors TextQuoteSelector and TextPositionSelector.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source

CONTEXT = 32
"""How many code points before and after a passage are kept, to find it again in a changed text."""


class Place(NamedTuple):
    """Where a passage stands in a text after a change, and how sure that is."""

    start: int
    end: int
    anchoring: Anchoring
    score: float
    """How well it fits, 0 to 1: words, context and position together."""


def make_excerpt(source: Source, span: tuple[int, int], *, key: RecordId, element: RecordId) -> Excerpt:
    """The excerpt of a span of the source, given by its offsets in code points."""
    start, end = span
    blank = Excerpt(id=key, element=element, source=source.id, exact="", start=start, end=end)
    return reread(source, blank)


def reread(source: Source, excerpt: Excerpt) -> Excerpt:
    """The excerpt with the words and the context that the source has at its place, and sure of it."""
    start, end, body = excerpt.start, excerpt.end, source.body
    return replace(
        excerpt,
        exact=body[start:end],
        prefix=body[max(0, start - CONTEXT) : start],
        suffix=body[end : end + CONTEXT],
        anchoring=Anchoring.KEPT,
    )


def placed(source: Source, excerpt: Excerpt, place: Place) -> Excerpt:
    """The excerpt at a place of its changed source.

    A passage that is not kept goes on quoting what a person chose, to be compared and found later.
    """
    if place.anchoring is Anchoring.LOST:
        return replace(excerpt, anchoring=Anchoring.LOST)
    moved = replace(excerpt, start=place.start, end=place.end, anchoring=place.anchoring)
    return reread(source, moved) if place.anchoring is Anchoring.KEPT else moved


def is_exact(source: Source, excerpt: Excerpt) -> bool:
    """Whether the source has the excerpt's words, to the letter, where the excerpt says they stand."""
    if excerpt.anchoring is Anchoring.LOST:
        return False
    found = source.body[excerpt.start : excerpt.end]
    return source.id == excerpt.source and found != "" and found == excerpt.exact
