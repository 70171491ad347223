"""Arrows on their own: from some ports to others, by simple shapes first, by a search when all are blocked.

Every shape is scored: a card run through weighs far more than a plate, then lying on another arrow, crossing
one, bending, and length. The cheapest wins; shapes are looked at in order of what they cost in any case, so
most are dropped without a look at the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.detours import Search, detour
from argmap.layout.field import Field
from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.traffic import Piece, Traffic
from argmap.model.ids import RecordId

CARD, PLATE, OVERLAP, CROSSING, NARROW, BEND = 1e6, 4e3, 600.0, 160.0, 240.0, 40.0
"""What a way costs beside its length in pixels."""
_NEVER = 1e12
_STUB, _LONGER_STUB = 22.0, 36.0
"""How far an arrow goes straight on before it turns round a corner of its card."""
_FACING = 16.0
_CLEARANCE = 7.0
_REACHES: tuple[float | None, ...] = (160.0, 640.0, None)
"""How far round its ends a search looks, in turn; None is the whole map."""

Way = tuple[Point, ...]


class Port(NamedTuple):
    """A place where an arrow may start or end, the direction away from there, and what that costs."""

    at: Point
    out: Point
    cost: float


UP, DOWN, LEFT, RIGHT = Point(0, -1), Point(0, 1), Point(-1, 0), Point(1, 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """What an arrow has to look out for."""

    field: Field
    traffic: Traffic
    extent: Rect
    """The smallest rectangle round everything on the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """The question: one arrow from a start to an end."""

    starts: tuple[Port, ...]
    ends: tuple[Port, ...]
    own: frozenset[RecordId]
    """Plates that the ends stand on."""
    owner: object
    """What may share its line: arrows with the same owner."""
    shortcuts: tuple[Way, ...] = ()
    """Ways to try beside the usual shapes."""


def ports_of(rect: Rect, costs: Sequence[float], *, shares: Sequence[float] = (0.5,)) -> tuple[Port, ...]:
    """Ports on the edges of a card, at shares of each edge; `costs` for top, bottom, left, right.

    A port off the middle costs twice what it could save in length.
    """
    found: list[Port] = []
    for share in shares:
        x, y = rect.x + rect.width * share, rect.y + rect.height * share
        aside, askew = 2 * rect.width * abs(share - 0.5), 2 * rect.height * abs(share - 0.5)
        found += [
            Port(Point(x, rect.y), UP, costs[0] + aside),
            Port(Point(x, rect.bottom), DOWN, costs[1] + aside),
            Port(Point(rect.x, y), LEFT, costs[2] + askew),
            Port(Point(rect.right, y), RIGHT, costs[3] + askew),
        ]
    return tuple(found)


def facing_lines(a: Rect, b: Rect) -> tuple[Way, ...]:
    """The straight line between the sides that two cards turn to each other, where they face."""
    left, right = max(a.x, b.x), min(a.right, b.right)
    top, bottom = max(a.y, b.y), min(a.bottom, b.bottom)
    x, y = (left + right) / 2, (top + bottom) / 2
    if bottom - top >= _FACING and left > right:
        return ((Point(a.right if a.x < b.x else a.x, y), Point(b.x if a.x < b.x else b.right, y)),)
    if right - left >= _FACING and top > bottom:
        return ((Point(x, a.bottom if a.y < b.y else a.y), Point(x, b.y if a.y < b.y else b.bottom)),)
    return ()


def find_way(arrow: Arrow, scene: Scene) -> tuple[Way, Rect | None]:
    """The cheapest way, and the window of the map that it hangs on (None is the whole map).

    It runs through a card only where no free one was found, and on another arrow only where no way beside
    that is worth its price.
    """
    arrow = replace(arrow, own=arrow.own | _plates_at(arrow.starts, scene) | _plates_at(arrow.ends, scene))
    best, window = _cheapest_way(arrow, scene)
    lain_on = scene.traffic.lain_on(best.way, owner=arrow.owner) if best.cost < CARD else []
    if not lain_on:
        return best.way, window
    around = _around(arrow, best.way).grown(_REACHES[0] or 0)
    beside = _searched(arrow, scene, around, beside=lain_on)
    if beside is not None and beside.cost < best.cost:
        best = beside
    looked_at = around.grown(2 * _STUB)
    return best.way, None if window is None else bounding((window, looked_at))


