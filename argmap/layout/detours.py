"""A search for a way round the cards: A* over a sparse grid of lines.

The lines run a little outside every edge of what stands in the window, through the ports, and, on request,
in lanes beside some arrows. That is enough to get round anything: where cards leave room for two such lines,
a free way exists if and only if one exists on the grid. A state is a crossing of lines with the direction of
arrival, so that bends have a price (Wybrow, Marriott, Stuckey: Orthogonal connector routing, 2009, gives the
idea of the grid).

Crossings are numbered column by column, a state is the crossing's number times four plus the direction, and
the bit behind the last line has an infinite price, so that no step needs to ask whether it leaves the grid.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.layout.field import Obstacle
from argmap.layout.geometry import Point, Rect
from argmap.layout.traffic import BESIDE, Piece
from argmap.model.ids import RecordId

_OFF = 12.0
_NEAR = 7.0
_LANES = (-16.0, -8.0, 8.0, 16.0)
_BUDGET = 12_000
"""So many states are looked at before the search gives up."""
_EAGER = 1.2
"""The search takes what is left this much too seriously: far fewer states, a way at most this much dearer."""
_POCKET = 300
"""A place from which so many crossings can be reached counts as open."""
_BLOCKED = float("inf")

PortValues = tuple[Point, Point, float]
"""A place, the direction away from it, and a price."""
_Range = tuple[float, float]
_Area = tuple[_Range, _Range]
"""From left to right, and from top to bottom."""
_MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What stands in the window of a search, and the prices."""

    window: Rect
    obstacles: Sequence[Obstacle]
    pieces: Sequence[Piece]
    own: frozenset[RecordId]
    """Plates that the arrow may run through."""
    bend: float
    crossing: float
    overlap: float
    plate: float
    narrow: float
    beside: Sequence[Piece] = ()
    """Arrows of others beside which there are to be lanes."""


def detour(
    starts: Sequence[PortValues], ends: Sequence[PortValues], search: Search
) -> tuple[Point, ...] | None:
    """The cheapest way from one of the starts to one of the ends; None where none was found."""
    grid = _Grid(search, [port[0] for port in (*starts, *ends)])
    if grid.is_shut({grid.number(port[0]) for port in ends}, {grid.number(port[0]) for port in starts}):
        return None
    return _Walk(grid, ends, search.bend).run(starts)


