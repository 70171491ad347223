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


class UnreadChange(msgspec.Struct, frozen=True):
    """What a map keeps without understanding it, before and after."""

    before: tuple[object, ...]
    after: tuple[object, ...]


class Delta(msgspec.Struct, frozen=True):
    """Changes by record id; empty when nothing changed."""

    changes: Mapping[RecordId, Change]
    unread: UnreadChange | None = None
    """What became of the parts that could not be read; None where they stayed as they are."""

    def __bool__(self) -> bool:
        return bool(self.changes) or self.unread is not None

    @property
    def size(self) -> int:
        """How many things differ: records, and all that is unread as one."""
        return len(self.changes) + (self.unread is not None)

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self.changes)

    def inverse(self) -> Delta:
        """The delta that leads back."""
        changes = {key: Change(change.after, change.before) for key, change in self.changes.items()}
        unread = self.unread and UnreadChange(self.unread.after, self.unread.before)
        return Delta(changes, unread)

    def then(self, later: Delta) -> Delta:
        """This delta and a later one as one; what cancels out is left out."""
        merged = dict(self.changes)
        for key, change in later.changes.items():
            first = merged.pop(key, None)
            before = first.before if first else change.before
            if before != change.after:
                merged[key] = Change(before, change.after)
        return Delta(merged, _joined(self.unread, later.unread))

    def kinds(self) -> set[type[Record]]:
        """The kinds of record it touches."""
        return {change.kind() for change in self.changes.values()}


def _joined(first: UnreadChange | None, later: UnreadChange | None) -> UnreadChange | None:
    if first is None or later is None:
        return later or first
    return None if first.before == later.after else UnreadChange(first.before, later.after)


EMPTY_DELTA = Delta({})
