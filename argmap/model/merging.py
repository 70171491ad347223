"""Two maps that went different ways from one: brought together record by record, with what both changed."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.mending import mended
from argmap.model.records import AnyRecord


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that both sides changed, each in its own way; None where a side removed it."""

    ours: AnyRecord | None
    theirs: AnyRecord | None

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
    """Our map with what they changed since the base; what could not be read is taken from theirs."""
    records: dict[RecordId, AnyRecord] = dict(ours)
    conflicts = []
    for key, change in base.difference_to(theirs).changes.items():
        mine = ours.get(key)
        if mine == change.before:
            records.pop(key, None)
            if change.after is not None:
                records[key] = change.after
        elif mine != change.after:
            conflicts.append(Conflict(mine, change.after))
    return Merge(mended(ArgumentMap(records.values(), unread=theirs.unread)), tuple(conflicts))