def _cheapest_way(arrow: Arrow, scene: Scene) -> tuple[_Scored, Rect | None]:
    """The same, without looking for places beside other arrows."""
    ends = _around(arrow)
    best = _best_shape(arrow, scene)
    if best.cost < PLATE:
        return best, ends.grown(3 * _STUB)
    if not _can_leave(arrow.starts, scene) or not _can_leave(arrow.ends, scene):
        return best, ends.grown(3 * _STUB)
    for reach in _REACHES:
        window = scene.extent.grown(4 * _STUB) if reach is None else ends.grown(reach)
        found = _searched(arrow, scene, window)
        if found is not None and found.cost < best.cost:
            best = found
        if best.cost < CARD:
            return best, None if reach is None else window.grown(2 * _STUB)
    return best, None


def _around(arrow: Arrow, way: Way = ()) -> Rect:
    """The smallest rectangle round all ports, and round a way between them."""
    places = (*(port.at for port in (*arrow.starts, *arrow.ends)), *way)
    return bounding(Rect(at.x, at.y, 0, 0) for at in places) or Rect(0, 0, 0, 0)


def _plates_at(ports: Sequence[Port], scene: Scene) -> frozenset[RecordId]:
    """The plates that none of the ports is outside of."""
    held = [{near.key for near in scene.field.near(Rect(*port.at, 0, 0)) if near.is_plate} for port in ports]
    return frozenset(set.intersection(*held)) if held else frozenset()


def _can_leave(ports: Sequence[Port], scene: Scene) -> bool:
    """Whether there is room for an arrow in front of one of the ports; else no search can help."""
    fronts = ((port.at, port.at.moved(2 * port.out.x, 2 * port.out.y)) for port in ports)
    return any(all(held.is_plate for held in scene.field.crossed(front)) for front in fronts)


@dataclass(frozen=True, slots=True)
class _Scored:
    way: Way
    cost: float


def _best_shape(arrow: Arrow, scene: Scene) -> _Scored:
    """The cheapest simple way, whatever it runs through.

    Ports off the middle and longer stubs are for ways that would otherwise lie on another arrow.
    """
    starts, ends = _first_each_way(arrow.starts), _first_each_way(arrow.ends)
    best = _Scored((starts[0].at, ends[0].at), _NEVER)
    best = _cheapest(arrow, scene, _by_price(starts, ends, arrow.shortcuts, stub=_STUB), best)
    if _plain_cost(best.way) + OVERLAP <= best.cost < PLATE:
        best = _cheapest(arrow, scene, _by_price(arrow.starts, arrow.ends, (), stub=_LONGER_STUB), best)
    return best


def _cheapest(
    arrow: Arrow, scene: Scene, bundles: Sequence[tuple[float, Iterator[_Scored]]], best: _Scored
) -> _Scored:
    for least, shapes in bundles:
        if least >= best.cost:
            break
        for shape in shapes:
            if shape.cost < best.cost:
                best = min(best, _scored(arrow, scene, shape, enough=best.cost), key=lambda it: it.cost)
    return best


def _by_price(
    starts: Sequence[Port], ends: Sequence[Port], shortcuts: Sequence[Way], *, stub: float
) -> list[tuple[float, Iterator[_Scored]]]:
    """Simple ways in bundles, one for each pair of ports, with what the cheapest of each costs at least."""
    bundles = [(_plain_cost(way), iter((_Scored(way, _plain_cost(way)),))) for way in shortcuts]
    bundles += [
        (_distance(start.at, end.at) + start.cost + end.cost, _shapes(start, end, stub))
        for start in starts
        for end in ends
    ]
    return sorted(bundles, key=lambda bundle: bundle[0])


def _shapes(start: Port, end: Port, stub: float) -> Iterator[_Scored]:
    """The simple ways between two ports with what they cost on an empty map."""
    for way in _between(start, end, stub):
        yield _Scored(way, _plain_cost(way) + start.cost + end.cost)


