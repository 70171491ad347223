"""Routing: the way of every arrow of a map round its cards.

It goes in steps, each of which sees only what the earlier ones settled: plates round linked premises; fans of
arrows that come up to a claim from below (`fans`), told by `ports` how to share edges, straight ones first
and each beside those before it; then, one by one and looking out for the arrows that are there, key
conflicts, the legs of joints, what found no place in a fan (`single_arrows`), and the arrows upon arrows
(`cuts`). Every answer is remembered with what it hangs on (`recall`).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from argmap.layout.cuts import facing, near_half, own_part, tips
from argmap.layout.fans import Fan, Manner, Member, Spread, Way, spread, spread_beside
from argmap.layout.geometry import Point, Rect
from argmap.layout.ground import Ground
from argmap.layout.plan import FanKey, Plan, plan_of
from argmap.layout.ports import assigned
from argmap.layout.recall import Memory, Recall
from argmap.layout.routes import Plate, Route, Routing
from argmap.layout.single_arrows import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Arrow,
    Port,
    Scene,
    facing_lines,
    find_way,
    ports_of,
)
from argmap.layout.traffic import Traffic
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation

_CORNER = 12.0
_LEAVING = (0.0, 60.0, 15.0, 15.0)
_ARRIVING = (160.0, 0.0, 30.0, 30.0)
_ALIKE = (0.0, 0.0, 0.0, 0.0)
"""Prices of the top, bottom, left and right edge."""
_SHARES = (0.5, 0.25, 0.75)
"""Where along an edge a single arrow may leave or arrive, the middle first."""


def route_map(map_: ArgumentMap, boxes: Mapping[RecordId, Rect]) -> Routing:
    """Route every arrow between cards; a relation one of whose ends has no card is left out."""
    return _routing(map_, boxes, Memory(), moved=())


def reroute(
    map_: ArgumentMap, boxes: Mapping[RecordId, Rect], routing: Routing, moved: Collection[RecordId]
) -> Routing:
    """Route again after some cards moved, came, went or changed size: the same answer as `route_map`, sooner.

    `moved` must name every claim whose box differs from the one that `routing` was made for; changed
    relations are found without being named.
    """
    return _routing(map_, boxes, routing.memory or Memory(), moved=moved)


def _routing(
    map_: ArgumentMap, boxes: Mapping[RecordId, Rect], memory: Memory, *, moved: Collection[RecordId]
) -> Routing:
    held = dict(boxes)
    places = (rect for key in moved for rect in (memory.boxes.get(key), held.get(key)))
    recall = Recall(memory, [rect for rect in places if rect is not None])
    plan = _plan(map_, held, memory)
    run = _Run(plan, Ground(plan, held, recall), recall)
    run.route()
    kept = Memory(
        boxes=held,
        relations=map_.relations,
        plan=plan,
        answers=recall.answers,
        plates=recall.plates,
        settled=recall.settled,
    )
    return Routing(routes=run.routes, plates=run.plates, memory=kept)


def _plan(map_: ArgumentMap, boxes: Mapping[RecordId, Rect], memory: Memory) -> Plan:
    """The plan of the last run, unless relations changed or cards came or went."""
    if memory.plan is not None and memory.relations is map_.relations and memory.boxes.keys() == boxes.keys():
        return memory.plan
    return plan_of(map_, boxes.keys())


class _Run:
    """One routing of a map, step by step."""

    def __init__(self, plan: Plan, ground: Ground, recall: Recall) -> None:
        self._plan, self._ground, self._recall = plan, ground, recall
        self._scene = Scene(ground.field, Traffic(), ground.extent)
        self._asked: dict[FanKey, Fan] = {}
        self._fans: dict[RecordId, Spread] = {}
        self._tips: dict[RecordId, list[Point]] = {}
        self.routes: dict[RecordId, Route] = {}
        self.plates: dict[RecordId, Plate] = dict(ground.plates)

    def route(self) -> None:
        """Go through all steps."""
        spreads = self._settle_fans(self._spread_fans())
        for first, second in self._plan.conflicts:
            self._route_conflict(first, second)
        for relation in self._plan.linked:
            self._lead_legs(relation)
        for key, relation in self._loose(spreads):
            self._route_loose(key, relation, spreads[key])
        for depth, level in enumerate(self._plan.cuts):
            for relation in level:
                self._route_cut(depth, relation)

    def _loose(self, spreads: Mapping[FanKey, Spread]) -> Iterator[tuple[FanKey, Relation]]:
        """The relations that found no place in their fan."""
        for key, relations in self._plan.fans:
            yield from ((key, held) for held in relations if held.id not in spreads[key].ways)

    def _lone_keys(self, spreads: Mapping[FanKey, Spread]) -> Iterator[Hashable]:
        """Under which keys arrows will be settled one by one.

        A key says all about the arrow's turn, so that an arrow whose turn changes counts as a new one, and
        those in between, which saw the old one, are asked anew.
        """
        yield from ((first.id, second.id) for first, second in self._plan.conflicts)
        for relation in self._plan.linked:
            if self.plates[relation.id].rect is None:
                yield from ((relation.id, place) for place in range(len(relation.premises)))
        yield from ((key, relation.id) for key, relation in self._loose(spreads))
        for depth, level in enumerate(self._plan.cuts):
            yield from ((depth, relation.id) for relation in level)

    # Fans

    def _spread_fans(self) -> dict[FanKey, Spread]:
        fans = {key: self._fan(key, relations) for key, relations in self._plan.fans}
        spreads = {key: self._ask_fan(("fan", key), fan) for key, fan in fans.items()}
        cards = {
            relation.id: self._ground.stem(relation)
            for _, relations in self._plan.fans
            for relation in relations
            if len(relation.premises) == 1
        }
        for key, told in assigned(fans, spreads, cards).items():
            self._asked[key] = told
            if told is not fans[key]:
                spreads[key] = self._ask_fan(("told", key), told)
        return spreads

    def _fan(self, key: FanKey, relations: tuple[Relation, ...]) -> Fan:
        target = self._ground.boxes[key[0]]
        return Fan(
            target=target,
            own=self._ground.plates_under(key[0]) | {key[0]},
            members=tuple(map(self._member, relations)),
            low=target.x + _CORNER,
            high=target.right - _CORNER,
        )

    def _member(self, relation: Relation) -> Member:
        plate = self.plates.get(relation.id)
        own = self._ground.plates_under(*relation.premises)
        if plate is None or plate.rect is not None:
            own |= {*relation.premises, relation.id}
        return Member(relation=relation.id, stem=self._ground.stem(relation), own=own)

    def _ask_fan(self, key: Hashable, fan: Fan) -> Spread:
        return self._recall.ask(key, fan, lambda: (spread(fan, self._ground.field), fan.window))

    def _settle_fans(self, spreads: Mapping[FanKey, Spread]) -> dict[FanKey, Spread]:
        """Let the fans take their places in turn; one that would lie on an earlier one runs beside it."""
        turns = sorted((_turn(found), key) for key, found in spreads.items())
        self._recall.drop_but({*turns, *self._lone_keys(spreads)})
        settled: dict[FanKey, Spread] = {}
        for turn, key in turns:
            settled[key] = self._beside_others(key, spreads[key])
            self._settle_fan((turn, key), settled[key])
        self._recall.drop_but({*turns, *self._lone_keys(settled)})
        return {key: settled[key] for key in spreads}

    def _beside_others(self, key: FanKey, found: Spread) -> Spread:
        traffic = self._scene.traffic
        if not any(traffic.meetings(way, owner=key).overlaps for way in found.ways.values()):
            return found
        fan = self._asked[key]
        return self._recall.ask(
            ("beside", key),
            fan,
            lambda: (spread_beside(fan, self._ground.field, traffic, key), fan.window),
            sees_arrows=True,
        )

    def _settle_fan(self, turn: tuple[int, FanKey], found: Spread) -> None:
        key = turn[1]
        self._recall.settle(turn, tuple(found.ways.values()))
        for relation, way in found.ways.items():
            self.routes[relation] = Route(relation, way)
            self._fans[relation] = found
            self._scene.traffic.add(key, way)

    # Single arrows

    def _find(self, key: Hashable, arrow: Arrow) -> Way:
        """Ask for a way, and let the arrows that come later see it."""
        found = self._recall.ask(
            ("arrow", key), arrow, partial(find_way, arrow, self._scene), sees_arrows=True
        )
        self._recall.settle(key, (found,))
        self._scene.traffic.add(arrow.owner, found)
        return found

    def _route_conflict(self, first: Relation, second: Relation) -> None:
        a, b = self._ground.stem(first), self._ground.stem(second)
        arrow = Arrow(
            starts=ports_of(a, _ALIKE, shares=_SHARES),
            ends=ports_of(b, _ALIKE, shares=_SHARES),
            own=self._ground.plates_under(*first.premises, *second.premises),
            owner=first.id,
            shortcuts=facing_lines(a, b),
        )
        route = Route(first.id, self._find((first.id, second.id), arrow), second.id)
        self.routes[first.id] = self.routes[second.id] = route

    def _lead_legs(self, relation: Relation) -> None:
        plate = self.plates[relation.id]
        if plate.rect is not None:
            return
        ends = tuple(Port(plate.joints[0], out, 0.0) for out in (DOWN, LEFT, RIGHT, UP))
        legs = [
            self._find(
                (relation.id, place),
                Arrow(
                    starts=ports_of(self._ground.boxes[premise], _ALIKE, shares=_SHARES),
                    ends=ends,
                    own=self._ground.plates_under(premise),
                    owner=relation.id,
                ),
            )
            for place, premise in enumerate(relation.premises)
        ]
        self.plates[relation.id] = replace(plate, legs=tuple(legs))

    def _route_loose(self, key: FanKey, relation: Relation, siblings: Spread) -> None:
        """Bring an arrow home that found no place in its fan."""
        stem, target = self._ground.stem(relation), self._ground.boxes[key[0]]
        ends = ports_of(target, _ARRIVING, shares=_SHARES)
        if siblings.ways:
            ends = (Port(Point(siblings.entry, target.bottom), DOWN, 0.0), *ends)
        arrow = Arrow(
            starts=ports_of(stem, _LEAVING, shares=_SHARES),
            ends=ends,
            own=self._ground.plates_under(*relation.premises, key[0]) - {relation.id},
            owner=key,
            shortcuts=facing_lines(stem, target),
        )
        self.routes[relation.id] = Route(relation.id, self._find((key, relation.id), arrow))

    def _route_cut(self, depth: int, relation: Relation) -> None:
        """Bring an arrow to the arrow that it is about."""
        stem, part = self._ground.stem(relation), self._part_to_cut(relation.target)
        taken = self._tips.setdefault(relation.target, [])
        arrow = Arrow(
            starts=ports_of(stem, _ALIKE, shares=_SHARES),
            ends=tips(part, taken),
            own=self._ground.plates_under(*relation.premises) - {relation.id},
            owner=relation.id,
            shortcuts=tuple(facing(stem, part, taken)),
        )
        way = self._find((depth, relation.id), arrow)
        taken.append(way[-1])
        self.routes[relation.id] = Route(relation.id, way)

    def _part_to_cut(self, key: RecordId) -> Route:
        """The part of an arrow that is nobody else's; the near half of a conflict."""
        route = self.routes[key]
        if route.partner is not None:
            points = route.points if key == route.relation else route.points[::-1]
            return near_half(Route(key, points))
        fan = self._fans.get(key)
        return route if fan is None else own_part(route, [w for other, w in fan.ways.items() if other != key])


def _turn(found: Spread) -> int:
    """Fans that only run straight up settle first: they have the least choice."""
    return int(any(manner is not Manner.STRAIGHT for manner in found.manners.values()))
