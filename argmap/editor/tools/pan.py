"""The hand: moving the view over the map."""

from __future__ import annotations

from argmap.editor.tools.events import Button, HitKind, Modifiers, PointerEvent
from argmap.editor.tools.tool import Bench, Feedback, State
from argmap.layout.geometry import Point

SLACK = 4.0
"""How far the pointer may stray, in pixels on screen, before a press becomes a drag."""


def strayed(start: PointerEvent, event: PointerEvent, *, by: float = SLACK) -> bool:
    """Whether the pointer has moved farther than a number of pixels: far enough for a drag."""
    dx, dy = event.screen.x - start.screen.x, event.screen.y - start.screen.y
    return dx * dx + dy * dy > by * by


class HandResting(State):
    """The hand in hand: any drag pans."""

    is_idle = True

    def press(self, event: PointerEvent) -> State:
        """Take hold of the map."""
        return Panning(self.bench, event, self)


class Panning(State):
    """The map follows the pointer. The right button without a drag asks for the context menu."""

    def __init__(self, bench: Bench, start: PointerEvent, rest: State) -> None:
        super().__init__(bench)
        self._start = start
        self._rest = rest
        self._last: Point = start.screen
        self._has_strayed = False

    def looks_under(self, modifiers: Modifiers) -> bool:
        """Never."""
        return False

    def move(self, event: PointerEvent) -> State:
        """Scroll by as much as the pointer moved."""
        if self._has_strayed or strayed(self._start, event):
            self._has_strayed = True
            self.bench.show(Feedback(cursor="grabbing"))
            self.bench.scroll(self._last.x - event.screen.x, self._last.y - event.screen.y)
            self._last = event.screen
        return self

    def release(self, event: PointerEvent) -> State:
        """Let go."""
        if not self._has_strayed and self._start.button is Button.RIGHT:
            self._choose()
            self.bench.show_menu(event.at)
        return self._rest

    def cancel(self) -> State:
        """Let go where the map is now."""
        return self._rest

    def _choose(self) -> None:
        """The menu speaks of what was clicked, so that is selected first."""
        element = self._start.hit.element
        if self._start.hit.kind is HitKind.GROUND or element is None:
            self.bench.editor.select(())
        elif element not in self.bench.editor.selection:
            self.bench.editor.select([element])
