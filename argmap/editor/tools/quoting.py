"""A passage of the text is dragged over the map: letting go makes a claim of it, or ties it to one."""

from __future__ import annotations

from argmap.editor.quoting import Use, use_quote
from argmap.editor.tools.events import Hit, Modifiers, PointerEvent
from argmap.editor.tools.tool import Bench, Drop, Feedback, State
from argmap.model.ids import RecordId
from argmap.source.quote import Quote

_EFFECTS = {Use.REASON: "support", Use.OBJECTION: "attack", Use.UNDERCUTTER: "undercut", Use.ATTACH: "ask"}
_WORDS = {
    Use.REASON: "New reason",
    Use.OBJECTION: "New objection",
    Use.UNDERCUTTER: "New undercutter",
    Use.ATTACH: "Attach the passage",
}
_ON_GROUND = "Let go for a new claim"
_ON_CARD = "Let go for a reason; with Alt an objection; with Ctrl the passage is attached"
_ON_ARROW = "Let go for an undercutter; with Ctrl the passage is attached"


class CarryingQuote(State):
    """The passage is in hand."""

    def __init__(self, bench: Bench, quote: Quote, rest: State) -> None:
        super().__init__(bench)
        self._quote = quote
        self._rest = rest

    def move(self, event: PointerEvent) -> State:
        """Show what letting go here would do."""
        use, target = _aim(event.hit, event.modifiers)
        drop = None if target is None else Drop(target, _EFFECTS[use], _WORDS[use])
        hint = _ON_GROUND if target is None else _ON_CARD if event.hit.kind.is_of_card else _ON_ARROW
        self.bench.show(Feedback(drop=drop, hint=hint))
        return self

    def release(self, event: PointerEvent) -> State:
        """Make a claim of it, all its words selected to be typed over, or tie it to what is there."""
        use, target = _aim(event.hit, event.modifiers)
        element = use_quote(
            self.bench.editor, self._quote, use, target=target, boxes=self.bench.boxes, at=event.at
        )
        if use is not Use.ATTACH:
            self.bench.reveal([element])
            self.bench.edit_claim(element, fresh=True)
        return self._rest

    def cancel(self) -> State:
        """Let it go."""
        return self._rest


def _aim(hit: Hit, keys: Modifiers) -> tuple[Use, RecordId | None]:
    """What letting go on something does."""
    if hit.element is None:
        return Use.CLAIM, None
    if keys.ctrl:
        return Use.ATTACH, hit.element
    if not hit.kind.is_of_card:
        return Use.UNDERCUTTER, hit.element
    return (Use.OBJECTION if keys.alt else Use.REASON), hit.element
