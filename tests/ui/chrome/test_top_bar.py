"""The top bar names the map in the middle of the window, and its buttons work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from argmap.ui.chrome.icon_text import IconText
from argmap.ui.chrome.save_state import SaveMark, SaveState
from argmap.ui.chrome.top_bar import HEIGHT, TopBar
from argmap.ui.parts.buttons import ActionButton


@pytest.fixture
def bar(actions, look, window):
    bar = TopBar(actions, look, window)
    for title in ("File", "Edit", "View", "Insert", "Text", "Claim", "Help"):
        bar.menu_bar.addMenu(title)
    bar.resize(1600, HEIGHT)
    bar.show()
    return bar


def button(bar, name):
    return next(found for found in bar.findChildren(ActionButton) if found.accessibleName() == name)


def test_name_and_state_stand_in_the_middle(bar, qtbot):
    bar.set_name("Stalin’s goals", SaveState.SAVED)
    parts = bar.findChildren(IconText)
    qtbot.waitUntil(lambda: all(part.width() == part.sizeHint().width() for part in parts))
    left = min(part.mapTo(bar, QPoint(0, 0)).x() for part in parts)
    right = max(part.mapTo(bar, QPoint(part.width(), 0)).x() for part in parts)
    assert abs((left + right) / 2 - 800) <= 1
    assert bar.shown_name == "Stalin’s goals"


def test_a_long_name_is_cut_short_but_told_in_full(bar, qtbot):
    bar.resize(960, HEIGHT)
    name = "What the second answerer made of all that was ever argued about it " * 2
    bar.set_name(name, SaveState.EDITED)
    qtbot.waitUntil(lambda: bar.shown_name.endswith("…"))
    whole = next(part for part in bar.findChildren(IconText) if part.text == name)
    assert whole.toolTip() == name
    mark = bar.findChild(SaveMark)
    assert mark.shown_text == "Edited"
    assert mark.mapTo(bar, QPoint(mark.width(), 0)).x() < button(bar, "Undo").mapTo(bar, QPoint(0, 0)).x()


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (SaveState.SAVED, "Saved"),
        (SaveState.EDITED, "Edited"),
        (SaveState.NEW, "Not yet saved"),
    ],
)
def test_every_state_has_its_word(bar, state, word):
    bar.set_name("Map", state)
    assert bar.findChild(SaveMark).text == word


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("Source panel", "view.source"),
        ("Undo", "edit.undo"),
        ("Redo", "edit.redo"),
        ("Inspector panel", "view.inspector"),
    ],
)
def test_buttons_trigger_their_actions(bar, triggered, qtbot, name, action):
    qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert triggered == [action]


def test_the_theme_button_leads_to_the_other_theme(bar, triggered, dark, qtbot):
    qtbot.mouseClick(button(bar, "Use dark colours"), Qt.MouseButton.LeftButton)
    bar.set_look(dark)
    qtbot.mouseClick(button(bar, "Use light colours"), Qt.MouseButton.LeftButton)
    assert triggered == ["view.theme_dark", "view.theme_light"]


def test_the_ground_and_the_hairline_follow_the_look(bar, look, dark):
    for wanted in (look, dark):
        bar.set_look(wanted)
        picture = bar.grab().toImage()
        assert picture.pixelColor(1200, 20) == wanted.theme.chrome
        assert picture.pixelColor(1200, HEIGHT - 1) == wanted.theme.line
