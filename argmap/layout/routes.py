"""The way arrows run: what routing answers, and what painting and hit tests ask."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import force_setattr

from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.recall import Memory
from argmap.model.ids import RecordId

_NOWHERE = Rect(0, 0, 0, 0)


class Route(Struct, frozen=True):
    """The way of one arrow: corners joined by level and upright lines, from its premises to its target.

    Two claims that attack each other share one route, kept under both relations; `partner` names the
    other one.
    """

    relation: RecordId
    points: tuple[Point, ...]
    partner: RecordId | None = None
    box: Rect = _NOWHERE
    """The smallest rectangle round it: it follows from the points."""

    def __post_init__(self) -> None:
        force_setattr(self, "box", _around(self.points))

    def segments(self) -> Iterator[tuple[Point, Point]]:
        """Its straight pieces, in order."""
        return pairwise(self.points)

    @property
    def start(self) -> Point:
        """Where it leaves its premises."""
        return self.points[0]

    @property
    def tip(self) -> Point:
        """Where it meets its target."""
        return self.points[-1]

    @property
    def length(self) -> float:
        """How long it is, in pixels at 100 %."""
        return sum(math.dist(a, b) for a, b in self.segments())

    @property
    def middle(self) -> Point:
        """The point half way along."""
        return self.point_at(0.5)

    def point_at(self, share: float) -> Point:
        """The point a share of the way along, from 0 (start) to 1 (tip)."""
        left = self.length * share
        for a, b in self.segments():
            piece = math.dist(a, b)
            if piece >= left and piece > 0:
                part = left / piece
                return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
            left -= piece
        return self.tip

    def distance_to(self, point: Point) -> float:
        """How far the point is from the nearest place on the route."""
        return min((_distance(point, a, b) for a, b in self.segments()), default=math.inf)


@dataclass(frozen=True, slots=True)
class Plate:
    """What ties linked premises together: a plate round them, with a joint between neighbours."""

    relation: RecordId
    rect: Rect | None
    """None where the premises stand too far apart for a plate: then `legs` lead to the one joint."""
    joints: tuple[Point, ...]
    """Where the `+` discs stand."""
    legs: tuple[tuple[Point, ...], ...] = ()
    """Lines from the premises to the joint, without heads."""
    box: Rect = field(init=False, compare=False, repr=False)
    """The smallest rectangle round all of it."""

    def __post_init__(self) -> None:
        box = _around([*self.joints, *(point for leg in self.legs for point in leg)])
        if self.rect is not None:
            box = bounding([box, self.rect] if self.joints or self.legs else [self.rect]) or box
        object.__setattr__(self, "box", box)


@dataclass(frozen=True, slots=True)
class Routing:
    """All arrows of a map. While cards are carried it is `Elastic`'s, and changes with every step."""

    routes: Mapping[RecordId, Route] = field(default_factory=dict)
    """By relation."""
    plates: Mapping[RecordId, Plate] = field(default_factory=dict)
    """By relation, for those with several premises."""
    memory: Memory | None = field(default=None, compare=False, repr=False)
    """What `reroute` needs to know of how this came about."""


def _around(points: Sequence[Point]) -> Rect:
    """The smallest rectangle round some points."""
    if not points:
        return _NOWHERE
    left, top = right, bottom = points[0]
    for x, y in points:
        if x < left:
            left = x
        elif x > right:
            right = x
        if y < top:
            top = y
        elif y > bottom:
            bottom = y
    return Rect(left, top, right - left, bottom - top)


def _distance(point: Point, a: Point, b: Point) -> float:
    """From the point to the straight piece from a to b."""
    dx, dy = b.x - a.x, b.y - a.y
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else ((point.x - a.x) * dx + (point.y - a.y) * dy) / square
    share = min(1.0, max(0.0, share))
    return math.dist(point, (a.x + dx * share, a.y + dy * share))
