"""The argument map: an immutable set of records, one table per kind, keyed by id.

Applying a delta copies only the tables it touches, and every look-up hangs on its table, so that moving a
card (placements alone) keeps all that was worked out about the argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from argmap.model.delta import Change, Delta, StaleDelta, UnreadChange
from argmap.model.ids import MAP_ID, RecordId, placement_id
from argmap.model.index import RelationIndex, by_element
from argmap.model.records import (
    RECORD_KINDS,
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Record,
    Relation,
    Source,
)

K = TypeVar("K", bound=Record)
D = TypeVar("D")
_Table = Mapping[RecordId, AnyRecord]
_EMPTY: _Table = {}


class ArgumentMap(Mapping[RecordId, AnyRecord]):
    """All records of one map. Equal when the records and the unread parts are equal."""

    __slots__ = ("_derived", "_tables", "unread")

    def __init__(self, records: Iterable[AnyRecord] = (), *, unread: tuple[object, ...] = ()) -> None:
        tables: dict[type[Record], dict[RecordId, AnyRecord]] = {kind: {} for kind in RECORD_KINDS}
        for record in records:
            tables[type(record)][record.id] = record
        self._tables: Mapping[type[Record], _Table] = tables
        self._derived: dict[str, tuple[Mapping[RecordId, Record], object]] = {}
        self.unread = unread
        """Records of a file that could not be read, as they stood there; written back unchanged."""

    def __getitem__(self, key: RecordId) -> AnyRecord:
        for table in self._tables.values():
            if key in table:
                return table[key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[RecordId]:
        for table in self._tables.values():
            yield from table

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        return self._tables == other._tables and self.unread == other.unread

    __hash__ = None  # type: ignore[assignment]

    def table(self, kind: type[K]) -> Mapping[RecordId, K]:
        """All records of one kind, by id."""
        return self._tables.get(kind, _EMPTY)  # type: ignore[return-value]

    def find(self, kind: type[K], key: RecordId | None) -> K | None:
        """The record of that kind with that id, if there is one."""
        return None if key is None else self.table(kind).get(key)

    def apply(self, delta: Delta) -> ArgumentMap:
        """The map after the delta; `StaleDelta` if the delta was made for another state."""
        tables = dict(self._tables)
        copied: dict[type[Record], dict[RecordId, AnyRecord]] = {}
        for key, change in delta.changes.items():
            kind = change.kind()
            table = copied.get(kind)
            if table is None:
                table = copied[kind] = dict(tables[kind])
                tables[kind] = table
            _replace(table, key, change)
        new = self._with(tables)
        if delta.unread is not None:
            if delta.unread.before != self.unread:
                raise StaleDelta("what could not be read")
            new.unread = delta.unread.after
        return new

    def difference_to(self, other: ArgumentMap) -> Delta:
        """The delta that leads from this map to the other."""
        keys = {*self, *other}
        pairs = {key: Change(self.get(key), other.get(key)) for key in keys}
        unread = None if self.unread == other.unread else UnreadChange(self.unread, other.unread)
        return Delta({key: pair for key, pair in pairs.items() if pair.before != pair.after}, unread)

    def _with(self, tables: Mapping[type[Record], _Table]) -> ArgumentMap:
        new = ArgumentMap.__new__(ArgumentMap)
        new._tables = tables
        new._derived = dict(self._derived)
        new.unread = self.unread
        return new

    def _derive(self, name: str, kind: type[K], build: Callable[[Iterable[K]], D]) -> D:
        """Look-up `name` built from one table, kept for as long as that table is the same object."""
        table = self.table(kind)
        kept = self._derived.get(name)
        if kept is None or kept[0] is not table:
            kept = self._derived[name] = (table, build(table.values()))
        return cast("D", kept[1])

    @property
    def info(self) -> MapInfo:
        """What the map is about; a nameless one where the map has none."""
        return self.table(MapInfo).get(MAP_ID) or MapInfo()

    @property
    def claims(self) -> Mapping[RecordId, Claim]:
        """All claims."""
        return self.table(Claim)

    @property
    def relations(self) -> Mapping[RecordId, Relation]:
        """All relations."""
        return self.table(Relation)

    @property
    def sources(self) -> Mapping[RecordId, Source]:
        """All sources."""
        return self.table(Source)

    @property
    def excerpts(self) -> Mapping[RecordId, Excerpt]:
        """All excerpts."""
        return self.table(Excerpt)

    @property
    def notes(self) -> Mapping[RecordId, Note]:
        """All notes."""
        return self.table(Note)

    @property
    def participants(self) -> Mapping[RecordId, Participant]:
        """All participants."""
        return self.table(Participant)

    @property
    def groups(self) -> Mapping[RecordId, Group]:
        """All groups."""
        return self.table(Group)

    def placement(self, element: RecordId) -> Placement | None:
        """Where the element stands."""
        return self.table(Placement).get(placement_id(element))

    def leaving(self, claim: RecordId) -> tuple[Relation, ...]:
        """The relations that the claim is a premise of."""
        return self._relation_index().leaving(claim)

    def arriving(self, element: RecordId) -> tuple[Relation, ...]:
        """The relations whose target is the element."""
        return self._relation_index().arriving(element)

    def excerpts_of(self, element: RecordId) -> tuple[Excerpt, ...]:
        """The passages the element rests on."""
        found = self._derive("excerpts", Excerpt, by_element)
        return found.get(element, ())

    def notes_of(self, element: RecordId) -> tuple[Note, ...]:
        """The annotations of the element."""
        found = self._derive("notes", Note, by_element)
        return found.get(element, ())

    def _relation_index(self) -> RelationIndex:
        return self._derive("relations", Relation, RelationIndex)


def id_of(part: object) -> RecordId | None:
    """The id that a record which could not be read gives itself."""
    key = part.get("id") if isinstance(part, dict) else None
    return RecordId(key) if isinstance(key, str) else None


def ids_of(parts: Iterable[object]) -> set[RecordId]:
    """The ids that records which could not be read give themselves."""
    return {key for part in parts if (key := id_of(part)) is not None}


def _replace(table: dict[RecordId, AnyRecord], key: RecordId, change: Change) -> None:
    if table.get(key) != change.before:
        raise StaleDelta(key)
    if change.after is None:
        del table[key]
    else:
        table[key] = change.after
