"""Drawing arrows by pointer and by keyboard, and re-aiming their ends."""

from __future__ import annotations

import pytest

from argmap.editor.tools.connecting import PickingTarget, edge_towards
from argmap.editor.tools.events import Hit, HitKind
from argmap.editor.tools.tool import REST
from argmap.edits.claims import remove_elements
from argmap.layout.geometry import Point, Rect
from argmap.model.ids import RecordId
from tests.builders import ids
from tests.editor.tools.plain_bench import Mouse, mouse_on
from tests.edits.test_relations import drawn

LOOP = "That would be a loop: the target already supports this claim."
NOWHERE = Point(900, 900)


@pytest.fixture
def mouse() -> Mouse:
    """thesis 0,0 and c 300,0; below them a 0,160 and b 300,160."""
    return mouse_on("thesis <- a; c; thesis <- b")


def port(claim: str) -> Hit:
    return Hit(HitKind.PORT, RecordId(claim))


def grip(relation: str, end: str) -> Hit:
    return Hit(HitKind.GRIP, RecordId(relation), end)


def drag_port(mouse: Mouse, claim: str, end: Point) -> None:
    mouse.carry(mouse.bench.over(claim, 0, 36), end, hit=port(claim))


def test_an_arrow_drawn_to_a_card_asks_how(mouse: Mouse) -> None:
    bench = mouse.bench
    drag_port(mouse, "c", bench.over("a"))
    assert bench.drop == ("a", "ask")
    draft = bench.feedback.draft
    assert draft is not None
    assert (draft.points[-1], draft.kind, draft.refused) == (bench.over("a"), None, False)
    assert bench.feedback.cursor == "cross"
    mouse.release()
    (question,) = bench.questions
    assert question.choices == {"support": "", "attack": "", "undercut": "", "link": ""}
    assert bench.steps == []
    question.answer("support")
    assert ("c", "support", "a") in drawn(bench.map)
    assert bench.selected == {"r1"}
    assert bench.steps == ["Support"]
    assert (bench.feedback, mouse.tool.is_idle) == (REST, True)


def test_only_the_ways_that_can_be_had_are_offered() -> None:
    mouse = mouse_on("thesis <- a; loose")
    drag_port(mouse, "a", mouse.bench.over("thesis"))
    mouse.release()
    drag_port(mouse, "thesis", mouse.bench.over("a"))
    mouse.release()
    first, second = mouse.bench.questions
    nothing = "That claim bears on nothing yet: there is no inference to join or to undercut."
    assert first.choices == {
        "support": "The two are connected like that already.",
        "attack": "",
        "undercut": nothing,
        "link": nothing,
    }
    assert second.choices["support"] == LOOP
    assert second.choices["link"] == "A claim cannot bear on itself."


def test_an_arrow_drawn_to_an_arrow_undercuts_it(mouse: Mouse) -> None:
    bench = mouse.bench
    end = bench.on_arrow("a->thesis", 0.2)
    drag_port(mouse, "c", end)
    assert bench.drop == ("a->thesis", "undercut")
    assert bench.feedback.draft is not None
    assert bench.feedback.draft.kind == "attack"
    mouse.release()
    assert ("c", "attack", "a->thesis") in drawn(bench.map)
    assert bench.steps == ["Undercut"]


def test_an_arrow_drawn_to_nothing_makes_a_reason_there_that_is_edited(mouse: Mouse) -> None:
    bench = mouse.bench
    drag_port(mouse, "c", NOWHERE)
    assert bench.drop is None
    mouse.release()
    assert bench.editing == ("c1", True)
    assert ("c1", "support", "c") in drawn(bench.map)
    assert bench.boxes[RecordId("c1")].contains(NOWHERE)
    assert bench.selected == {"c1"}
    assert bench.steps == ["Add reason"]
    gesture = bench.editor.history.done[0].gesture
    assert gesture is not None
    bench.editor.cancel(gesture)
    assert "c1" not in bench.map


def test_a_reason_for_a_question_answers_it() -> None:
    mouse = mouse_on("why?")
    drag_port(mouse, "why", NOWHERE)
    mouse.release()
    assert drawn(mouse.bench.map) == {("c1", "answer", "why")}


def test_what_is_refused_says_why(mouse: Mouse) -> None:
    bench = mouse.bench
    before = bench.map
    own = "A claim cannot undercut a step that it is itself a premise of."
    drag_port(mouse, "a", bench.on_arrow("a->thesis", 0.3))
    assert (bench.drop, bench.feedback.hint) == (("a->thesis", "refused"), own)
    assert bench.feedback.draft is not None
    assert bench.feedback.draft.refused
    mouse.release()
    assert (bench.map, bench.said, bench.questions) == (before, [own], [])


def test_an_arrow_let_go_on_its_own_card_or_cancelled_is_dropped(mouse: Mouse) -> None:
    bench = mouse.bench
    before = bench.editor.state
    drag_port(mouse, "a", bench.over("a"))
    assert bench.drop is None
    mouse.release()
    drag_port(mouse, "a", NOWHERE)
    mouse.key("Escape")
    assert bench.editor.state == before
    assert (bench.editing, bench.questions, bench.feedback) == (None, [], REST)
    assert mouse.tool.is_idle


