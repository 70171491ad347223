"""The select tool at rest and just pressed: from here every gesture with the pointer begins."""

from __future__ import annotations

from argmap.editor import labels, placing
from argmap.editor.tools import effects
from argmap.editor.tools.connecting import DrawingArrow
from argmap.editor.tools.events import Button, HitKind, PointerEvent
from argmap.editor.tools.lasso import Lasso
from argmap.editor.tools.moving import MovingCards
from argmap.editor.tools.pan import Panning, strayed
from argmap.editor.tools.reconnecting import Reconnecting
from argmap.editor.tools.resizing import Resizing
from argmap.editor.tools.tool import Bench, State
from argmap.edits import arranging, claims
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId


class Resting(State):
    """Nothing is under way."""

    is_idle = True

    def press(self, event: PointerEvent) -> State:
        """Begin the gesture that belongs to what was pressed."""
        if event.button in (Button.MIDDLE, Button.RIGHT) or event.modifiers.space:
            return Panning(self.bench, event, self)
        if event.clicks == 2:
            return self._double(event)
        return self._single(event)

    def _single(self, event: PointerEvent) -> State:
        hit, element = event.hit, event.hit.element
        if element is None or hit.kind is HitKind.GROUND:
            return PressedGround(self.bench, event, self)
        if hit.kind in (HitKind.PORT, HitKind.GRIP, HitKind.EDGE):
            self.bench.editor.require_editing()
        match hit.kind:
            case HitKind.PORT:
                return DrawingArrow(self.bench, element, self)
            case HitKind.GRIP:
                return Reconnecting(self.bench, element, "tip" if hit.part == "tip" else "start", self)
            case HitKind.EDGE:
                return Resizing(self.bench, element, self)
            case _:
                return PressedElement(self.bench, event, self)

    def _double(self, event: PointerEvent) -> State:
        element = event.hit.element
        match event.hit.kind:
            case HitKind.GROUND:
                self._add_claim(event.at)
            case HitKind.EDGE if element is not None:
                self.bench.editor.edit(labels.RESET_WIDTH, lambda t: arranging.set_width(t, element, None))
            case HitKind.ARROW | HitKind.GRIP if element is not None:
                ask_about_relation(self.bench, element, event.at)
            case _ if element is not None:
                self.bench.edit_claim(element)
        return self

    def _add_claim(self, at: Point) -> None:
        editor = self.bench.editor
        transaction = editor.transaction()
        spot = placing.centred(self.bench.boxes.values(), at)
        claim = claims.add_claim(transaction, "", at=spot)
        editor.commit(labels.ADD_CLAIM, transaction, gesture=object(), select=[claim])
        self.bench.edit_claim(claim, fresh=True)


def ask_about_relation(bench: Bench, relation: RecordId, at: Point) -> None:
    """Offer what can be changed about a relation, beside a place."""
    bench.editor.select([relation])
    bench.editor.require_editing()
    options = effects.changes(bench.editor.map, relation)

    def answer(chosen: str) -> None:
        bench.editor.edit(effects.label_of(chosen), lambda t: effects.change_relation(t, relation, chosen))

    bench.ask(options, at, answer, relation=relation)


class PressedElement(State):
    """A card, badge, puck or arrow is pressed: letting go is a click, straying is a drag."""

    def __init__(self, bench: Bench, start: PointerEvent, rest: State) -> None:
        super().__init__(bench)
        self._start = start
        self._rest = rest
        self._was_selected = start.hit.element in bench.editor.selection
        keys = start.modifiers
        if not (self._was_selected or keys.ctrl or keys.shift) and start.hit.kind is not HitKind.PUCK:
            self._select_alone()

    def move(self, event: PointerEvent) -> State:
        """Begin to move the card."""
        if self._start.hit.kind not in (HitKind.CARD, HitKind.BADGE) or not strayed(self._start, event):
            return self
        self.bench.editor.require_editing()
        element = self._start.hit.element
        if element not in self.bench.editor.selection:
            keys = self._start.modifiers
            kept = self.bench.editor.selection if keys.shift or keys.ctrl else frozenset()
            self.bench.editor.select([*kept, *([element] if element else [])])
        return MovingCards(self.bench, self._start, self._rest).move(event)

    def release(self, event: PointerEvent) -> State:
        """Click."""
        hit, element = self._start.hit, self._start.hit.element
        keys = self._start.modifiers
        selection = self.bench.editor.selection
        if element is None:
            return self._rest
        if hit.kind is HitKind.PUCK:
            self.bench.run(hit.part)
        elif keys.ctrl:
            self.bench.editor.select(selection ^ {element})
        elif keys.shift:
            self.bench.editor.select(selection | {element})
        else:
            self._select_alone()
            if hit.kind is HitKind.BADGE:
                self.bench.open_section(element, hit.part)
        return self._rest

    def cancel(self) -> State:
        """Forget the press."""
        return self._rest

    def _select_alone(self) -> None:
        if self._start.hit.element is not None:
            self.bench.editor.select([self._start.hit.element])


class PressedGround(State):
    """The ground is pressed: letting go clears the selection, straying draws a lasso."""

    def __init__(self, bench: Bench, start: PointerEvent, rest: State) -> None:
        super().__init__(bench)
        self._start = start
        self._rest = rest

    def move(self, event: PointerEvent) -> State:
        """Begin a lasso."""
        if not strayed(self._start, event):
            return self
        return Lasso(self.bench, self._start, self._rest).move(event)

    def release(self, event: PointerEvent) -> State:
        """Click on nothing."""
        if not (self._start.modifiers.shift or self._start.modifiers.ctrl):
            self.bench.editor.select(())
        return self._rest

    def cancel(self) -> State:
        """Forget the press."""
        return self._rest
