"""Drawing a rectangle over the ground selects what it touches."""

from __future__ import annotations

from argmap.editor.tools.events import PointerEvent
from argmap.editor.tools.tool import Bench, Feedback, State
from argmap.layout.geometry import spanned


class Lasso(State):
    """A rectangle follows the pointer; with Shift or Ctrl what it touches is added."""

    def __init__(self, bench: Bench, start: PointerEvent, rest: State) -> None:
        super().__init__(bench)
        self._start = start
        self._rest = rest
        self._before = bench.editor.selection
        adds = start.modifiers.shift or start.modifiers.ctrl
        self._kept = self._before if adds else frozenset()

    def move(self, event: PointerEvent) -> State:
        """Select what the rectangle touches now."""
        rect = spanned(self._start.at, event.at)
        touched = self.bench.elements_in(rect)
        cards = {key for key in touched if key in self.bench.editor.map.claims}
        self.bench.editor.select(self._kept | (cards or touched))
        self.bench.show(Feedback(lasso=rect))
        return self

    def release(self, event: PointerEvent) -> State:
        """Keep the selection."""
        return self._rest

    def cancel(self) -> State:
        """Select again what was selected before."""
        self.bench.editor.select(self._before)
        return self._rest
