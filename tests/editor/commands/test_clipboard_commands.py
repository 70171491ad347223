"""Cutting, copying and pasting, within a map and from one to another, and text from elsewhere."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on, sample_bench


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def _texts(bench: Bench) -> list[str]:
    return sorted(bench.map.claims[RecordId(key)].text for key in bench.selected)


def test_what_is_copied_is_text_as_well(bench: Bench) -> None:
    bench.run("edit.copy", "t", "a")
    assert bench.host.clipboard[1] == "Claim t\n  + Claim a\n"


def test_a_fragment_is_pasted_into_another_map_at_the_middle_of_its_view(bench: Bench) -> None:
    bench.run("edit.copy", "t", "a", "b")
    other = bench_on(ArgumentMap())
    other.host.clipboard = bench.host.clipboard
    other.run("edit.paste")
    assert _texts(other) == ["Claim a", "Claim b", "Claim t"]
    assert sorted(r.kind.value for r in other.map.relations.values()) == ["attack", "support"]
    boxes = list(other.host.canvas.boxes.values())
    left, right = min(b.x for b in boxes), max(b.right for b in boxes)
    assert abs((left + right) / 2 - other.host.canvas.visible.center.x) <= 4


def test_what_is_pasted_covers_no_card() -> None:
    bench = sample_bench()
    bench.host.canvas.visible = next(iter(bench.host.canvas.boxes.values())).grown(100)
    bench.run("edit.copy", *list(bench.map.claims)[:4])
    bench.run("edit.paste")
    boxes = bench.host.canvas.boxes
    assert len(bench.selected) == 4
    old = [box for key, box in boxes.items() if key not in bench.selected]
    assert not any(boxes[RecordId(key)].intersects(box) for key in bench.selected for box in old)


def test_cutting_and_pasting_brings_the_claims_back(bench: Bench) -> None:
    bench.run("edit.cut", "c", "d")
    assert "c" not in bench.map
    assert "cdt" not in bench.map
    bench.run("edit.paste")
    assert _texts(bench) == ["Claim c", "Claim d"]


def test_each_line_of_pasted_text_becomes_a_claim(bench: Bench) -> None:
    bench.host.clipboard = (None, "First thought.\n\n   Second thought.  \r\nThird thought.\n")
    bench.run("edit.paste")
    assert _texts(bench) == ["First thought.", "Second thought.", "Third thought."]
    boxes = [bench.host.canvas.boxes[RecordId(key)] for key in bench.selected]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    bench.run("edit.undo")
    assert bench.map == small_map()


def test_the_bullets_of_a_pasted_list_are_left_out(bench: Bench) -> None:
    bench.host.clipboard = (None, "- One - or two.\n  * Three.\n• Four.\n–  Five.\n-\n")
    bench.run("edit.paste")
    assert _texts(bench) == ["Five.", "Four.", "One - or two.", "Three."]


@pytest.mark.parametrize("clipboard", [(None, ""), (None, " \n "), (b"", ""), (b"{}", "")])
def test_pasting_nothing_changes_nothing(bench: Bench, clipboard: tuple[bytes | None, str]) -> None:
    bench.host.clipboard = clipboard
    bench.run("edit.paste")
    assert bench.map == small_map()
    assert bench.editor.history.last is None


def test_a_fragment_that_cannot_be_read_is_pasted_as_its_text(bench: Bench) -> None:
    bench.host.clipboard = (b"\xff torn", "A thought.")
    bench.run("edit.paste")
    assert _texts(bench) == ["A thought."]


def test_there_is_something_to_copy_only_where_a_claim_is_selected(bench: Bench) -> None:
    for command in ("edit.copy", "edit.cut", "edit.duplicate"):
        assert not bench.can_run(command)
        assert not bench.can_run(command, "at")
        assert bench.can_run(command, "at", "a")
