"""Any events in any order: no tool crashes, Esc always leads to rest and takes back what the gesture did."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from argmap.editor.tools.connecting import PickingTarget
from argmap.editor.tools.events import Button, Hit, HitKind
from argmap.editor.tools.pan import HandResting
from argmap.editor.tools.select import Resting
from argmap.editor.tools.tool import REST, State, Tool
from argmap.layout.geometry import Point
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.rules import Violation
from tests.builders import editor_of, furnished, sketch, without_places
from tests.editor.tools.plain_bench import Mouse, PlainBench
from tests.edits.sense import is_sensible
from tests.edits.verbs import edits

STARTS = (
    furnished(),
    sketch("why? <- thesis; thesis <- a + b; thesis <x- c; (c -x> thesis) <x- d"),
    without_places(sketch("thesis <- a; b")),
)
TOOLS = (*[Resting] * 7, HandResting)
KEYS = ("Left", "Right", "Up", "Down", "Return", "S", "A", "U", "G", "X", "Space")

HELD: tuple[dict[str, bool], ...] = (
    {},
    {},
    {"alt": True},
    {"shift": True},
    {"ctrl": True},
    {"shift": True, "ctrl": True},
    {"space": True},
)

modifiers = st.sampled_from(HELD)
buttons = st.sampled_from([Button.LEFT] * 8 + [Button.MIDDLE, Button.RIGHT])


@dataclass
class Before:
    """What Esc must bring back."""

    map: object
    steps: tuple[object, ...]
    following: object


class Gestures(RuleBasedStateMachine):
    """Plays a mouse on the select tool, or on the hand, over a small map."""

    @initialize(
        start=st.sampled_from(STARTS), zoom=st.sampled_from([0.5, 1.0, 2.0]), tool=st.sampled_from(TOOLS)
    )
    def open(self, start: ArgumentMap, zoom: float, tool: type[State]) -> None:
        self.bench = PlainBench(editor_of(start), zoom=zoom)
        self.mouse = Mouse(self.bench, Tool(tool(self.bench)))
        self._remember()

    def _remember(self) -> None:
        history = self.bench.editor.history
        self.before: Before | None = Before(self.bench.map, history.done, history.next)

    def _place(self, data: st.DataObject) -> Point:
        """A place of interest, or any."""
        bench = self.bench
        spots = [
            *(box.center for box in bench.boxes.values()),
            *(Point(box.center.x, box.bottom + 30) for box in bench.boxes.values()),
            *(Point(box.right, box.center.y) for box in bench.boxes.values()),
            *(route.point_at(0.4) for route in bench.routing.routes.values()),
        ]
        away = st.builds(Point, st.integers(-600, 900), st.integers(-600, 900))
        return data.draw((st.sampled_from(spots) if spots else st.nothing()) | away)

    def _hit(self, data: st.DataObject) -> Hit | None:
        """What a canvas with handles may report; None for what the bench itself finds there."""
        claims, relations = list(self.bench.map.claims), list(self.bench.map.relations)
        found: list[st.SearchStrategy[Hit | None]] = [st.none()] * 4
        if claims:
            on_card = st.sampled_from((HitKind.PORT, HitKind.EDGE, HitKind.BADGE, HitKind.PUCK))
            found.append(st.builds(Hit, on_card, st.sampled_from(claims), st.just("notes")))
        if relations:
            ends = st.sampled_from(("start", "tip"))
            found.append(st.builds(Hit, st.just(HitKind.GRIP), st.sampled_from(relations), ends))
        return data.draw(st.one_of(found))

    def _settle(self) -> None:
        if self.mouse.tool.is_idle:
            self._remember()

    @rule(data=st.data(), button=buttons, clicks=st.sampled_from([1, 1, 1, 2]), keys=modifiers)
    def press(self, data: st.DataObject, button: Button, clicks: int, keys: dict[str, bool]) -> None:
        self.mouse.press(self._place(data), button=button, clicks=clicks, hit=self._hit(data), **keys)
        self._settle()

    @rule(data=st.data(), keys=modifiers, times=st.integers(1, 3), holds=st.booleans())
    def carry(self, data: st.DataObject, keys: dict[str, bool], times: int, holds: bool) -> None:
        """A press that leads to a drag, the pointer resting now and then."""
        if self.mouse.tool.is_idle:
            self.mouse.press(self._place(data), hit=self._hit(data), **keys)
        for _ in range(times):
            self.mouse.move(self._place(data), **keys)
            if holds:
                self.mouse.hold(**keys)
        self._settle()

    @rule(keys=modifiers)
    def release(self, keys: dict[str, bool]) -> None:
        self.mouse.release(**keys)
        assert self.mouse.tool.is_idle or isinstance(self.mouse.tool.state, PickingTarget)
        self._settle()

    @rule(key=st.sampled_from(KEYS))
    def key(self, key: str) -> None:
        self.mouse.key(key)
        self._settle()

    @rule()
    def escape(self) -> None:
        self.mouse.key("Escape")
        assert self.mouse.tool.is_idle
        if self.before is not None:
            assert self.bench.map == self.before.map
            assert self.bench.editor.history.done == self.before.steps
            assert self.bench.editor.history.next is self.before.following
        self._remember()

    @rule(data=st.data())
    def pick_a_target(self, data: st.DataObject) -> None:
        if self.bench.map.claims and isinstance(self.mouse.tool.state, Resting):
            claim = data.draw(st.sampled_from(list(self.bench.map.claims)))
            self.mouse.tool.enter(PickingTarget(self.bench, RecordId(claim), self.mouse.tool.state))

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """The popup answers what it offers and nothing it greys out; it closes when anything else happens."""
        if not self.bench.questions or not self.mouse.tool.is_idle:
            return
        question = self.bench.questions.pop()
        self.bench.questions.clear()
        if question.relation is not None and question.relation not in self.bench.map:
            return
        open_ways = [effect for effect, refusal in question.choices.items() if not refusal]
        if open_ways:
            question.answer(data.draw(st.sampled_from(open_ways)))
        self._remember()

    @rule(data=st.data())
    def something_else_happens(self, data: st.DataObject) -> None:
        """A shortcut in the middle of a gesture: an edit, undo, redo or a save."""
        editor = self.bench.editor
        self.bench.questions.clear()
        match data.draw(st.sampled_from(["edit", "undo", "redo", "save"])):
            case "edit":
                edit = data.draw(edits(editor.map))
                try:
                    editor.edit("Edit", edit)
                except Violation:
                    return
            case "undo":
                editor.undo()
            case "redo":
                editor.redo()
            case "save":
                editor.mark_saved()
        self.before = None
        self._settle()

    @invariant()
    def the_map_is_well_formed_and_sensible(self) -> None:
        assert rules.check(self.bench.map) == []
        assert is_sensible(self.bench.map)

    @invariant()
    def at_rest_nothing_is_shown(self) -> None:
        if self.mouse.tool.is_idle:
            assert self.bench.feedback == REST


TestGestures = Gestures.TestCase
TestGestures.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
