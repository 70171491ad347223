"""Verbs that lead from the text to the map: a passage becomes a claim, or is tied to what is there."""

from __future__ import annotations

from argmap.edits.claims import add_claim
from argmap.edits.excerpts import attach
from argmap.edits.relations import connect, undercut
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Source
from argmap.model.transaction import Transaction
from argmap.source.quote import Quote, words_of
from argmap.source.turns import voice_at


def add_quoted(transaction: Transaction, quote: Quote, *, at: tuple[float, float]) -> RecordId:
    """Add a claim that says what the passage says, in the voice that speaks there; its id."""
    source = transaction.get(Source, quote.source)
    claim = add_claim(transaction, words_of(source, quote), at=at, participant=voice_at(source, quote.start))
    attach(transaction, claim, quote.source, span=quote.span)
    return claim


def give_as_reason(
    transaction: Transaction, quote: Quote, target: RecordId, *, at: tuple[float, float]
) -> RecordId:
    """Add the passage as a claim that supports a claim or a relation; the claim's id."""
    claim = add_quoted(transaction, quote, at=at)
    connect(transaction, claim, target, RelationKind.SUPPORT)
    return claim


def give_as_objection(
    transaction: Transaction, quote: Quote, target: RecordId, *, at: tuple[float, float]
) -> RecordId:
    """Add the passage as a claim that attacks a claim or a relation; the claim's id."""
    claim = add_quoted(transaction, quote, at=at)
    if target in transaction.map.relations:
        undercut(transaction, claim, target)
    else:
        connect(transaction, claim, target, RelationKind.ATTACK)
    return claim
