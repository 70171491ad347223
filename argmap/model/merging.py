"""Two maps that went different ways from one: brought together record by record, with what both changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.model.argument_map import ArgumentMap, id_of, ids_of
from argmap.model.ids import RecordId, placement_id
from argmap.model.mending import mended
from argmap.model.records import AnyRecord, Placement
from argmap.model.rules import references


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that both sides changed, each in its own way; None where a side removed it."""

    ours: AnyRecord | None
    theirs: AnyRecord | None
    is_unread: bool = False
    """Whether theirs is there, and cannot be read: a newer version made it."""
    is_lost: bool = False
    """Whether ours could not be kept: it cannot stand beside what they changed."""

    @property
    def key(self) -> RecordId:
        """The id of the record."""
        record = self.ours or self.theirs
        assert record is not None
        return record.id


@dataclass(frozen=True, slots=True)
class Merge:
    """Both sides in one map. Where they conflict it has ours."""

    map: ArgumentMap
    conflicts: tuple[Conflict, ...]


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Merge:
    """Our map with what they changed since the base."""
    records: dict[RecordId, AnyRecord] = dict(ours)
    conflicts = []
    unread = ids_of(theirs.unread)
    for key, change in base.difference_to(theirs).changes.items():
        mine = ours.get(key)
        is_only_moved = isinstance(mine, Placement) and change.after is None  # and what stood there is gone
        if mine == change.before or is_only_moved:
            records.pop(key, None)
            if change.after is not None:
                records[key] = change.after
        elif mine != change.after:
            conflicts.append(Conflict(mine, change.after, is_unread=key in unread))
    for conflict in conflicts:
        place = ours.get(placement_id(conflict.key))
        if conflict.ours is not None and place is not None:
            records.setdefault(place.id, place)  # what stays stands where it stood
    conflicts += _kept_for(_changed(base, ours), records, ours=ours)
    merged = mended(ArgumentMap(records.values()))
    merged = ArgumentMap(merged.values(), unread=_unread(base, ours, theirs, besides=merged))
    gone = {conflict.key for conflict in conflicts} | merged.keys()
    conflicts += [Conflict(None, record) for record in _changed(base, theirs) if record.id not in gone]
    gone |= {conflict.key for conflict in conflicts}
    lost = [record for record in _changed(base, ours) if record.id not in gone and record.id in records]
    return Merge(merged, (*conflicts, *(Conflict(record, None, is_lost=True) for record in lost)))


def _unread(
    base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap, *, besides: ArgumentMap
) -> tuple[object, ...]:
    """What could not be read on either side, as each left it; a record that can be read comes before it."""
    if theirs.unread == base.unread:
        found = ours.unread
    else:
        own = [part for part in ours.unread if part not in base.unread and part not in theirs.unread]
        found = (*theirs.unread, *own)
    return tuple(part for part in found if id_of(part) not in besides)


def _changed(base: ArgumentMap, map_: ArgumentMap) -> list[AnyRecord]:
    """What a side has added or changed; where it has only moved something does not count."""
    changes = base.difference_to(map_).changes.values()
    return [c.after for c in changes if c.after is not None and not isinstance(c.after, Placement)]


def _kept_for(
    changed: Iterable[AnyRecord], records: dict[RecordId, AnyRecord], *, ours: ArgumentMap
) -> list[Conflict]:
    """Put back what they removed and our own changes cannot stand without, with the places of it."""
    found: dict[RecordId, Conflict] = {}
    waiting = [record for record in changed if record.id in records]
    while waiting:
        for key in references(waiting.pop()):
            mine = ours.get(key)
            if key not in records and mine is not None:
                records[key] = mine
                found[key] = Conflict(mine, None)
                waiting.append(mine)
                place = ours.get(placement_id(key))
                if place is not None:
                    records[place.id] = place
    return list(found.values())
