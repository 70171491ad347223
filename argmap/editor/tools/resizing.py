"""Dragging a card's right edge sets its width."""

from __future__ import annotations

from argmap.editor import labels
from argmap.editor.tools.events import PointerEvent
from argmap.editor.tools.tool import Bench, Feedback, State
from argmap.edits import arranging
from argmap.model.ids import RecordId
from argmap.model.transaction import Transaction


class Resizing(State):
    """The right edge follows the pointer, in steps; one undo step when it is let go."""

    def __init__(self, bench: Bench, claim: RecordId, rest: State) -> None:
        super().__init__(bench)
        self._claim = claim
        self._rest = rest
        self._gesture = object()

    def move(self, event: PointerEvent) -> State:
        """Make the card as wide as the pointer is away from its left edge."""
        box = self.box(self._claim)
        width = event.at.x - box.x

        def widen(transaction: Transaction) -> None:
            if transaction.map.placement(self._claim) is None:
                arranging.place(transaction, self._claim, (box.x, box.y))
            arranging.set_width(transaction, self._claim, width)

        self.bench.editor.edit(labels.SET_WIDTH, widen, gesture=self._gesture)
        self.bench.show(Feedback(cursor="width"))
        return self

    def release(self, event: PointerEvent) -> State:
        """Keep the width."""
        return self._rest

    def cancel(self) -> State:
        """Give the card its old width back."""
        self.bench.editor.cancel(self._gesture)
        return self._rest
