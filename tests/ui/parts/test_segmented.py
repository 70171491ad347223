"""One segment of several is chosen, by mouse or keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from argmap.ui.parts.segmented import Segmented


@pytest.fixture
def control(look, window):
    control = Segmented(look, ("Weak", "Normal", "Strong"), name="Strength")
    control.setParent(window)
    control.resize(control.sizeHint())
    control.show()
    return control


@pytest.fixture
def chosen(control):
    chosen: list[int] = []
    control.chosen.connect(chosen.append)
    return chosen


def checked(control):
    return [segment.text() for segment in control.findChildren(QAbstractButton) if segment.isChecked()]


def test_a_click_chooses_one_and_only_one(control, chosen, qtbot):
    control.set_current(1)
    qtbot.mouseClick(control.findChildren(QAbstractButton)[2], Qt.MouseButton.LeftButton)
    assert chosen == [2]
    assert checked(control) == ["Strong"]


def test_being_told_says_nothing_back(control, chosen):
    control.set_current(0)
    assert chosen == []
    assert checked(control) == ["Weak"]
    control.set_current(None)
    assert checked(control) == []


def test_a_second_click_leaves_it_chosen(control, qtbot):
    for _ in range(2):
        qtbot.mouseClick(control.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert checked(control) == ["Weak"]


def test_arrow_keys_move_the_choice_and_stop_at_the_ends(control, chosen, window, qtbot):
    control.set_current(1)
    window.activateWindow()
    segments = control.findChildren(QAbstractButton)
    segments[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(segments[1].hasFocus)
    qtbot.keyClick(segments[1], Qt.Key.Key_Right)
    assert segments[2].hasFocus()
    qtbot.keyClick(segments[2], Qt.Key.Key_Right)
    qtbot.keyClick(segments[2], Qt.Key.Key_Left)
    assert chosen == [2, 1]
    assert checked(control) == ["Normal"]


def test_the_keyboard_stops_at_the_chosen_one_only(control):
    control.set_current(2)
    stops = [
        segment.text()
        for segment in control.findChildren(QAbstractButton)
        if segment.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Strong"]


def test_those_who_hear_the_screen_hear_radio_buttons(control):
    for segment in control.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(segment)
        assert interface.role() == QAccessible.Role.RadioButton


def test_nothing_moves_when_the_choice_does(control):
    before = [segment.sizeHint() for segment in control.findChildren(QAbstractButton)]
    control.set_current(2)
    assert [segment.sizeHint() for segment in control.findChildren(QAbstractButton)] == before


def test_the_chosen_one_is_filled_in_both_looks(control, look, dark):
    control.set_current(0)
    for wanted in (look, dark):
        control.set_look(wanted)
        assert control.grab().toImage().pixelColor(4, 12) == wanted.theme.accent_soft
