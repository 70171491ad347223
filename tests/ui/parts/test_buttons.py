"""Buttons follow their action and leave the focus where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QActionGroup
from PySide6.QtWidgets import QLineEdit

from argmap.ui.parts.buttons import ActionButton, TextButton


def shown(button, window):
    button.setParent(window)
    button.move(400, 300)  # away from where the pointer may be
    button.show()
    return button


def test_a_click_triggers_the_action(actions, triggered, look, window, qtbot):
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triggered == ["edit.undo"]


def test_enter_and_space_trigger_the_action(actions, triggered, look, window, qtbot):
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert triggered == ["edit.undo", "edit.undo"]


def test_the_tooltip_names_the_action_and_its_key(actions, look, window):
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    actions["edit.undo"].setText("Undo reword claim")
    assert button.toolTip() == "Undo reword claim (Ctrl+Z)"
    assert button.accessibleName() == "Undo reword claim"


def test_a_button_without_keys_has_a_plain_tooltip(actions, look, window):
    button = shown(ActionButton(actions["file.sample"], "book-open", look=look), window)
    assert button.toolTip() == "Explore the sample"


def test_a_disabled_action_disables_the_button(actions, triggered, look, window, qtbot):
    button = shown(ActionButton(actions["edit.redo"], "redo-2", look=look), window)
    actions["edit.redo"].setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert triggered == []


def test_only_the_action_says_whether_the_button_is_on(actions, look, window, qtbot):
    group = QActionGroup(window)
    for name in ("view.select_tool", "view.pan_tool"):
        group.addAction(actions[name])
    button = shown(ActionButton(actions["view.select_tool"], "mouse-pointer-2", look=look), window)
    actions["view.select_tool"].setChecked(True)
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # which one tool of several ignores
    assert button.isChecked()
    actions["view.pan_tool"].setChecked(True)
    assert not button.isChecked()


def test_another_action_takes_over_wholly(actions, triggered, look, window, qtbot):
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    button.set_action(actions["edit.redo"], icon="redo-2", name="Again")
    actions["edit.undo"].setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triggered == ["edit.redo"]
    assert button.toolTip() == "Again (Ctrl+Shift+Z)"


def test_a_click_leaves_the_focus_in_the_text(actions, look, window, qtbot):
    text = shown(QLineEdit(), window)
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    button.move(300, 0)
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.hasFocus()


def test_tab_reaches_the_button_and_shows_the_ring(actions, look, window, qtbot):
    text = shown(QLineEdit(), window)
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    accent = look.theme.accent
    assert button.grab().toImage().pixelColor(16, 0) != accent
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert button.grab().toImage().pixelColor(16, 0) == accent


def test_the_colours_follow_the_look(look, dark, window):
    button = shown(TextButton("Keep", look=look, is_primary=True), window)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(4, 14) == look.theme.accent
    button.set_look(dark)
    assert button.grab().toImage().pixelColor(4, 14) == dark.theme.accent


def test_those_who_hear_the_screen_hear_a_button(actions, look, window):
    button = shown(ActionButton(actions["edit.undo"], "undo-2", look=look), window)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Undo"
