"""Bringing a card into line with others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.tools.snapping import NEAR, Neighbours, Snap
from argmap.editor.tools.tool import Guide
from argmap.layout.geometry import Point, Rect

HOME = Rect(0, 0, 200, 80)
REACH = 6.0


def _snap(others: Sequence[Rect], moving: Rect, reach: float) -> Snap:
    return Neighbours(others, (moving.width, moving.height)).snap(moving, reach)


@pytest.mark.parametrize(
    ("moving", "dx", "dy"),
    [
        (Rect(4, 300, 120, 60), -4, 0),
        (Rect(-6, 300, 120, 60), 6, 0),
        (Rect(7, 300, 120, 60), 0, 0),
        (Rect(77, 300, 120, 60), 3, 0),
        (Rect(43, 300, 120, 60), -3, 0),
        (Rect(400, 5, 120, 60), 0, -5),
        (Rect(400, 16, 120, 60), 0, 4),
        (Rect(400, 12, 120, 60), 0, -2),
        (Rect(198, 83, 120, 60), 0, 0),
        (Rect(3, -64, 120, 60), -3, 0),
    ],
)
def test_left_right_and_centre_top_bottom_and_middle_draw_the_card(
    moving: Rect, dx: float, dy: float
) -> None:
    found = _snap([HOME], moving, REACH)
    assert (found.dx, found.dy) == (dx, dy)


def test_unlike_edges_do_not_draw_each_other() -> None:
    assert _snap([HOME], Rect(203, 300, 120, 60), REACH) == Snap()


def test_the_nearest_line_wins() -> None:
    others = [Rect(0, 0, 200, 80), Rect(5, 200, 200, 80)]
    assert _snap(others, Rect(4, 600, 200, 80), REACH).dx == 1


def test_both_axes_snap_at_once() -> None:
    others = [Rect(0, 0, 200, 80), Rect(400, 300, 200, 80)]
    found = _snap(others, Rect(3, 304, 200, 80), REACH)
    assert (found.dx, found.dy) == (-3, -4)


def test_the_gaps_to_left_and_right_are_made_equal() -> None:
    others = [Rect(0, 0, 100, 83), Rect(500, 0, 130, 77)]
    found = _snap(others, Rect(254, 20, 100, 31), REACH)
    placed = Rect(254, 20, 100, 31).moved(found.dx, found.dy)
    assert placed.x - 100 == 500 - placed.right


def test_the_gaps_above_and_below_are_made_equal() -> None:
    others = [Rect(0, 0, 101, 80), Rect(0, 400, 117, 90)]
    found = _snap(others, Rect(20, 203, 31, 70), REACH)
    placed = Rect(20, 203, 31, 70).moved(found.dx, found.dy)
    assert placed.y - 80 == 400 - placed.bottom


def test_only_neighbours_on_the_same_row_make_gaps() -> None:
    others = [Rect(0, 500, 100, 83), Rect(500, 500, 130, 77)]
    assert _snap(others, Rect(254, 20, 100, 31), REACH).dx == 0


def test_neighbours_above_and_below_the_row_make_no_gaps_however_tall_another_card_is() -> None:
    tall, moving = Rect(5000, 0, 50, 400), Rect(254, 0, 100, 30)
    for y in (-60.0, moving.bottom):
        others = [Rect(0, y, 100, 50), Rect(500, y, 130, 50), tall]
        assert _snap(others, moving, REACH).dx == 0


def test_a_card_far_away_draws_nothing() -> None:
    assert _snap([HOME], Rect(3, 80 + NEAR - 1, 120, 60), REACH).dx == -3
    assert _snap([HOME], Rect(3, 80 + NEAR + 1, 120, 60), REACH) == Snap()
    assert _snap([], Rect(0, 0, 10, 10), REACH) == Snap()


def test_guides_run_along_what_the_card_is_in_line_with() -> None:
    found = _snap([HOME, Rect(0, 600, 50, 50)], Rect(4, 300, 120, 60), REACH)
    assert found.guides == (Guide(Point(0, -12), Point(0, 662)),)
    level = _snap([HOME], Rect(400, 5, 120, 60), REACH)
    assert level.guides == (Guide(Point(-12, 0), Point(532, 0)),)
    assert _snap([HOME], Rect(7, 300, 120, 60), REACH).guides == ()


rects = st.builds(
    Rect,
    st.integers(-400, 400).map(float),
    st.integers(-400, 400).map(float),
    st.integers(40, 300).map(float),
    st.integers(40, 300).map(float),
)


@given(rects, st.lists(rects, max_size=5), st.sampled_from([0.0, 3.0, 6.0, 12.0]))
def test_a_snapped_card_moves_no_farther_than_the_reach_and_stays_where_it_snapped(
    moving: Rect, others: list[Rect], reach: float
) -> None:
    found = _snap(others, moving, reach)
    assert abs(found.dx) <= reach
    assert abs(found.dy) <= reach
    for guide in found.guides:
        lies_along_x = guide.start.x == guide.end.x
        assert lies_along_x or guide.start.y == guide.end.y


@given(rects, st.lists(rects, min_size=1, max_size=5))
def test_no_line_within_reach_is_nearer_than_the_one_snapped_to(moving: Rect, others: list[Rect]) -> None:
    found = _snap(others, moving, REACH)
    lines = [
        there - here
        for other in others
        for here, there in (
            (moving.x, other.x),
            (moving.center.x, other.center.x),
            (moving.right, other.right),
        )
        if moving.grown(NEAR).intersects(other)
    ]
    within = [abs(line) for line in lines if abs(line) <= REACH]
    if within:
        assert abs(found.dx) <= min(within)


@given(rects, st.lists(rects, min_size=2, max_size=6))
def test_gaps_are_made_equal_between_the_nearest_cards_of_the_row(moving: Rect, others: list[Rect]) -> None:
    """Found again by looking at every card."""
    row = [box for box in others if box.y < moving.bottom and moving.y < box.bottom]
    row = [box for box in row if box.x < moving.right + NEAR and moving.x - NEAR < box.right]
    before = [box.right for box in row if box.right <= moving.center.x]
    behind = [box.x for box in row if box.x >= moving.center.x]
    if not before or not behind:
        return
    even = (max(before) + min(behind) - moving.width) / 2 - moving.x
    found = _snap(others, moving, REACH).dx
    if abs(even) <= REACH:
        assert abs(found) <= abs(even)
        placed = moving.moved(found, 0)
        assert found != even or placed.x - max(before) == min(behind) - placed.right
