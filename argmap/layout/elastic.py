"""Arrows while a card is dragged: they stretch after it at once, and are routed with care when it is let go.

Nothing here looks for cards in the way. An arrow keeps the side by which it leaves its premise and meets its
target where that still makes sense, and turns at right angles between the two.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.plates import MARGIN
from argmap.layout.routes import Plate, Route, Routing
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation

_FARTHEST_APART = 120.0
"""Premises farther apart than this lose their plate while one of them is dragged."""
_LEAST_RISE = 12.0
"""Below this height between two cards an arrow goes by the sides."""


def stretch(
    map_: ArgumentMap, boxes: Mapping[RecordId, Rect], routing: Routing, moved: Collection[RecordId]
) -> Routing:
    """The routing with the arrows at moved claims, and those on them, drawn after their cards."""
    routes, plates = dict(routing.routes), dict(routing.plates)
    for relation in _affected(map_, moved):
        held = routes.get(relation.id)
        if held is None:
            continue
        plate = plates.get(relation.id)
        if plate is not None:
            plates[relation.id] = plate = _stretched_plate(relation, boxes, plate)
        ends = _ends(relation, boxes, routes, plate)
        if ends is not None:
            points = _joined(*ends)
            if relation.id != held.relation:
                points = points[::-1]  # the line that two attacks share runs from the first to the second
            routes[relation.id] = fresh = Route(held.relation, points, held.partner)
            if held.partner is not None:
                routes[held.relation] = routes[held.partner] = fresh
    return Routing(routes, plates)


def _affected(map_: ArgumentMap, moved: Collection[RecordId]) -> list[Relation]:
    """The relations at moved claims, and those upon them: each behind the one that it is about."""
    level = {r.id: r for key in moved for r in (*map_.leaving(key), *map_.arriving(key))}
    found: dict[RecordId, Relation] = {}
    while level:
        for key, relation in level.items():
            found.pop(key, None)
            found[key] = relation
        level = {r.id: r for key in level for r in map_.arriving(key)}
    return list(found.values())


def _ends(
    relation: Relation,
    boxes: Mapping[RecordId, Rect],
    routes: Mapping[RecordId, Route],
    plate: Plate | None,
) -> tuple[Rect, Rect] | None:
    """What the arrow runs between: a card, plate or joint, and a card or a point on another arrow."""
    start = boxes.get(relation.premises[0])
    if plate is not None:
        joint = plate.joints[0]
        start = plate.rect or Rect(joint.x, joint.y, 0, 0)
    end = boxes.get(relation.target)
    if end is None and relation.target in routes:
        middle = routes[relation.target].middle
        end = Rect(middle.x, middle.y, 0, 0)
    return None if start is None or end is None else (start, end)


def _joined(start: Rect, end: Rect) -> tuple[Point, ...]:
    """From the side of one that faces the other, at right angles."""
    a, b = start.center, end.center
    if start.y - end.bottom >= _LEAST_RISE:
        return _upright(Point(a.x, start.y), Point(b.x, end.bottom))
    if end.y - start.bottom >= _LEAST_RISE:
        return _upright(Point(a.x, start.bottom), Point(b.x, end.y))
    if a.x <= b.x:
        return _level(Point(start.right, a.y), Point(end.x, b.y))
    return _level(Point(start.x, a.y), Point(end.right, b.y))


def _upright(start: Point, tip: Point) -> tuple[Point, ...]:
    if abs(start.x - tip.x) < 1:
        return start, Point(start.x, tip.y)
    half = (start.y + tip.y) / 2
    return start, Point(start.x, half), Point(tip.x, half), tip


def _level(start: Point, tip: Point) -> tuple[Point, ...]:
    if abs(start.y - tip.y) < 1:
        return start, Point(tip.x, start.y)
    half = (start.x + tip.x) / 2
    return start, Point(half, start.y), Point(half, tip.y), tip


def _stretched_plate(relation: Relation, boxes: Mapping[RecordId, Rect], plate: Plate) -> Plate:
    premises = [boxes[key] for key in relation.premises if key in boxes]
    around = bounding(premises) or Rect(0, 0, 0, 0)
    in_order = sorted(premises, key=lambda box: (box.y, box.x))
    apart = max((_gap(one, other) for one, other in pairwise(in_order)), default=0.0)
    if plate.rect is None or apart > _FARTHEST_APART:
        joint = around.center if plate.rect is not None else plate.joints[0]
        legs = tuple(_joined(box, Rect(joint.x, joint.y, 0, 0)) for box in premises)
        return Plate(relation.id, None, (joint,), legs)
    joints = tuple(_between(one, other) for one, other in pairwise(in_order))
    return Plate(relation.id, around.grown(MARGIN), joints)


def _gap(one: Rect, other: Rect) -> float:
    """How far apart two cards stand, along the axis on which they are farther apart."""
    return max(other.y - one.bottom, other.x - one.right, one.x - other.right)


def _between(one: Rect, other: Rect) -> Point:
    return Point((one.center.x + other.center.x) / 2, (one.bottom + other.y) / 2)
