"""The hand, and panning with the other buttons."""

from __future__ import annotations

import pytest

from argmap.editor.tools.events import Button
from argmap.editor.tools.pan import HandResting
from argmap.editor.tools.tool import REST, Tool
from argmap.layout.geometry import Point
from tests.builders import ids
from tests.editor.tools.plain_bench import Mouse, mouse_on


@pytest.fixture
def mouse() -> Mouse:
    return mouse_on("thesis <- a; thesis <- b")


def test_with_the_hand_any_drag_pans(mouse: Mouse) -> None:
    bench = mouse.bench
    hand = Mouse(bench, Tool(HandResting(bench)))
    before = bench.map
    hand.carry(bench.over("a"), bench.over("a", 100, -50))
    assert bench.feedback.cursor == "grabbing"
    hand.release()
    assert bench.scrolled == (-100, 50)
    assert (bench.map is before, bench.selected, bench.feedback) == (True, set(), REST)
    assert hand.tool.is_idle


def test_panning_keeps_the_place_under_the_pointer_from_the_first_pixel(mouse: Mouse) -> None:
    mouse.press(Point(500, 500), button=Button.MIDDLE)
    mouse.move(Point(503, 500))
    assert mouse.bench.scrolled == (0, 0)
    mouse.move(Point(506, 500))
    mouse.move(Point(501, 500))
    assert mouse.bench.scrolled == (-1, 0)


def test_a_right_click_selects_what_it_hits_and_asks_for_the_menu(mouse: Mouse) -> None:
    bench = mouse.bench
    mouse.press(bench.over("a"), button=Button.RIGHT)
    mouse.release()
    assert (bench.selected, bench.ran) == ({"a"}, ["menu"])
    bench.editor.select(ids("a", "b"))
    mouse.press(bench.over("b"), button=Button.RIGHT)
    mouse.release()
    assert bench.selected == {"a", "b"}
    mouse.press(Point(-500, -500), button=Button.RIGHT)
    mouse.release()
    assert (bench.selected, bench.ran) == (set(), ["menu"] * 3)


def test_a_right_drag_asks_for_no_menu(mouse: Mouse) -> None:
    mouse.press(mouse.bench.over("a"), button=Button.RIGHT)
    mouse.move(mouse.bench.over("a", 50, 0))
    mouse.release()
    assert (mouse.bench.ran, mouse.bench.selected) == ([], set())


def test_a_middle_click_does_nothing(mouse: Mouse) -> None:
    mouse.press(mouse.bench.over("a"), button=Button.MIDDLE)
    mouse.release()
    assert (mouse.bench.ran, mouse.bench.selected) == ([], set())


def test_escape_lets_go_where_the_map_is(mouse: Mouse) -> None:
    mouse.press(Point(500, 500), button=Button.MIDDLE)
    mouse.move(Point(600, 500))
    mouse.key("Escape")
    mouse.move(Point(700, 500))
    assert mouse.bench.scrolled == (-100, 0)
    assert mouse.tool.is_idle
    assert mouse.bench.feedback == REST
