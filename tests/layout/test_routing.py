"""Routes of the essay, of random maps, and of both while cards are moved."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Routing
from argmap.layout.routing import reroute, route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Relation, RelationKind
from tests.layout.checks import cards_in_way, check_ends, is_apart, is_orthogonal, shared_end, ways
from tests.layout.essay import essay, essay_boxes
from tests.layout.random_maps import Placed, placed_maps

Boxes = Mapping[RecordId, Rect]
Sample = tuple[ArgumentMap, Boxes, Routing]
GAP = 24.0


@pytest.fixture(scope="module")
def sample() -> Sample:
    map_, boxes = essay(), essay_boxes()
    return map_, boxes, route_map(map_, boxes)


def key(text: str) -> RecordId:
    return RecordId(text)


def test_every_relation_of_the_essay_has_a_route(sample: Sample) -> None:
    map_, boxes, routing = sample
    assert routing.routes.keys() == map_.relations.keys()
    assert all(is_orthogonal(points) for _, points in ways(routing))
    check_ends(map_, boxes, routing)


def test_no_arrow_of_the_essay_runs_through_a_card(sample: Sample) -> None:
    _, boxes, routing = sample
    assert {name: cards_in_way(points, boxes) for name, points in ways(routing)} == {
        name: set() for name in routing.routes
    }


@pytest.mark.parametrize(
    "siblings", ["s01 s02 s03", "s15 s16 s17 s18", "s04 s05 s06 s07", "l1 s11", "l2 s12", "a1 a2 a3"]
)
def test_siblings_of_one_kind_share_entry_and_head(sample: Sample, siblings: str) -> None:
    routes = [sample[2].routes[key(name)] for name in siblings.split()]
    assert all(shared_end(routes[0], other) for other in routes)


def test_reasons_and_objections_enter_a_claim_at_different_places(sample: Sample) -> None:
    routes = sample[2].routes
    assert routes[key("s14")].tip.x - routes[key("r1")].tip.x > GAP


def test_children_in_a_row_hang_on_a_bus_above_them(sample: Sample) -> None:
    way = sample[2].routes[key("s01")].points
    assert way == (Point(236, 308), Point(236, 278), Point(500, 278), Point(500, 248))


def test_children_in_a_stack_join_one_trunk_from_their_sides(sample: Sample) -> None:
    routes = sample[2].routes
    trunks = {name: routes[key(name)].points[1:] for name in ("s04", "s05", "s06", "s07")}
    assert {points[-1] for points in trunks.values()} == {Point(236, 436)}
    assert {points[0].x for points in trunks.values()} == {236}


def test_a_cross_link_runs_in_the_gutter(sample: Sample) -> None:
    way = sample[2].routes[key("s13")].points
    assert len(way) == 4
    assert way[1].x == way[2].x
    assert 720 < way[1].x < 776


def test_a_conflict_is_one_level_line_under_both_relations(sample: Sample) -> None:
    routes = sample[2].routes
    assert routes[key("r4")] is routes[key("r5")]
    assert routes[key("r4")].points == (Point(1000, 362), Point(1080, 362))
    assert {routes[key("r4")].relation, routes[key("r4")].partner} == {"r4", "r5"}


def test_an_undercutter_meets_the_arrow_it_faces_straight(sample: Sample) -> None:
    routes = sample[2].routes
    assert routes[key("x2")].points == (Point(776, 730), Point(routes[key("s13")].points[1].x, 730))


def test_an_undercutter_that_does_not_face_its_arrow_meets_the_middle(sample: Sample) -> None:
    routes = sample[2].routes
    assert routes[key("x1")].tip == routes[key("r2")].middle
    assert routes[key("x1")].points[0] == Point(1000, 870)


def test_plates_hold_their_premises_and_nothing_else(sample: Sample) -> None:
    map_, boxes, routing = sample
    assert routing.plates.keys() == {"l1", "l2", "l3"}
    for name, plate in routing.plates.items():
        assert plate.rect is not None
        inside = {claim for claim, box in boxes.items() if plate.rect.intersects(box)}
        assert inside == set(map_.relations[name].premises)
        assert all(plate.rect.contains(Point(boxes[claim].x, boxes[claim].y)) for claim in inside)
    assert routing.plates[key("l1")].rect == Rect(270, 820, 210, 286)
    assert routing.plates[key("l1")].joints == (Point(375, 963),)


def test_a_foreign_card_between_the_premises_turns_the_plate_into_a_joint(sample: Sample) -> None:
    map_, boxes, _ = sample
    routing = route_map(map_, {**boxes, key("c26"): Rect(560, 790, 100, 60)})
    plate = routing.plates[key("l2")]
    assert plate.rect is None
    assert [leg[-1] for leg in plate.legs] == [plate.joints[0]] * 2
    assert routing.routes[key("l2")].start == plate.joints[0]


def test_relations_without_a_card_at_both_ends_are_left_out(sample: Sample) -> None:
    map_, boxes, _ = sample
    shown = {claim: box for claim, box in boxes.items() if claim not in ("c16", "c18")}
    routing = route_map(map_, shown)
    gone = {"r2", "x1", "s13", "x2", "l2"}
    assert routing.routes.keys() == map_.relations.keys() - gone
    assert routing.plates.keys() == {"l1", "l3"}


def test_a_chain_of_undercuts_ends_on_undercuts(sample: Sample) -> None:
    map_, boxes, _ = sample
    chain = [attack("y1", "c11", "x1"), attack("y0", "c21", "y1"), attack("y2", "c03", "r4")]
    longer = ArgumentMap([*map_.values(), *chain])
    routing = route_map(longer, boxes)
    assert {"y0", "y1", "y2"} <= routing.routes.keys()
    check_ends(longer, boxes, routing)


def test_several_undercutters_of_one_arrow_do_not_lie_on_each_other(sample: Sample) -> None:
    map_, boxes, _ = sample
    more = ArgumentMap([*map_.values(), attack("y1", "c13", "s13"), attack("y2", "c16", "s13")])
    routes = route_map(more, boxes).routes
    tips = sorted(routes[key(name)].tip.y for name in ("x2", "y1", "y2"))
    assert min(tips[1] - tips[0], tips[2] - tips[1]) >= 16


def test_a_card_between_two_others_is_gone_round() -> None:
    boxes = {
        key("a"): Rect(0, 0, 200, 100),
        key("b"): Rect(-150, 200, 500, 100),
        key("c"): Rect(0, 400, 200, 100),
    }
    map_ = ArgumentMap([*(Claim(id=name, text="x") for name in boxes), attack("r", "c", "a")])
    points = route_map(map_, boxes).routes[key("r")].points
    assert not cards_in_way(points, boxes)
    assert len(points) > 2


def test_a_card_in_a_pocket_of_cards_still_gets_an_arrow() -> None:
    boxes = {key("a"): Rect(0, 0, 100, 100), key("b"): Rect(500, 0, 100, 100)}
    wall = {key(f"w{n}"): Rect(-60 + 60 * (n % 4), -60 + 60 * (n // 4), 60, 60) for n in range(16)}
    map_ = ArgumentMap([*(Claim(id=name, text="x") for name in (*boxes, *wall)), attack("r", "a", "b")])
    everything = {**boxes, **wall}
    routing = route_map(map_, everything)
    check_ends(map_, everything, routing)


def attack(name: str, premise: str, target: str) -> Relation:
    return Relation(id=key(name), premises=(key(premise),), target=key(target), kind=RelationKind.ATTACK)


@given(placed_maps())
def test_cards_that_leave_room_are_never_run_through(placed: Placed) -> None:
    map_, boxes = placed
    routing = route_map(map_, boxes)
    assert routing.routes.keys() == map_.relations.keys()
    for name, points in ways(routing):
        assert is_orthogonal(points), name
        assert not cards_in_way(points, boxes), name
    check_ends(map_, boxes, routing)


@given(placed_maps(apart=False))
def test_heaps_of_cards_still_get_orthogonal_arrows_to_the_right_places(placed: Placed) -> None:
    map_, boxes = placed
    routing = route_map(map_, boxes)
    assert routing.routes.keys() == map_.relations.keys()
    assert all(is_orthogonal(points) for _, points in ways(routing))
    check_ends(map_, boxes, routing)


@settings(max_examples=50)
@given(st.booleans().flatmap(lambda apart: placed_maps(apart=apart)), st.data())
def test_routing_after_moves_is_routing_anew(placed: Placed, data: st.DataObject) -> None:
    map_, boxes = placed
    routing = route_map(map_, boxes)
    for _ in range(3):
        claim = data.draw(st.sampled_from(sorted(boxes)))
        by = st.integers(-300, 300)
        boxes = {**boxes, claim: boxes[claim].moved(data.draw(by), data.draw(by))}
        routing = reroute(map_, boxes, routing, [claim])
        assert routing == route_map(map_, boxes)


@settings(max_examples=50)
@given(placed_maps(), st.data())
def test_routing_after_relations_and_cards_change_is_routing_anew(
    placed: Placed, data: st.DataObject
) -> None:
    map_, boxes = placed
    gone = data.draw(st.sampled_from(sorted(map_.relations)))
    hidden = data.draw(st.sampled_from(sorted(boxes)))
    less = ArgumentMap(record for record in map_.values() if gone not in (record.id, target_of(record)))
    fewer = {claim: box for claim, box in boxes.items() if claim != hidden}
    states = [(map_, boxes), (less, boxes), (less, fewer), (map_, fewer), (map_, boxes)]
    routing = route_map(map_, boxes)
    for now_map, now_boxes in data.draw(st.permutations(states)):
        routing = reroute(now_map, now_boxes, routing, [gone, hidden])
        assert routing == route_map(now_map, now_boxes)


@settings(max_examples=50)
@given(placed_maps(), placed_maps())
def test_routing_a_wholly_different_state_is_routing_anew(first: Placed, second: Placed) -> None:
    """The two use the same ids for other things, so that whatever memory keeps too long shows."""
    routing = route_map(*first)
    moved = first[1].keys() | second[1].keys()
    assert reroute(*second, routing, moved) == route_map(*second)
    same_places = {**first[1], **second[1]}
    routing = route_map(first[0], same_places)
    assert reroute(second[0], same_places, routing, []) == route_map(second[0], same_places)


def target_of(record: object) -> RecordId | None:
    return record.target if isinstance(record, Relation) else None


def test_the_order_of_boxes_and_records_does_not_matter(sample: Sample) -> None:
    map_, boxes, routing = sample
    turned = ArgumentMap(reversed(list(map_.values())))
    assert route_map(turned, dict(reversed(list(boxes.items())))) == routing


@pytest.mark.parametrize("seed", range(6))
def test_no_arrow_runs_through_a_card_while_cards_of_the_essay_are_dragged_apart(seed: int) -> None:
    """The essay's own cards stand 14 pixels apart or more; the dragged ones keep 24 from all others."""
    map_, boxes = essay(), dict(essay_boxes())
    routing, chance, moves = route_map(map_, boxes), random.Random(seed), 0
    while moves < 12:
        claim = chance.choice(sorted(boxes))
        place = boxes[claim]._replace(x=chance.randint(-300, 2000), y=chance.randint(-200, 1400))
        if not all(
            is_apart({claim: place, other: box}, GAP) for other, box in boxes.items() if other != claim
        ):
            continue
        boxes[claim], moves = place, moves + 1
        routing = reroute(map_, boxes, routing, [claim])
        assert {name for name, points in ways(routing) if cards_in_way(points, boxes)} == set()
        check_ends(map_, boxes, routing)
