"""A map with one of everything.

q?  <-- t  <-- a (support)   <-- b (attack)   <-- c + d (linked support)
                   u undercuts a's relation
"""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    AnyRecord,
    Claim,
    ClaimKind,
    Participant,
    Placement,
    Relation,
    RelationKind,
)

PLACES = {
    "q": (300, 0),
    "t": (300, 150),
    "a": (0, 300),
    "b": (300, 300),
    "c": (600, 300),
    "d": (900, 300),
    "u": (0, 450),
}
ARROWS = (
    ("tq", ("t",), "q", RelationKind.ANSWER),
    ("at", ("a",), "t", RelationKind.SUPPORT),
    ("bt", ("b",), "t", RelationKind.ATTACK),
    ("cdt", ("c", "d"), "t", RelationKind.SUPPORT),
    ("uat", ("u",), "at", RelationKind.ATTACK),
)


def small_map() -> ArgumentMap:
    """The map above; claim a is voice v's."""
    records: list[AnyRecord] = [Participant(id=RecordId("v"), name="Ada", monogram="A")]
    for name, (x, y) in PLACES.items():
        key = RecordId(name)
        kind = ClaimKind.QUESTION if name == "q" else ClaimKind.CLAIM
        voice = RecordId("v") if name == "a" else None
        records.append(Claim(id=key, text=f"Claim {name}", kind=kind, participant=voice))
        records.append(Placement(id=placement_id(key), element=key, x=x, y=y))
    for name, premises, target, relation_kind in ARROWS:
        records.append(
            Relation(
                id=RecordId(name),
                premises=tuple(map(RecordId, premises)),
                target=RecordId(target),
                kind=relation_kind,
            )
        )
    return ArgumentMap(records)
