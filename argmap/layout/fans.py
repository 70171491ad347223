"""Arrows of one kind that come up to one claim from below and share its entry.

Each premise takes the first of these ways that runs free of cards: straight up; up to a level bus and along
it (children in a row); sideways into an upright trunk (children in a stack), which may stand beside the
entry and reach it by the bus. What finds none of them is left for `single_arrows`. The answer depends only
on the fan and on what stands between its ends, so it can be kept until something moves there. A fan that
would lie on the arrows of another is spread again by `spread_beside`, which knows where those run and has
more places to choose from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from argmap.layout.field import Field
from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.traffic import Traffic
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
_CROSSING = 160.0
_MOST_ENTRIES = 16

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the ways of a fan may run, the usual place first."""

    beside: tuple[float, ...]
    """How far beside a premise an upright trunk stands."""
    sides: tuple[float, ...]
    """How far from the middle of its side an arrow leaves a premise, as a share of the side."""
    tops: tuple[float, ...]
    """How far from its usual place an arrow leaves the top of a premise."""
    lanes: tuple[float, ...]
    """How far from its usual height a bus runs."""


_USUAL = _Places(beside=(14.0,), sides=(0.0,), tops=(0.0,), lanes=(0.0,))
_MORE = _Places(
    beside=(14.0, 10.0, 22.0, 30.0, 38.0, 46.0),
    sides=(0.0, -0.2, 0.2),
    tops=(0.0, -16.0, 16.0),
    lanes=(0.0, -10.0, 10.0, 20.0),
)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a fan has to look out for, and its choice of places there."""

    field: Field
    places: _Places = _USUAL
    traffic: Traffic | None = None
    owner: object = None

    def lies_on_others(self, way: Way) -> bool:
        """Whether the way would lie on the arrow of another."""
        return self.traffic is not None and self.traffic.meetings(way, owner=self.owner).overlaps > 0

    def crossings(self, tried: Spread) -> int:
        """How often the ways cross arrows of others."""
        if self.traffic is None:
            return 0
        return sum(self.traffic.meetings(way, owner=self.owner).crossings for way in tried.ways.values())


def spread(fan: Fan, field: Field) -> Spread:
    """Bring as many arrows of the fan to its target as find a free way from below."""
    below = fan.below
    if not below:
        return Spread(ways={}, manners={})
    return _best(fan, _Ground(field), _entries(fan, below), _trunk_entries(fan, below, beside=(14.0, 10.0)))


def spread_beside(fan: Fan, field: Field, traffic: Traffic, owner: object) -> Spread:
    """The same, with no way that lies on an arrow of another owner."""
    below = fan.below
    step = (fan.high - fan.low) / 6
    entries = [*_entries(fan, below), *(fan.low + share * step for share in (2, 4, 1, 5, 0, 6))]
    trunks = [*entries, *_trunk_entries(fan, below, beside=_MORE.beside)]
    middle = (fan.low + fan.high) / 2
    trunks = sorted(dict.fromkeys(trunks), key=lambda x: (abs(x - middle), x))
    return _best(fan, _Ground(field, _MORE, traffic, owner), entries, trunks[:_MOST_ENTRIES])


def _best(fan: Fan, ground: _Ground, entries: Sequence[float], trunks: Sequence[float]) -> Spread:
    """From the top edges where that serves all, else the plainest of those that serve most."""
    levels = _levels(fan, fan.below, ground.places.lanes)
    found: list[Spread] = []
    for entry in entries:
        for level in levels:
            tried = _Attempt(fan, ground, entry=entry, level=level).serve((Manner.STRAIGHT, Manner.BUS))
            if len(tried.ways) == len(fan.below):
                return tried
            found.append(tried)
    trunk_first = (Manner.TRUNK, Manner.STRAIGHT, Manner.BUS, Manner.BESIDE)
    found += [
        _Attempt(fan, ground, entry=entry, level=level).serve(trunk_first)
        for entry in trunks
        for level in levels[: 2 * len(ground.places.lanes)]
    ]
    usual = ((fan.low + fan.high) / 2, fan.low, fan.high)
    return min(found, key=lambda tried: _badness(tried, ground, is_usual=tried.entry in usual))


def _badness(tried: Spread, ground: _Ground, *, is_usual: bool) -> tuple[int, float]:
    """How many arrows were left over (fewer is better), then how plain the ways are."""
    bends = sum(len(way) - 2 for way in tried.ways.values())
    aside = sum(manner is Manner.BESIDE for manner in tried.manners.values())
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for way in tried.ways.values() for a, b in pairwise(way))
    crossings = _CROSSING * ground.crossings(tried)
    return -len(tried.ways), 100 * aside + 40 * bends + length + crossings + (0 if is_usual else 60)


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


def _levels(fan: Fan, below: list[Member], lanes: Sequence[float]) -> list[float]:
    """Heights for the bus: over the children, under the target, half way; each in all lanes."""
    upper, lower = fan.target.bottom, min(m.stem.y for m in below)
    if lower - upper < 2 * _BUS_BELOW:
        return [(upper + lower) / 2]
    wanted = [max(lower - _BUS_ABOVE, upper + _BUS_BELOW)]
    if wanted[0] > upper + 2 * _BUS_ABOVE:
        wanted += [upper + _BUS_ABOVE, (upper + lower) / 2]
    lifted = (level + fan.lift + lane for level in wanted for lane in lanes)
    return list(dict.fromkeys(min(max(level, upper + 10), lower - 8) for level in lifted))


def _trunk_entries(fan: Fan, below: list[Member], *, beside: Sequence[float]) -> list[float]:
    """Places where an upright trunk may enter: the middle, near the corners, beside the premises."""
    wanted = [(fan.low + fan.high) / 2, fan.low, fan.high]
    for member in below:
        places = [*(member.stem.x - off for off in beside), *(member.stem.right + off for off in beside)]
        wanted += [x for x in places if fan.low <= x <= fan.high]
    return list(dict.fromkeys(wanted))


class _Attempt:
    """One place of the entry and one height of the bus."""

    def __init__(self, fan: Fan, ground: _Ground, *, entry: float, level: float) -> None:
        self._fan, self._ground, self._level = fan, ground, level
        self._below = fan.below
        self._entry = self._straightened(entry)
        self._asides = self._trunks()

    def _straightened(self, entry: float) -> float:
        """The entry, moved a little where that saves a lone arrow a kink."""
        if self._ground.traffic is not None:
            return entry
        if len(self._below) == 1 and abs(self._below[0].top.x - entry) < _NEAR_STRAIGHT:
            return min(max(self._below[0].top.x, self._fan.low), self._fan.high)
        return entry

    def _trunks(self) -> list[float]:
        """Trunks beside the premises, those that serve most first."""
        beside = self._ground.places.beside
        places = dict.fromkeys(
            x for off in beside for m in self._below for x in (m.stem.x - off, m.stem.right + off)
        )
        served = {x: sum(_joins(m.stem, x) for m in self._below) for x in places}
        in_order = sorted(places, key=lambda x: (-served[x], abs(x - self._entry), x))
        return in_order[: 6 * len(beside)]

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
        crossed = self._ground.field.crossed(way, clearance=_CLEARANCE)
        if any(held.key not in member.own and held.key not in self._fan.own for held in crossed):
            return False
        return not self._ground.lies_on_others(way)

    def _ways(self, member: Member, manner: Manner) -> Iterator[Way]:
        end = Point(self._entry, self._fan.target.bottom)
        match manner:
            case Manner.STRAIGHT:
                if self._is_straight(member):
                    yield Point(end.x, member.stem.y), end
            case Manner.BUS:
                for top in self._tops(member):
                    if top.y >= self._level + 8 and top.x != end.x:
                        yield top, Point(top.x, self._level), Point(end.x, self._level), end
            case Manner.TRUNK:
                if _joins(member.stem, end.x):
                    for start in self._sides(member.stem, end.x):
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
            turn = Point(x, self._level), Point(end.x, self._level)
            for start in self._sides(member.stem, x) if _joins(member.stem, x) else ():
                if start.y > self._level + 8 and x != end.x:
                    yield start, Point(x, start.y), *turn, end

    def _tops(self, member: Member) -> Iterator[Point]:
        low, high = member.stem.x + _CORNER, member.stem.right - _CORNER
        for off in self._ground.places.tops:
            if not off or low <= member.top.x + off <= high:
                yield member.top.moved(off, 0)

    def _sides(self, stem: Rect, x: float) -> Iterator[Point]:
        """Places on the side that faces the x, the middle first."""
        edge = stem.x if x < stem.x else stem.right
        for share in self._ground.places.sides:
            yield Point(edge, stem.center.y + share * stem.height)


def _joins(stem: Rect, x: float) -> bool:
    """Whether an upright trunk there can be reached from the stem's side."""
    return 6 <= stem.x - x <= REACH or 6 <= x - stem.right <= REACH
