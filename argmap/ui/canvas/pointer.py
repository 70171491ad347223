"""Pointer and keys on the canvas: Qt's events become plain ones for the tool in hand; knows what is hovered.

A drag that rests is told so after a moment; a drag near the border scrolls the map and goes on.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from argmap.editor.tools.connecting import PickingTarget
from argmap.editor.tools.events import NOTHING, Button, Hit, Modifiers, PointerEvent
from argmap.editor.tools.moving import MovingCards
from argmap.editor.tools.pan import HandResting, Panning
from argmap.editor.tools.quoting import CarryingQuote
from argmap.editor.tools.reconnecting import PickingEnd
from argmap.editor.tools.select import Resting
from argmap.editor.tools.tool import Tool
from argmap.layout.geometry import Point, bounding
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.source.quote import Quote
from argmap.ui.canvas.bench import CanvasBench
from argmap.ui.canvas.camera import NOTCH, Camera
from argmap.ui.canvas.qt_events import button_of, held_button, key_of, modifiers_of, point_of

HOLD = 250
"""How long the pointer rests before a drag offers to drop, in milliseconds."""
EDGE_BAND, EDGE_STEP, EDGE_TIME = 32, 12, 16
"""Dragging within this many pixels of the border scrolls, by a step of pixels at most, again and again."""


class Pressed(NamedTuple):
    """Where the pointer is in the view, and what is pressed."""

    screen: Point
    modifiers: Modifiers
    button: Button


class Pointer(QObject):
    """Feeds one tool."""

    hovered = Signal(object)
    """A `Hit`: what lies under the pointer while nothing is under way."""
    tool_changed = Signal(str)

    def __init__(self, canvas: QWidget, bench: CanvasBench, camera: Camera) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._bench = bench
        self._camera = camera
        self._tools = {"select": Tool(Resting(bench)), "pan": Tool(HandResting(bench))}
        self.tool_name = "select"
        """`select` or `pan`."""
        self._is_space_down = False
        self._last: Pressed | None = None
        self._seen: Pressed | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD)
        self._hold.timeout.connect(self._on_hold)
        self._edge = QTimer(self)
        self._edge.setInterval(EDGE_TIME)
        self._edge.timeout.connect(self._on_edge)
        self._may_push = True
        """Whether a drag near the border scrolls: one that came in over it must have left it first."""

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tools[self.tool_name]

    @property
    def map(self) -> ArgumentMap:
        """The map under the pointer."""
        return self._bench.editor.map

    def choose(self, name: str) -> None:
        """Take another tool in hand."""
        self.tool.cancel()
        self.tool_name = name
        self.tool_changed.emit(name)

    def start_connecting(self, element: RecordId) -> None:
        """Begin to connect a claim, or to reconnect an arrow, by keyboard."""
        self.choose("select")
        tool = self.tool
        picking = PickingTarget if element in self._bench.boxes else PickingEnd
        tool.enter(picking(self._bench, element, tool.state))

    def carry(self, quote: Quote) -> None:
        """A passage of the text is being dragged over the map."""
        self.choose("select")
        self._may_push = False
        self.tool.enter(CarryingQuote(self._bench, quote, self.tool.state))

    def drag(self, event: QDragMoveEvent) -> None:
        """What is dragged has moved."""
        self._last = self._dropped(event)
        self.tool.move(self._plain(self._last))
        self._watch_edge(self._last.screen)

    def drop(self, event: QDropEvent) -> None:
        """What is dragged was let go."""
        self._edge.stop()
        self.tool.release(self._plain(self._dropped(event)))
        self._last = None

    def _dropped(self, event: QDropEvent) -> Pressed:
        keys = modifiers_of(event.modifiers(), space=False)
        return Pressed(point_of(event.position()), keys, Button.LEFT)

    def press(self, event: QMouseEvent, *, clicks: int = 1) -> None:
        """A button went down."""
        self._may_push = True
        held = self._pressed(event, button_of(event.button()))
        plain = self._plain(held, clicks=clicks)
        if self.tool.is_idle:
            self.hovered.emit(plain.hit)  # a finger comes from nowhere
        self.tool.press(plain)
        self._last = held

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        tool = self.tool
        held = self._pressed(event, held_button(event.buttons()))
        plain = self._plain(held, looks=tool.state.looks_under(held.modifiers))
        self._seen = held
        if tool.is_idle:
            self.hovered.emit(plain.hit)
        else:
            self._last = held
            tool.move(plain)
            self._hold.start()
            self._watch_edge(held.screen)

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        self._hold.stop()
        self._edge.stop()
        held = self._pressed(event, button_of(event.button()))
        self.tool.release(self._plain(held))
        self._last = None
        spot = QPoint(round(held.screen.x), round(held.screen.y))
        if self._canvas.rect().contains(spot) and self._canvas.childAt(spot) is None:
            self.hovered.emit(self._plain(held).hit)
        else:
            self.leave()

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer, with Shift scroll sideways."""
        turned, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._camera.zoom_at(point_of(event.position()), NOTCH ** (turned.y() / 120))
        elif not pixels.isNull():
            self._camera.scroll(-pixels.x(), -pixels.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._camera.scroll(-(turned.x() or turned.y()), 0)
        else:
            self._camera.scroll(-turned.x(), -turned.y())

    def key_press(self, event: QKeyEvent) -> bool:
        """A key went down; whether a gesture or panning took it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            return True
        if self.tool.is_idle:
            return False
        self.tool.key(key_of(event))
        return True

    def key_release(self, event: QKeyEvent) -> None:
        """A key went up."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False

    def cancel(self) -> None:
        """Take back whatever gesture is under way."""
        self._hold.stop()
        self._edge.stop()
        self._is_space_down = False
        self.tool.cancel()

    def _pressed(self, event: QMouseEvent, button: Button) -> Pressed:
        keys = modifiers_of(event.modifiers(), space=self._is_space_down)
        return Pressed(point_of(event.position()), keys, button)

    def _plain(self, held: Pressed, *, clicks: int = 1, looks: bool = True) -> PointerEvent:
        screen, modifiers, button = held
        at = self._camera.view.to_map(screen)
        hit = self._hit(at) if looks else NOTHING
        return PointerEvent(at=at, screen=screen, button=button, modifiers=modifiers, hit=hit, clicks=clicks)

    def _hit(self, at: Point) -> Hit:
        moving = isinstance(self.tool.state, MovingCards)
        besides = self._bench.editor.selection if moving else ()
        return self._bench.hit(at, besides=besides)

    def _on_hold(self) -> None:
        if self._last is not None and not self.tool.is_idle:
            self.tool.hold(self._plain(self._last))

    def _watch_edge(self, screen: Point) -> None:
        dragging = not isinstance(self.tool.state, Panning)
        is_near = _edge_push(screen, self._canvas) != (0, 0)
        self._may_push = self._may_push or not is_near
        if dragging and is_near and self._may_push:
            self._edge.start()
        elif self._edge.isActive():
            self._edge.stop()

    def _on_edge(self) -> None:
        """Scroll on while the drag stays near the border."""
        if self._last is None or self.tool.is_idle:
            self._edge.stop()
            return
        self._scroll_with(*_edge_push(self._last.screen, self._canvas))
        self.tool.move(self._plain(self._last))

    def _scroll_with(self, dx: float, dy: float) -> None:
        """Scroll as far as something of the map that is not in hand stays in view."""
        view, held = self._camera.view, self._bench.editor.selection
        rest = bounding(box for key, box in self._bench.boxes.items() if key not in held)
        shown = view.visible()
        for step in ((dx, 0.0), (0.0, dy)):
            moved = shown.moved(step[0] / view.zoom, step[1] / view.zoom)
            if rest is None or moved.intersects(rest):
                self._camera.scroll(*step)
                shown = moved

    def look_again(self) -> None:
        """The map has moved under a pointer that rests: something else may lie there now."""
        if self._seen is not None and self.tool.is_idle:
            self.hovered.emit(self._plain(self._seen).hit)

    def leave(self) -> None:
        """The pointer has left the canvas."""
        self._seen = None
        self.hovered.emit(NOTHING)


def _edge_push(screen: Point, canvas: QWidget) -> tuple[float, float]:
    """By how much a drag at a place scrolls, to the right and down."""
    return _push(screen.x, canvas.width()), _push(screen.y, canvas.height())


def _push(place: float, length: float) -> float:
    """Faster the nearer to the border, or beyond it."""
    if place < EDGE_BAND:
        return -EDGE_STEP * min(1.0, (EDGE_BAND - place) / EDGE_BAND)
    return EDGE_STEP * min(1.0, max(0.0, place - length + EDGE_BAND) / EDGE_BAND)
