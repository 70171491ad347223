"""Tools are state machines: one small class per state, every one of which Esc can cancel.

A tool gets plain events and a `Bench` to work at. Each event is answered with the next state. What a gesture
is about to do is shown as `Feedback` until it is done; what it changes before its end goes through the editor
under one gesture, so that cancelling it leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, Protocol

from msgspec import Struct, field

from argmap.editor.editor import Editor
from argmap.editor.tools.events import Hit, KeyEvent, Modifiers, PointerEvent
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Routing
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind
from argmap.model.rules import Violation


class Draft(Struct, frozen=True):
    """An arrow in the making."""

    points: tuple[Point, ...]
    kind: RelationKind | None = None
    """None while it is open what it will be."""
    refused: bool = False


class Guide(Struct, frozen=True):
    """A line that shows what a moved card is in line with."""

    start: Point
    end: Point


class Drop(Struct, frozen=True):
    """What letting go would do to the element under the pointer."""

    element: RecordId
    effect: str
    """`support`, `attack`, `link`, `undercut`, `ask` or `refused`."""
    text: str
    """The same in words."""


class Feedback(Struct, frozen=True, kw_only=True):
    """What a gesture shows while it lasts; nothing of it is in the map."""

    carried: Mapping[RecordId, Rect] = field(default_factory=dict)
    """Where cards are held that are not where the map has them."""
    lasso: Rect | None = None
    guides: tuple[Guide, ...] = ()
    draft: Draft | None = None
    drop: Drop | None = None
    zones: RecordId | None = None
    """The claim whose four drop zones are shown."""
    hint: str = ""
    """A sentence for the status bar."""
    cursor: str = ""
    """The pointer's look: `grabbing`, `width`, `cross`, or empty for the ordinary one."""


REST = Feedback()


Effect = Literal["support", "attack", "undercut", "link", "insert", "reverse", "delete"]
"""What can be done about how two things are connected."""


class Choice(Struct, frozen=True):
    """One effect, offered in the relation popup."""

    effect: Effect
    refusal: str = ""
    """Why it cannot be chosen; empty where it can."""


class Bench(Protocol):
    """What tools work at: the canvas, as far as a gesture needs it."""

    @property
    def editor(self) -> Editor:
        """The editor of the map on the canvas."""

    @property
    def zoom(self) -> float:
        """The scale: 1 is 100 %."""

    @property
    def boxes(self) -> Mapping[RecordId, Rect]:
        """Where the cards are shown: those in hand where they are held."""

    @property
    def routing(self) -> Routing:
        """How the arrows run."""

    def hit(self, at: Point, *, besides: Iterable[RecordId] = ()) -> Hit:
        """What lies at a place, some claims left out."""

    def elements_in(self, rect: Rect) -> set[RecordId]:
        """The claims whose cards, and the relations whose arrows, the rectangle touches."""

    def show(self, feedback: Feedback) -> None:
        """Show what the gesture is about to do."""

    def scroll(self, dx: float, dy: float) -> None:
        """Move the view over the map, in pixels on screen."""

    def reveal(self, elements: Iterable[RecordId]) -> None:
        """Scroll, if need be, until the elements are in view."""

    def edit_claim(self, claim: RecordId, *, fresh: bool = False) -> None:
        """Type into a card."""

    def ask(
        self,
        choices: Sequence[Choice],
        at: Point,
        answer: Callable[[str], None],
        *,
        relation: RecordId | None,
    ) -> None:
        """Offer ways to connect beside a place; the answer is an effect, or a strength of `relation`."""

    def run(self, command: str) -> None:
        """Run a command of the table."""

    def show_menu(self, at: Point) -> None:
        """Show the context menu of what is selected at a place."""

    def open_section(self, claim: RecordId, section: str) -> None:
        """Show a section of a claim in the inspector."""

    def say(self, sentence: str) -> None:
        """Tell why something cannot be done."""


class State:
    """One state of a tool; what a subclass leaves out changes nothing."""

    is_idle = False
    """Whether nothing is under way."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def looks_under(self, modifiers: Modifiers) -> bool:
        """Whether it needs to know what lies under the pointer while that moves; finding out takes time."""
        return True

    def box(self, claim: RecordId) -> Rect:
        """Where a claim's card stands; `Violation`, which ends the gesture, where it has gone meanwhile."""
        found = self.bench.boxes.get(claim)
        if found is None:
            raise Violation("That claim is not on the map any more.")
        return found

    def press(self, event: PointerEvent) -> State:
        """A button went down."""
        return self

    def move(self, event: PointerEvent) -> State:
        """The pointer moved."""
        return self

    def release(self, event: PointerEvent) -> State:
        """A button went up."""
        return self

    def hold(self, event: PointerEvent) -> State:
        """The pointer has rested for a quarter of a second."""
        return self

    def key(self, event: KeyEvent) -> State:
        """A key was pressed."""
        return self

    def cancel(self) -> State:
        """Take back what is under way and return to rest."""
        return self


class Tool:
    """Runs one tool's states. After every event it is in a state that Esc can leave."""

    def __init__(self, rest: State) -> None:
        self._rest = rest
        self.state = rest

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self.state.is_idle

    def press(self, event: PointerEvent) -> None:
        """A button went down."""
        self._go(lambda: self.state.press(event))

    def move(self, event: PointerEvent) -> None:
        """The pointer moved."""
        self._go(lambda: self.state.move(event))

    def release(self, event: PointerEvent) -> None:
        """A button went up."""
        self._go(lambda: self.state.release(event))

    def hold(self, event: PointerEvent) -> None:
        """The pointer has rested for a quarter of a second."""
        self._go(lambda: self.state.hold(event))

    def key(self, event: KeyEvent) -> None:
        """A key was pressed: Esc cancels, the rest is the state's."""
        if event.key == "Escape":
            self.cancel()
        else:
            self._go(lambda: self.state.key(event))

    def cancel(self) -> None:
        """Take back what is under way and return to rest."""
        self._go(self.state.cancel)
        self._enter(self._rest)

    def enter(self, state: State) -> None:
        """Begin with a state that no event of the tool's own leads to."""
        self.cancel()
        self.state = state

    def _go(self, step: Callable[[], State]) -> None:
        """Take a step; whatever goes wrong in it, the tool is at rest afterwards and not half way."""
        following = self._rest
        try:
            following = step()
        except Violation as refusal:
            self.state.bench.say(str(refusal))
            self.state.cancel()
        finally:
            self._enter(following)

    def _enter(self, following: State) -> None:
        if following.is_idle and not self.state.is_idle:
            following.bench.show(REST)
        self.state = following
