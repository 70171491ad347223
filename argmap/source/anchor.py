"""Ties an element to a passage: the words themselves, some context, and where they stand.

The fields are those of the W3C Web Annotation selectors TextQuoteSelector and TextPositionSelector.
"""

from __future__ import annotations

from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Source

CONTEXT = 32
"""How many code points before and after a passage are kept, to find it again in a changed text."""


def make_excerpt(source: Source, span: tuple[int, int], *, key: RecordId, element: RecordId) -> Excerpt:
    """The excerpt of a span of the source, given by its offsets in code points."""
    start, end = span
    body = source.body
    return Excerpt(
        id=key,
        element=element,
        source=source.id,
        exact=body[start:end],
        prefix=body[max(0, start - CONTEXT) : start],
        suffix=body[end : end + CONTEXT],
        start=start,
        end=end,
    )


def is_exact(source: Source, excerpt: Excerpt) -> bool:
    """Whether the source has the excerpt's words, to the letter, where the excerpt says they stand."""
    found = source.body[excerpt.start : excerpt.end]
    return source.id == excerpt.source and found != "" and found == excerpt.exact
