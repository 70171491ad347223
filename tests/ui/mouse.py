"""A hand on the mouse: real Qt events sent to a widget, with the modifiers and clicks that QTest loses."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier

Spot = QPointF | QPoint | tuple[float, float]
"""A place in the widget, in logical pixels."""


@dataclass
class Mouse:
    """A mouse over one widget. Modifiers are `keys`, held until they are changed or given for one call."""

    widget: QWidget
    keys: Qt.KeyboardModifier = PLAIN
    at: QPointF = field(default_factory=QPointF)
    held: Qt.MouseButton = Qt.MouseButton.NoButton

    def press(self, at: Spot, *, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Put a button down; a mouse press moves the focus as the window system would."""
        self.at = _point(at)
        if self.widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            self.widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self.held |= button
        self._send(QEvent.Type.MouseButtonPress, button, keys)

    def move(self, to: Spot, *, keys: Qt.KeyboardModifier = PLAIN, steps: int = 1) -> None:
        """Move, with whatever button is down, in equal steps."""
        start, end = self.at, _point(to)
        for step in range(1, steps + 1):
            self.at = start + (end - start) * (step / steps)
            self._send(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, keys)

    def release(
        self, at: Spot | None = None, *, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = PLAIN
    ) -> None:
        """Let a button go, where the pointer is unless a place is given."""
        if at is not None:
            self.at = _point(at)
        self.held &= ~button
        self._send(QEvent.Type.MouseButtonRelease, button, keys)

    def click(self, at: Spot, *, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Move there, press and release."""
        self.move(at, keys=keys)
        self.press(at, button=button, keys=keys)
        self.release(button=button, keys=keys)

    def double_click(self, at: Spot, *, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Click, then press a second time as Qt tells a double click."""
        self.click(at, keys=keys)
        self.held |= LEFT
        self._send(QEvent.Type.MouseButtonDblClick, LEFT, keys)
        if self.held & LEFT:
            self.release(keys=keys)

    def drag(
        self,
        start: Spot,
        end: Spot,
        *,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = PLAIN,
        steps: int = 8,
    ) -> None:
        """Press, move in steps, release."""
        self.hold(start, end, button=button, keys=keys, steps=steps)
        self.release(button=button, keys=keys)

    def hold(
        self,
        start: Spot,
        end: Spot,
        *,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = PLAIN,
        steps: int = 8,
    ) -> None:
        """Drag there and keep the button down."""
        self.move(start, keys=keys)
        self.press(start, button=button, keys=keys)
        self.move(end, keys=keys, steps=steps)

    def wheel(
        self,
        at: Spot,
        notches: float = 1,
        *,
        sideways: float = 0,
        keys: Qt.KeyboardModifier = PLAIN,
        pixels: tuple[int, int] = (0, 0),
    ) -> None:
        """Turn the wheel by notches, away from the hand; `pixels` is what a touchpad would say."""
        self.at = _point(at)
        event = QWheelEvent(
            self.at,
            self._global(),
            QPoint(*pixels),
            QPoint(round(120 * sideways), round(120 * notches)),
            self.held,
            keys | self.keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.widget, event)

    def _global(self) -> QPointF:
        return QPointF(self.widget.mapToGlobal(self.at))

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        event = QMouseEvent(kind, self.at, self._global(), button, self.held, keys | self.keys)
        QApplication.sendEvent(self.widget, event)


def _point(at: Spot) -> QPointF:
    return QPointF(*at) if isinstance(at, tuple) else QPointF(at)