def drag_grip(mouse: Mouse, relation: str, end: str, to: Point) -> None:
    route = mouse.bench.routing.routes[RecordId(relation)]
    mouse.carry(route.tip if end == "tip" else route.start, to, hit=grip(relation, end))


def test_the_tip_of_an_arrow_is_aimed_at_another_card_or_arrow(mouse: Mouse) -> None:
    bench = mouse.bench
    tip, start = (bench.routing.routes[RecordId("b->thesis")].points[n] for n in (-1, 0))
    drag_grip(mouse, "b->thesis", "tip", bench.over("c"))
    assert bench.selected == {"b->thesis"}
    assert bench.drop == ("c", "support")
    assert bench.feedback.draft is not None
    assert bench.feedback.draft.points == (start, bench.over("c"))
    mouse.release()
    assert ("b", "support", "c") in drawn(bench.map)
    assert bench.steps == ["Reconnect"]
    assert bench.map.relations.keys() == {"a->thesis", "b->thesis"}
    drag_grip(mouse, "b->thesis", "tip", bench.on_arrow("a->thesis", 0.3))
    mouse.release()
    assert ("b", "support", "a->thesis") in drawn(bench.map)
    assert tip


def test_the_start_of_an_arrow_is_moved_to_another_card(mouse: Mouse) -> None:
    bench = mouse.bench
    tip = bench.routing.routes[RecordId("b->thesis")].tip
    drag_grip(mouse, "b->thesis", "start", bench.over("c"))
    assert bench.feedback.draft is not None
    assert bench.feedback.draft.points == (bench.over("c"), tip)
    mouse.release()
    assert ("c", "support", "thesis") in drawn(bench.map)
    assert ("b", "support", "thesis") not in drawn(bench.map)


@pytest.mark.parametrize(
    ("end", "to", "fault"),
    [
        ("tip", "a", LOOP),
        ("start", "thesis", "A claim cannot bear on itself."),
        ("start", "a", "The two are connected like that already."),
        ("start", "doubt", "A claim cannot undercut a step that it is itself a premise of."),
    ],
)
def test_an_end_let_go_where_it_cannot_be_says_why(end: str, to: str, fault: str) -> None:
    mouse = mouse_on("thesis <- b; b <- a; thesis <- a; (b -> thesis) <x- doubt")
    bench = mouse.bench
    before = bench.map
    drag_grip(mouse, "b->thesis", end, bench.over(to))
    assert (bench.drop, bench.feedback.hint) == ((to, "refused"), fault)
    mouse.release()
    assert (bench.map, bench.said, bench.steps) == (before, [fault], [])
    assert mouse.tool.is_idle


def test_an_arrow_aimed_at_what_undercuts_it_is_refused_before_it_is_let_go() -> None:
    mouse = mouse_on("thesis <- a; (a -> thesis) <x- doubt")
    bench = mouse.bench
    under = "doubt-x>(a->thesis)"
    drag_grip(mouse, "a->thesis", "tip", bench.on_arrow(under))
    mouse.move(bench.on_arrow(under), hit=Hit(HitKind.ARROW, RecordId(under)))
    assert bench.drop == (under, "refused")


@pytest.mark.parametrize("end", ["tip", "start"])
def test_an_end_let_go_on_nothing_or_where_it_was_goes_back(mouse: Mouse, end: str) -> None:
    bench = mouse.bench
    before = bench.map
    for to in (NOWHERE, bench.over("thesis" if end == "tip" else "b")):
        drag_grip(mouse, "b->thesis", end, to)
        mouse.release()
    drag_grip(mouse, "b->thesis", end, bench.over("c"))
    mouse.key("Escape")
    mouse.click(NOWHERE, hit=grip("b->thesis", end))
    assert (bench.map, bench.steps, bench.said) == (before, [], [])
    assert (bench.feedback, mouse.tool.is_idle) == (REST, True)


def test_of_linked_premises_the_first_is_replaced() -> None:
    mouse = mouse_on("thesis <- a + b; c")
    drag_grip(mouse, "a+b->thesis", "start", mouse.bench.over("c"))
    mouse.release()
    assert drawn(mouse.bench.map) == {("c+b", "support", "thesis")}
    drag_grip(mouse, "a+b->thesis", "start", mouse.bench.over("b"))
    mouse.release()
    assert (mouse.bench.steps, mouse.bench.said) == (["Reconnect"], [])


def test_what_goes_meanwhile_ends_the_gesture(mouse: Mouse) -> None:
    bench = mouse.bench
    drag_grip(mouse, "b->thesis", "tip", bench.over("c"))
    bench.editor.edit("Remove", lambda t: remove_elements(t, ids("b")))
    mouse.move(NOWHERE)
    assert bench.said == ["That arrow is not on the map any more."]
    assert mouse.tool.is_idle
    drag_port(mouse, "c", NOWHERE)
    bench.editor.edit("Remove", lambda t: remove_elements(t, ids("c")))
    mouse.release()
    assert len(bench.said) == 2
    assert set(bench.map.claims) == {"thesis", "a"}


