"""A toast says something in passing, and offers to undo it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtWidgets import QAbstractButton

from argmap.ui.chrome.toast import Toast


@pytest.fixture
def toast(window, look):
    return Toast(window, look, stays_ms=1)


@pytest.fixture
def lasting(window, look):
    return Toast(window, look)


def test_it_goes_by_itself(toast, qtbot):
    toast.show_text("Deleted 4 claims and 5 relations", None)
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden)


def test_its_button_triggers_the_action_and_it_goes(lasting, actions, triggered, qtbot):
    lasting.show_text("Deleted 4 claims and 5 relations", actions["edit.undo"])
    button = lasting.findChild(QAbstractButton)
    assert button.text() == "Undo"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triggered == ["edit.undo"]
    qtbot.waitUntil(lasting.isHidden)


def test_without_an_action_there_is_no_button(lasting):
    lasting.show_text("Moved", None)
    assert lasting.findChild(QAbstractButton).isHidden()


def test_it_stays_while_the_keyboard_is_on_it(toast, actions, window, qtbot):
    window.activateWindow()
    toast.show_text("Deleted 1 claim", actions["edit.undo"])
    button = toast.findChild(QAbstractButton)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.waitUntil(lambda: toast.opacity == 1.0)
    # Its time is up at once, and its fading out is over before this longer animation is.
    longer = QVariantAnimation(window)
    longer.setDuration(500)
    with qtbot.waitSignal(longer.finished):
        longer.start()
    assert toast.isVisible()
    assert toast.opacity == 1.0
    button.clearFocus()
    qtbot.waitUntil(toast.isHidden)


def test_it_fades_in(lasting, qtbot):
    lasting.show_text("Moved", None)
    assert lasting.opacity < 1.0
    qtbot.waitUntil(lambda: lasting.opacity == 1.0)


def test_a_second_text_replaces_the_first(lasting, actions):
    lasting.show_text("Deleted 1 claim", actions["edit.undo"])
    lasting.show_text("Deleted 2 claims", None)
    assert lasting.text == lasting.accessibleName() == "Deleted 2 claims"
    assert lasting.findChild(QAbstractButton).isHidden()


def test_it_stays_in_the_middle_above_the_tools(lasting, window, qtbot):
    lasting.show_text("Deleted 4 claims and 5 relations", None)
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: abs(lasting.geometry().center().x() - 600) <= 1)
    assert window.height() - lasting.geometry().bottom() > 62


def test_a_narrow_window_still_holds_it_whole(lasting, actions, window):
    window.resize(200, 300)
    lasting.show_text("Deleted four claims and five relations of them", actions["edit.undo"])
    assert window.rect().contains(lasting.geometry())
    button = lasting.findChild(QAbstractButton)
    assert lasting.rect().contains(button.geometry())
