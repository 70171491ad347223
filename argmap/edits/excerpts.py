"""Verbs for excerpts: tying elements to the words they rest on."""

from __future__ import annotations

from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Source
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction
from argmap.source.anchor import make_excerpt


def attach(
    transaction: Transaction, element: RecordId, source: RecordId, *, span: tuple[int, int]
) -> RecordId:
    """Tie an element to a passage, given by its offsets in code points; the excerpt's id.

    A passage the element is tied to already is tied once: the id is that of the excerpt it has.
    """
    for held in transaction.map.excerpts_of(element):
        if held.source == source and (held.start, held.end) == span:
            return held.id
    text = transaction.get(Source, source)
    key = transaction.ids("x")
    transaction.put(make_excerpt(text, _within(text, span), key=key, element=element))
    return key


def detach(transaction: Transaction, excerpt: RecordId) -> None:
    """Untie an element from a passage; notes on the passage go with it."""
    transaction.get(Excerpt, excerpt)
    transaction.remove(excerpt)


def redraw(transaction: Transaction, excerpt: RecordId, span: tuple[int, int]) -> None:
    """Move the ends of a passage, given as offsets in code points."""
    held = transaction.get(Excerpt, excerpt)
    text = transaction.get(Source, held.source)
    transaction.put(make_excerpt(text, _within(text, span), key=held.id, element=held.element))


def _within(text: Source, span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1] <= len(text.body):
        raise Violation("There is no such passage in the text.")
    return span
