from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.view import Band, View, band_of

numbers = st.floats(-1e4, 1e4)
views = st.builds(
    View, zoom=st.floats(0.05, 4), origin=st.builds(Point, numbers, numbers), size=st.just((800.0, 600.0))
)


@given(views, st.builds(Point, numbers, numbers))
def test_there_and_back(view: View, point: Point) -> None:
    assert view.to_map(view.to_view(point)) == pytest.approx(point, abs=1e-6)


@given(views)
def test_the_visible_part_fills_the_window(view: View) -> None:
    assert view.rect_to_view(view.visible()).getRect() == pytest.approx((0, 0, 800, 600), abs=1e-6)


def test_a_rectangle_grows_with_the_zoom() -> None:
    view = View(2.0, Point(10, 20), (100, 100))
    assert view.rect_to_view(Rect(15, 20, 30, 40)).getRect() == (10, 0, 60, 80)
    assert view.to_view(Point(15, 25)) == (10, 10)


@pytest.mark.parametrize(
    ("zoom", "band"),
    [
        (0.05, Band.TERRAIN),
        (0.18, Band.SHAPE),
        (0.419, Band.SHAPE),
        (0.42, Band.SCAN),
        (0.8, Band.READ),
        (4, Band.READ),
    ],
)
def test_the_bands_begin_where_the_design_says(zoom: float, band: Band) -> None:
    assert band_of(zoom) is band


@pytest.mark.parametrize(
    ("start", "below", "above"),
    [
        (0.8, Band.SCAN, Band.READ),
        (0.42, Band.SHAPE, Band.SCAN),
        (0.18, Band.TERRAIN, Band.SHAPE),
    ],
)
def test_a_band_is_left_only_a_little_beyond_its_end(start: float, below: Band, above: Band) -> None:
    assert band_of(start * 0.97, above) is above
    assert band_of(start * 0.95, above) is below
    assert band_of(start * 1.03, below) is below
    assert band_of(start * 1.05, below) is above


def test_a_jump_over_several_bands_is_followed() -> None:
    assert band_of(1.0, Band.TERRAIN) is Band.READ
    assert band_of(0.1, Band.READ) is Band.TERRAIN
