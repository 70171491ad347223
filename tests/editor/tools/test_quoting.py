"""Dragging a passage over the map, played without Qt."""

from __future__ import annotations

import pytest

from argmap.editor.tools.events import Modifiers, PointerEvent
from argmap.editor.tools.quoting import CarryingQuote
from argmap.editor.tools.tool import REST
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.quote import Quote
from tests.builders import editor_of, sketch
from tests.editor.tools.plain_bench import Mouse, PlainBench
from tests.edits.test_relations import drawn

BODY = "Heading\nIt rains because of clouds.\n"
QUOTE = Quote(RecordId("s"), 8, 16)
GROUND = Point(900, 900)


@pytest.fixture
def mouse() -> Mouse:
    """A passage in hand over a thesis with a reason."""
    map_ = sketch("thesis <- a", Source(id=RecordId("s"), title="T", body=BODY))
    mouse = Mouse(PlainBench(editor_of(map_, start=1)))
    mouse.tool.enter(CarryingQuote(mouse.bench, QUOTE, mouse.tool.state))
    return mouse


def let_go(mouse: Mouse, at: Point, **keys: bool) -> PlainBench:
    """Move there and let go; the bench."""
    event = PointerEvent(at=at, screen=at, modifiers=Modifiers(**keys), hit=mouse.bench.hit(at))
    mouse.tool.move(event)
    mouse.tool.release(event)
    assert mouse.tool.is_idle
    assert mouse.bench.feedback == REST
    return mouse.bench


def drop_at(mouse: Mouse, at: Point, **keys: bool) -> tuple[str, str] | None:
    """What is shown there: the element, and what letting go would do."""
    event = PointerEvent(at=at, screen=at, modifiers=Modifiers(**keys), hit=mouse.bench.hit(at))
    mouse.tool.move(event)
    drop = mouse.bench.feedback.drop
    assert mouse.bench.feedback.hint
    return None if drop is None else (drop.element, drop.text)


def test_what_letting_go_would_do_is_shown(mouse: Mouse) -> None:
    card, arrow = mouse.bench.over("thesis"), mouse.bench.on_arrow("a->thesis")
    assert drop_at(mouse, GROUND) is None
    assert drop_at(mouse, card) == ("thesis", "New reason")
    assert drop_at(mouse, card, alt=True) == ("thesis", "New objection")
    assert drop_at(mouse, card, ctrl=True) == ("thesis", "Attach the passage")
    assert drop_at(mouse, arrow) == ("a->thesis", "New undercutter")
    assert drop_at(mouse, arrow, ctrl=True) == ("a->thesis", "Attach the passage")
    assert mouse.bench.steps == []


def test_on_the_ground_it_becomes_a_claim_there_with_its_words_to_be_typed_over(mouse: Mouse) -> None:
    bench = let_go(mouse, GROUND)
    (key,) = bench.selected
    assert bench.map.claims[RecordId(key)].text == "It rains"
    assert bench.editing == (key, True)
    assert bench.boxes[RecordId(key)].contains(GROUND)
    assert bench.steps == ["Add claim"]


@pytest.mark.parametrize(
    ("keys", "kind", "step"), [({}, "support", "Add reason"), ({"alt": True}, "attack", "Add objection")]
)
def test_on_a_card_it_bears_on_that(mouse: Mouse, keys: dict[str, bool], kind: str, step: str) -> None:
    bench = let_go(mouse, mouse.bench.over("thesis"), **keys)
    (key,) = bench.selected
    assert (key, kind, "thesis") in drawn(bench.map)
    assert bench.editing == (key, True)
    assert bench.steps == [step]


def test_on_an_arrow_it_undercuts(mouse: Mouse) -> None:
    bench = let_go(mouse, mouse.bench.on_arrow("a->thesis"))
    (key,) = bench.selected
    assert (key, "attack", "a->thesis") in drawn(bench.map)
    assert bench.steps == ["Add undercutter"]


def test_with_ctrl_it_is_attached_and_nothing_is_typed(mouse: Mouse) -> None:
    bench = let_go(mouse, mouse.bench.over("a"), ctrl=True)
    assert [excerpt.exact for excerpt in bench.map.excerpts_of(RecordId("a"))] == ["It rains"]
    assert (bench.selected, bench.editing) == ({"a"}, None)
    assert bench.steps == ["Attach passage"]


def test_escape_lets_it_go(mouse: Mouse) -> None:
    drop_at(mouse, mouse.bench.over("thesis"))
    mouse.key("Escape")
    assert mouse.tool.is_idle
    assert (mouse.bench.feedback, mouse.bench.steps) == (REST, [])
