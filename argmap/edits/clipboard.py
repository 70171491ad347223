"""Copying part of a map: a fragment is a whole small map, and as text an indented outline."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Relation,
    RelationKind,
    Source,
)
from argmap.model.transaction import Transaction

_PREFIXES: dict[type[AnyRecord], str] = {
    Claim: "c",
    Relation: "r",
    Excerpt: "x",
    Note: "n",
    Group: "g",
    Participant: "p",
    Source: "t",
}


def fragment(map_: ArgumentMap, elements: Iterable[RecordId]) -> ArgumentMap:
    """The part of the map that the elements make: with their notes, passages, voices and places.

    A relation comes along when all its premises and its target do.
    """
    claims = {key for key in elements if key in map_.claims}
    kept: set[RecordId] = set(claims)
    while True:
        more = {
            relation.id
            for relation in map_.relations.values()
            if relation.id not in kept and kept.issuperset((*relation.premises, relation.target))
        }
        if not more:
            break
        kept |= more
    return ArgumentMap(_with_attachments(map_, kept))


def _with_attachments(map_: ArgumentMap, kept: set[RecordId]) -> list[AnyRecord]:
    records: list[AnyRecord] = [map_[key] for key in map_ if key in kept]
    for key in sorted(kept):
        excerpts = map_.excerpts_of(key)
        records += [*excerpts, *map_.notes_of(key)]
        records += [note for excerpt in excerpts for note in map_.notes_of(excerpt.id)]
        placement = map_.placement(key)
        records += [placement] if placement else []
    texts = {record.source for record in records if isinstance(record, Excerpt)}
    records += [map_.sources[key] for key in sorted(texts)]
    return records + _voices(map_, records)


def _voices(map_: ArgumentMap, records: Iterable[AnyRecord]) -> list[AnyRecord]:
    named: set[RecordId] = set()
    for record in records:
        if isinstance(record, Claim) and record.participant:
            named.add(record.participant)
        elif isinstance(record, Note) and record.author:
            named.add(record.author)
        elif isinstance(record, Source):
            named |= {turn.participant for turn in record.voices}
    found: dict[RecordId, Participant] = {}
    while named:
        participant = map_.participants[named.pop()]
        found[participant.id] = participant
        if participant.reported_by and participant.reported_by not in found:
            named.add(participant.reported_by)
    return [found[key] for key in sorted(found)]


def paste(transaction: Transaction, piece: ArgumentMap, by: tuple[float, float]) -> list[RecordId]:
    """Add a fragment, moved by a step, under fresh ids; the ids of its claims and relations.

    Voices and sources that the map has already, equal under the same id, are used and not added again;
    what the fragment says of itself as a map is left behind.
    """
    names = _fresh_names(transaction, piece)

    def named(key: RecordId) -> RecordId:
        return names.get(key, key)

    for record in piece.values():
        is_used = isinstance(record, Participant | Source) and record.id in transaction.map
        if isinstance(record, MapInfo) or (is_used and record.id not in names):
            continue
        fresh = _renamed(record, named)
        if isinstance(fresh, Placement):
            fresh = replace(fresh, x=fresh.x + by[0], y=fresh.y + by[1])
        transaction.put(fresh)
    return [named(key) for key in (*piece.claims, *piece.relations)]


def _fresh_names(transaction: Transaction, piece: ArgumentMap) -> dict[RecordId, RecordId]:
    names: dict[RecordId, RecordId] = {}
    for key, record in piece.items():
        if isinstance(record, Placement | MapInfo):
            continue
        if isinstance(record, Participant | Source) and transaction.map.get(key, record) == record:
            continue
        names[key] = transaction.ids(_PREFIXES[type(record)])
    return names


def _renamed(record: AnyRecord, named: Callable[[RecordId], RecordId]) -> AnyRecord:
    """The record under its new id, with every reference following."""
    key = named(record.id)
    match record:
        case Claim(participant=voice):
            return replace(record, id=key, participant=voice and named(voice))
        case Relation():
            return replace(
                record, id=key, premises=tuple(map(named, record.premises)), target=named(record.target)
            )
        case Excerpt():
            return replace(record, id=key, element=named(record.element), source=named(record.source))
        case Note(author=author):
            return replace(record, id=key, element=named(record.element), author=author and named(author))
        case Participant(reported_by=via):
            return replace(record, id=key, reported_by=via and named(via))
        case Source():
            turns = tuple(replace(turn, participant=named(turn.participant)) for turn in record.voices)
            return replace(record, id=key, voices=turns)
        case Group():
            return replace(record, id=key, members=tuple(map(named, record.members)))
        case Placement():
            element = named(record.element)
            return replace(record, id=placement_id(element), element=element)
        case _:
            return record


_SIGNS = {RelationKind.SUPPORT: "+", RelationKind.ATTACK: "-", RelationKind.ANSWER: "+"}
_SIGNS_ON_STEPS = {RelationKind.SUPPORT: "^", RelationKind.ATTACK: "_", RelationKind.ANSWER: "^"}


def as_text(map_: ArgumentMap) -> str:
    """The map as an indented outline, a claim a line, what bears on it below it.

    Before a reason stands `+`, before an objection `-`, before a linked premise `&`; before what bears on
    the step above it and not on the claim, `_` for an undercutter and `^` for a warrant.
    """
    lines: list[str] = []
    seen: set[RecordId] = set()
    roots = [key for key in map_.claims if not map_.leaving(key)]
    for root in [*roots, *map_.claims]:
        if root not in seen:
            _write_claim(map_, root, "", 0, lines, seen)
    return "\n".join(lines) + ("\n" if lines else "")


def _write_claim(
    map_: ArgumentMap, key: RecordId, sign: str, depth: int, lines: list[str], seen: set[RecordId]
) -> None:
    text = " ".join(map_.claims[key].text.split())
    lines.append("  " * depth + (f"{sign} {text}" if sign else text))
    if key in seen:
        return
    seen.add(key)
    for relation in map_.arriving(key):
        _write_relation(map_, relation, depth + 1, lines, seen)


def _write_relation(
    map_: ArgumentMap, relation: Relation, depth: int, lines: list[str], seen: set[RecordId]
) -> None:
    signs = _SIGNS_ON_STEPS if relation.target in map_.relations else _SIGNS
    for number, premise in enumerate(relation.premises):
        _write_claim(map_, premise, signs[relation.kind] if number == 0 else "&", depth, lines, seen)
    for undercutter in map_.arriving(relation.id):
        _write_relation(map_, undercutter, depth + 1, lines, seen)
