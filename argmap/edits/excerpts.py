"""Verbs for excerpts: tying elements to the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction
from argmap.source.anchor import make_excerpt, reread


def attach(
    transaction: Transaction, element: RecordId, source: RecordId, *, span: tuple[int, int]
) -> RecordId:
    """Tie an element to a passage, given by its offsets in code points; the excerpt's id.

    A passage the element is tied to already is tied once, and counts as checked: the id is that of the
    excerpt it has.
    """
    text = transaction.get(Source, source)
    for held in transaction.map.excerpts_of(element):
        if held.source == source and (held.start, held.end) == span and _stands(held):
            confirm(transaction, [held.id])
            return held.id
    key = transaction.ids("x")
    transaction.put(make_excerpt(text, _within(text, span), key=key, element=element))
    return key


def detach(transaction: Transaction, excerpt: RecordId) -> None:
    """Untie an element from a passage; notes on the passage go with it."""
    transaction.get(Excerpt, excerpt)
    transaction.remove(excerpt)


def redraw(transaction: Transaction, excerpt: RecordId, span: tuple[int, int]) -> None:
    """Move the ends of a passage, given as offsets in code points; from then on its place is sure."""
    held = transaction.get(Excerpt, excerpt)
    text = transaction.get(Source, held.source)
    start, end = _within(text, span)
    transaction.put(reread(text, replace(held, start=start, end=end)))


def confirm(transaction: Transaction, excerpts: Iterable[RecordId]) -> None:
    """Keep passages that a person has checked where they stand, with the words that stand there now."""
    for key in excerpts:
        held = transaction.get(Excerpt, key)
        text = transaction.get(Source, held.source)
        if not _stands(held):
            raise Violation("A lost passage has no place to confirm.")
        if held.anchoring is not Anchoring.KEPT:
            _within(text, (held.start, held.end))
            transaction.put(reread(text, held))


def _stands(excerpt: Excerpt) -> bool:
    return excerpt.anchoring is not Anchoring.LOST


def _within(text: Source, span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1] <= len(text.body):
        raise Violation("There is no such passage in the text.")
    return span
