"""Drawing arrows: from a card's port, or with the arrow keys."""

from __future__ import annotations

from argmap.editor import labels, placing
from argmap.editor.tools import effects
from argmap.editor.tools.events import Hit, KeyEvent, PointerEvent
from argmap.editor.tools.tool import Bench, Draft, Drop, Feedback, State
from argmap.editor.walking import Direction, nearest
from argmap.edits import claims, relations
from argmap.layout.geometry import Point, Rect
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind

LETTERS = {"S": "support", "A": "attack", "U": "undercut", "G": "link"}


class DrawingArrow(State):
    """A loose arrow follows the pointer from a card."""

    def __init__(self, bench: Bench, claim: RecordId, rest: State) -> None:
        super().__init__(bench)
        self._claim = claim
        self._rest = rest

    def move(self, event: PointerEvent) -> State:
        """Show what letting go here would do."""
        box = self.box(self._claim)
        drop = self._drop(event.hit)
        refused = drop is not None and drop.effect == "refused"
        kind = RelationKind.ATTACK if drop is not None and drop.effect == "undercut" else None
        draft = Draft((edge_towards(box, event.at), event.at), kind, refused)
        hint = drop.text if drop is not None and refused else ""
        self.bench.show(Feedback(draft=draft, drop=drop, hint=hint, cursor="cross"))
        return self

    def release(self, event: PointerEvent) -> State:
        """Connect: to a card as chosen, to an arrow as an undercut, to nothing as a new reason."""
        drop = self._drop(event.hit)
        if event.hit.element == self._claim:
            return self._rest
        if drop is None:
            self._add_reason(event.at)
        elif drop.effect == "refused":
            self.bench.say(drop.text)
        elif drop.effect == "undercut":
            connect(self.bench, "undercut", self._claim, drop.element)
        else:
            ask_how(self.bench, self._claim, drop.element, event.at)
        return self._rest

    def cancel(self) -> State:
        """Drop the arrow."""
        return self._rest

    def _drop(self, hit: Hit) -> Drop | None:
        if hit.element is None or hit.element == self._claim:
            return None
        effect = "ask" if hit.kind.is_of_card else "undercut"
        return effects.drop_on(self.bench.editor.map, effect, self._claim, hit.element)

    def _add_reason(self, at: Point) -> None:
        editor = self.bench.editor
        transaction = editor.transaction()
        corner = Point(at.x - placing.CARD_WIDTH / 2, at.y)
        spot = placing.free_spot(self.bench.boxes.values(), corner)
        claim = claims.add_claim(transaction, "", at=spot)
        relations.connect(transaction, claim, self._claim, RelationKind.SUPPORT)
        editor.commit(labels.ADD_REASON, transaction, gesture=object(), select=[claim])
        self.bench.edit_claim(claim, fresh=True)


class PickingTarget(State):
    """Connecting by keyboard: the arrow keys choose a card, Enter or a letter the kind."""

    def __init__(self, bench: Bench, claim: RecordId, rest: State) -> None:
        super().__init__(bench)
        self._claim = claim
        self._rest = rest
        self._target: RecordId = claim
        self._show()

    def key(self, event: KeyEvent) -> State:
        """Move to another target, or connect."""
        if event.key in ("Left", "Right", "Up", "Down"):
            way = Direction[event.key.upper()]
            self._target = nearest(self.bench.boxes, self._target, way) or self._target
            self._show()
            return self
        if self._target == self._claim:
            return self
        if event.key in LETTERS:
            connect(self.bench, LETTERS[event.key], self._claim, self._target)
            return self._rest
        if event.key == "Return":
            at = self.box(self._target).center
            ask_how(self.bench, self._claim, self._target, at)
            return self._rest
        return self

    def press(self, event: PointerEvent) -> State:
        """A click chooses the target, too."""
        if event.hit.kind.is_of_card and event.hit.element not in (None, self._claim):
            assert event.hit.element is not None
            ask_how(self.bench, self._claim, event.hit.element, event.at)
        return self._rest

    def cancel(self) -> State:
        """Connect nothing."""
        return self._rest

    def _show(self) -> None:
        start, end = self.box(self._claim), self.box(self._target)
        draft, drop = None, None
        hint = "Choose the target with the arrow keys, then S supports, A attacks, U undercuts, G links."
        if self._target != self._claim:
            drop = effects.drop_on(self.bench.editor.map, "ask", self._claim, self._target)
            draft = Draft((edge_towards(start, end.center), edge_towards(end, start.center)))
            hint = drop.text if drop.effect == "refused" else hint
        self.bench.show(Feedback(draft=draft, drop=drop, hint=hint))


def ask_how(bench: Bench, claim: RecordId, target: RecordId, at: Point) -> None:
    """Let the reader choose how the claim bears on the target, beside a place."""
    options = effects.choices(bench.editor.map, claim, target)
    bench.ask(options, at, lambda effect: connect(bench, effect, claim, target), relation=None)


def connect(bench: Bench, effect: str, claim: RecordId, target: RecordId) -> None:
    """Connect the two in the way named, as one undo step, and select the relation."""
    transaction = bench.editor.transaction()
    relation = effects.carry_out(transaction, effect, claim, target)
    bench.editor.commit(effects.label_of(effect), transaction, select=[relation])


def edge_towards(box: Rect, at: Point) -> Point:
    """Where the line from a card's middle to a place leaves the card."""
    dx, dy = at.x - box.center.x, at.y - box.center.y
    if dx == 0 and dy == 0:
        return Point(box.center.x, box.y)
    reach = min(
        box.width / 2 / abs(dx) if dx else float("inf"), box.height / 2 / abs(dy) if dy else float("inf")
    )
    reach = min(1.0, reach)
    return Point(box.center.x + dx * reach, box.center.y + dy * reach)
