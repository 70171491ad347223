"""What makes a map ill-formed. What is merely unwise is for the map check-up, not for these rules."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import MAP_ID, RecordId, placement_id
from argmap.model.limits import DEEPEST_UNDERCUT, excesses
from argmap.model.records import (
    AnyRecord,
    Claim,
    ClaimKind,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Record,
    Relation,
    RelationKind,
    Source,
)


class Violation(ValueError):
    """A map, or an edit, breaks a rule; the message is one sentence for the reader."""


def check(map_: ArgumentMap, records: Iterable[AnyRecord] | None = None) -> list[str]:
    """Sentences about what is ill-formed in the given records (all of the map's where none are given)."""
    return [
        f"{type(record).__name__} {record.id} {fault}."
        for record in (map_.values() if records is None else records)
        for fault in faults(map_, record)
    ]


def faults(map_: ArgumentMap, record: AnyRecord) -> Iterator[str]:
    """What is wrong with one record of the map, as ends of a sentence that begins with its name."""
    yield from excesses(record)
    yield from _own_faults(map_, record)
    if not record.id or not _is_writable(record):
        yield "holds text that cannot be saved"


def _own_faults(map_: ArgumentMap, record: AnyRecord) -> Iterator[str]:
    match record:
        case MapInfo():
            return _info(map_, record)
        case Claim():
            return _claim(map_, record)
        case Relation():
            return _relation(map_, record)
        case Source():
            return _source(map_, record)
        case Excerpt():
            return _excerpt(map_, record)
        case Note():
            return _note(map_, record)
        case Participant():
            return _participant(map_, record)
        case Group():
            return _group(map_, record)
        case Placement():
            return _placement(map_, record)
        case _:
            assert_never(record)


def references(record: AnyRecord) -> Iterator[RecordId]:
    """The ids of the records that this one cannot stand without, or names."""
    match record:
        case MapInfo():
            yield from record.theses
            yield from _given(record.question)
        case Claim():
            yield from _given(record.participant)
        case Relation():
            yield from (*record.premises, record.target)
        case Source():
            yield from (turn.participant for turn in record.voices)
        case Excerpt():
            yield from (record.element, record.source)
        case Note():
            yield from (record.element, *_given(record.author))
        case Participant():
            yield from _given(record.reported_by)
        case Group():
            yield from record.members
        case Placement():
            yield record.element


def _given(key: RecordId | None) -> tuple[RecordId, ...]:
    return () if key is None else (key,)


def _info(map_: ArgumentMap, info: MapInfo) -> Iterator[str]:
    if info.id != MAP_ID:
        yield f"must have the id {MAP_ID}"
    yield from _dangling(map_.claims, (*info.theses, *_given(info.question)), "claim")


def _claim(map_: ArgumentMap, claim: Claim) -> Iterator[str]:
    yield from _dangling(map_.participants, _given(claim.participant), "participant")
    if claim.credence is not None and not 0 <= claim.credence <= 1:
        yield "has a credence outside 0 to 1"


def _relation(map_: ArgumentMap, relation: Relation) -> Iterator[str]:
    if not relation.premises:
        yield "has no premise"
    if len(set(relation.premises)) != len(relation.premises):
        yield "names a premise twice"
    yield from _dangling(map_.claims, relation.premises, "claim")
    if relation.target in relation.premises:
        yield "has its own premise as target"
    if relation.target not in map_.claims and relation.target not in map_.relations:
        yield f"points at {relation.target}, which is not there"
    elif relation.kind is RelationKind.ANSWER and not _is_question(map_, relation.target):
        yield "answers something that is not a question"
    undercut = list(_undercut(map_, relation))
    if relation in undercut:
        yield "undercuts itself in a circle"
    elif len(undercut) > DEEPEST_UNDERCUT:
        yield f"is the end of more than {DEEPEST_UNDERCUT} undercuts one upon the other"


def _is_question(map_: ArgumentMap, key: RecordId) -> bool:
    claim = map_.claims.get(key)
    return claim is not None and claim.kind is ClaimKind.QUESTION


def _undercut(map_: ArgumentMap, relation: Relation) -> Iterator[Relation]:
    """What a relation is aimed at, and what that is aimed at in turn, one level deeper than is allowed."""
    target = map_.relations.get(relation.target)
    for _ in range(DEEPEST_UNDERCUT + 1):
        if target is None:
            return
        yield target
        target = map_.relations.get(target.target)


def _source(map_: ArgumentMap, source: Source) -> Iterator[str]:
    yield from _dangling(map_.participants, (t.participant for t in source.voices), "participant")


def _excerpt(map_: ArgumentMap, excerpt: Excerpt) -> Iterator[str]:
    yield from _lost_element(map_, excerpt.element)
    yield from _dangling(map_.sources, (excerpt.source,), "source")
    if not 0 <= excerpt.start < excerpt.end:
        yield "covers no text"


def _note(map_: ArgumentMap, note: Note) -> Iterator[str]:
    if note.element not in map_.excerpts:
        yield from _lost_element(map_, note.element)
    yield from _dangling(map_.participants, _given(note.author), "participant")


def _participant(map_: ArgumentMap, participant: Participant) -> Iterator[str]:
    yield from _dangling(map_.participants, _given(participant.reported_by), "participant")


def _group(map_: ArgumentMap, group: Group) -> Iterator[str]:
    yield from _dangling(map_.claims, group.members, "claim")


def _placement(map_: ArgumentMap, placement: Placement) -> Iterator[str]:
    if placement.id != placement_id(placement.element):
        yield f"must have the id {placement_id(placement.element)}"
    yield from _dangling(map_.claims, (placement.element,), "claim")
    numbers = (placement.x, placement.y, placement.width or 0.0)
    if not all(math.isfinite(number) and abs(number) <= FARTHEST for number in numbers):
        yield "stands at a place that is not a number within reach"


FARTHEST = 10_000_000.0
"""No coordinate is larger than this many pixels, so that sums of them stay exact."""


def _dangling(table: Mapping[RecordId, Record], keys: Iterable[RecordId], what: str) -> Iterator[str]:
    return (f"names the {what} {key}, which is not there" for key in keys if key not in table)


def _lost_element(map_: ArgumentMap, key: RecordId) -> Iterator[str]:
    if key not in map_.claims and key not in map_.relations:
        yield f"belongs to {key}, which is not there"


def _is_writable(record: AnyRecord) -> bool:
    """Whether UTF-8 can hold its texts: a lone surrogate, pasted by accident, would fail the save."""
    return all(_is_unicode(getattr(record, name)) for name in record.__struct_fields__)


def _is_unicode(value: object) -> bool:
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return False
    if isinstance(value, tuple):
        return all(map(_is_unicode, value))
    return True
