"""Making a map well-formed again that was put together from pieces."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import AnyRecord, ClaimKind, Relation, RelationKind
from argmap.model.transaction import Transaction, loosen


def mended(map_: ArgumentMap) -> ArgumentMap:
    """The map without mentions of what is not there, and then without what is ill-formed still."""
    while True:
        loosened = {record.id: _loosened(map_, record) for record in map_.values()}
        map_ = ArgumentMap((record for record in loosened.values() if record), unread=map_.unread)
        if None in loosened.values():
            continue
        faulty = [record.id for record in map_.values() if any(rules.faults(map_, record))]
        if not faulty:
            return map_
        transaction = Transaction(map_, ids=RecordId)  # it makes no new record
        transaction.remove(*faulty)
        map_ = transaction.map


def _loosened(map_: ArgumentMap, record: AnyRecord) -> AnyRecord | None:
    """The record without mentions of records that are not there; None where it cannot stand without them.

    An answer to what is no question any more supports it.
    """
    rest: AnyRecord | None = record
    if isinstance(record, Relation) and record.kind is RelationKind.ANSWER:
        target = map_.claims.get(record.target)
        if target is not None and target.kind is not ClaimKind.QUESTION:
            rest = replace(record, kind=RelationKind.SUPPORT)
    for key in rules.references(record):
        if rest is not None and key not in map_:
            rest = loosen(rest, key)
    return rest