def picking(mouse: Mouse, claim: str) -> None:
    mouse.tool.enter(PickingTarget(mouse.bench, RecordId(claim), mouse.tool.state))


def test_by_keyboard_arrow_keys_choose_the_target_and_a_letter_the_kind(mouse: Mouse) -> None:
    bench = mouse.bench
    picking(mouse, "c")
    assert not mouse.tool.is_idle
    assert bench.feedback.drop is None
    assert "arrow keys" in bench.feedback.hint
    mouse.key("Down")
    mouse.key("Down")
    assert bench.drop == ("b", "ask")
    mouse.key("Left")
    assert bench.drop == ("a", "ask")
    draft = bench.feedback.draft
    assert draft is not None
    for key, end in zip("ca", draft.points, strict=True):
        box = bench.boxes[RecordId(key)]
        assert box.grown(0.5).contains(end)
        assert not box.grown(-0.5).contains(end)
    mouse.key("A")
    assert ("c", "attack", "a") in drawn(bench.map)
    assert bench.steps == ["Attack"]
    assert bench.selected == {"r1"}
    assert (mouse.tool.is_idle, bench.feedback) == (True, REST)


@pytest.mark.parametrize(
    ("letter", "made"),
    [
        ("S", ("c", "support", "b")),
        ("A", ("c", "attack", "b")),
        ("U", ("c", "attack", "b->thesis")),
        ("G", ("b+c", "support", "thesis")),
    ],
)
def test_each_letter_connects_in_its_way(mouse: Mouse, letter: str, made: tuple[str, str, str]) -> None:
    picking(mouse, "c")
    mouse.key("Down")
    mouse.key(letter)
    assert made in drawn(mouse.bench.map)


def test_enter_asks_how(mouse: Mouse) -> None:
    picking(mouse, "c")
    mouse.key("Down")
    mouse.key("Return")
    (question,) = mouse.bench.questions
    question.answer("support")
    assert ("c", "support", "b") in drawn(mouse.bench.map)
    assert mouse.tool.is_idle


def test_without_a_target_letters_and_enter_do_nothing_and_other_keys_neither(mouse: Mouse) -> None:
    picking(mouse, "c")
    for key in ("S", "Return", "Right", "X"):
        mouse.key(key)
    assert (mouse.bench.questions, mouse.bench.steps) == ([], [])
    assert not mouse.tool.is_idle
    mouse.key("Down")
    mouse.key("X")
    assert not mouse.tool.is_idle


def test_what_is_refused_by_keyboard_says_why(mouse: Mouse) -> None:
    bench = mouse.bench
    picking(mouse, "thesis")
    mouse.key("Down")
    mouse.key("S")
    assert (bench.said, bench.steps, mouse.tool.is_idle) == ([LOOP], [], True)


def test_a_target_for_which_nothing_can_be_had_is_refused_at_once() -> None:
    mouse = mouse_on("thesis <- a; thesis <x- a")
    picking(mouse, "a")
    mouse.key("Up")
    assert mouse.bench.drop == ("thesis", "refused")
    assert mouse.bench.feedback.hint == "The two are connected like that already."


def test_a_click_chooses_the_target_and_a_click_elsewhere_ends_it(mouse: Mouse) -> None:
    bench = mouse.bench
    picking(mouse, "c")
    mouse.click(bench.over("a"))
    assert len(bench.questions) == 1
    assert mouse.tool.is_idle
    for place in (NOWHERE, bench.over("c"), bench.on_arrow("a->thesis")):
        picking(mouse, "c")
        mouse.press(place)
        assert mouse.tool.is_idle
    assert len(bench.questions) == 1


def test_escape_connects_nothing(mouse: Mouse) -> None:
    before = mouse.bench.editor.state
    picking(mouse, "c")
    mouse.key("Down")
    mouse.key("Escape")
    assert (mouse.bench.editor.state, mouse.tool.is_idle, mouse.bench.feedback) == (before, True, REST)


def test_a_claim_that_goes_while_a_target_is_picked_ends_it(mouse: Mouse) -> None:
    picking(mouse, "c")
    mouse.bench.editor.edit("Remove", lambda t: remove_elements(t, ids("c")))
    mouse.key("Down")
    assert (mouse.bench.said, mouse.tool.is_idle) == (["That claim is not on the map any more."], True)


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        ((100, -50), (100, 0)),
        ((100, 300), (100, 100)),
        ((400, 50), (200, 50)),
        ((-300, 50), (0, 50)),
        ((300, 250), (150, 100)),
        ((100, 50), (100, 0)),
        ((110, 55), (110, 55)),
    ],
)
def test_an_arrow_leaves_a_card_where_it_heads_for_its_end(
    at: tuple[float, float], leaves: tuple[float, float]
) -> None:
    assert edge_towards(Rect(0, 0, 200, 100), Point(*at)) == leaves
