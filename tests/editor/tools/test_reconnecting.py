"""Moving an arrow's end with the arrow keys; by its grip it is tested with the other ways to draw arrows."""

from __future__ import annotations

import pytest

from argmap.editor.editor import Update
from argmap.editor.tools.reconnecting import PickingEnd
from argmap.editor.tools.tool import REST
from argmap.edits.claims import remove_elements
from argmap.model.ids import RecordId
from tests.editor.tools.plain_bench import Mouse, mouse_on
from tests.edits.test_relations import drawn


@pytest.fixture
def mouse() -> Mouse:
    """thesis 0,0 and c 300,0; below them a 0,160 and b 300,160; the arrow from b is being moved."""
    mouse = mouse_on("thesis <- a; c; thesis <- b")
    mouse.tool.enter(PickingEnd(mouse.bench, RecordId("b->thesis"), mouse.tool.state))
    return mouse


def test_it_begins_where_the_arrow_leads(mouse: Mouse) -> None:
    assert not mouse.tool.is_idle
    assert mouse.bench.drop is not None
    assert mouse.bench.drop[0] == "thesis"
    assert "Tab" in mouse.bench.feedback.hint


def test_the_tip_is_moved_to_the_card_picked(mouse: Mouse) -> None:
    mouse.key("Down")
    mouse.key("Return")
    assert ("b", "support", "a") in drawn(mouse.bench.map)
    assert mouse.bench.steps == ["Reconnect"]
    assert (mouse.tool.is_idle, mouse.bench.feedback) == (True, REST)


def test_tab_moves_the_other_end(mouse: Mouse) -> None:
    mouse.key("Tab")
    assert mouse.bench.drop is not None
    assert mouse.bench.drop[0] == "b"
    mouse.key("Up")
    mouse.key("Return")
    assert drawn(mouse.bench.map) == {("a", "support", "thesis"), ("c", "support", "thesis")}


def test_the_end_that_stays_is_seen_on_its_card(mouse: Mouse) -> None:
    boxes = mouse.bench.boxes
    for still, end in (("b", 0), ("thesis", -1)):
        draft = mouse.bench.feedback.draft
        assert draft is not None
        assert boxes[RecordId(still)].grown(1).contains(draft.points[end])
        mouse.key("Tab")


def test_what_cannot_be_is_said_and_changes_nothing(mouse: Mouse) -> None:
    before = mouse.bench.map
    mouse.key("Down")
    mouse.key("Right")
    assert mouse.bench.drop == ("b", "refused")
    mouse.key("Return")
    assert mouse.bench.map == before
    assert len(mouse.bench.said) == 1
    assert mouse.tool.is_idle


def test_escape_leaves_the_arrow_as_it_was(mouse: Mouse) -> None:
    before = mouse.bench.map
    mouse.key("Down")
    mouse.key("Escape")
    assert (mouse.bench.map, mouse.bench.steps, mouse.bench.feedback) == (before, [], REST)


def test_an_arrow_that_goes_meanwhile_ends_it(mouse: Mouse) -> None:
    mouse.bench.editor.edit("Remove", lambda t: remove_elements(t, [RecordId("b->thesis")]))
    mouse.key("Down")
    assert mouse.bench.said == ["That arrow is not on the map any more."]
    assert mouse.tool.is_idle


def test_a_failure_in_the_middle_leaves_the_tool_at_rest(mouse: Mouse) -> None:
    def fail(update: Update) -> None:
        raise LookupError(update.label)

    mouse.key("Down")
    stop = mouse.bench.editor.subscribe(fail)
    with pytest.raises(LookupError):
        mouse.key("Return")
    stop()
    assert mouse.tool.is_idle
    assert mouse.bench.feedback == REST
