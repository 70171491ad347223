"""Duplicating part of a map in place: the copies bear on what the originals bear on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from argmap.edits.clipboard import fragment, paste
from argmap.model.ids import RecordId
from argmap.model.transaction import Transaction


def duplicate(
    transaction: Transaction, elements: Iterable[RecordId], by: tuple[float, float]
) -> list[RecordId]:
    """Copy claims, moved by a step, with their notes and passages; the ids of the new claims.

    Relations among them are copied; each relation to a target outside gets one from the copies as well.
    """
    start = transaction.map
    piece = fragment(start, elements)
    originals = (*piece.claims, *piece.relations)
    names = dict(zip(originals, paste(transaction, piece, by), strict=True))
    for key, relation in start.relations.items():
        copied = tuple(names[premise] for premise in relation.premises if premise in names)
        if copied and key not in names:
            target = names.get(relation.target, relation.target)
            transaction.put(replace(relation, id=transaction.ids("r"), premises=copied, target=target))
    return [names[key] for key in piece.claims]
