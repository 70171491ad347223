"""Dragging cards, and dropping them on cards and arrows."""

from __future__ import annotations

import pytest

from argmap.editor.placing import below
from argmap.editor.tools.events import Hit, HitKind
from argmap.editor.tools.tool import REST
from argmap.editor.tools.zones import REACH, zone_at
from argmap.edits.claims import remove_elements
from argmap.layout.geometry import Point, Rect
from argmap.model.ids import RecordId
from argmap.model.records import Placement
from argmap.model.rules import FARTHEST
from tests.builders import editor_of, ids, sketch, without_places
from tests.editor.tools.plain_bench import Mouse, PlainBench, mouse_on
from tests.edits.test_relations import drawn

SUPPORT, ATTACK, LINK, UNDERCUT, ASK = (0, 34), (-108, 0), (108, 0), (0, -34), (0, 0)
"""Places in each zone of a card, from its middle."""


@pytest.fixture
def mouse() -> Mouse:
    """thesis 0,0 and c 300,0; below them a 0,160 and b 300,160."""
    return mouse_on("thesis <- a; c; thesis <- b")


def test_a_drag_moves_the_selection_as_one_undo_step(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a", "b"))
    mouse.carry(bench.over("a"), bench.over("a", 35, 350), alt=True)
    assert bench.feedback.cursor == "grabbing"
    mouse.release(alt=True)
    assert (bench.place("a"), bench.place("b")) == ((35, 510), (335, 510))
    assert bench.place("c") == (300, 0)
    assert bench.selected == {"a", "b"}
    assert bench.steps == ["Move 2 claims"]
    assert (bench.feedback, mouse.tool.is_idle) == (REST, True)
    bench.editor.undo()
    assert (bench.place("a"), bench.place("b")) == ((0, 160), (300, 160))


def test_a_card_that_is_not_selected_is_dragged_alone_and_shift_takes_the_selection_along(
    mouse: Mouse,
) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a"))
    mouse.drag(bench.over("b"), bench.over("b", 0, 300), alt=True)
    assert (bench.place("a"), bench.place("b")) == ((0, 160), (300, 460))
    assert bench.selected == {"b"}
    mouse.drag(bench.over("a"), bench.over("a", 0, 300), alt=True, shift=True)
    assert (bench.place("a"), bench.place("b")) == ((0, 460), (300, 760))
    assert bench.steps == ["Move claim", "Move 2 claims"]


def test_arrows_in_the_selection_stay_selected_and_do_not_hinder(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a", "a->thesis"))
    mouse.drag(bench.over("a"), bench.over("a", 0, 300), alt=True)
    assert bench.place("a") == (0, 460)
    assert bench.selected == {"a", "a->thesis"}


def test_escape_puts_the_cards_back_and_leaves_no_trace(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.drag(bench.over("c"), bench.over("c", 300, 0), alt=True)
    bench.editor.undo()
    bench.editor.select(ids("a"))
    before = bench.editor.state
    mouse.carry(bench.over("a"), bench.over("a", 35, 350))
    mouse.key("Escape")
    assert bench.editor.state == before
    assert (bench.steps, mouse.tool.is_idle, bench.feedback) == ([], True, REST)
    mouse.move(bench.over("a", 500, 500))
    mouse.release()
    assert bench.editor.state == before
    assert bench.editor.redo()
    assert bench.place("c") == (600, 0)


def test_a_drag_back_to_where_it_began_is_no_step(mouse: Mouse) -> None:
    bench = mouse.bench
    start = bench.over("a")
    mouse.carry(start, start.moved(0, 300), alt=True)
    mouse.move(start, alt=True)
    mouse.release(alt=True)
    assert bench.steps == []
    assert not bench.editor.is_modified


@pytest.mark.parametrize(
    ("to", "place"),
    [((50, 300), (0, 460)), ((300, -50), (300, 160)), ((-70, 70), (-70, 160))],
)
def test_shift_keeps_to_the_longer_axis(
    mouse: Mouse, to: tuple[float, float], place: tuple[float, float]
) -> None:
    bench = mouse.bench
    bench.editor.edit("Clear", lambda t: remove_elements(t, ids("b", "c", "thesis")))
    mouse.press(bench.over("a"))
    mouse.move(bench.over("a", *to), shift=True, alt=True)
    mouse.release(shift=True)
    assert bench.place("a") == place


def test_near_an_edge_the_card_snaps_and_a_guide_says_to_what(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 305, 405))
    assert bench.place("a") == (300, 565)
    assert Point(300, 148) in [guide.start._replace(y=148) for guide in bench.feedback.guides]
    mouse.move(bench.over("a").moved(13, 0))
    mouse.release()
    assert bench.place("a") != (300, 565)


def test_alt_does_not_snap(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 305, 405), alt=True)
    assert (bench.place("a"), bench.feedback.guides) == ((305, 565), ())


@pytest.mark.parametrize(("zoom", "x"), [(1.0, 300), (2.0, 305), (0.5, 300)])
def test_the_reach_of_snapping_is_measured_on_screen(zoom: float, x: float) -> None:
    mouse = mouse_on("thesis <- a; c; thesis <- b", zoom=zoom)
    mouse.carry(mouse.bench.over("a"), mouse.bench.over("a", 305, 405))
    assert mouse.bench.place("a") == (x, 565)


def test_with_shift_the_kept_axis_does_not_snap(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.edit("Nudge", lambda t: t.update(Placement, RecordId("at:a"), x=3.0))
    mouse.carry(bench.over("a"), bench.over("a", 0, 405), shift=True)
    assert bench.place("a") == (3, 565)


def test_the_cards_in_hand_do_not_snap_to_each_other(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("thesis", "a", "b", "c"))
    mouse.drag(bench.over("a"), bench.over("a", 303, 1003))
    assert bench.place("a") == (303, 1163)


def test_ctrl_drags_copies_away(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a", "thesis"))
    mouse.drag(bench.over("a"), bench.over("a", 0, 800), ctrl=True, alt=True)
    assert (bench.place("a"), bench.place("thesis")) == ((0, 160), (0, 0))
    copies = {bench.map.claims[key].text: key for key in bench.selected if key in bench.map.claims}
    assert set(copies) == {"a", "thesis"}
    assert bench.selected.isdisjoint({"a", "thesis"})
    assert (bench.place(copies["a"]), bench.place(copies["thesis"])) == ((0, 960), (0, 800))
    assert (copies["a"], "support", copies["thesis"]) in drawn(bench.map)
    assert bench.steps == ["Duplicate"]


def test_escape_takes_copies_back(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a"))
    before = bench.editor.state
    mouse.carry(bench.over("a"), bench.over("a", 0, 800), ctrl=True)
    assert len(bench.map.claims) == 5
    mouse.key("Escape")
    assert (bench.editor.state, bench.steps) == (before, [])


def test_a_copy_is_not_dropped_on_a_card(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("c"), ctrl=True)
    mouse.hold(ctrl=True)
    assert (bench.feedback.zones, bench.drop) == (None, None)
    mouse.release(ctrl=True)
    assert (bench.steps, bench.said) == (["Duplicate"], [])
    assert len(bench.map.claims) == 5


def held_over(mouse: Mouse, moved: str, target: str, zone: tuple[float, float]) -> None:
    bench = mouse.bench
    mouse.carry(bench.over(moved), bench.over(target, *zone))
    mouse.hold()


@pytest.mark.parametrize(
    ("zone", "effect", "made"),
    [
        (SUPPORT, "support", ("c", "support", "a")),
        (ATTACK, "attack", ("c", "attack", "a")),
        (LINK, "link", ("a+c", "support", "thesis")),
        (UNDERCUT, "undercut", ("c", "attack", "a->thesis")),
    ],
)
def test_a_card_held_over_another_connects_by_the_side_it_is_dropped_on(
    mouse: Mouse, zone: tuple[float, float], effect: str, made: tuple[str, str, str]
) -> None:
    bench = mouse.bench
    before = bench.map
    held_over(mouse, "c", "a", zone)
    assert bench.feedback.zones == "a"
    assert bench.drop == ("a", effect)
    mouse.release()
    assert made in drawn(bench.map)
    assert bench.steps == [effect.capitalize()]
    assert bench.selected == {"c"}
    assert (bench.feedback, mouse.tool.is_idle) == (REST, True)
    others = {key: box for key, box in bench.boxes.items() if key != "c"}
    assert bench.place("c") == below(bench.map, others, RecordId("a"))
    bench.editor.undo()
    assert bench.map == before


def test_guides_make_way_for_the_zones(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("c"), bench.over("a"))
    assert bench.feedback.guides
    mouse.hold()
    assert (bench.feedback.zones, bench.feedback.guides) == ("a", ())


def test_without_holding_a_card_is_only_moved(mouse: Mouse) -> None:
    mouse.drag(mouse.bench.over("c"), mouse.bench.over("a"), alt=True)
    assert mouse.bench.place("c") == mouse.bench.place("a")
    assert mouse.bench.steps == ["Move claim"]


def test_shift_offers_the_zones_at_once_but_never_those_of_the_card_in_hand(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.press(bench.over("c"))
    mouse.move(bench.over("c", 0, 8), shift=True)
    assert (bench.feedback.zones, bench.feedback.hint) == (None, "")
    mouse.move(bench.over("b"), shift=True)
    assert bench.drop == ("b", "ask")


def test_in_the_middle_it_is_asked_and_the_card_goes_back(mouse: Mouse) -> None:
    bench = mouse.bench
    before = bench.map
    held_over(mouse, "c", "a", ASK)
    mouse.release()
    assert (bench.map, bench.steps) == (before, [])
    (question,) = bench.questions
    assert question.choices == {"support": "", "attack": "", "undercut": "", "link": ""}
    assert (question.relation, question.at) == (None, bench.over("a"))
    question.answer("attack")
    assert ("c", "attack", "a") in drawn(bench.map)
    assert bench.steps == ["Attack"]
    assert bench.place("c")[1] > bench.boxes[RecordId("a")].bottom


def test_what_is_refused_says_why_and_the_card_goes_back(mouse: Mouse) -> None:
    bench = mouse.bench
    before = bench.map
    held_over(mouse, "thesis", "a", SUPPORT)
    why = "That would be a loop: the target already supports this claim."
    assert (bench.drop, bench.feedback.hint) == (("a", "refused"), why)
    mouse.release()
    assert (bench.map, bench.steps, bench.said) == (before, [], [why])


def test_the_zones_stay_round_the_card_and_go_when_the_pointer_does(mouse: Mouse) -> None:
    bench = mouse.bench
    held_over(mouse, "c", "a", ASK)
    home = bench.boxes[RecordId("a")]
    mouse.move(Point(home.center.x, home.bottom + REACH - 1))
    assert bench.drop == ("a", "support")
    mouse.move(Point(home.x - REACH + 1, home.center.y))
    assert bench.drop == ("a", "attack")
    mouse.move(Point(home.center.x, home.bottom + REACH + 1))
    assert (bench.feedback.zones, bench.drop) == (None, None)
    mouse.release()
    assert bench.steps == ["Move claim"]


def test_several_cards_are_not_dropped(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("c", "b"))
    held_over(mouse, "c", "a", ASK)
    assert (bench.feedback.zones, bench.drop) == (None, None)
    mouse.move(bench.on_arrow("a->thesis"))
    mouse.hold()
    assert bench.drop is None
    mouse.release()
    assert bench.steps == ["Move 2 claims"]


def test_a_card_held_over_an_arrow_asks_how(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("c"), bench.on_arrow("a->thesis", 0.2))
    mouse.hold()
    assert bench.drop == ("a->thesis", "ask")
    mouse.release()
    (question,) = bench.questions
    assert question.choices == {"undercut": "", "insert": "", "support": ""}
    question.answer("insert")
    assert drawn(bench.map) == {
        ("c", "support", "thesis"),
        ("a", "support", "c"),
        ("b", "support", "thesis"),
    }
    assert bench.steps == ["Insert between"]


def test_what_is_connected_to_an_arrow_stands_where_it_was_let_go(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("c"), Point(1500, 900), alt=True)
    held = bench.place("c")
    mouse.hold(hit=Hit(HitKind.ARROW, RecordId("a->thesis")))
    mouse.release()
    assert bench.place("c") == (300, 0)
    bench.questions[0].answer("insert")
    assert bench.place("c") == held


def test_at_rest_the_guides_stay(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 305, 405))
    guides = bench.feedback.guides
    assert guides
    mouse.hold()
    assert bench.feedback.guides == guides


def test_escape_brings_the_view_back_to_the_card(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 0, 4000))
    mouse.key("Escape")
    assert bench.revealed == ["a"]


def test_where_its_own_arrow_and_another_run_together_the_other_is_dropped_on(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.on_arrow("b->thesis", 0.95))
    mouse.hold()
    assert bench.drop == ("b->thesis", "ask")


def test_an_arrow_that_made_way_can_be_dropped_on_where_it_runs_now(mouse: Mouse) -> None:
    mouse.carry(mouse.bench.over("c"), Point(1500, 900))
    mouse.hold(hit=Hit(HitKind.ARROW, RecordId("a->thesis")))
    assert mouse.bench.drop == ("a->thesis", "ask")
    mouse.hold(hit=Hit(HitKind.CARD, RecordId("a")))
    assert mouse.bench.drop is None


def test_a_card_is_not_dropped_on_an_arrow_of_its_own(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.edit("Remove", lambda t: remove_elements(t, ids("a", "c")))
    way = bench.on_arrow("b->thesis", 0.4)
    for claim in ("b", "thesis"):
        mouse.carry(bench.over(claim), way)
        mouse.hold()
        assert (bench.drop, bench.feedback.zones) == (None, None)
        mouse.key("Escape")


def test_an_arrow_far_from_the_pointer_is_not_dropped_on(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("c"), bench.on_arrow("a->thesis", 0.2).moved(-60, 0))
    mouse.hold()
    assert bench.drop is None


@pytest.mark.parametrize(("zoom", "aside", "drop"), [(0.5, 12, ("a->thesis", "ask")), (2.0, 7, None)])
def test_how_near_an_arrow_a_card_is_held_is_measured_on_screen(
    zoom: float, aside: float, drop: tuple[str, str] | None
) -> None:
    mouse = mouse_on("thesis <- a; c", zoom=zoom)
    mouse.carry(mouse.bench.over("c"), mouse.bench.on_arrow("a->thesis").moved(-aside, 0))
    mouse.hold()
    assert mouse.bench.drop == drop


def test_a_card_that_stood_nowhere_stands_where_it_was_dragged() -> None:
    mouse = Mouse(PlainBench(editor_of(without_places(sketch("a")))))
    start = mouse.bench.place("a")
    mouse.drag(mouse.bench.over("a"), mouse.bench.over("a", 50, 70))
    assert mouse.bench.place("a") == (start[0] + 50, start[1] + 70)
    assert mouse.bench.steps == ["Move claim"]


def test_a_card_dragged_out_of_reach_goes_back(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 0, 300), alt=True)
    mouse.move(Point(0, 3 * FARTHEST), alt=True)
    mouse.release(alt=True)
    assert len(bench.said) == 1
    assert (bench.place("a"), bench.steps) == ((0, 160), [])
    assert (mouse.tool.is_idle, bench.feedback) == (True, REST)


def test_a_card_that_goes_meanwhile_ends_the_gesture(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 0, 300), alt=True)
    bench.editor.edit("Remove", lambda t: remove_elements(t, ids("a")))
    mouse.move(Point(0, 800))
    assert bench.said == ["That claim is not on the map any more."]
    assert (mouse.tool.is_idle, bench.feedback) == (True, REST)
    assert "a" not in bench.map


@pytest.mark.parametrize("act", ["hold", "release"])
def test_a_card_that_goes_while_the_hand_rests_ends_the_gesture_too(mouse: Mouse, act: str) -> None:
    bench = mouse.bench
    mouse.carry(bench.over("a"), bench.over("a", 0, 300), alt=True)
    bench.editor.edit("Remove", lambda t: remove_elements(t, ids("a")))
    mouse.hold() if act == "hold" else mouse.release()
    assert bench.said == ["That claim is not on the map any more."]
    assert (mouse.tool.is_idle, bench.feedback) == (True, REST)


def test_with_shift_nothing_is_said_of_the_kept_axis(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.edit("Clear", lambda t: remove_elements(t, ids("b")))
    bench.editor.edit("Nudge", lambda t: t.update(Placement, RecordId("at:a"), y=164.0))
    bench.editor.edit("Nudge", lambda t: t.update(Placement, RecordId("at:c"), y=0.0, x=300.0))
    mouse.carry(bench.over("a"), bench.over("a", 305, 0), shift=True)
    assert bench.place("a") == (300, 164)
    assert bench.feedback.guides
    assert all(guide.start.x == guide.end.x for guide in bench.feedback.guides)


BOX = Rect(0, 0, 200, 100)


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ((100, 50), "ask"),
        ((31, 50), "ask"),
        ((29, 50), "attack"),
        ((-90, 50), "attack"),
        ((171, 50), "link"),
        ((250, 50), "link"),
        ((100, 29), "undercut"),
        ((100, -60), "undercut"),
        ((100, 71), "support"),
        ((100, 160), "support"),
        ((10, 2), "undercut"),
        ((2, 10), "attack"),
    ],
)
def test_the_zones_of_a_card(at: tuple[float, float], zone: str) -> None:
    assert zone_at(BOX, Point(*at)) == zone
