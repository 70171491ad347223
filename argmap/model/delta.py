"""A delta is the whole difference between two maps: undo, redo, the journal and the views all live on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from argmap.model.ids import RecordId
from argmap.model.records import AnyRecord, Record


class StaleDelta(ValueError):
    """The delta was made for another state of the map."""


class Change(msgspec.Struct, frozen=True):
    """One record before and after: None before when it is new, None after when it is gone."""

    before: AnyRecord | None
    after: AnyRecord | None

    def kind(self) -> type[Record]:
        """The kind of the record, whichever side it is on."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return type(record)


class Delta(msgspec.Struct, frozen=True):
    """Changes by record id; empty when nothing changed."""

    changes: Mapping[RecordId, Change]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self.changes)

    def inverse(self) -> Delta:
        """The delta that leads back."""
        return Delta({key: Change(change.after, change.before) for key, change in self.changes.items()})

    def then(self, later: Delta) -> Delta:
        """This delta and a later one as one; what cancels out is left out."""
        merged = dict(self.changes)
        for key, change in later.changes.items():
            first = merged.pop(key, None)
            before = first.before if first else change.before
            if before != change.after:
                merged[key] = Change(before, change.after)
        return Delta(merged)

    def kinds(self) -> set[type[Record]]:
        """The kinds of record it touches."""
        return {change.kind() for change in self.changes.values()}


EMPTY_DELTA = Delta({})
