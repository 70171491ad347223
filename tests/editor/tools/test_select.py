"""Clicks and double clicks with the select tool, and which gesture a press begins."""

from __future__ import annotations

import pytest

from argmap.editor.tools.events import Button, Hit, HitKind
from argmap.editor.tools.pan import SLACK
from argmap.editor.tools.tool import REST
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from argmap.model.records import Strength
from tests.builders import ids
from tests.editor.tools.plain_bench import Mouse, mouse_on

NOWHERE = Point(-500, -500)


@pytest.fixture
def mouse() -> Mouse:
    return mouse_on("thesis <- a; thesis <x- b; c")


def test_a_click_selects_and_a_click_on_nothing_clears(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.click(bench.over("a"))
    assert bench.selected == {"a"}
    mouse.click(bench.over("b"))
    assert bench.selected == {"b"}
    mouse.click(bench.on_arrow("a->thesis"))
    assert bench.selected == {"a->thesis"}
    mouse.click(NOWHERE)
    assert bench.selected == set()
    assert bench.steps == []


def test_a_press_selects_at_once_and_shift_and_ctrl_wait_for_the_click(mouse: Mouse) -> None:
    mouse.press(mouse.bench.over("a"))
    assert mouse.bench.selected == {"a"}
    mouse.release()
    mouse.press(mouse.bench.over("b"), ctrl=True)
    assert mouse.bench.selected == {"a"}
    mouse.release(ctrl=True)
    assert mouse.bench.selected == {"a", "b"}


def test_shift_adds_and_ctrl_toggles(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.click(bench.over("a"))
    mouse.click(bench.over("b"), shift=True)
    mouse.click(bench.over("b"), shift=True)
    assert bench.selected == {"a", "b"}
    mouse.click(bench.over("b"), ctrl=True)
    assert bench.selected == {"a"}
    mouse.click(bench.over("c"), ctrl=True)
    assert bench.selected == {"a", "c"}
    mouse.click(NOWHERE, shift=True)
    mouse.click(NOWHERE, ctrl=True)
    assert bench.selected == {"a", "c"}


def test_a_click_on_one_of_several_selects_it_alone_when_it_is_let_go(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("a", "b"))
    mouse.press(bench.over("a"))
    assert bench.selected == {"a", "b"}
    mouse.release()
    assert bench.selected == {"a"}


def test_a_pointer_that_trembles_still_clicks(mouse: Mouse) -> None:
    bench = mouse.bench
    place = bench.place("a")
    mouse.drag(bench.over("a"), bench.over("a", SLACK, 0))
    assert (bench.place("a"), bench.selected) == (place, {"a"})
    mouse.drag(bench.over("a"), bench.over("a", SLACK + 1, 0), alt=True)
    assert bench.place("a") == (place[0] + SLACK + 1, place[1])


def test_the_slack_is_measured_on_screen() -> None:
    mouse = mouse_on("a", zoom=0.5)
    mouse.drag(mouse.bench.over("a"), mouse.bench.over("a", 2 * SLACK, 0), alt=True)
    assert mouse.bench.place("a") == (0, 0)


def test_a_badge_opens_its_section_and_selects_the_claim(mouse: Mouse) -> None:
    mouse.click(mouse.bench.over("a"), hit=Hit(HitKind.BADGE, RecordId("a"), "notes"))
    assert mouse.bench.sections == [("a", "notes")]
    assert mouse.bench.selected == {"a"}
    mouse.click(mouse.bench.over("a"), hit=Hit(HitKind.BADGE, RecordId("a"), "notes"), ctrl=True)
    assert len(mouse.bench.sections) == 1


def test_a_puck_runs_its_command_and_leaves_the_selection(mouse: Mouse) -> None:
    mouse.bench.editor.select(ids("b"))
    mouse.click(mouse.bench.over("a"), hit=Hit(HitKind.PUCK, RecordId("a"), "insert.reason"))
    assert mouse.bench.ran == ["insert.reason"]
    assert mouse.bench.selected == {"b"}


def test_a_puck_and_an_arrow_cannot_be_dragged(mouse: Mouse) -> None:
    bench = mouse.bench
    before = bench.map
    mouse.drag(bench.over("a"), bench.over("a", 60, 60), hit=Hit(HitKind.PUCK, RecordId("a"), "x"))
    mouse.drag(bench.on_arrow("a->thesis"), NOWHERE)
    assert bench.map is before
    assert bench.selected == {"a->thesis"}


def test_escape_forgets_a_press(mouse: Mouse) -> None:
    bench = mouse.bench
    bench.editor.select(ids("b"))
    mouse.press(bench.over("c"), ctrl=True)
    mouse.key("Escape")
    assert mouse.tool.is_idle
    mouse.release(bench.over("c"), ctrl=True)
    assert bench.selected == {"b"}


def test_a_double_click_edits_a_claim(mouse: Mouse) -> None:
    mouse.double_click(mouse.bench.over("a"))
    assert mouse.bench.editing == ("a", False)
    assert mouse.tool.is_idle


def test_a_double_click_on_nothing_makes_a_claim_there_that_is_edited(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.double_click(Point(1000, 1000))
    assert bench.editing == ("c1", True)
    assert bench.selected == {"c1"}
    assert bench.boxes[RecordId("c1")].contains(Point(1000, 1000))
    assert bench.steps == ["Add claim"]
    gesture = bench.editor.history.done[-1].gesture
    assert gesture is not None
    bench.editor.cancel(gesture)
    assert "c1" not in bench.map


def test_two_claims_made_in_a_row_are_two_steps(mouse: Mouse) -> None:
    mouse.double_click(Point(1000, 1000))
    mouse.double_click(Point(2000, 1000))
    assert mouse.bench.steps == ["Add claim", "Add claim"]


@pytest.mark.parametrize("kind", [HitKind.ARROW, HitKind.GRIP])
def test_a_double_click_on_an_arrow_asks_what_to_make_of_it(mouse: Mouse, kind: HitKind) -> None:
    bench = mouse.bench
    at = bench.on_arrow("b-x>thesis")
    mouse.click(at, clicks=2, hit=Hit(kind, RecordId("b-x>thesis"), "tip"))
    (question,) = bench.questions
    assert (question.relation, question.at) == ("b-x>thesis", at)
    assert question.choices == {"support": "", "attack": "", "reverse": "", "delete": ""}
    assert bench.selected == {"b-x>thesis"}
    question.answer("support")
    question.answer("strong")
    assert bench.map.relations[RecordId("b-x>thesis")].kind == "support"
    assert bench.map.relations[RecordId("b-x>thesis")].strength is Strength.STRONG
    question.answer("delete")
    assert bench.steps == ["Support", "Set strength", "Delete"]
    assert set(bench.map.relations) == {"a->thesis"}


def test_what_cannot_be_made_of_an_arrow_says_why() -> None:
    mouse = mouse_on("thesis <- a + b; a <x- thesis")
    mouse.click(mouse.bench.on_arrow("thesis-x>a"), clicks=2)
    mouse.click(mouse.bench.on_arrow("a+b->thesis"), clicks=2)
    attack, linked = mouse.bench.questions
    assert attack.choices["support"] == "That would be a loop: the target already supports this claim."
    assert attack.choices["reverse"] == ""
    assert linked.choices["reverse"] == "Only a relation from one claim to another can be turned round."


def test_space_and_the_other_buttons_pan(mouse: Mouse) -> None:
    before = mouse.bench.map
    for extra in ({"button": Button.MIDDLE}, {"button": Button.RIGHT}):
        mouse.press(mouse.bench.over("a"), **extra)
        mouse.move(mouse.bench.over("a", 30, 40))
        mouse.release()
    mouse.drag(mouse.bench.over("a"), mouse.bench.over("a", 30, 40), space=True)
    assert mouse.bench.scrolled == (-90, -120)
    assert mouse.bench.map is before
    assert mouse.bench.selected == set()
    assert mouse.bench.feedback == REST
