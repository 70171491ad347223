"""Moving an end of an arrow to another card: by its grip, or with the arrow keys."""

from __future__ import annotations

from typing import Literal

from argmap.editor import labels
from argmap.editor.tools import effects
from argmap.editor.tools.connecting import edge_towards
from argmap.editor.tools.events import Hit, KeyEvent, PointerEvent
from argmap.editor.tools.tool import Bench, Draft, Drop, Feedback, State
from argmap.editor.walking import Direction, nearest
from argmap.edits import relations
from argmap.layout.routes import Route
from argmap.model.ids import RecordId
from argmap.model.records import Relation
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction

End = Literal["start", "tip"]
GONE = "That arrow is not on the map any more."


class Reconnecting(State):
    """One end of an arrow follows the pointer."""

    def __init__(self, bench: Bench, relation: RecordId, end: End, rest: State) -> None:
        super().__init__(bench)
        self._relation = relation
        self._end = end
        self._rest = rest
        bench.editor.select([relation])

    def move(self, event: PointerEvent) -> State:
        """Show where the end would go."""
        route = self._route()
        fault = self._fault(event.hit)
        fixed = route.start if self._end == "tip" else route.tip
        points = (fixed, event.at) if self._end == "tip" else (event.at, fixed)
        kind = self.bench.editor.map.relations[self._relation].kind
        drop = None
        if event.hit.element is not None:
            drop = Drop(event.hit.element, "refused" if fault else kind.value, fault or "Connect here")
        draft = Draft(points, kind, refused=bool(fault))
        self.bench.show(Feedback(draft=draft, drop=drop, hint=fault, cursor="cross"))
        return self

    def release(self, event: PointerEvent) -> State:
        """Reconnect; on nothing the arrow goes back to where it was."""
        if event.hit.element is not None and event.hit.element != self._relation:
            relation, end, element = self._relation, self._end, event.hit.element
            self.bench.editor.edit(labels.RECONNECT, lambda t: reconnect(t, relation, end, element))
        return self._rest

    def cancel(self) -> State:
        """Leave the arrow as it was."""
        return self._rest

    def _fault(self, hit: Hit) -> str:
        element = hit.element
        if element is None or element == self._relation:
            return ""
        return fault_in_reconnecting(self.bench, self._relation, self._end, element)

    def _route(self) -> Route:
        found = self.bench.routing.routes.get(self._relation)
        if found is None:
            raise Violation(GONE)
        return found


class PickingEnd(State):
    """Reconnecting by keyboard: the arrow keys choose a card, Tab the other end, Enter reconnects."""

    def __init__(self, bench: Bench, relation: RecordId, rest: State) -> None:
        super().__init__(bench)
        self._relation = relation
        self._rest = rest
        self._end: End = "tip"
        self._fixed = self._picked = RecordId("")
        self._begin()

    def key(self, event: KeyEvent) -> State:
        """Move to another card, change ends, or reconnect."""
        if event.key in ("Left", "Right", "Up", "Down"):
            way = Direction[event.key.upper()]
            self._picked = nearest(self.bench.boxes, self._picked, way) or self._picked
            self._show()
        elif event.key in ("Tab", "Backtab"):
            self._end = "start" if self._end == "tip" else "tip"
            self._begin()
        elif event.key == "Return":
            relation, end, picked = self._relation, self._end, self._picked
            self.bench.editor.edit(labels.RECONNECT, lambda t: reconnect(t, relation, end, picked))
            return self._rest
        return self

    def press(self, event: PointerEvent) -> State:
        """A click ends it."""
        return self._rest

    def cancel(self) -> State:
        """Leave the arrow as it was."""
        return self._rest

    def _begin(self) -> None:
        relation = self._held()
        premise = relation.premises[0]
        self._fixed = premise if self._end == "tip" else self._card_of(relation.target)
        self._picked = self._card_of(relation.target) if self._end == "tip" else premise
        self._show()

    def _card_of(self, element: RecordId) -> RecordId:
        """The claim itself, or for a relation the claim that it starts from."""
        relation = self.bench.editor.map.relations.get(element)
        return element if relation is None else relation.premises[0]

    def _held(self) -> Relation:
        found = self.bench.editor.map.relations.get(self._relation)
        if found is None:
            raise Violation(GONE)
        return found

    def _show(self) -> None:
        fault = fault_in_reconnecting(self.bench, self._relation, self._end, self._picked)
        kind = self._held().kind
        fixed, picked = self.box(self._fixed), self.box(self._picked)
        ends = (edge_towards(fixed, picked.center), edge_towards(picked, fixed.center))
        draft = Draft(ends if self._end == "tip" else ends[::-1], kind, refused=bool(fault))
        drop = Drop(self._picked, "refused" if fault else kind.value, fault or "Connect here")
        hint = fault or "Choose a card with the arrow keys: Enter reconnects, Tab changes to the other end."
        self.bench.show(Feedback(draft=draft, drop=drop, hint=hint))


def reconnect(transaction: Transaction, relation: RecordId, end: End, element: RecordId) -> None:
    """Let one end of a relation be at another element: its tip at a target, its start at a premise."""
    held = transaction.get(Relation, relation)
    if end == "tip":
        relations.retarget(transaction, relation, element)
    elif element not in held.premises:
        relations.replace_premise(transaction, relation, held.premises[0], element)


def fault_in_reconnecting(bench: Bench, relation: RecordId, end: End, element: RecordId) -> str:
    """Why an end cannot be there, as a sentence; empty where it can."""
    return effects.fault_of(bench.editor.map, lambda t: reconnect(t, relation, end, element))
