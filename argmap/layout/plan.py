"""Which arrows there are to route and which go together: read off the argument, not off the places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation, RelationKind
from argmap.model.roles import conflict_partner

FanKey = tuple[RecordId, RelationKind]
"""The target and the kind of relations that share one head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The arrows of a map by how they are routed; every drawn relation is in exactly one of the three."""

    fans: tuple[tuple[FanKey, tuple[Relation, ...]], ...]
    """Relations of one kind at one claim."""
    conflicts: tuple[tuple[Relation, Relation], ...]
    """Two claims that attack each other."""
    cuts: tuple[tuple[Relation, ...], ...]
    """Relations whose target is a relation: first those at relations between claims, then those at them."""

    @property
    def linked(self) -> tuple[Relation, ...]:
        """The relations with several premises, in order of id."""
        drawn = [relation for _, relations in self.fans for relation in relations]
        drawn += [relation for level in self.cuts for relation in level]
        linked = (relation for relation in drawn if len(relation.premises) > 1)
        return tuple(sorted(linked, key=lambda relation: relation.id))


def plan_of(map_: ArgumentMap, shown: Collection[RecordId]) -> Plan:
    """The arrows between the claims that are shown; a relation lacking one of its ends is left out."""
    fans: dict[FanKey, list[Relation]] = {}
    conflicts: list[tuple[Relation, Relation]] = []
    drawn: list[RecordId] = []
    for relation in sorted(map_.relations.values(), key=lambda held: held.id):
        if relation.target not in shown or not _has_premises(relation, shown):
            continue
        drawn.append(relation.id)
        partner = _partner(map_, relation)
        if partner is None:
            fans.setdefault((relation.target, relation.kind), []).append(relation)
        elif relation.id < partner.id:
            conflicts.append((relation, partner))
    return Plan(
        fans=tuple((key, tuple(fans[key])) for key in sorted(fans)),
        conflicts=tuple(conflicts),
        cuts=tuple(_cuts(map_, drawn, shown)),
    )


def _cuts(
    map_: ArgumentMap, drawn: list[RecordId], shown: Collection[RecordId]
) -> Iterator[tuple[Relation, ...]]:
    """What arrives at drawn relations, then what arrives at those, and so on."""
    level = drawn
    while level:
        arriving = [
            relation for key in level for relation in map_.arriving(key) if _has_premises(relation, shown)
        ]
        if arriving:
            yield tuple(sorted(arriving, key=lambda held: held.id))
        level = [relation.id for relation in arriving]


def _has_premises(relation: Relation, shown: Collection[RecordId]) -> bool:
    return bool(relation.premises) and all(premise in shown for premise in relation.premises)


def _partner(map_: ArgumentMap, relation: Relation) -> Relation | None:
    """The attack that shares the route: each must be the other's partner, and neither its own."""
    partner = conflict_partner(map_, relation)
    if partner is None or partner.id == relation.id:
        return None
    back = conflict_partner(map_, partner)
    return partner if back is not None and back.id == relation.id else None