def _plain_cost(way: Way) -> float:
    return BEND * (len(way) - 2) + sum(_distance(a, b) for a, b in pairwise(way))


def _distance(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _scored(arrow: Arrow, scene: Scene, shape: _Scored, *, enough: float = _NEVER) -> _Scored:
    """The shape with what it meets on the map; nobody looks on once that costs enough."""
    cost = shape.cost
    for held in scene.field.crossed(shape.way):
        if not held.is_plate:
            cost += CARD
        elif held.key not in arrow.own:
            cost += PLATE
    if cost < CARD and len(shape.way) > 2:
        inner = shape.way[1:-1] if len(shape.way) > 3 else ()
        near = scene.field.crossed(inner, clearance=_CLEARANCE)
        cost += NARROW * sum(held.key not in arrow.own for held in near)
    if cost >= enough:
        return _Scored(shape.way, cost)
    meetings = scene.traffic.meetings(shape.way, owner=arrow.owner)
    return _Scored(shape.way, cost + CROSSING * meetings.crossings + OVERLAP * meetings.overlaps)


def _between(start: Port, end: Port, stub: float) -> Iterator[Way]:
    """The simple shapes between two ports that leave and arrive in the right direction."""
    p, q = start.at, end.at
    for inner in _inner(start, end, stub):
        first = inner[0] if inner else q
        if first != p and not _leaves(p, first, start.out):
            continue
        way = simplified((p, *inner, q))
        if len(way) > 1 and _leaves(way[0], way[1], start.out) and _leaves(way[-1], way[-2], end.out):
            yield way


def _inner(start: Port, end: Port, stub: float) -> Iterator[Way]:
    (p, out, _), (q, back, _) = start, end
    if p.x == q.x or p.y == q.y:
        yield ()
    yield (Point(p.x, q.y),)
    yield (Point(q.x, p.y),)
    p1 = p.moved(out.x * stub, out.y * stub)
    q1 = q.moved(back.x * stub, back.y * stub)
    for x in dict.fromkeys(((p.x + q.x) / 2, p1.x, q1.x)):
        yield Point(x, p.y), Point(x, q.y)
    for y in dict.fromkeys(((p.y + q.y) / 2, p1.y, q1.y)):
        yield Point(p.x, y), Point(q.x, y)
    yield p1, Point(p1.x, q1.y), q1
    yield p1, Point(q1.x, p1.y), q1


def _leaves(a: Point, b: Point, out: Point) -> bool:
    return (b.x - a.x) * out.x + (b.y - a.y) * out.y > 0


def simplified(points: Sequence[Point]) -> Way:
    """The same way without corners that are none; () where it turns back on itself or is not orthogonal."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if kept and kept[-1].x != point.x and kept[-1].y != point.y:
            return ()
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            if (kept[-1].x - kept[-2].x) * (point.x - kept[-1].x) < 0:
                return ()
            if (kept[-1].y - kept[-2].y) * (point.y - kept[-1].y) < 0:
                return ()
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a.x == b.x == c.x or a.y == b.y == c.y


def _first_each_way(ports: Sequence[Port]) -> list[Port]:
    """One port for each direction: every further one makes a search dearer."""
    return list({port.out: port for port in reversed(ports)}.values())


def _searched(arrow: Arrow, scene: Scene, window: Rect, *, beside: Sequence[Piece] = ()) -> _Scored | None:
    """The cheapest way on the grid; with pieces to run beside, from all ports and on lanes there, too."""
    search = Search(
        window=window,
        obstacles=scene.field.near(window),
        pieces=scene.traffic.near(window, owner=arrow.owner),
        own=arrow.own,
        bend=BEND,
        crossing=CROSSING,
        overlap=OVERLAP,
        plate=PLATE,
        narrow=NARROW,
        beside=beside,
    )
    starts, ends = (ports if beside else _first_each_way(ports) for ports in (arrow.starts, arrow.ends))
    found = detour(starts, ends, search)
    way = () if found is None else simplified(found)
    return _scored(arrow, scene, _Scored(way, _plain_cost(way))) if len(way) > 1 else None
