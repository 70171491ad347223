"""The arrow keys: walking, widening the selection, nudging and reordering."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.editor.commands.small_map import PLACES, small_map
from tests.host import Bench, bench_on


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("walk.up", "a", "t"),
        ("walk.down", "t", "a"),
        ("walk.left", "b", "a"),
        ("walk.right", "c", "d"),
        ("walk.up", "at", "t"),
    ],
)
def test_walking_selects_and_shows_the_element_one_step_away(
    bench: Bench, key: str, start: str, end: str
) -> None:
    bench.run(key, start)
    assert bench.selected == {end}
    assert bench.host.canvas.revealed == [end]


def test_walking_begins_at_the_question(bench: Bench) -> None:
    bench.run("walk.down")
    assert bench.selected == {"q"}


@pytest.mark.parametrize(
    ("key", "start", "added"),
    [
        ("walk.extend_up", "a", "t"),
        ("walk.extend_down", "t", "a"),
        ("walk.extend_left", "d", "c"),
        ("walk.extend_right", "c", "d"),
    ],
)
def test_a_wider_selection_keeps_what_it_has(bench: Bench, key: str, start: str, added: str) -> None:
    bench.run(key, start)
    assert bench.selected == {start, added}


def test_a_wider_selection_grows_on_at_its_end(bench: Bench) -> None:
    bench.run("walk.extend_left", "d")
    bench.run("walk.extend_left")
    assert bench.selected == {"d", "c", "a"}


@pytest.mark.parametrize(
    ("key", "dx", "dy"),
    [
        ("arrange.nudge_left", -4, 0),
        ("arrange.nudge_right", 4, 0),
        ("arrange.nudge_up", 0, -4),
        ("arrange.nudge_down", 0, 4),
        ("arrange.nudge_left_far", -24, 0),
        ("arrange.nudge_right_far", 24, 0),
        ("arrange.nudge_up_far", 0, -24),
        ("arrange.nudge_down_far", 0, 24),
    ],
)
def test_cards_are_nudged(bench: Bench, key: str, dx: int, dy: int) -> None:
    bench.run(key, "a", "b", "bt")
    for name, (x, y) in PLACES.items():
        box = bench.host.canvas.boxes[RecordId(name)]
        moved = (dx, dy) if name in "ab" else (0, 0)
        assert (box.x - x, box.y - y) == moved


def test_siblings_change_places_and_the_ends_stay(bench: Bench) -> None:
    boxes = bench.host.canvas.boxes
    bench.run("arrange.later", "a")
    assert bench.host.canvas.boxes[RecordId("a")].x == boxes[RecordId("c")].x
    assert bench.host.canvas.boxes[RecordId("c")].x == boxes[RecordId("a")].x
    bench.run("arrange.earlier")
    assert bench.map == small_map()
    bench.run("arrange.earlier")
    assert bench.map == small_map()


def test_there_is_nowhere_to_walk_on_an_empty_map() -> None:
    bench = bench_on(ArgumentMap())
    assert not bench.can_run("walk.right")
    assert not bench.can_run("walk.extend_right")


def test_cards_are_made_wider_and_narrower_in_steps_and_within_bounds(bench: Bench) -> None:
    bench.run("arrange.wider", "a", "b")
    boxes = bench.host.canvas.boxes
    assert [boxes[RecordId(key)].width for key in "abc"] == [240, 240, 224]
    bench.run("arrange.narrower")
    bench.run("arrange.narrower")
    assert bench.host.canvas.boxes[RecordId("a")].width == 208
    for _ in range(20):
        bench.run("arrange.narrower")
    assert bench.host.canvas.boxes[RecordId("a")].width == 160
