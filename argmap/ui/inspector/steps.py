"""How relations read from an element's side: which verb, which other element, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.roles import ArrowKind, arrow_kind_of, conflict_partner

_ACTIVE = {
    ArrowKind.SUPPORT: "Supports",
    ArrowKind.WARRANT: "Warrants",
    ArrowKind.ATTACK: "Attacks",
    ArrowKind.CONFLICT: "Key conflict with",
    ArrowKind.UNDERCUT: "Undercuts",
    ArrowKind.ANSWER: "Answers",
}
_PASSIVE = {
    ArrowKind.SUPPORT: "Supported by",
    ArrowKind.WARRANT: "Warranted by",
    ArrowKind.ATTACK: "Attacked by",
    ArrowKind.CONFLICT: "Key conflict with",
    ArrowKind.UNDERCUT: "Undercut by",
    ArrowKind.ANSWER: "Answered by",
}


class Step(NamedTuple):
    """One relation seen from an element: “Supports” and what it supports, “Attacked by” and what attacks."""

    relation: RecordId
    other: RecordId
    kind: ArrowKind
    verb: str
    beside: tuple[RecordId, ...]
    """Claims linked with it in the same relation."""


def verb_of(kind: ArrowKind) -> str:
    """What premises do in a relation of a kind."""
    return _ACTIVE[kind]


def steps_of(map_: ArgumentMap, element: RecordId) -> list[Step]:
    """The element's relations: what it bears on first, then what bears on it; a key conflict counts once."""
    return [*_leaving(map_, element), *_arriving(map_, element)]


def _leaving(map_: ArgumentMap, element: RecordId) -> Iterator[Step]:
    for relation in map_.leaving(element):
        kind = arrow_kind_of(map_, relation)
        beside = tuple(key for key in relation.premises if key != element)
        yield Step(relation.id, relation.target, kind, _ACTIVE[kind], beside)


def _arriving(map_: ArgumentMap, element: RecordId) -> Iterator[Step]:
    for relation in map_.arriving(element):
        if conflict_partner(map_, relation) is None:
            kind = arrow_kind_of(map_, relation)
            premise, *rest = relation.premises
            yield Step(relation.id, premise, kind, _PASSIVE[kind], tuple(rest))
