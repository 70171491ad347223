"""Dragging cards: they follow the pointer, snap into line, and can be dropped on a card or an arrow."""

from __future__ import annotations

from argmap.editor import labels, placing
from argmap.editor.tools import effects, zones
from argmap.editor.tools.events import HitKind, Modifiers, PointerEvent
from argmap.editor.tools.pan import strayed
from argmap.editor.tools.snapping import REACH, Neighbours, Snap
from argmap.editor.tools.tool import REST, Bench, Drop, Feedback, Guide, State
from argmap.edits import arranging, clipboard
from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.ids import RecordId

ARROW_REACH = 8.0
"""How near an arrow a card is held that is to be dropped on it, in pixels on screen."""


ARROW_SLACK = 8.0
"""How far the pointer may stray from where it rested on an arrow, in pixels on screen."""


class MovingCards(State):
    """The selected cards follow the pointer: one undo step when they are let go, none when cancelled."""

    def __init__(self, bench: Bench, start: PointerEvent, rest: State) -> None:
        super().__init__(bench)
        self._start = start
        self._rest = rest
        self._gesture = object()
        self._is_copy = start.modifiers.ctrl
        if self._is_copy:
            self._duplicate()
        chosen = bench.editor.selection & bench.boxes.keys()
        self._boxes = {key: bench.boxes[key] for key in sorted(chosen)}
        self._around = bounding(self._boxes.values())
        others = (box for key, box in bench.boxes.items() if key not in chosen)
        size = (0.0, 0.0) if self._around is None else (self._around.width, self._around.height)
        self._others = Neighbours(others, size)
        self._carried: dict[RecordId, Rect] = {}
        self._guides: tuple[Guide, ...] = ()
        self._zones: RecordId | None = None
        self._rested: tuple[RecordId, PointerEvent] | None = None
        self._drop: Drop | None = None

    @property
    def _can_drop(self) -> bool:
        """Only one card can be dropped, and no copy."""
        return len(self._boxes) == 1 and not self._is_copy

    def looks_under(self, modifiers: Modifiers) -> bool:
        """Only with Shift: otherwise a card is noticed once the pointer rests on it."""
        return modifiers.shift

    def move(self, event: PointerEvent) -> State:
        """Move the cards to where the pointer has taken them."""
        dx, dy = event.at.x - self._start.at.x, event.at.y - self._start.at.y
        if event.modifiers.shift:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        fit = Snap() if event.modifiers.alt else self._snap(dx, dy, locked=event.modifiers.shift)
        self._carry(dx + fit.dx, dy + fit.dy)
        if event.modifiers.shift:
            self._notice_card(event)
        self._choose_drop(event)
        self._guides = fit.guides
        self._show()
        return self

    def hold(self, event: PointerEvent) -> State:
        """Offer to drop the card on what it rests over."""
        self._check_cards()
        self._notice_card(event)
        self._choose_drop(event)
        if self._zones is None and self._can_drop:
            arrow = self._arrow_under(event)
            self._rested = (arrow, event) if arrow else None
            self._choose_drop(event)
        self._show()
        return self

    def release(self, event: PointerEvent) -> State:
        """Leave the cards there, or connect the card to what it was dropped on."""
        drop, moved = self._drop, next(iter(self._boxes), None)
        if drop is None or moved is None:
            self._leave()
            return self._rest
        self.bench.show(REST)
        if drop.effect == "refused":
            self.bench.say(drop.text)
        elif drop.effect == "ask":
            self._ask(moved, drop.element, event.at)
        else:
            self._connect(drop.effect, moved, drop.element)
        return self._rest

    def cancel(self) -> State:
        """Put the cards back where they were, and look there if the view has gone elsewhere."""
        self.bench.editor.cancel(self._gesture)
        self.bench.show(REST)
        self.bench.reveal(self._boxes)
        return self._rest

    def _duplicate(self) -> None:
        """Ctrl drags a copy away and leaves the cards where they are."""
        editor = self.bench.editor
        transaction = editor.transaction()
        copies = clipboard.paste(transaction, clipboard.fragment(editor.map, editor.selection), (0.0, 0.0))
        editor.commit(labels.DUPLICATE, transaction, gesture=self._gesture, select=copies)

    def _snap(self, dx: float, dy: float, *, locked: bool) -> Snap:
        """What brings the cards into line; where one axis is locked, along the other only."""
        if self._around is None:
            return Snap()
        moving, reach = self._around.moved(dx, dy), REACH / self.bench.zoom
        across, down = not locked or dx != 0, not locked or dy != 0
        return self._others.snap(moving, reach, across=across, down=down)

    def _carry(self, dx: float, dy: float) -> None:
        self._check_cards()
        self._carried = {key: box.moved(dx, dy) for key, box in self._boxes.items()}

    def _check_cards(self) -> None:
        """End the gesture where a card has gone meanwhile."""
        for key in self._boxes:
            self.box(key)

    def _leave(self) -> None:
        """Let the cards stand where they are held."""
        self._check_cards()
        editor = self.bench.editor
        transaction = editor.transaction()
        for key, box in self._carried.items():
            arranging.place(transaction, key, (box.x, box.y))
        label = labels.DUPLICATE if self._is_copy else labels.move_claims(len(self._carried))
        editor.commit(label, transaction, gesture=self._gesture)

    def _notice_card(self, event: PointerEvent) -> None:
        if self._can_drop and event.hit.kind.is_of_card and event.hit.element not in self._boxes:
            self._zones = event.hit.element

    def _arrow_under(self, event: PointerEvent) -> RecordId | None:
        """The arrow that runs here, whatever lies on it."""
        relations = self.bench.editor.map.relations
        foreign = {
            key
            for key, relation in relations.items()
            if self._boxes.keys().isdisjoint((*relation.premises, relation.target))
        }
        if event.hit.kind is HitKind.ARROW and event.hit.element in foreign:
            return event.hit.element
        routes = self.bench.routing.routes
        near = {key: route.distance_to(event.at) for key, route in routes.items() if key in foreign}
        nearest = min(near, key=near.__getitem__, default=None)
        return nearest if nearest and near[nearest] <= ARROW_REACH / self.bench.zoom else None

    def _choose_drop(self, event: PointerEvent) -> None:
        """Which of the zones round the card at hand the pointer is in."""
        self._drop = None
        if self._zones is None:
            self._stay_on_arrow(event)
            return
        box = self.box(self._zones)
        if not box.grown(zones.REACH).contains(event.at):
            self._zones = None
            return
        self._drop = self._drop_on(zones.zone_at(box, event.at), self._zones)

    def _stay_on_arrow(self, event: PointerEvent) -> None:
        """An arrow the card rested on is dropped on as long as the hand only trembles."""
        if self._rested is not None and strayed(self._rested[1], event, by=ARROW_SLACK):
            self._rested = None
        if self._rested is not None:
            self._drop = self._drop_on("ask", self._rested[0])

    def _drop_on(self, effect: str, target: RecordId) -> Drop:
        moved = next(iter(self._boxes))
        return effects.drop_on(self.bench.editor.map, effect, moved, target)

    def _show(self) -> None:
        guides = () if self._drop or self._zones else self._guides
        hint = self._drop.text if self._drop and self._drop.effect == "refused" else ""
        self.bench.show(
            Feedback(
                carried=self._carried,
                guides=guides,
                zones=self._zones,
                drop=self._drop,
                hint=hint,
                cursor="grabbing",
            )
        )

    def _ask(self, moved: RecordId, target: RecordId, at: Point) -> None:
        options = effects.choices(self.bench.editor.map, moved, target)
        self.bench.ask(options, at, lambda effect: self._connect(effect, moved, target), relation=None)

    def _connect(self, effect: str, moved: RecordId, target: RecordId) -> None:
        editor, boxes = self.bench.editor, self.bench.boxes
        transaction = editor.transaction()
        effects.carry_out(transaction, effect, moved, target)
        others = {key: box for key, box in boxes.items() if key != moved}
        size = (boxes[moved].width, boxes[moved].height)
        if target in boxes:
            at = placing.below(transaction.map, others, target, size=size)
        else:  # on an arrow it stands where it was let go
            held = self._carried[moved]
            at = placing.free_spot(others.values(), Point(held.x, held.y), size=size, upwards=True)
        arranging.place(transaction, moved, at)
        editor.commit(effects.label_of(effect), transaction, select=[moved])
        self.bench.reveal([moved, target])
