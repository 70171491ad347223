"""A bench without a canvas: cards of one height, real arrows, and a mouse that sends plain events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.editor.editor import Editor
from argmap.editor.tools.events import Button, Hit, HitKind, KeyEvent, Modifiers, PointerEvent
from argmap.editor.tools.moving import MovingCards
from argmap.editor.tools.select import Resting
from argmap.editor.tools.tool import REST, Choice, Feedback, Tool
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Routing
from argmap.layout.routing import route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from tests.builders import editor_of, sketch

WIDTH, HEIGHT = 224.0, 72.0
LOOSE_ROW = -400.0
"""Where claims are shown that stand nowhere."""
START = Point(0, 0)
EDGE_REACH, ARROW_REACH = 4.0, 6.0


@dataclass
class Question:
    """What the bench was asked to ask."""

    choices: dict[str, str]
    """Why each cannot be chosen, empty where it can."""
    at: Point
    answer: Callable[[str], None]
    relation: RecordId | None


@dataclass
class PlainBench:
    """Remembers what it was told to show and do."""

    editor: Editor
    zoom: float = 1.0
    feedback: Feedback = REST
    scrolled: Point = START
    editing: tuple[RecordId, bool] | None = None
    questions: list[Question] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    sections: list[tuple[RecordId, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    revealed: list[RecordId] = field(default_factory=list)

    @property
    def map(self) -> ArgumentMap:
        return self.editor.map

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        loose = [key for key in self.map.claims if self.map.placement(key) is None]
        found = {key: Rect(300.0 * n, LOOSE_ROW, WIDTH, HEIGHT) for n, key in enumerate(loose)}
        for key in self.map.claims:
            place = self.map.placement(key)
            if place is not None:
                found[key] = Rect(place.x, place.y, place.width or WIDTH, HEIGHT)
        return {key: self.feedback.carried.get(key, box) for key, box in found.items()}

    @property
    def routing(self) -> Routing:
        """The arrows as they ran before any card was taken in hand."""
        return route_map(self.map, {key: self.home(key, box) for key, box in self.boxes.items()})

    def home(self, claim: RecordId, box: Rect) -> Rect:
        place = self.map.placement(claim)
        return box if place is None else box._replace(x=place.x, y=place.y)

    def hit(self, at: Point, *, besides: Iterable[RecordId] = ()) -> Hit:
        left_out = set(besides)
        for key, box in self.boxes.items():
            if key in left_out or not box.grown(EDGE_REACH).contains(at):
                continue
            if abs(at.x - box.right) <= EDGE_REACH:
                return Hit(HitKind.EDGE, key)
            if box.contains(at):
                return Hit(HitKind.CARD, key)
        for key, route in self.routing.routes.items():
            if key not in left_out and route.distance_to(at) <= ARROW_REACH:
                return Hit(HitKind.ARROW, key)
        return Hit()

    def elements_in(self, rect: Rect) -> set[RecordId]:
        cards = {key for key, box in self.boxes.items() if box.intersects(rect)}
        arrows = {key for key, route in self.routing.routes.items() if route.box.intersects(rect)}
        return cards | arrows

    def show(self, feedback: Feedback) -> None:
        self.feedback = feedback

    def scroll(self, dx: float, dy: float) -> None:
        self.scrolled = self.scrolled.moved(dx, dy)

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        self.editing = (claim, fresh)

    def ask(
        self,
        choices: Sequence[Choice],
        at: Point,
        answer: Callable[[str], None],
        *,
        relation: RecordId | None,
    ) -> None:
        refusals = {choice.effect: choice.refusal for choice in choices}
        self.questions.append(Question(refusals, at, answer, relation))

    def run(self, command: str) -> None:
        self.ran.append(command)

    def reveal(self, elements: Iterable[RecordId]) -> None:
        self.revealed = list(elements)

    def show_menu(self, at: Point) -> None:
        self.ran.append("menu")

    def open_section(self, claim: RecordId, section: str) -> None:
        self.sections.append((claim, section))

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    @property
    def steps(self) -> list[str]:
        """The names of the undo steps."""
        return [entry.label for entry in self.editor.history.done]

    @property
    def selected(self) -> set[str]:
        return set(self.editor.selection)

    @property
    def drop(self) -> tuple[str, str] | None:
        """What is shown of what letting go would do: the element and the effect."""
        held = self.feedback.drop
        return (held.element, held.effect) if held else None

    def place(self, claim: str) -> tuple[float, float]:
        box = self.boxes[RecordId(claim)]
        return box.x, box.y

    def over(self, claim: str, dx: float = 0, dy: float = 0) -> Point:
        """A place so far from the middle of a card."""
        return self.boxes[RecordId(claim)].center.moved(dx, dy)

    def on_arrow(self, relation: str, share: float = 0.5) -> Point:
        return self.routing.routes[RecordId(relation)].point_at(share)


class Mouse:
    """Plays a pointer on one tool, as the canvas does: what is under it is looked up at each event."""

    def __init__(self, bench: PlainBench, tool: Tool | None = None) -> None:
        self.bench = bench
        self.tool = tool or Tool(Resting(bench))
        self._at = Point(0, 0)
        self._button = Button.NONE

    def press(
        self,
        at: Point,
        *,
        button: Button = Button.LEFT,
        hit: Hit | None = None,
        clicks: int = 1,
        **keys: bool,
    ) -> None:
        self._at, self._button = at, button
        self.tool.press(self._event(hit, clicks, keys))

    def move(self, at: Point, *, hit: Hit | None = None, **keys: bool) -> None:
        self._at = at
        self.tool.move(self._event(hit, 1, keys))

    def hold(self, *, hit: Hit | None = None, **keys: bool) -> None:
        self.tool.hold(self._event(hit, 1, keys))

    def release(self, at: Point | None = None, *, hit: Hit | None = None, **keys: bool) -> None:
        self._at = self._at if at is None else at
        self.tool.release(self._event(hit, 1, keys))
        self._button = Button.NONE

    def click(self, at: Point, *, clicks: int = 1, hit: Hit | None = None, **keys: bool) -> None:
        self.press(at, clicks=clicks, hit=hit, **keys)
        self.release(at, hit=hit, **keys)

    def double_click(self, at: Point, *, hit: Hit | None = None) -> None:
        self.click(at, hit=hit)
        self.click(at, clicks=2, hit=hit)

    def carry(self, start: Point, end: Point, *, hit: Hit | None = None, **keys: bool) -> None:
        """Press at one place and move to another over a place between, without letting go."""
        self.press(start, hit=hit, **keys)
        self.move(Point((start.x + end.x) / 2, (start.y + end.y) / 2), **keys)
        self.move(end, **keys)

    def drag(self, start: Point, end: Point, *, hit: Hit | None = None, **keys: bool) -> None:
        self.carry(start, end, hit=hit, **keys)
        self.release(end, **keys)

    def key(self, key: str) -> None:
        self.tool.key(KeyEvent(key))

    def _event(self, hit: Hit | None, clicks: int, keys: dict[str, bool]) -> PointerEvent:
        moving = isinstance(self.tool.state, MovingCards)
        besides = self.bench.editor.selection if moving else ()
        return PointerEvent(
            at=self._at,
            screen=Point(self._at.x * self.bench.zoom, self._at.y * self.bench.zoom),
            button=self._button,
            modifiers=Modifiers(**keys),
            hit=hit or self.bench.hit(self._at, besides=besides),
            clicks=clicks,
        )


def mouse_on(text: str, *, zoom: float = 1.0) -> Mouse:
    """A mouse over a sketch, with the select tool in hand."""
    return Mouse(PlainBench(editor_of(sketch(text), start=1), zoom=zoom))
