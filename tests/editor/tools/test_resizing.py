"""Dragging a card's right edge."""

from __future__ import annotations

import pytest

from argmap.editor.tools.tool import REST
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from tests.builders import editor_of, sketch, without_places
from tests.editor.tools.plain_bench import Mouse, PlainBench, mouse_on

A = RecordId("a")


@pytest.fixture
def mouse() -> Mouse:
    return mouse_on("thesis <- a; thesis <- b")


def width_of(mouse: Mouse) -> float | None:
    held = mouse.bench.map.placement(A)
    assert held is not None
    return held.width


@pytest.mark.parametrize(("end", "width"), [(300, 304), (301, 304), (10, 160), (900, 400)])
def test_the_edge_follows_the_pointer_in_steps_and_within_bounds(
    mouse: Mouse, end: float, width: float
) -> None:
    mouse.carry(Point(224, 196), Point(end, 196))
    assert mouse.bench.feedback.cursor == "width"
    assert width_of(mouse) == width
    mouse.release()
    assert (width_of(mouse), mouse.bench.steps) == (width, ["Set width"])
    assert mouse.bench.feedback == REST
    mouse.bench.editor.undo()
    assert width_of(mouse) is None


def test_a_click_on_the_edge_changes_nothing(mouse: Mouse) -> None:
    mouse.click(Point(224, 196))
    assert mouse.bench.steps == []


def test_escape_gives_the_old_width_back(mouse: Mouse) -> None:
    before = mouse.bench.editor.state
    mouse.carry(Point(224, 196), Point(300, 196))
    mouse.key("Escape")
    assert mouse.bench.editor.state == before
    assert mouse.bench.steps == []
    assert mouse.tool.is_idle


def test_a_double_click_on_the_edge_gives_the_kinds_own_width_back(mouse: Mouse) -> None:
    mouse.drag(Point(224, 196), Point(300, 196))
    mouse.double_click(Point(304, 196))
    assert width_of(mouse) is None
    assert mouse.bench.steps == ["Set width", "Reset width"]


def test_a_card_that_stands_nowhere_stays_where_it_is_shown() -> None:
    mouse = Mouse(PlainBench(editor_of(without_places(sketch("a")))))
    box = mouse.bench.boxes[A]
    mouse.double_click(Point(box.right, box.center.y))
    assert mouse.bench.steps == []
    mouse.drag(Point(box.right, box.center.y), Point(box.x + 320, box.center.y))
    assert mouse.bench.boxes[A] == box._replace(width=320)


def test_a_card_that_goes_meanwhile_ends_the_gesture(mouse: Mouse) -> None:
    mouse.carry(Point(224, 196), Point(300, 196))
    mouse.bench.editor.edit("Remove", lambda t: t.remove(A))
    mouse.move(Point(320, 196))
    assert mouse.bench.said == ["That claim is not on the map any more."]
    assert mouse.tool.is_idle
    assert A not in mouse.bench.map
