"""A transaction collects edits on a working copy; finishing it checks the rules and gives one delta.

Removing a record removes what cannot stand without it: here, once, and not in every verb that deletes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from argmap.model import rules
from argmap.model.argument_map import ArgumentMap, ids_of
from argmap.model.delta import Change, Delta
from argmap.model.ids import MAP_ID, IdSource, RecordId
from argmap.model.records import (
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Participant,
    Placement,
    Record,
    Relation,
    Source,
)

K = TypeVar("K", bound=Record)


class Transaction:
    """Edits in the making, from one map to the next. `map` is always the working copy as a map."""

    def __init__(self, start: ArgumentMap, ids: IdSource) -> None:
        self.start = start
        self.map = start
        self._ids = ids
        self._delta: dict[RecordId, Change] = {}

    def ids(self, prefix: str) -> RecordId:
        """A fresh id; one that a record of the map has already is passed over, unread ones too."""
        taken = ids_of(self.map.unread)
        while (key := self._ids(prefix)) in self.map or key in taken:
            pass
        return key

    def get(self, kind: type[K], key: RecordId) -> K:
        """The record of that kind and id; `rules.Violation` where there is none."""
        record = self.map.find(kind, key)
        if record is None:
            raise rules.Violation(f"There is no {kind.__name__.lower()} {key} any more.")
        return record

    def put(self, *records: AnyRecord) -> None:
        """Add records, or set them in place of those with the same ids; many at once are cheaper."""
        changes: dict[RecordId, Change] = {}
        for record in records:
            if isinstance(record, Placement):
                record = _as_filed(record)
            before = self.map.get(record.id)
            if before is not None and type(before) is not type(record):
                raise rules.Violation(f"The id {record.id} already names a {type(before).__name__.lower()}.")
            if before != record:
                changes[record.id] = Change(before, record)
        if changes:
            self._apply(changes)

    def update(self, kind: type[Record], key: RecordId, /, **fields: object) -> None:
        """Set fields of a record that is there."""
        self.put(replace(self.get(kind, key), **fields))  # type: ignore[arg-type]

    def remove(self, *keys: RecordId) -> None:
        """Remove records with all that cannot stand without them; those gone already are passed over."""
        gone: dict[RecordId, AnyRecord] = {}
        loosened: dict[RecordId, AnyRecord] = {}
        waiting = list(keys)
        while waiting:
            record = self.map.get(waiting.pop())
            if record is None or record.id in gone:
                continue
            gone[record.id] = record
            for other in dependents(self.map, record):
                rest = loosen(loosened.get(other.id, other), record.id)
                if rest is None:
                    waiting.append(other.id)
                else:
                    loosened[other.id] = rest
        changes = {key: Change(self.map[key], rest) for key, rest in loosened.items() if key not in gone}
        changes.update((key, Change(record, None)) for key, record in gone.items())
        if changes:
            self._apply(changes)

    def finish(self) -> Delta:
        """The whole difference to the start; `rules.Violation` if the map would be ill-formed."""
        changes = {key: change for key, change in self._delta.items() if change.before != change.after}
        changed = [change.after for change in changes.values() if change.after is not None]
        bearing = _upon(self.map, [record.id for record in changed])
        gone = {key for key, change in changes.items() if change.after is None}
        faults = rules.check(self.map, [*changed, *bearing, *_still_naming(self.map, gone)])
        if faults:
            raise rules.Violation(" ".join(dict.fromkeys(faults)))
        return Delta(changes)

    def _apply(self, changes: Mapping[RecordId, Change]) -> None:
        self.map = self.map.apply(Delta(changes))
        for key, change in changes.items():
            first = self._delta.get(key)
            self._delta[key] = Change(first.before if first else change.before, change.after)


def _upon(map_: ArgumentMap, keys: Iterable[RecordId]) -> list[Relation]:
    """The relations that arrive at records, and those upon these, at whatever remove."""
    found: dict[RecordId, Relation] = {}
    waiting = list(keys)
    while waiting:
        fresh = [relation for relation in map_.arriving(waiting.pop()) if relation.id not in found]
        found.update((relation.id, relation) for relation in fresh)
        waiting += [relation.id for relation in fresh]
    return list(found.values())


def _as_filed(placement: Placement) -> Placement:
    """With coordinates to a tenth of a pixel, as files hold them: what is saved is what is read again."""
    return replace(placement, x=round(placement.x, 1), y=round(placement.y, 1))


def loosen(record: AnyRecord, gone: RecordId) -> AnyRecord | None:
    """The record without its mention of the one that is gone; None where it cannot stand without it."""
    match record:
        case MapInfo():
            question = None if record.question == gone else record.question
            return replace(record, question=question, theses=_without(record.theses, gone))
        case Claim():
            return replace(record, participant=None)
        case Participant():
            return replace(record, reported_by=None)
        case Source():
            return replace(record, voices=tuple(t for t in record.voices if t.participant != gone))
        case Group():
            return replace(record, members=_without(record.members, gone))
        case Relation() if gone != record.target and len(record.premises) > 1:
            return replace(record, premises=_without(record.premises, gone))
        case _ if getattr(record, "author", None) == gone:
            return replace(record, author=None)
        case _:
            return None


def dependents(map_: ArgumentMap, record: AnyRecord) -> list[AnyRecord]:
    """The records that name this one."""
    key = record.id
    match record:
        case Claim() | Relation():
            found: list[AnyRecord] = [*map_.arriving(key), *map_.notes_of(key), *map_.excerpts_of(key)]
            if isinstance(record, Claim):
                found += map_.leaving(key)
                found += _present(map_.placement(key), map_.find(MapInfo, MAP_ID))
                found += map_.groups.values()
        case Excerpt():
            found = list(map_.notes_of(key))
        case Participant() | Source():
            found = list(map_.values())
        case _:
            return []
    return [other for other in found if key in rules.references(other)]


def _present(*records: AnyRecord | None) -> Iterable[AnyRecord]:
    return (record for record in records if record is not None)


def _without(keys: tuple[RecordId, ...], gone: RecordId) -> tuple[RecordId, ...]:
    return tuple(key for key in keys if key != gone)


def _still_naming(map_: ArgumentMap, gone: set[RecordId]) -> Iterable[AnyRecord]:
    """Records that name what is gone: none after `remove`, some after a careless `put` of an older record."""
    if not gone:
        return ()
    return [record for record in map_.values() if not gone.isdisjoint(rules.references(record))]


Edit = Callable[[Transaction], object]
"""A verb: a function that edits through a transaction."""
