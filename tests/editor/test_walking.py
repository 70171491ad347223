"""Where the arrow keys lead."""

from __future__ import annotations

from argmap.editor.walking import Direction, first, nearest, outermost, step
from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.editor.commands.small_map import PLACES, small_map
from tests.host import sample_bench

BOXES = {RecordId(name): Rect(x, y, 224, 72) for name, (x, y) in PLACES.items()}


def _step(start: str, direction: Direction) -> str | None:
    return step(small_map(), BOXES, RecordId(start), direction)


def test_up_is_what_it_bears_on_even_where_that_is_a_relation() -> None:
    assert _step("b", Direction.UP) == "t"
    assert _step("u", Direction.UP) == "at"
    assert _step("at", Direction.UP) == "t"


def test_down_is_the_leftmost_reason() -> None:
    assert _step("q", Direction.DOWN) == "t"
    assert _step("t", Direction.DOWN) == "a"
    assert _step("cdt", Direction.DOWN) == "c"
    lower = {**BOXES, RecordId("a"): BOXES[RecordId("a")].moved(0, 90)}
    assert step(small_map(), lower, RecordId("t"), Direction.DOWN) == "a"


def test_sideways_are_the_siblings_that_bear_on_the_target_in_the_same_way() -> None:
    assert _step("a", Direction.RIGHT) == "c"
    assert _step("c", Direction.LEFT) == "a"
    assert _step("at", Direction.LEFT) is None


def test_where_the_argument_ends_the_nearest_card_is_next() -> None:
    assert _step("b", Direction.LEFT) == "a"
    assert _step("b", Direction.RIGHT) == "c"
    assert _step("a", Direction.DOWN) == "u"
    assert _step("d", Direction.RIGHT) is None
    assert _step("q", Direction.UP) is None


def test_the_nearest_card_is_in_line_rather_than_close_by() -> None:
    boxes = {
        RecordId("home"): Rect(0, 0, 10, 10),
        RecordId("in line"): Rect(100, 0, 10, 10),
        RecordId("aside"): Rect(50, 60, 10, 10),
        RecordId("behind"): Rect(-20, 0, 10, 10),
    }
    assert nearest(boxes, RecordId("home"), Direction.RIGHT) == "in line"
    assert nearest(boxes, RecordId("home"), Direction.LEFT) == "behind"
    assert nearest(boxes, RecordId("not there"), Direction.LEFT) is None


def test_being_out_of_line_counts_double_and_far_out_of_line_is_not_that_way() -> None:
    home, in_line, aside, far_aside = (RecordId(name) for name in ("home", "in line", "aside", "far aside"))
    boxes = {
        home: Rect(0, 0, 10, 10),
        in_line: Rect(100, 0, 10, 10),
        aside: Rect(60, 30, 10, 10),
        far_aside: Rect(10, 25, 10, 10),
    }
    assert nearest(boxes, home, Direction.RIGHT) == in_line
    del boxes[in_line]
    assert nearest(boxes, home, Direction.RIGHT) == aside
    del boxes[aside]
    assert nearest(boxes, home, Direction.RIGHT) is None


def test_walking_begins_at_the_question_or_at_the_top() -> None:
    assert first(small_map(), BOXES) == "q"
    only = {RecordId("a"): BOXES[RecordId("a")], RecordId("t"): BOXES[RecordId("t")]}
    assert first(small_map(), only) == "t"
    assert first(ArgumentMap(), {}) is None


def test_a_selection_grows_on_from_its_outermost_card() -> None:
    chosen = [RecordId(key) for key in ("a", "c", "at")]
    assert outermost(small_map(), BOXES, chosen, Direction.RIGHT) == "c"
    assert outermost(small_map(), BOXES, chosen, Direction.LEFT) == "a"
    assert outermost(small_map(), BOXES, [RecordId("at")], Direction.LEFT) == "at"
    assert outermost(small_map(), BOXES, [], Direction.LEFT) is None


def test_every_claim_of_the_sample_is_reached_on_foot() -> None:
    bench = sample_bench()
    boxes = bench.host.canvas.boxes
    start = first(bench.map, boxes)
    assert start is not None
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        found = {step(bench.map, boxes, here, direction) for direction in Direction} - {None} - seen
        seen |= found  # type: ignore[arg-type]
        waiting += found  # type: ignore[arg-type]
    assert seen >= set(bench.map.claims)
