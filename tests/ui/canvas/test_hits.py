"""What lies under the pointer, of every kind, at every scale."""

from __future__ import annotations

import pytest

from argmap.editor.tools.events import Hit, HitKind
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Placement
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.hits import PUCK_COMMANDS, Handles, HitTest
from argmap.ui.canvas.paint.controls import port_points
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.view import View, band_of
from argmap.ui.look import Look
from tests.builders import sample, sketch, with_fields

GROUND = Hit()


def hits(look: Look, map_: ArgumentMap, *, zoom: float = 1.0, **handles: str) -> HitTest:
    return HitTest(
        geometry=MapGeometry(map_, look.shaper),
        view=View(zoom, Point(-50, -50), (1200, 800)),
        band=band_of(zoom),
        handles=Handles(**{name: RecordId(key) for name, key in handles.items()}),
        painter=MapPainter(look.theme, look.icons, shaper=look.shaper),
    )


def moved(map_: ArgumentMap, claim: str, x: float, y: float) -> ArgumentMap:
    placement = map_.placement(RecordId(claim))
    assert isinstance(placement, Placement)
    return with_fields(map_, placement.id, x=x, y=y)


def test_ground_card_arrow_and_edge(look: Look) -> None:
    test = hits(look, sketch("thesis <- reason"))
    box, route = (
        test.geometry.boxes[RecordId("reason")],
        test.geometry.routing.routes[RecordId("reason->thesis")],
    )
    assert test.at(Point(-40, -40)) == GROUND
    assert test.at(box.center) == Hit(HitKind.CARD, RecordId("reason"))
    assert test.at(route.middle) == Hit(HitKind.ARROW, RecordId("reason->thesis"))
    for aside in (-3, 3):
        assert test.at(Point(box.right + aside, box.center.y)) == Hit(HitKind.EDGE, RecordId("reason"))
    assert test.at(Point(box.right + 6, box.center.y)) == GROUND
    assert test.at(Point(box.x - 3, box.center.y)) == GROUND


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.6, 1.0, 3.0])
def test_an_arrow_is_as_easy_to_reach_at_every_scale(look: Look, zoom: float) -> None:
    test = hits(look, sketch("thesis <- reason"), zoom=zoom)
    middle = test.geometry.routing.routes[RecordId("reason->thesis")].middle
    assert test.at(middle.moved(5 / zoom, 0)).element == "reason->thesis"
    assert test.at(middle.moved(7 / zoom, 0)) == GROUND


def test_the_edge_is_a_handle_only_where_cards_are_read(look: Look) -> None:
    test = hits(look, sketch("thesis"), zoom=0.5)
    box = test.geometry.boxes[RecordId("thesis")]
    assert test.at(Point(box.right - 1, box.center.y)).kind is HitKind.CARD


def test_the_card_on_top_is_the_one_painted_last(look: Look) -> None:
    test = hits(look, moved(sketch("below; above"), "above", 30, 10))
    both = Point(100, 30)
    assert all(box.contains(both) for box in test.geometry.boxes.values())
    assert test.at(both).element == list(test.geometry.boxes)[-1]


def test_cards_left_out_let_what_is_below_them_through(look: Look) -> None:
    test = hits(look, moved(sketch("below; above"), "above", 30, 10))
    both = Point(100, 30)
    top, bottom = list(test.geometry.boxes)[::-1]
    assert test.at(both, besides=[top]).element == bottom
    assert test.at(both, besides=[top, bottom]) == GROUND


def test_handles_of_cards_left_out_are_no_handles(look: Look) -> None:
    test = hits(look, sketch("thesis"), ports="thesis", pucks="thesis")
    port = port_points(test.geometry.boxes[RecordId("thesis")])[0]
    assert test.at(port).kind is HitKind.PORT
    assert test.at(port, besides=[RecordId("thesis")]) == GROUND


def test_every_port_of_the_hovered_card(look: Look) -> None:
    test = hits(look, sketch("thesis; other"), ports="thesis")
    for port in port_points(test.geometry.boxes[RecordId("thesis")]):
        assert test.at(port.moved(5, 5)) == Hit(HitKind.PORT, RecordId("thesis"))
    other = port_points(test.geometry.boxes[RecordId("other")])[0]
    assert test.at(other.moved(0, -5)).kind is not HitKind.PORT


@pytest.mark.parametrize("zoom", [0.05, 0.15, 0.3, 0.45, 1.0])
def test_a_card_can_be_taken_by_its_middle_at_every_scale(look: Look, zoom: float) -> None:
    test = hits(look, sketch("thesis"), ports="thesis", pucks="thesis", zoom=zoom)
    assert test.at(test.geometry.boxes[RecordId("thesis")].center).kind is HitKind.CARD


@pytest.mark.parametrize("zoom", [0.9, 1.0, 2.0])
def test_both_pucks_of_the_selected_card(look: Look, zoom: float) -> None:
    test = hits(look, sketch("thesis"), pucks="thesis", zoom=zoom)
    rects = test.painter.controls.puck_rects(test.view, test.geometry.boxes[RecordId("thesis")])
    found = [test.at(test.view.to_map(rect.center)) for rect in rects]
    assert found == [Hit(HitKind.PUCK, RecordId("thesis"), command) for command in PUCK_COMMANDS]


