"""Turns Qt's pointer and key events into the plain ones that tools hear."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from argmap.editor.tools.events import NO_KEYS, Button, KeyEvent, Modifiers
from argmap.layout.geometry import Point

_BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.MiddleButton: Button.MIDDLE,
    Qt.MouseButton.RightButton: Button.RIGHT,
}
_HELD = tuple((button.value, plain) for button, plain in _BUTTONS.items())
_KEYS = {
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Backtab",
}

_SHIFT = Qt.KeyboardModifier.ShiftModifier.value
_CTRL = Qt.KeyboardModifier.ControlModifier.value
_ALT = Qt.KeyboardModifier.AltModifier.value


def button_of(button: Qt.MouseButton) -> Button:
    """The button, none for those that no tool uses."""
    return _BUTTONS.get(button, Button.NONE)


def held_button(buttons: Qt.MouseButton) -> Button:
    """The first of the buttons held during a move."""
    held = buttons.value
    return next((plain for button, plain in _HELD if held & button), Button.NONE)


def modifiers_of(modifiers: Qt.KeyboardModifier, *, space: bool) -> Modifiers:
    """The keys held; Qt already swaps Control and Command on macOS."""
    held = modifiers.value  # of plain numbers: combining Qt's flags takes ten times as long
    if not held and not space:
        return NO_KEYS
    return Modifiers(
        shift=bool(held & _SHIFT),
        ctrl=bool(held & _CTRL),
        alt=bool(held & _ALT),
        space=space,
    )


def key_of(event: QKeyEvent) -> KeyEvent:
    """The key by its plain name."""
    name = _KEYS.get(Qt.Key(event.key()), event.text().upper())
    return KeyEvent(name, modifiers_of(event.modifiers(), space=False))


def point_of(position: QPointF) -> Point:
    """The same place as a plain point."""
    return Point(position.x(), position.y())
