"""Arrows of one kind that come up to one claim from below and share its entry.

Each premise takes the first of these ways that runs free of cards: straight up; up to a level bus and along
it (children in a row); sideways into an upright trunk (children in a stack), which may stand beside the
entry and reach it by the bus. What finds none of them is left for `links`. The answer depends only on the
fan and on what stands between its ends, so it can be kept until something moves there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from argmap.layout.field import Field
from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.ids import RecordId

REACH = 60.0
"""How far outside its ends a fan may run or look, in pixels."""
_CLEARANCE = 9.0
_LEAST_GAP = 20.0
_BUS_ABOVE = 30.0
_BUS_BELOW = 16.0
_CORNER = 12.0
_LEAST_OVERLAP = 40.0
_NEAR_STRAIGHT = 20.0

Way = tuple[Point, ...]


class Manner(Enum):
    """How an arrow of a fan leaves its premises."""

    STRAIGHT = "straight"
    BUS = "bus"
    TRUNK = "trunk"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One relation of a fan: where its arrow starts, and what stands there."""

    relation: RecordId
    stem: Rect
    """The premise's card, or the plate or joint of linked premises."""
    own: frozenset[RecordId]
    """Cards and plates that the arrow may touch at its start."""
    exit: float | None = None
    """Where it leaves the top edge; the middle where nothing is said."""

    @property
    def top(self) -> Point:
        """Where it leaves upwards."""
        return Point(self.stem.center.x if self.exit is None else self.exit, self.stem.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """The question: which arrows to bring to which card."""

    target: Rect
    own: frozenset[RecordId]
    """The target and the plates that it stands on."""
    members: tuple[Member, ...]
    low: float
    """Leftmost place of the entry."""
    high: float
    """Rightmost place of the entry."""
    lift: float = 0.0
    """How much lower than usual the bus runs, to keep off another one."""

    @property
    def window(self) -> Rect:
        """All that the answer depends on lies in here."""
        return (bounding((self.target, *(m.stem for m in self.members))) or self.target).grown(REACH)

    @property
    def below(self) -> list[Member]:
        """The members that stand below the target."""
        return [m for m in self.members if m.stem.y >= self.target.bottom + _LEAST_GAP]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The answer: the ways found, all ending at one entry."""

    ways: Mapping[RecordId, Way]
    manners: Mapping[RecordId, Manner]
    entry: float = 0.0
    level: float = 0.0
    """Where the bus runs."""


def spread(fan: Fan, field: Field) -> Spread:
    """Bring as many arrows of the fan to its target as find a free way from below."""
    below = fan.below
    if not below:
        return Spread(ways={}, manners={})
    found: list[Spread] = []
    for entry in _entries(fan, below):
        for level in _levels(fan, below):
            tried = _Attempt(fan, field, entry=entry, level=level).serve((Manner.STRAIGHT, Manner.BUS))
            if len(tried.ways) == len(below):
                return tried
            found.append(tried)
    trunk_first = (Manner.TRUNK, Manner.STRAIGHT, Manner.BUS, Manner.BESIDE)
    found += [
        _Attempt(fan, field, entry=entry, level=level).serve(trunk_first)
        for entry in _trunk_entries(fan, below)
        for level in _levels(fan, below)[:2]
    ]
    usual = ((fan.low + fan.high) / 2, fan.low, fan.high)
    return min(found, key=lambda tried: _badness(tried, is_usual=tried.entry in usual))


def _badness(tried: Spread, *, is_usual: bool) -> tuple[int, float]:
    """How many arrows were left over (fewer is better), then how plain the ways are."""
    bends = sum(len(way) - 2 for way in tried.ways.values())
    aside = sum(manner is Manner.BESIDE for manner in tried.manners.values())
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for way in tried.ways.values() for a, b in pairwise(way))
    return -len(tried.ways), 100 * aside + 40 * bends + length + (0 if is_usual else 60)


def _entries(fan: Fan, below: list[Member]) -> list[float]:
    middle = (fan.low + fan.high) / 2
    if len(below) > 1 or len(fan.members) > 1:
        return [middle]
    member = below[0]
    x = member.top.x
    if fan.low <= x <= fan.high:
        return [x, middle]
    left, right = max(member.stem.x, fan.target.x), min(member.stem.right, fan.target.right)
    if member.exit is None and right - left >= _LEAST_OVERLAP and fan.low <= (left + right) / 2 <= fan.high:
        return [(left + right) / 2, middle]
    return [middle]


def _levels(fan: Fan, below: list[Member]) -> list[float]:
    """Heights for the bus: over the children, under the target, half way."""
    upper, lower = fan.target.bottom, min(m.stem.y for m in below)
    if lower - upper < 2 * _BUS_BELOW:
        return [(upper + lower) / 2]
    wanted = [max(lower - _BUS_ABOVE, upper + _BUS_BELOW)]
    if wanted[0] > upper + 2 * _BUS_ABOVE:
        wanted += [upper + _BUS_ABOVE, (upper + lower) / 2]
    return [min(max(level + fan.lift, upper + 10), lower - 8) for level in wanted]


def _trunk_entries(fan: Fan, below: list[Member]) -> list[float]:
    """Places where an upright trunk may enter: the middle, near the corners, beside the premises."""
    wanted = [(fan.low + fan.high) / 2, fan.low, fan.high]
    for member in below:
        wanted += [x for x in _beside(member.stem) if fan.low <= x <= fan.high]
    return list(dict.fromkeys(wanted))


def _beside(stem: Rect) -> tuple[float, ...]:
    return (stem.x - 14, stem.x - 10, stem.right + 14, stem.right + 10)


class _Attempt:
    """One place of the entry and one height of the bus."""

    def __init__(self, fan: Fan, field: Field, *, entry: float, level: float) -> None:
        self._fan, self._field, self._level = fan, field, level
        self._below = fan.below
        self._entry = self._straightened(entry)
        self._asides = self._trunks()

    def _straightened(self, entry: float) -> float:
        """The entry, moved a little where that saves a lone arrow a kink."""
        if len(self._below) == 1 and abs(self._below[0].top.x - entry) < _NEAR_STRAIGHT:
            return min(max(self._below[0].top.x, self._fan.low), self._fan.high)
        return entry

    def _trunks(self) -> list[float]:
        """Trunks beside the premises, those that serve most first."""
        places = dict.fromkeys(x for m in self._below for x in (m.stem.x - 14, m.stem.right + 14))
        served = {x: sum(_joins(m.stem, x) for m in self._below) for x in places}
        return sorted(places, key=lambda x: (-served[x], abs(x - self._entry), x))[:6]

    def serve(self, manners: tuple[Manner, ...]) -> Spread:
        """Give every member its first free way."""
        ways: dict[RecordId, Way] = {}
        taken: dict[RecordId, Manner] = {}
        for member in self._below:
            for manner in manners:
                way = next(filter(lambda way: self._is_free(member, way), self._ways(member, manner)), None)
                if way is not None:
                    ways[member.relation], taken[member.relation] = way, manner
                    break
        return Spread(ways=ways, manners=taken, entry=self._entry, level=self._level)

    def _is_free(self, member: Member, way: Way) -> bool:
        crossed = self._field.crossed(way, clearance=_CLEARANCE)
        return all(held.key in member.own or held.key in self._fan.own for held in crossed)

    def _ways(self, member: Member, manner: Manner) -> Iterator[Way]:
        end = Point(self._entry, self._fan.target.bottom)
        match manner:
            case Manner.STRAIGHT:
                if self._is_straight(member):
                    yield Point(end.x, member.stem.y), end
            case Manner.BUS:
                top = member.top
                if top.y >= self._level + 8 and top.x != end.x:
                    yield top, Point(top.x, self._level), Point(end.x, self._level), end
            case Manner.TRUNK:
                if _joins(member.stem, end.x):
                    start = _side(member.stem, end.x)
                    yield start, Point(end.x, start.y), end
            case Manner.BESIDE:
                yield from self._ways_beside(member, end)

    def _is_straight(self, member: Member) -> bool:
        if abs(member.top.x - self._entry) < 1e-6:
            return True
        inside = member.stem.x + _CORNER <= self._entry <= member.stem.right - _CORNER
        alone = len(self._fan.members) == 1
        return member.exit is None and inside and (alone or abs(member.top.x - self._entry) < _NEAR_STRAIGHT)

    def _ways_beside(self, member: Member, end: Point) -> Iterator[Way]:
        target = self._fan.target
        if member.stem.x >= target.right or member.stem.right <= target.x:
            return
        for x in self._asides:
            start = _side(member.stem, x)
            if _joins(member.stem, x) and start.y > self._level + 8:
                turn = Point(x, self._level), Point(end.x, self._level)
                yield start, Point(x, start.y), *turn, end


def _joins(stem: Rect, x: float) -> bool:
    """Whether an upright trunk there can be reached from the stem's side."""
    return 6 <= stem.x - x <= REACH or 6 <= x - stem.right <= REACH


def _side(stem: Rect, x: float) -> Point:
    """The middle of the side that faces the x."""
    return Point(stem.x if x < stem.x else stem.right, stem.center.y)
