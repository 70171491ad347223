"""Arrows while a card is dragged: they stay on their cards, at right angles, and others do not move."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.layout.elastic import Elastic
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Plate, Route, Routing
from argmap.layout.routing import reroute, route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.builders import sketch
from tests.layout.checks import is_orthogonal
from tests.layout.essay import essay, essay_boxes
from tests.layout.random_maps import placed_maps

SIZE = (224.0, 64.0)
Boxes = dict[RecordId, Rect]


def boxes_of(map_: ArgumentMap) -> Boxes:
    """Where the cards of a sketch stand, all of one size."""
    found = {}
    for key in map_.claims:
        place = map_.placement(key)
        assert place is not None
        found[key] = Rect(place.x, place.y, *SIZE)
    return found


def dragged(map_: ArgumentMap, boxes: Boxes, claim: str, dx: float, dy: float) -> tuple[Boxes, Routing]:
    """A card moved, with the arrows stretched after it."""
    routing = route_map(map_, boxes)
    moved = {**boxes, RecordId(claim): boxes[RecordId(claim)].moved(dx, dy)}
    return moved, stretch(map_, moved, routing, [RecordId(claim)])


def stretch(
    map_: ArgumentMap, boxes: Mapping[RecordId, Rect], routing: Routing, claims: Iterable[RecordId]
) -> Routing:
    """The routing with the arrows at some claims drawn after their cards."""
    elastic = Elastic(map_, routing, boxes, claims=claims)
    elastic.stretch(boxes)
    return elastic.routing


def on_edge(point: Point, box: Rect) -> bool:
    return box.grown(0.01).contains(point) and not box.grown(-0.01).contains(point)


@given(placed_maps(apart=False), st.data())
def test_stretched_arrows_stay_on_their_cards(placed: tuple[ArgumentMap, Boxes], data: DataObject) -> None:
    map_, boxes = placed
    routing = route_map(map_, boxes)
    for _ in range(data.draw(st.integers(1, 3))):
        claim = data.draw(st.sampled_from(sorted(boxes)))
        by = data.draw(st.tuples(st.integers(-500, 500), st.integers(-500, 500)))
        boxes = {**boxes, claim: boxes[claim].moved(*by)}
        routing = stretch(map_, boxes, routing, [claim])
        _check_ends(map_, boxes, routing, claim)


def _check_ends(map_: ArgumentMap, boxes: Boxes, routing: Routing, claim: RecordId) -> None:
    """Whatever hangs on the moved card still meets both its ends, at right angles."""
    for relation in (*map_.leaving(claim), *map_.arriving(claim)):
        route = routing.routes[relation.id]
        assert is_orthogonal(route.points)
        if route.partner is not None:
            ends = {route.relation: route.points, route.partner: route.points[::-1]}[relation.id]
        else:
            ends = route.points
        if relation.target in boxes:
            assert on_edge(ends[-1], boxes[relation.target])
        elif relation.target in routing.routes:
            assert routing.routes[relation.target].distance_to(ends[-1]) < 1.0
        plate = routing.plates.get(relation.id)
        if plate is None:
            assert on_edge(ends[0], boxes[relation.premises[0]])
        else:
            _check_plate(plate, [boxes[key] for key in relation.premises])


def _check_plate(plate: Plate, premises: list[Rect]) -> None:
    if plate.rect is not None:
        for box in premises:
            assert plate.rect.contains(Point(box.x, box.y))
            assert plate.rect.contains(Point(box.right, box.bottom))
        return
    for leg, box in zip(plate.legs, premises, strict=True):
        assert is_orthogonal(leg)
        assert on_edge(leg[0], box)
        assert math.dist(leg[-1], plate.joints[0]) < 1.0


@pytest.mark.parametrize(
    ("dx", "dy", "side"),
    [(0, 300, "above"), (40, -600, "below"), (700, -160, "left"), (-700, -150, "right")],
)
def test_an_arrow_leaves_by_the_side_that_faces_its_target(dx: float, dy: float, side: str) -> None:
    map_ = sketch("thesis <- reason")
    boxes, routing = dragged(map_, boxes_of(map_), "reason", dx, dy)
    start, box = routing.routes[RecordId("reason->thesis")].start, boxes[RecordId("reason")]
    place = {"above": start.y == box.y, "below": start.y == box.bottom}
    place |= {"left": start.x == box.x, "right": start.x == box.right}
    assert place[side]


def test_what_does_not_hang_on_the_moved_card_is_left_as_it_is() -> None:
    map_ = sketch("thesis <- one; thesis <x- two; other <- three")
    boxes = boxes_of(map_)
    before = route_map(map_, boxes)
    _, after = dragged(map_, boxes, "two", 30, 80)
    changed = {key for key, route in after.routes.items() if route != before.routes[key]}
    assert changed == {"two-x>thesis"}


def test_arrows_upon_a_moved_arrow_follow_it() -> None:
    map_ = sketch("thesis <- one; (one->thesis) <x- doubt; (doubt-x>(one->thesis)) <x- reply")
    boxes = boxes_of(map_)
    before = route_map(map_, boxes)
    _, after = dragged(map_, boxes, "one", 90, 200)
    doubt, reply = RecordId("doubt-x>(one->thesis)"), RecordId("reply-x>(doubt-x>(one->thesis))")
    assert after.routes[doubt].tip != before.routes[doubt].tip
    assert after.routes[RecordId("one->thesis")].distance_to(after.routes[doubt].tip) < 0.5
    assert after.routes[doubt].distance_to(after.routes[reply].tip) < 0.5


def test_a_doubt_that_moves_with_the_arrow_it_is_about_stays_on_it() -> None:
    map_ = sketch("thesis <- one; (one->thesis) <x- doubt; (doubt-x>(one->thesis)) <x- reply")
    boxes = boxes_of(map_)
    routing = route_map(map_, boxes)
    for order in (("one", "doubt", "reply"), ("reply", "doubt", "one")):
        keys = [RecordId(key) for key in order]
        moved = {key: box.moved(150, 90) if key in keys else box for key, box in boxes.items()}
        after = stretch(map_, moved, routing, keys)
        _check_ends(map_, moved, after, RecordId("doubt"))
        _check_ends(map_, moved, after, RecordId("reply"))


def test_a_key_conflict_keeps_one_line_under_both_relations() -> None:
    map_ = sketch("one <x- two; two <x- one")
    boxes, after = dragged(map_, boxes_of(map_), "two", 300, 40)
    routes = after.routes
    assert routes[RecordId("two-x>one")] is routes[RecordId("one-x>two")]
    route = routes[RecordId("two-x>one")]
    ends = {"two": route.start, "one": route.tip} if route.relation == "two-x>one" else {}
    ends = ends or {"one": route.start, "two": route.tip}
    assert all(on_edge(point, boxes[RecordId(key)]) for key, point in ends.items())


def test_a_plate_grows_with_its_premises_and_gives_way_to_legs() -> None:
    map_ = sketch("thesis <- one + two")
    key, boxes = RecordId("one+two->thesis"), boxes_of(map_)
    _, near = dragged(map_, boxes, "two", 20, 20)
    rect = near.plates[key].rect
    assert rect is not None
    assert near.routes[key].start.x == rect.center.x
    moved, far = dragged(map_, boxes, "two", 400, 300)
    assert far.plates[key].rect is None
    _check_plate(far.plates[key], [moved[RecordId("one")], moved[RecordId("two")]])


@pytest.mark.parametrize(("dx", "dy"), [(20, 80), (20, 100), (0, 150), (130, 20), (400, 300)])
def test_premises_in_hand_have_a_plate_where_they_will_have_one_when_let_go(dx: float, dy: float) -> None:
    map_ = sketch("thesis <- one + two")
    key = RecordId("one+two->thesis")
    moved, held = dragged(map_, boxes_of(map_), "two", dx, dy)
    let_go = route_map(map_, moved)
    assert held.plates[key].rect == let_go.plates[key].rect


def test_premises_that_come_together_again_in_the_same_hand_have_their_plate_again() -> None:
    map_ = sketch("thesis <- one + two")
    key, two, boxes = RecordId("one+two->thesis"), RecordId("two"), boxes_of(map_)
    before = route_map(map_, boxes)
    elastic = Elastic(map_, before, boxes, claims=[two])
    for by, has_plate in ((900, False), (4, True)):
        elastic.stretch({**boxes, two: boxes[two].moved(by, by)})
        assert (elastic.routing.plates[key].rect is not None) is has_plate


def test_a_relation_that_was_not_routed_is_passed_over() -> None:
    map_ = sketch("thesis <- one")
    boxes = boxes_of(map_)
    assert stretch(map_, boxes, Routing(), [RecordId("one")]) == Routing()


def test_after_any_stretching_careful_routing_forgets_it() -> None:
    map_, start = essay(), essay_boxes()
    boxes: Mapping[RecordId, Rect] = start
    first = routing = route_map(map_, boxes)
    claim = RecordId("c25")
    for by in ((40, 10), (300, -80), (-340, 70)):
        boxes = {**boxes, claim: boxes[claim].moved(*by)}
        routing = stretch(map_, boxes, routing, [claim])
        assert isinstance(routing.routes[next(iter(routing.routes))], Route)
    assert boxes == start
    assert routing != first
    assert reroute(map_, boxes, routing, [claim]) == first
