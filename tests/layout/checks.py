"""What must hold for every routing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from argmap.layout.geometry import Point, Rect, spanned
from argmap.layout.routes import Route, Routing
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation

_NEAR = 1e-6


def is_orthogonal(points: tuple[Point, ...]) -> bool:
    """Whether all pieces are level or upright, and there is at least one."""
    return len(points) > 1 and all(a.x == b.x or a.y == b.y for a, b in pairwise(points))


def is_on_border(point: Point, rect: Rect) -> bool:
    """Whether the point lies on an edge of the rectangle."""
    on_edge = min(
        abs(point.x - rect.x),
        abs(point.x - rect.right),
        abs(point.y - rect.y),
        abs(point.y - rect.bottom),
    )
    return rect.grown(_NEAR).contains(point) and on_edge <= _NEAR


def cards_in_way(points: tuple[Point, ...], boxes: Mapping[RecordId, Rect]) -> set[RecordId]:
    """The claims whose cards the way runs through, its ends included; touching an edge is not enough."""
    return {
        key
        for key, rect in boxes.items()
        for a, b in pairwise(points)
        if _enters(spanned(a, b), rect.grown(-0.5))
    }


def _enters(piece: Rect, rect: Rect) -> bool:
    return piece.x < rect.right and piece.right > rect.x and piece.y < rect.bottom and piece.bottom > rect.y


def ways(routing: Routing) -> Iterator[tuple[RecordId, tuple[Point, ...]]]:
    """Every drawn line with its relation: routes, and the legs of joints."""
    for key, route in routing.routes.items():
        yield key, route.points
    for key, plate in routing.plates.items():
        for leg in plate.legs:
            yield key, leg


def check_ends(map_: ArgumentMap, boxes: Mapping[RecordId, Rect], routing: Routing) -> None:
    """Every route starts on what it leaves and ends on what it is about."""
    for key, route in routing.routes.items():
        relation = map_.relations[key]
        start, tip = route.start, route.tip
        if route.partner is not None and key != route.relation:
            start, tip = tip, start
        assert leaves(relation, start, boxes, routing), (key, start)
        if relation.target in map_.relations:
            assert routing.routes[relation.target].distance_to(tip) < _NEAR, (key, tip)
        else:
            assert is_on_border(tip, boxes[relation.target]), (key, tip)


def leaves(relation: Relation, start: Point, boxes: Mapping[RecordId, Rect], routing: Routing) -> bool:
    """Whether the point is on the border of the premise or the plate, or is the joint."""
    plate = routing.plates.get(relation.id)
    if plate is None:
        return is_on_border(start, boxes[relation.premises[0]])
    return start == plate.joints[0] if plate.rect is None else is_on_border(start, plate.rect)


def shared_end(first: Route, second: Route) -> bool:
    """Whether two routes come in by the same last piece, so that one head serves both."""
    return first.tip == second.tip and (first.points[-2].x == second.points[-2].x)


def is_apart(boxes: Mapping[RecordId, Rect], gap: float) -> bool:
    """Whether every card keeps the gap to every other."""
    rects = list(boxes.values())
    return not any(a.grown(gap).intersects(b) for place, a in enumerate(rects) for b in rects[:place])


def lie_on_each_other(first: tuple[Point, ...], second: tuple[Point, ...]) -> bool:
    """Whether two ways run side by side, nearer than 8 pixels, for more than 12."""
    return any(
        _is_along((a, b), (c, d)) or _is_along(_turned(a, b), _turned(c, d))
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )


def _is_along(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Whether two level pieces lie on each other."""
    (a, b), (c, d) = first, second
    if a.y != b.y or c.y != d.y or abs(a.y - c.y) > 8 - _NEAR:
        return False
    return min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) > 12


def _turned(a: Point, b: Point) -> tuple[Point, Point]:
    return Point(a.y, a.x), Point(b.y, b.x)


def pairs_on_each_other(map_: ArgumentMap, routing: Routing) -> set[tuple[RecordId, RecordId]]:
    """The relations whose arrows or legs lie on each other though they share neither target nor kind."""
    drawn = sorted(ways(routing))
    return {
        (one, other)
        for place, (other, second) in enumerate(drawn)
        for one, first in drawn[:place]
        if not _may_share(map_, routing, one, other) and lie_on_each_other(first, second)
    }


def _may_share(map_: ArgumentMap, routing: Routing, one: RecordId, other: RecordId) -> bool:
    a, b = map_.relations[one], map_.relations[other]
    same_fan = a.target in map_.claims and (a.target, a.kind) == (b.target, b.kind)
    return one == other or same_fan or routing.routes[one].partner == other
