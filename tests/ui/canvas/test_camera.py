"""Where one looks: zooming at a place, fitting, gliding."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.camera import LEAST, MARGIN, MOST, Camera, Insets
from argmap.ui.canvas.view import View

RATIOS = st.sampled_from((1.0, 1.25, 1.5, 2.0))
SPOTS = st.tuples(st.integers(0, 900), st.integers(0, 640)).map(lambda at: Point(*map(float, at)))
FACTORS = st.floats(0.2, 5.0)


def camera_of(ratio: float = 1.0, *, size: tuple[int, int] = (900, 640)) -> Camera:
    camera = Camera()
    camera.resize(*size, ratio=ratio)
    return camera


@given(SPOTS, st.lists(FACTORS, min_size=1, max_size=30), RATIOS)
def test_what_is_under_the_pointer_stays_there_however_long_one_zooms(
    at: Point, factors: list[float], ratio: float
) -> None:
    camera = camera_of(ratio)
    held = camera.view.to_map(at)
    for factor in factors:
        camera.zoom_at(at, factor)
        assert math.dist(camera.view.to_view(held), at) <= 1.0


@given(
    st.lists(st.tuples(SPOTS, FACTORS), max_size=4),
    st.tuples(st.floats(-999, 999), st.floats(-999, 999)),
    RATIOS,
)
def test_the_map_always_stands_on_whole_device_pixels(
    turns: list[tuple[Point, float]], by: tuple[float, float], ratio: float
) -> None:
    camera = camera_of(ratio)
    for at, factor in turns:
        camera.zoom_at(at, factor)
    camera.scroll(*by)
    for place in camera.view.origin:
        pixels = place * camera.view.zoom * ratio
        assert pixels == pytest.approx(round(pixels), abs=1e-6)


@given(RATIOS, st.lists(SPOTS, min_size=20, max_size=20))
def test_the_errors_of_many_small_steps_do_not_add_up(ratio: float, spots: list[Point]) -> None:
    camera = camera_of(ratio)
    for _ in range(100):
        camera.scroll(0.3, -0.7)
    assert math.dist(camera.view.origin, (30, -70)) <= 1.0
    held = camera.view.to_map(Point(500, 400))
    for at in spots:
        camera.zoom_at(at, 1.1)
        camera.zoom_at(at, 1 / 1.1)
    assert math.dist(camera.view.to_view(held), (500, 400)) <= 1.5


def test_the_zoom_has_a_least_and_a_most() -> None:
    camera = camera_of()
    for factor, end in ((100.0, MOST), (1e-6, LEAST)):
        camera.zoom_at(Point(400, 300), factor)
        assert camera.view.zoom == end
        camera.set_zoom(end * factor, time=0)
        assert camera.view.zoom == end


@given(
    st.builds(
        Rect, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(1, 9000), st.integers(1, 9000)
    )
)
def test_what_is_shown_fits_and_is_as_large_as_it_can_be(rect: Rect) -> None:
    camera = camera_of()
    view = camera.framed(rect, Insets(top=36, bottom=48))
    shown = view.rect_to_view(rect)
    assert shown.left() >= MARGIN - 1
    assert shown.right() <= 900 - MARGIN + 1
    assert shown.top() >= MARGIN + 36 - 1
    assert shown.bottom() <= 640 - MARGIN - 48 + 1
    touches = shown.width() >= 900 - 2 * MARGIN - 1 or shown.height() >= 640 - 2 * MARGIN - 84 - 1
    assert touches or view.zoom == 1.0


def test_something_larger_than_any_view_is_shown_as_small_as_possible() -> None:
    assert camera_of().framed(Rect(0, 0, 1e6, 1e6)).zoom == LEAST


def test_what_is_kept_free_at_the_right_stays_free() -> None:
    shown = camera_of().framed(Rect(0, 0, 2000, 100), Insets(right=224)).rect_to_view(Rect(0, 0, 2000, 100))
    assert shown.right() <= 900 - 224 - MARGIN + 1


def test_gliding_passes_between_and_ends_at_its_goal(qtbot: QtBot) -> None:
    camera = camera_of()
    goal = View(0.5, Point(600.0, -200.0), (900.0, 640.0))
    passed: list[View] = []
    camera.changed.connect(lambda: passed.append(camera.view))
    camera.go(goal, time=80)
    assert camera.goal == goal
    assert camera.is_gliding
    qtbot.waitUntil(lambda: not camera.is_gliding)
    assert passed[-1] == goal == camera.view
    between = [view.zoom for view in passed]
    assert between == sorted(between, reverse=True)


def test_a_gliding_zoom_keeps_its_middle_still(qtbot: QtBot) -> None:
    camera = camera_of()
    middle = camera.view.to_map(Point(450, 320))
    strayed: list[float] = []
    camera.changed.connect(lambda: strayed.append(math.dist(camera.view.to_view(middle), (450, 320))))
    camera.set_zoom(2.0, time=80)
    qtbot.waitUntil(lambda: not camera.is_gliding)
    assert strayed
    assert max(strayed) <= 1.0


def test_scrolling_while_gliding_stops_where_one_is(qtbot: QtBot) -> None:
    camera = camera_of()
    camera.set_zoom(4.0, time=400)
    qtbot.waitUntil(lambda: camera.view.zoom > 1.0)
    reached = camera.view.zoom
    camera.scroll(10, 0)
    assert not camera.is_gliding
    assert camera.goal == camera.view
    assert camera.view.zoom == reached


def test_a_second_step_of_the_zoom_goes_on_from_where_the_first_leads() -> None:
    camera = camera_of()
    camera.set_zoom(2.0, time=400)
    camera.set_zoom(camera.goal.zoom * 2, time=0)
    assert camera.view.zoom == 4.0


def test_what_was_fitted_is_so_until_one_looks_elsewhere() -> None:
    camera = camera_of()
    camera.go(camera.framed(Rect(0, 0, 300, 200)), time=0)
    camera.mark_fitted()
    assert camera.is_fitted
    camera.scroll(0, 3)
    assert not camera.is_fitted


def test_nothing_is_said_when_nothing_moves() -> None:
    camera = camera_of()
    said: list[View] = []
    camera.changed.connect(lambda: said.append(camera.view))
    camera.scroll(0, 0)
    camera.resize(900, 640, ratio=1.0)
    assert said == []
