"""Drawing a rectangle over the ground."""

from __future__ import annotations

import pytest

from argmap.editor.tools.tool import REST
from argmap.layout.geometry import Point, Rect
from tests.builders import ids
from tests.editor.tools.plain_bench import Mouse, mouse_on

CORNER = Point(-50, 400)


@pytest.fixture
def mouse() -> Mouse:
    """thesis at 0,0; below it a at 0,160 and b at 300,160."""
    return mouse_on("thesis <- a; thesis <- b")


def test_a_lasso_selects_the_cards_it_touches(mouse: Mouse) -> None:
    mouse.bench.editor.select(ids("thesis"))
    mouse.carry(CORNER, Point(10, 170))
    assert mouse.bench.selected == {"a"}
    assert mouse.bench.feedback.lasso == Rect(-50, 170, 60, 230)
    mouse.move(Point(310, 170))
    assert mouse.bench.selected == {"a", "b"}
    mouse.move(Point(10, 170))
    mouse.release()
    assert mouse.bench.selected == {"a"}
    assert mouse.bench.feedback == REST
    assert mouse.tool.is_idle
    assert mouse.bench.steps == []


def test_a_lasso_over_arrows_alone_selects_them() -> None:
    mouse = mouse_on("thesis <- a")
    middle = mouse.bench.on_arrow("a->thesis")
    mouse.drag(middle.moved(-60, -5), middle.moved(5, 5))
    assert mouse.bench.selected == {"a->thesis"}


def test_a_lasso_over_cards_and_arrows_takes_the_cards(mouse: Mouse) -> None:
    mouse.drag(CORNER, Point(150, 120))
    assert mouse.bench.selected == {"a"}


@pytest.mark.parametrize("key", ["shift", "ctrl"])
def test_with_a_key_the_lasso_adds(mouse: Mouse, key: str) -> None:
    mouse.bench.editor.select(ids("thesis"))
    mouse.carry(CORNER, Point(310, 170), **{key: True})
    mouse.move(Point(10, 170), **{key: True})
    mouse.release()
    assert mouse.bench.selected == {"thesis", "a"}


@pytest.mark.parametrize("keys", [{}, {"shift": True}])
def test_escape_selects_again_what_was_selected(mouse: Mouse, keys: dict[str, bool]) -> None:
    mouse.bench.editor.select(ids("thesis", "a->thesis"))
    mouse.carry(CORNER, Point(310, 170), **keys)
    assert "b" in mouse.bench.selected
    mouse.key("Escape")
    assert mouse.bench.selected == {"thesis", "a->thesis"}
    assert mouse.tool.is_idle
    assert mouse.bench.feedback == REST