def test_pucks_are_only_there_where_they_are_painted(look: Look) -> None:
    test = hits(look, sketch("thesis"), pucks="thesis", zoom=0.5)
    for rect in test.painter.controls.puck_rects(test.view, test.geometry.boxes[RecordId("thesis")]):
        assert test.at(test.view.to_map(rect.center)).kind is not HitKind.PUCK


def test_both_grips_of_an_arrow_at_hand(look: Look) -> None:
    test = hits(look, sketch("thesis <- reason"), grips="reason->thesis")
    route = test.geometry.routing.routes[RecordId("reason->thesis")]
    assert test.at(route.tip) == Hit(HitKind.GRIP, RecordId("reason->thesis"), "tip")
    assert test.at(route.start) == Hit(HitKind.GRIP, RecordId("reason->thesis"), "start")
    assert test.at(route.middle).kind is HitKind.ARROW


def test_each_badge_names_its_section(look: Look) -> None:
    test = hits(look, sample())
    claim = RecordId("c30")
    box, face = test.geometry.boxes[claim], test.geometry.faces[claim]
    row = [test.at(Point(x, box.bottom - 18)) for x in range(int(box.x) + 6, int(box.right) - 6)]
    found = {hit.part for hit in row if hit.kind is HitKind.BADGE}
    assert {hit.element for hit in row} == {claim}
    assert found == {"place", "notes", "sources", "comments", "credence"}
    assert (face.sources, face.comments) == (2, 1)
    assert test.at(box.center.moved(0, -10)).kind is HitKind.CARD


def test_a_badge_is_none_where_it_is_not_painted(look: Look) -> None:
    test = hits(look, sample(), zoom=0.5)
    box = test.geometry.boxes[RecordId("c30")]
    kinds = {test.at(Point(x, box.bottom - 18)).kind for x in range(int(box.x) + 6, int(box.right) - 6)}
    assert kinds == {HitKind.CARD}


@pytest.mark.parametrize("zoom", [0.3, 1.0, 2.0])
def test_the_ring_of_an_undercut_wins_over_the_arrow_it_cuts(look: Look, zoom: float) -> None:
    test = hits(look, sketch("thesis <- reason; (reason->thesis) <x- doubt"), zoom=zoom)
    cut = test.geometry.routing.routes[RecordId("doubt-x>(reason->thesis)")]
    arrow = test.geometry.routing.routes[RecordId("reason->thesis")]
    assert arrow.distance_to(cut.tip) < 0.5
    assert test.at(cut.tip).element == cut.relation
    for dy in (-6, 6):
        assert test.at(cut.tip.moved(0, dy)).element == cut.relation
    assert test.at(arrow.start.moved(0, -1)).element == "reason->thesis"


def test_a_key_conflict_is_hit_on_its_line_and_on_its_badge(look: Look) -> None:
    test = hits(look, sketch("one <x- two; two <x- one"))
    routes = test.geometry.routing.routes
    both = {RecordId("two-x>one"), RecordId("one-x>two")}
    assert routes.keys() == both
    route = routes[RecordId("two-x>one")]
    assert test.at(route.middle).element in both
    assert test.at(route.point_at(0.2)).element in both
    for grips in both:
        handles = Handles(grips=grips)
        with_grips = HitTest(
            geometry=test.geometry, view=test.view, band=test.band, handles=handles, painter=test.painter
        )
        assert with_grips.at(route.tip).element == grips


def test_plates_and_joints_belong_to_their_relation(look: Look) -> None:
    test = hits(look, sketch("thesis <- one + two"))
    plate = test.geometry.routing.plates[RecordId("one+two->thesis")]
    assert plate.rect is not None
    expected = Hit(HitKind.ARROW, RecordId("one+two->thesis"))
    assert test.at(plate.joints[0]) == expected
    assert test.at(Point(plate.rect.x + 2, plate.rect.center.y)) == expected
    assert test.at(Point(plate.rect.x - 12, plate.rect.center.y)) == GROUND


def test_the_joint_and_the_legs_of_premises_far_apart(look: Look) -> None:
    test = hits(look, moved(sketch("thesis <- one + two"), "two", 900, 420))
    plate = test.geometry.routing.plates[RecordId("one+two->thesis")]
    assert plate.rect is None
    assert test.at(plate.joints[0]).element == "one+two->thesis"
    for leg in plate.legs:
        middle = Point((leg[0].x + leg[1].x) / 2, (leg[0].y + leg[1].y) / 2)
        assert test.at(middle).element == "one+two->thesis"
        assert "one+two->thesis" in test.touched(Rect(middle.x - 2, middle.y - 2, 4, 4))


def test_a_rectangle_touches_cards_and_arrows(look: Look) -> None:
    test = hits(look, sketch("thesis <- reason; thesis <- other"))
    reason = test.geometry.boxes[RecordId("reason")]
    corner = Rect(reason.x - 20, reason.bottom - 2, 24, 30)
    assert test.touched(corner) == {"reason"}
    middle = test.geometry.routing.routes[RecordId("other->thesis")].start
    assert test.touched(Rect(middle.x - 5, middle.y - 8, 10, 4)) == {"other->thesis"}
    assert test.touched(Rect(-40, -40, 10, 10)) == set()
