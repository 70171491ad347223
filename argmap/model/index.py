"""Look-ups that follow references backwards; each is built from one table, once, when first asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Note, Relation

R = TypeVar("R", Excerpt, Note)


class RelationIndex:
    """Which relations leave a claim and which arrive at an element, in order of id."""

    __slots__ = ("_arriving", "_leaving")

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._leaving: dict[RecordId, list[Relation]] = {}
        self._arriving: dict[RecordId, list[Relation]] = {}
        for relation in sorted(relations, key=lambda r: r.id):
            self._arriving.setdefault(relation.target, []).append(relation)
            for premise in relation.premises:
                self._leaving.setdefault(premise, []).append(relation)

    def leaving(self, claim: RecordId) -> tuple[Relation, ...]:
        """The relations that the claim is a premise of."""
        return tuple(self._leaving.get(claim, ()))

    def arriving(self, element: RecordId) -> tuple[Relation, ...]:
        """The relations whose target is the element."""
        return tuple(self._arriving.get(element, ()))


def by_element(records: Iterable[R]) -> Mapping[RecordId, tuple[R, ...]]:
    """Excerpts or notes by the element they belong to: notes as they were written, excerpts as they stand."""
    found: dict[RecordId, list[R]] = {}
    for record in sorted(records, key=_order):
        found.setdefault(record.element, []).append(record)
    return {element: tuple(held) for element, held in found.items()}


def _order(record: Excerpt | Note) -> tuple[str, int, RecordId]:
    """By time, by place in the text, and by id where neither tells."""
    if isinstance(record, Note):
        return record.time, 0, record.id
    return record.source, record.start, record.id
