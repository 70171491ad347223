"""The relation popup asks once and tells once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from argmap.ui.chrome.choice_row import ChoiceRow, RelationChoice
from argmap.ui.chrome.relation_popup import RelationPopup

KINDS = [RelationChoice(name) for name in ("support", "attack", "undercut", "link")]
CHANGES = [*KINDS, RelationChoice("reverse"), RelationChoice("delete")]


@pytest.fixture
def popup(look, window):
    popup = RelationPopup(look, parent=window)
    yield popup
    popup.hide()


@pytest.fixture
def told(popup):
    told: list[str] = []
    popup.chosen.connect(told.append)
    return told


def row(popup, label):
    return next(found for found in popup.findChildren(ChoiceRow) if found.text() == label)


def press(popup, key, qtbot):
    """Press a key where the popup has its focus."""
    qtbot.keyClick(popup.focusWidget() or popup, key)


def test_enter_takes_what_is_preselected(popup, told, qtbot):
    popup.ask(QPoint(50, 50), KINDS)
    assert popup.highlighted == "support"
    press(popup, Qt.Key.Key_Return, qtbot)
    assert told == ["support"]
    assert popup.isHidden()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_S, "support"),
        (Qt.Key.Key_A, "attack"),
        (Qt.Key.Key_U, "undercut"),
        (Qt.Key.Key_G, "link"),
        (Qt.Key.Key_R, "reverse"),
        (Qt.Key.Key_Delete, "delete"),
        (Qt.Key.Key_Backspace, "delete"),
        (Qt.Key.Key_1, "weak"),
        (Qt.Key.Key_3, "strong"),
    ],
)
def test_each_choice_has_its_key(popup, told, qtbot, key, name):
    popup.ask(QPoint(50, 50), CHANGES, strength="normal")
    press(popup, key, qtbot)
    assert told == [name]


def test_keys_of_what_is_not_offered_do_nothing(popup, told, qtbot):
    popup.ask(QPoint(50, 50), KINDS)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_1, Qt.Key.Key_I):
        press(popup, key, qtbot)
    assert told == []
    assert popup.isVisible()


def test_a_click_chooses(popup, told, qtbot):
    popup.ask(QPoint(50, 50), KINDS)
    qtbot.mouseClick(row(popup, "Links with"), Qt.MouseButton.LeftButton)
    assert told == ["link"]


def test_arrow_keys_go_round_and_pass_what_is_refused(popup, told, qtbot):
    choices = [
        RelationChoice("support"),
        RelationChoice("attack", "That would be a loop"),
        RelationChoice("undercut"),
    ]
    popup.ask(QPoint(50, 50), choices)
    press(popup, Qt.Key.Key_Down, qtbot)
    assert popup.highlighted == "undercut"
    press(popup, Qt.Key.Key_Down, qtbot)
    assert popup.highlighted == "support"
    press(popup, Qt.Key.Key_Up, qtbot)
    press(popup, Qt.Key.Key_Return, qtbot)
    assert told == ["undercut"]


def test_what_is_refused_says_why_and_cannot_be_chosen(popup, told, qtbot):
    popup.ask(QPoint(50, 50), [RelationChoice("support"), RelationChoice("attack", "That would be a loop")])
    refused = row(popup, "Attacks")
    assert refused.toolTip() == refused.accessibleDescription() == "That would be a loop"
    press(popup, Qt.Key.Key_A, qtbot)
    qtbot.mouseClick(refused, Qt.MouseButton.LeftButton)
    assert told == []
    assert popup.isVisible()


def test_a_preselected_choice_that_is_refused_gives_way(popup):
    popup.ask(QPoint(50, 50), [RelationChoice("support", "They are so already"), RelationChoice("attack")])
    assert popup.highlighted == "attack"


def test_esc_dismisses(popup, told, qtbot):
    popup.ask(QPoint(50, 50), KINDS)
    press(popup, Qt.Key.Key_Escape, qtbot)
    assert told == []
    assert popup.isHidden()


def test_a_click_elsewhere_dismisses(popup, told, qtbot):
    popup.ask(QPoint(200, 50), KINDS)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(-80, 90))
    assert told == []
    assert popup.isHidden()


def test_a_click_between_the_choices_does_nothing(popup, told, qtbot):
    popup.ask(QPoint(200, 50), KINDS)
    edge = popup.card_rect().toRect().topLeft() + QPoint(3, 40)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=edge)
    assert popup.isVisible()
    assert told == []


def test_the_pointer_takes_the_highlight_along(popup, qtbot):
    popup.ask(QPoint(50, 50), KINDS)
    qtbot.mouseMove(row(popup, "Supports"))
    qtbot.mouseMove(row(popup, "Undercuts"))
    qtbot.waitUntil(lambda: popup.highlighted == "undercut")


def test_a_strength_can_be_clicked(popup, told, qtbot):
    popup.ask(QPoint(50, 50), CHANGES, strength="weak")
    segment = next(b for b in popup.findChildren(QAbstractButton) if b.text() == "Strong")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert told == ["strong"]


def test_a_card_dropped_on_an_arrow_has_its_two_choices(popup, told, qtbot):
    popup.ask(QPoint(50, 50), [RelationChoice("undercut"), RelationChoice("insert")], preselected="undercut")
    shown = [found.text() for found in popup.findChildren(ChoiceRow) if found.isVisible()]
    assert shown == ["Undercuts", "Insert between"]
    press(popup, Qt.Key.Key_I, qtbot)
    assert told == ["insert"]


def test_asked_again_it_fits_what_is_asked_then(popup, told):
    popup.ask(QPoint(50, 50), CHANGES, strength="normal")
    large = popup.height()
    popup.hide()
    popup.ask(QPoint(50, 50), KINDS[:2])
    assert popup.height() < large - 100
    assert told == []


def test_it_stays_on_the_screen(popup):
    screen = QGuiApplication.primaryScreen().availableGeometry()
    popup.ask(screen.bottomRight() - QPoint(1, 1), CHANGES, strength="normal")
    card = popup.card_rect().toRect().translated(popup.pos())
    assert screen.contains(card)


def test_the_look_can_change_between_questions(popup, look, dark):
    popup.ask(QPoint(50, 50), KINDS)
    popup.set_look(dark)
    assert row(popup, "Attacks").grab().toImage().pixelColor(200, 18) != look.theme.panel
    middle = popup.card_rect().toRect().topLeft() + QPoint(3, 60)
    assert popup.grab().toImage().pixelColor(middle) == dark.theme.panel
