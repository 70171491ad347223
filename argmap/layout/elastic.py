"""Arrows while a card is dragged: they stretch after it at once, and are routed with care when it is let go.

Nothing here looks for cards in the way. An arrow keeps the side by which it leaves its premise and meets its
target where that still makes sense, and turns at right angles between the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.plates import plate_round
from argmap.layout.routes import Plate, Route, Routing
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation

_LEAST_RISE = 12.0
"""Below this height between two cards an arrow goes by the sides."""


class Elastic:
    """The arrows at some claims and those upon them, drawn after their cards as often as these move."""

    def __init__(
        self,
        map_: ArgumentMap,
        routing: Routing,
        boxes: Mapping[RecordId, Rect],
        *,
        claims: Iterable[RecordId],
    ) -> None:
        """Take the claims in hand, before or after they were moved; `boxes` are where all cards stand now."""
        self.claims = frozenset(claims)
        self._routes, self._plates = dict(routing.routes), dict(routing.plates)
        self.routing = Routing(self._routes, self._plates, routing.memory)
        """All arrows as they run now: it changes with each `stretch`."""
        self._plated = {key for key, plate in routing.plates.items() if plate.rect is not None}
        affected = _affected(map_, self.claims)
        self._relations = [relation for relation in affected if relation.id in self._routes]
        self.relations = frozenset(relation.id for relation in self._relations)
        """The relations whose arrows are drawn after their cards."""
        self.around = self._around(boxes)
        """The smallest rectangle round the claims, their arrows and plates, as they stand now."""

    def stretch(self, boxes: Mapping[RecordId, Rect]) -> None:
        """Draw the arrows between the cards as they stand now."""
        routes, plates = self._routes, self._plates
        for relation in self._relations:
            key = relation.id
            held, plate = routes[key], plates.get(key)
            if plate is not None:
                can_join = key in self._plated
                plates[key] = plate = _stretched_plate(relation, boxes, plate, can_join=can_join)
            ends = _ends(relation, boxes, routes, plate)
            if ends is None:
                continue
            points = _joined(*ends)
            if key != held.relation:
                points = points[::-1]  # the line that two attacks share runs from the first to the second
            routes[key] = fresh = Route(held.relation, points, held.partner)
            if held.partner is not None:
                routes[held.relation] = routes[held.partner] = fresh
        self.around = self._around(boxes)

    def _around(self, boxes: Mapping[RecordId, Rect]) -> Rect:
        routes, plates = self._routes, self._plates
        held = [boxes[key] for key in self.claims if key in boxes]
        held += [routes[key].box for key in self.relations]
        held += [plates[key].box for key in self.relations if key in plates]
        return bounding(held) or Rect(0, 0, 0, 0)


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
    left, top, width, height = start
    x, y, wide, high = end
    middle, goal = left + width / 2, x + wide / 2
    if top - (y + high) >= _LEAST_RISE:
        return _upright(middle, top, goal, y + high)
    if y - (top + height) >= _LEAST_RISE:
        return _upright(middle, top + height, goal, y)
    if middle <= goal:
        return _level(left + width, top + height / 2, x, y + high / 2)
    return _level(left, top + height / 2, x + wide, y + high / 2)


def _upright(x: float, y: float, goal_x: float, goal_y: float) -> tuple[Point, ...]:
    if abs(x - goal_x) < 1:
        return Point(x, y), Point(x, goal_y)
    half = (y + goal_y) / 2
    return Point(x, y), Point(x, half), Point(goal_x, half), Point(goal_x, goal_y)


def _level(x: float, y: float, goal_x: float, goal_y: float) -> tuple[Point, ...]:
    if abs(y - goal_y) < 1:
        return Point(x, y), Point(goal_x, y)
    half = (x + goal_x) / 2
    return Point(x, y), Point(half, y), Point(half, goal_y), Point(goal_x, goal_y)


def _stretched_plate(
    relation: Relation, boxes: Mapping[RecordId, Rect], plate: Plate, *, can_join: bool
) -> Plate:
    premises = [boxes[key] for key in relation.premises if key in boxes]
    joined = plate_round(relation, premises) if can_join else None
    if joined is not None:
        return joined
    joint = plate.joints[0] if plate.rect is None else plate.rect.center
    legs = tuple(_joined(box, Rect(joint.x, joint.y, 0, 0)) for box in premises)
    return Plate(relation.id, None, (joint,), legs)
