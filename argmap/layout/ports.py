"""How arrows share an edge of a card: exits side by side, entries apart by kind, a lane for each bus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.layout.fans import Fan, Manner, Spread
from argmap.layout.geometry import Rect
from argmap.layout.plan import FanKey
from argmap.model.ids import RecordId

_APART = 24.0
"""Entries of two kinds stand at least this far from each other."""
_LANE = 8.0
"""Buses nearer than this look like one."""
_LIFTS = (0.0, -10.0, 10.0, -18.0)
_CORNER = 12.0


@dataclass(frozen=True, slots=True)
class _Leaving:
    """One arrow that leaves a card by its top."""

    relation: RecordId
    exit: float
    goal: float
    level: float
    straight: bool


def assigned(
    fans: Mapping[FanKey, Fan], spreads: Mapping[FanKey, Spread], cards: Mapping[RecordId, Rect]
) -> Mapping[FanKey, Fan]:
    """The fans again, told which exits, entries and lanes to use; those without a rival stay the same object.

    `cards` has the card that each relation with a single premise leaves.
    """
    exits = _exits(spreads, cards)
    told = {key: _with_exits(fan, exits) for key, fan in fans.items()}
    for key, (low, high) in _entries(fans, spreads).items():
        told[key] = replace(told[key], low=low, high=high)
    for key, lift in _lifts(spreads).items():
        told[key] = replace(told[key], lift=lift)
    return told


def _with_exits(fan: Fan, exits: Mapping[RecordId, float]) -> Fan:
    if not any(member.relation in exits for member in fan.members):
        return fan
    members = tuple(replace(member, exit=exits.get(member.relation)) for member in fan.members)
    return replace(fan, members=members)


def _exits(spreads: Mapping[FanKey, Spread], cards: Mapping[RecordId, Rect]) -> dict[RecordId, float]:
    leaving: dict[Rect, list[_Leaving]] = {}
    for spread in spreads.values():
        for relation, manner in spread.manners.items():
            card = cards.get(relation)
            if card is not None and manner in (Manner.STRAIGHT, Manner.BUS):
                way = spread.ways[relation]
                is_straight = manner is Manner.STRAIGHT
                held = _Leaving(relation, way[0].x, way[-1].x, spread.level, is_straight)
                leaving.setdefault(card, []).append(held)
    found: dict[RecordId, float] = {}
    for card, arrows in leaving.items():
        if len(arrows) > 1:
            found.update(_side_by_side(card, arrows))
    return found


def _side_by_side(card: Rect, arrows: list[_Leaving]) -> Iterator[tuple[RecordId, float]]:
    """Straight ones stay; those that turn spread out on their side of them, in an order without crossings."""
    fixed = sorted(arrow.exit for arrow in arrows if arrow.straight)
    yield from ((arrow.relation, arrow.exit) for arrow in arrows if arrow.straight)
    split = fixed[0] if fixed else card.center.x
    left = [arrow for arrow in arrows if not arrow.straight and arrow.goal < split]
    right = [arrow for arrow in arrows if not arrow.straight and arrow.goal >= split]
    left.sort(key=lambda arrow: (-arrow.level, arrow.goal, arrow.relation))
    right.sort(key=lambda arrow: (arrow.level, arrow.goal, arrow.relation))
    if fixed:
        yield from _spaced(left, card.x, fixed[0])
        yield from _spaced(right, fixed[-1], card.right)
    else:
        yield from _spaced(left + right, card.x, card.right)


def _spaced(arrows: Sequence[_Leaving], low: float, high: float) -> Iterator[tuple[RecordId, float]]:
    step = (high - low) / (len(arrows) + 1)
    for place, arrow in enumerate(arrows, start=1):
        yield arrow.relation, low + place * step


def _entries(
    fans: Mapping[FanKey, Fan], spreads: Mapping[FanKey, Spread]
) -> dict[FanKey, tuple[float, float]]:
    """For claims with two kinds of arrows from below: a part of the bottom edge for each."""
    rivals: dict[RecordId, list[FanKey]] = {}
    for key, spread in spreads.items():
        if spread.ways:
            rivals.setdefault(key[0], []).append(key)
    found: dict[FanKey, tuple[float, float]] = {}
    for keys in rivals.values():
        keys.sort(key=lambda key: (_mean_source(fans[key], spreads[key]), key))
        gaps = (spreads[b].entry - spreads[a].entry for a, b in pairwise(keys))
        if any(gap < _APART for gap in gaps):
            found.update(_parts(fans[keys[0]].target, keys))
    return found


def _parts(target: Rect, keys: Sequence[FanKey]) -> Iterator[tuple[FanKey, tuple[float, float]]]:
    low, high = target.x + _CORNER, target.right - _CORNER
    step = (high - low) / len(keys)
    inset = min(_CORNER, step / 4)
    for place, key in enumerate(keys):
        yield key, (low + place * step + inset, low + (place + 1) * step - inset)


def _mean_source(fan: Fan, spread: Spread) -> float:
    xs = [member.stem.center.x for member in fan.members if member.relation in spread.ways]
    return sum(xs) / len(xs)


def _lifts(spreads: Mapping[FanKey, Spread]) -> dict[FanKey, float]:
    """Lanes for buses that would lie on one another."""
    buses = sorted(
        (spread.level, *span, key) for key, spread in spreads.items() if (span := _bus(spread)) is not None
    )
    placed: list[tuple[float, float, float]] = []
    found: dict[FanKey, float] = {}
    for level, left, right, key in buses:
        placed = [held for held in placed if held[0] > level - 30]
        lift = next((lift for lift in _LIFTS if _is_clear(placed, level + lift, left, right)), 0.0)
        placed.append((level + lift, left, right))
        if lift:
            found[key] = lift
    return found


def _is_clear(placed: Sequence[tuple[float, float, float]], level: float, left: float, right: float) -> bool:
    return not any(abs(held[0] - level) < _LANE and held[1] < right and held[2] > left for held in placed)


def _bus(spread: Spread) -> tuple[float, float] | None:
    """The leftmost and rightmost place of a fan's bus, where it has one."""
    level = [p.x for way in spread.ways.values() for p in way if p.y == spread.level]
    return (min(level), max(level)) if level else None