class _Grid:
    """Lines in both directions, and what it costs to go along each bit between two of them."""

    def __init__(self, search: Search, ports: Sequence[Point]) -> None:
        self._search = search
        window = search.window
        xs, ys = {port.x for port in ports}, {port.y for port in ports}
        for held in search.obstacles:
            xs.update(x for x in (held.left - _OFF, held.right + _OFF) if window.x <= x <= window.right)
            ys.update(y for y in (held.top - _OFF, held.bottom + _OFF) if window.y <= y <= window.bottom)
        for piece in search.beside:
            if piece.is_level:
                ys.update(edge + lane for edge in (piece.top, piece.bottom) for lane in _LANES)
            else:
                xs.update(edge + lane for edge in (piece.left, piece.right) for lane in _LANES)
        self.xs, self.ys = sorted(xs), sorted(ys)
        self.height = len(self.ys)
        down = [b - a for a, b in pairwise(self.ys)] + [_BLOCKED]
        self.level = [step for a, b in pairwise(self.xs) for step in [b - a] * self.height]
        self.level += [_BLOCKED] * self.height
        self.upright = down * len(self.xs)
        for piece in search.pieces:
            self._charge(piece)
        for held in search.obstacles:
            self._bar(held)

    def number(self, point: Point) -> int:
        """The crossing of lines at a port."""
        return bisect_left(self.xs, point.x) * self.height + bisect_left(self.ys, point.y)

    def point(self, number: int) -> Point:
        """Where a crossing is."""
        return Point(self.xs[number // self.height], self.ys[number % self.height])

    def is_shut(self, places: Iterable[int], wanted: set[int]) -> bool:
        """Whether the places lie in a pocket that cannot be reached from those wanted."""
        seen = set(places)
        waiting = list(seen)
        while waiting and len(seen) < _POCKET:
            place = waiting.pop()
            if place in wanted:
                return False
            near = [to for price, to in self.steps(place) if price < _BLOCKED and to not in seen]
            seen.update(near)
            waiting += near
        return not waiting

    def steps(self, place: int) -> tuple[tuple[float, int], ...]:
        """The price of a step to the right, down, left and up, and where it leads."""
        height, level, upright = self.height, self.level, self.upright
        return (
            (level[place], place + height),
            (upright[place], place + 1),
            (level[place - height], place - height),
            (upright[place - 1], place - 1),
        )

    def _bar(self, held: Obstacle) -> None:
        """Block the bits inside a card, make those along its edge and those inside a plate dear."""
        reach = (held.left, held.right), (held.top, held.bottom)
        if not held.is_plate:
            beside = (held.left - _NEAR, held.right + _NEAR), (held.top - _NEAR, held.bottom + _NEAR)
            self._add(reach, beside, self._search.narrow)
            self._add(reach, reach, _BLOCKED)
        elif held.key not in self._search.own:
            self._add(reach, reach, self._search.plate)

    def _charge(self, piece: Piece) -> None:
        """Let a bit that crosses an arrow cost more, and one that lies on it much more."""
        left, top, right, bottom = piece.left - 0.5, piece.top - 0.5, piece.right + 0.5, piece.bottom + 0.5
        over, under = (piece.left - BESIDE, piece.right + BESIDE), (piece.top - BESIDE, piece.bottom + BESIDE)
        crossing, overlap = self._search.crossing, self._search.overlap
        if piece.is_level:
            self._add_upright((top, bottom), (left, right), crossing)
            self._add_level((left, right), under, overlap)
        else:
            self._add_level((left, right), (top, bottom), crossing)
            self._add_upright((top, bottom), over, overlap)

    def _add(self, reach: _Area, beside: _Area, price: float) -> None:
        """Let all bits cost more that come within reach lengthwise, and lie on or beside it sideways."""
        self._add_level(reach[0], beside[1], price)
        self._add_upright(reach[1], beside[0], price)

    def _add_level(self, reach: _Range, band: _Range, price: float) -> None:
        for i, j in _inside(self.xs, self.ys, reach, band):
            self.level[i * self.height + j] += price

    def _add_upright(self, reach: _Range, band: _Range, price: float) -> None:
        for j, i in _inside(self.ys, self.xs, reach, band):
            self.upright[i * self.height + j] += price


def _inside(
    along: Sequence[float],
    across: Sequence[float],
    reach: _Range,
    band: _Range,
) -> Iterator[tuple[int, int]]:
    """The bits of lines that overlap the reach, on lines strictly inside the band: (bit, line)."""
    first = max(0, bisect_right(along, reach[0]) - 1)
    last = min(bisect_left(along, reach[1]), len(along) - 1)
    lines = range(bisect_right(across, band[0]), bisect_left(across, band[1]))
    for bit in range(first, last):
        for line in lines:
            yield bit, line


class _Walk:
    """One run of the search."""

    def __init__(self, grid: _Grid, ends: Sequence[PortValues], bend: float) -> None:
        self._grid, self._bend = grid, bend
        self._goals: dict[int, float] = {}
        for at, out, price in ends:
            state = grid.number(at) * 4 + _direction(Point(-out.x, -out.y))
            self._goals[state] = min(price, self._goals.get(state, _BLOCKED))
        self._ends = sorted({at for at, _, _ in ends})
        self._ahead: dict[int, float] = {}
        self._reached: dict[int, float] = {}
        self._from: dict[int, int] = {}
        """The state before; for the first one after a start, the start's crossing, inverted."""
        self._queue: list[tuple[float, int]] = []

    def run(self, starts: Sequence[PortValues]) -> tuple[Point, ...] | None:
        """Look at the most promising state until a goal comes up."""
        for at, out, price in starts:
            place, direction = self._grid.number(at), _direction(out)
            step, to = self._grid.steps(place)[direction]
            if step < _BLOCKED:
                self._reach(to * 4 + direction, price + step, ~place)
        done = set[int]()
        best, goal = _BLOCKED, -1
        while self._queue and len(done) < _BUDGET and self._queue[0][0] < best:
            state = heapq.heappop(self._queue)[1]
            if state in done:
                continue
            done.add(state)
            total = self._reached[state] + self._goals.get(state, _BLOCKED)
            if total < best:
                best, goal = total, state
            self._expand(state)
        return None if goal < 0 else self._path(goal)

    def _expand(self, state: int) -> None:
        place, direction = state >> 2, state & 3
        reached, back = self._reached[state], direction ^ 2
        for turned, (price, to) in enumerate(self._grid.steps(place)):
            if turned != back and price < _BLOCKED:
                bent = 0.0 if turned == direction else self._bend
                self._reach(to * 4 + turned, reached + price + bent, state)

    def _reach(self, state: int, price: float, before: int) -> None:
        if price < self._reached.get(state, _BLOCKED):
            self._reached[state] = price
            self._from[state] = before
            heapq.heappush(self._queue, (price + _EAGER * self._remaining(state >> 2), state))

    def _remaining(self, place: int) -> float:
        """What is left to pay at least: the distance, and a bend where both directions are needed."""
        known = self._ahead.get(place)
        if known is None:
            x, y = self._grid.point(place)
            known = self._ahead[place] = min(
                abs(end.x - x) + abs(end.y - y) + (self._bend if end.x != x and end.y != y else 0.0)
                for end in self._ends
            )
        return known

    def _path(self, state: int) -> tuple[Point, ...]:
        points: list[Point] = []
        while state >= 0:
            points.append(self._grid.point(state >> 2))
            state = self._from[state]
        return (self._grid.point(~state), *reversed(points))


def _direction(out: Point) -> int:
    return _MOVES.index((round(out.x), round(out.y)))
