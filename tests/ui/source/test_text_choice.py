"""The title in the panel's head, and the list of texts that it opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.ui.look import Look
from argmap.ui.popup_menu import PopupMenu
from argmap.ui.source.text_choice import TextChoice

TEXTS = [
    Source(id=RecordId(key), title=title, body="x") for key, title in (("a", "A & B"), ("b", ""), ("c", "C"))
]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def choice(look: Look, window: QWidget) -> TextChoice:
    """A choice of three texts, of which the second is shown."""
    made = TextChoice(look)
    made.setParent(window)
    made.resize(240, 26)
    made.show_sources(TEXTS, TEXTS[1])
    made.show()
    return made


@pytest.fixture
def chosen(choice: TextChoice) -> list[str]:
    """The ids that are chosen, in order."""
    told: list[str] = []
    choice.chosen.connect(told.append)
    return told


@pytest.fixture
def menus(choice: TextChoice) -> Iterator[list[PopupMenu]]:
    """The lists that have been opened; closed in the end."""
    opened: list[PopupMenu] = []
    yield opened
    for menu in choice.findChildren(PopupMenu):
        menu.close()


def opened_menu(choice: TextChoice) -> PopupMenu:
    (menu,) = (menu for menu in choice.findChildren(PopupMenu) if menu.isVisible())
    return menu


def test_a_click_opens_the_list_in_which_the_shown_text_is_marked(
    choice: TextChoice, chosen: list[str], menus: list[PopupMenu]
) -> None:
    QTest.mouseClick(choice, LEFT)
    menu = opened_menu(choice)
    assert [action.text() for action in menu.actions()] == ["A && B", "Untitled text", "C"]
    assert [action.isChecked() for action in menu.actions()] == [False, True, False]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["c"]


def test_the_text_that_is_shown_is_not_chosen_again(
    choice: TextChoice, chosen: list[str], menus: list[PopupMenu]
) -> None:
    QTest.mouseClick(choice, LEFT)
    QTest.keyClick(opened_menu(choice), Qt.Key.Key_Return)
    assert chosen == []


def test_up_and_down_go_from_text_to_text_and_stop_at_the_ends(choice: TextChoice, chosen: list[str]) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(choice, key)
    choice.show_sources(TEXTS, TEXTS[2])
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert chosen == ["a", "c"]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_keys_open_the_list(
    choice: TextChoice, menus: list[PopupMenu], key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(choice, key, modifiers)
    assert len(opened_menu(choice).actions()) == 3


def test_tab_reaches_it_only_where_there_is_a_choice(
    choice: TextChoice, window: QWidget, qtbot: QtBot
) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is choice)
    choice.show_sources(TEXTS[:1], TEXTS[0])
    assert QApplication.focusWidget() is not choice
    assert choice.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.mouseClick(choice, LEFT)
    assert choice.findChildren(PopupMenu) == []


def test_those_who_hear_the_screen_hear_which_of_how_many(choice: TextChoice) -> None:
    assert choice.accessibleName() == "Text: Untitled text, 2 of 3"
    choice.show_sources(TEXTS[:1], TEXTS[0])
    assert choice.accessibleName() == "Text: A & B"


def test_a_single_title_has_no_chevron(choice: TextChoice) -> None:
    several = choice.grab().toImage()
    choice.show_sources(TEXTS[1:2], TEXTS[1])
    assert choice.grab().toImage() != several


def test_texts_of_one_title_are_told_apart_by_who_wrote_them_or_where_they_are_from(
    choice: TextChoice, menus: list[PopupMenu]
) -> None:
    twins = [
        Source(id=RecordId("a"), title="Why war?", author="Freud", body="x"),
        Source(id=RecordId("b"), title="Why war?", file="einstein.txt", body="x"),
        Source(id=RecordId("c"), title="Alone", author="Nobody", body="x"),
    ]
    choice.show_sources(twins, twins[0])
    QTest.mouseClick(choice, LEFT)
    words = [action.text() for action in opened_menu(choice).actions()]
    assert words == ["Why war? · Freud", "Why war? · einstein.txt", "Alone"]
