"""Where an undercutter, or a warrant, meets the arrow that it is about: a point on that arrow's route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from argmap.layout.geometry import Point, Rect, spanned
from argmap.layout.routes import Route
from argmap.layout.single_arrows import DOWN, LEFT, RIGHT, UP, Port, Way

_INSET = 14.0
"""A tip keeps this far from corners and ends, where the piece is long enough."""
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
_OFF_MIDDLE = 120.0
_TAKEN = 500.0
_RING = 20.0
"""Tips nearer than this would lie on each other."""


def own_part(route: Route, siblings: Iterable[Way]) -> Route:
    """The part of a route before it joins another arrow of its fan: a cut there is unmistakable."""
    others = [piece for way in siblings for piece in pairwise(way)]
    kept = [route.start]
    for a, b in route.segments():
        merged = [at for piece in others if (at := _merges(a, b, piece)) is not None]
        if merged:
            at = min(merged, key=lambda p: abs(p.x - a.x) + abs(p.y - a.y))
            kept += [at] if at != kept[-1] else []
            break
        kept.append(b)
    return Route(route.relation, tuple(kept)) if len(kept) > 1 else route


def _merges(a: Point, b: Point, piece: tuple[Point, Point]) -> Point | None:
    """Where the line from a to b begins to lie on the piece."""
    own, other = spanned(a, b), spanned(*piece)
    left, right = max(own.x, other.x), min(own.right, other.right)
    top, bottom = max(own.y, other.y), min(own.bottom, other.bottom)
    if a.y == b.y and other.height == 0 and other.y == a.y and right > left:
        return Point(left if b.x > a.x else right, a.y)
    if a.x == b.x and other.width == 0 and other.x == a.x and bottom > top:
        return Point(a.x, top if b.y > a.y else bottom)
    return None


def near_half(route: Route) -> Route:
    """The first half of a route: the middle of a key conflict belongs to its badge."""
    middle, left = route.middle, route.length / 2
    kept = [route.start]
    for a, b in route.segments():
        left -= abs(b.x - a.x) + abs(b.y - a.y)
        if left <= 0:
            break
        kept.append(b)
    return Route(route.relation, (*kept, middle))


def tips(part: Route, taken: Sequence[Point]) -> tuple[Port, ...]:
    """Ports on the route, the best first, from which a cut would come in square."""
    found: list[Port] = []
    for share in _SHARES:
        at = part.point_at(share)
        cost = _OFF_MIDDLE * abs(share - 0.5) + _crowding(at, taken)
        found += [Port(at, out, cost) for out in _square(part, at)]
    return tuple(sorted(found, key=lambda port: port.cost))


def _square(part: Route, at: Point) -> tuple[Point, Point]:
    a, b = next(((a, b) for a, b in part.segments() if a != b and spanned(a, b).contains(at)), (at, at))
    return (UP, DOWN) if a.y == b.y else (LEFT, RIGHT)


def facing(stem: Rect, part: Route, taken: Sequence[Point]) -> Iterator[Way]:
    """Straight lines from the stem's sides to pieces of the route that face it."""
    for a, b in part.segments():
        piece = spanned(a, b)
        if a.x == b.x:
            y = _meeting((stem.y, stem.bottom), (piece.y, piece.bottom))
            if y is not None and not stem.x <= a.x <= stem.right:
                way = Point(stem.x if a.x < stem.x else stem.right, y), Point(a.x, y)
                yield from _untaken(way, taken)
        else:
            x = _meeting((stem.x, stem.right), (piece.x, piece.right))
            if x is not None and not stem.y <= a.y <= stem.bottom:
                way = Point(x, stem.y if a.y < stem.y else stem.bottom), Point(x, a.y)
                yield from _untaken(way, taken)


def _untaken(way: Way, taken: Sequence[Point]) -> Iterator[Way]:
    if not _crowding(way[-1], taken):
        yield way


def _meeting(side: tuple[float, float], piece: tuple[float, float]) -> float | None:
    """The place nearest the middle of a side that also lies well within the piece."""
    inset = min(_INSET, (piece[1] - piece[0]) / 2)
    low, high = max(side[0] + 8, piece[0] + inset), min(side[1] - 8, piece[1] - inset)
    return min(max((side[0] + side[1]) / 2, low), high) if low <= high else None


def _crowding(at: Point, taken: Sequence[Point]) -> float:
    near = sum(abs(at.x - p.x) + abs(at.y - p.y) < _RING for p in taken)
    return _TAKEN * near
