"""Where an arrow about another arrow meets it."""

from __future__ import annotations

import pytest

from argmap.layout.cuts import facing, near_half
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Route
from argmap.layout.routing import route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Relation, RelationKind
from tests.builders import ids, sketch
from tests.layout.checks import is_orthogonal
from tests.layout.essay import essay, essay_boxes

STACK = "s04", "s05", "s06", "s07"
WAYS = {
    "straight": (Point(0, 0), Point(0, 150)),
    "bent before its middle": (Point(0, 0), Point(0, 40), Point(100, 40), Point(100, 50)),
    "bent in its middle": (Point(0, 0), Point(0, 70), Point(70, 70)),
    "bent behind its middle": (Point(0, 0), Point(0, 100), Point(60, 100)),
}


@pytest.mark.parametrize("points", WAYS.values(), ids=WAYS.keys())
def test_the_near_half_of_a_conflict_ends_in_its_middle(points: tuple[Point, ...]) -> None:
    route = Route(RecordId("r"), points)
    half = near_half(route)
    assert (half.start, half.tip) == (route.start, route.middle)
    assert half.length == pytest.approx(route.length / 2)


def test_of_a_conflict_each_attack_is_met_on_its_own_half() -> None:
    map_ = sketch("one <x- two; two <x- one; (two-x>one) <x- doubt; (one-x>two) <x- other")
    places = {"one": (0, 0), "two": (700, 0), "doubt": (350, 300), "other": (350, -300)}
    boxes = {RecordId(name): Rect(*place, 224, 64) for name, place in places.items()}
    routes = route_map(map_, boxes).routes
    about_two, about_one = ids("doubt-x>(two-x>one)", "other-x>(one-x>two)")
    middle = routes[RecordId("one-x>two")].middle.x
    assert routes[about_one].tip.x < middle < routes[about_two].tip.x


def test_a_card_over_an_arrow_is_not_led_straight_into_itself() -> None:
    card = Rect(0, 0, 200, 60)
    upright = Route(RecordId("r"), (Point(100, -200), Point(100, 200)))
    level = Route(RecordId("r"), (Point(-200, 30), Point(400, 30)))
    beside = Route(RecordId("r"), (Point(300, -200), Point(300, 200)))
    assert not list(facing(card, upright, ()))
    assert not list(facing(card, level, ()))
    (way,) = facing(card, beside, ())
    assert is_orthogonal(way)


@pytest.mark.parametrize("name", STACK)
def test_of_reasons_that_share_a_trunk_each_is_met_before_it_joins(name: str) -> None:
    doubt = Relation(
        id=RecordId("doubt"),
        premises=(RecordId("c11"),),
        target=RecordId(name),
        kind=RelationKind.ATTACK,
    )
    routes = route_map(ArgumentMap([*essay().values(), doubt]), essay_boxes()).routes
    tip = routes[doubt.id].tip
    assert routes[RecordId(name)].distance_to(tip) == pytest.approx(0)
    assert all(routes[RecordId(other)].distance_to(tip) > 1 for other in STACK if other != name)
