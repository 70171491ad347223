"""Actions and menus made from the table, and what they do in the real window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.commands.table import MENUS, TABLE
from argmap.editor.host import Unsaved
from argmap.model.ids import RecordId
from argmap.ui.bridge import FRAGMENT
from argmap.ui.menus import context_menu
from tests.ui.windows import Desk, open_window

_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back what the program sets
    made = open_window(tmp_path, sample=True)
    qtbot.addWidget(made.window)
    yield made
    made.answers.leave = Unsaved.DISCARD


def _menu(desk: Desk, name: str) -> QMenu:
    menu = desk.window.frame.top_bar.menu_bar.findChild(QMenu, f"menu_{name.lower()}")
    assert isinstance(menu, QMenu)
    return menu


def test_every_command_of_a_menu_is_in_it(desk: Desk) -> None:
    for name in MENUS:
        found = {action.objectName() for action in _menu(desk, name).actions() if action.objectName()}
        assert found - {"file.recent"} == {row.id for row in TABLE if row.menu.startswith(f"{name}/")}


def test_every_action_is_named_and_shows_its_keys(desk: Desk) -> None:
    for row in TABLE:
        action = desk.window.findChild(QAction, row.id)
        assert action is not None
        assert len(action.shortcuts()) == len(row.keys)
        assert not any(shortcut.isEmpty() for shortcut in action.shortcuts())


def test_undo_names_the_step_it_takes_back(desk: Desk) -> None:
    undo = desk.window.commands.by_id["edit.undo"]
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    desk.select("c30")
    desk.trigger("claim.implicit")
    assert (undo.text(), undo.isEnabled()) == ("Undo set implicit", True)
    desk.trigger("edit.undo")
    assert desk.window.commands.by_id["edit.redo"].text() == "Redo set implicit"


def test_actions_follow_the_selection(desk: Desk) -> None:
    actions = desk.window.commands.by_id
    assert not actions["insert.reason"].isEnabled()
    desk.select("c30")
    assert actions["insert.reason"].isEnabled()
    assert actions["claim.kind_evidence"].isChecked()
    assert actions["claim.flag_date"].isChecked()
    desk.select()
    assert not actions["claim.kind_evidence"].isChecked()


def test_tab_makes_a_reason_while_a_card_is_selected_and_walks_the_window_otherwise(desk: Desk) -> None:
    canvas = desk.window.panes.canvas
    desk.select("c30")
    desk.key(Qt.Key.Key_Tab)
    assert len(desk.claims) == 36
    desk.key(Qt.Key.Key_Escape)
    assert len(desk.claims) == 35
    desk.key(Qt.Key.Key_Escape)
    assert desk.selected == set()
    assert QApplication.focusWidget() is canvas
    desk.key(Qt.Key.Key_Tab)
    assert len(desk.claims) == 35
    assert QApplication.focusWidget() is not canvas


@pytest.mark.parametrize(
    ("key", "modifiers", "count"),
    [
        (Qt.Key.Key_Backtab, _SHIFT, 36),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 36),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 36),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, 36),
        (Qt.Key.Key_D, _CTRL, 36),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, 34),
        (Qt.Key.Key_X, _CTRL, 34),
    ],
)
def test_keys_add_and_remove_claims(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, count: int
) -> None:
    desk.select("c30")
    desk.key(key, modifiers)
    assert len(desk.claims) == count


def test_arrow_keys_walk_and_nudge(desk: Desk) -> None:
    editor = desk.window.document.editor
    (target,) = {relation.target for relation in editor.map.leaving(RecordId("c30"))}
    desk.select("c30")
    desk.key(Qt.Key.Key_Up)
    assert desk.selected == {target}
    desk.select("c30")
    desk.key(Qt.Key.Key_Up, _SHIFT)
    assert desk.selected == {"c30", target}
    desk.select("c30")
    before = desk.window.panes.canvas.boxes[RecordId("c30")]
    desk.key(Qt.Key.Key_Right, _ALT)
    desk.key(Qt.Key.Key_Down, _ALT | _SHIFT)
    after = desk.window.panes.canvas.boxes[RecordId("c30")]
    assert (after.x - before.x, after.y - before.y) == (4, 24)


def test_letters_are_text_while_text_is_typed(desk: Desk) -> None:
    desk.select("c30")
    desk.key(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not desk.window.panes.canvas
    QTest.keyClicks(field, " n q 1?")
    desk.key(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_Return)
    assert len(desk.claims) == 35
    assert desk.window.document.editor.map.claims[RecordId("c30")].text.endswith(" n q 1?")


def test_undo_while_typing_is_the_text_fields_own(desk: Desk) -> None:
    desk.select("c30")
    desk.trigger("claim.implicit")
    desk.key(Qt.Key.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), " more")
    desk.key(Qt.Key.Key_Z, _CTRL)
    claim = desk.window.document.editor.map.claims[RecordId("c30")]
    assert claim.implicit
    assert desk.window.panes.canvas.text.claim == "c30"


def test_copied_claims_are_on_the_clipboard_as_a_fragment_and_as_text(desk: Desk) -> None:
    desk.select("c30")
    desk.key(Qt.Key.Key_C, _CTRL)
    held = QGuiApplication.clipboard().mimeData()
    assert held.hasFormat(FRAGMENT)
    assert held.text().strip() == desk.window.document.editor.map.claims[RecordId("c30")].text
    desk.key(Qt.Key.Key_V, _CTRL)
    assert len(desk.claims) == 36
    assert desk.selected.isdisjoint({"c30"})


def test_pasted_lines_become_claims(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("One.\nTwo.")
    desk.key(Qt.Key.Key_V, _CTRL)
    claims = desk.window.document.editor.map.claims
    assert {claims[RecordId(key)].text for key in desk.selected} == {"One.", "Two."}


def test_the_context_menu_offers_what_can_be_done_here(desk: Desk) -> None:
    actions = desk.window.commands

    def offered() -> set[str]:
        menu = context_menu(actions.by_id, actions.context, desk.window.panes.canvas)
        return {action.objectName() for action in menu.actions() if action.objectName()}

    assert "insert.claim" in offered()
    assert "edit.delete" not in offered()
    desk.select("c30")
    assert {"insert.reason", "edit.text", "edit.delete"} <= offered()
    assert "relation.weak" not in offered()
    (relation,) = desk.window.document.editor.map.leaving(RecordId("c30"))
    desk.select(relation.id)
    assert {"insert.undercutter", "relation.weak", "relation.reverse"} <= offered()
    assert "edit.text" not in offered()


def test_the_context_menu_opens_by_key_and_by_right_click(desk: Desk, qtbot: QtBot) -> None:
    canvas = desk.window.panes.canvas
    desk.select("c30")
    desk.key(Qt.Key.Key_F10, _SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    place = canvas.element_rect("c30").center()
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "edit.delete" in {action.objectName() for action in menu.actions()}
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    assert not desk.window.findChildren(QMenu, "context_menu")


def test_recent_files_are_listed_and_opened(desk: Desk, tmp_path: Path) -> None:
    desk.answers.save = tmp_path / "a & b.argmap"
    desk.trigger("file.save_as")
    desk.trigger("file.new")
    (entry,) = (a for a in _menu(desk, "File").actions() if a.objectName() == "file.recent")
    recent = entry.menu()
    recent.aboutToShow.emit()
    (listed,) = recent.actions()
    assert listed.text() == "a && b.argmap"
    listed.trigger()
    assert desk.window.document.path == tmp_path / "a & b.argmap"
    assert len(desk.claims) == 35


def test_the_manual_opens_follows_links_and_is_gone_when_closed(desk: Desk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_F1)
    manual = desk.window.findChild(QWidget, "manual")
    assert manual is not None
    page = manual.findChild(QTextBrowser)
    assert page is not None
    for name in ("map", "text", "files", "keys", "about"):
        page.anchorClicked.emit(f"{name}.md")
        assert len(page.toPlainText()) > 200
    with qtbot.waitSignal(manual.destroyed):
        manual.close()
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.window.panes.canvas.setFocus()
    desk.key(Qt.Key.Key_Question, _SHIFT)
    assert desk.window.findChild(QWidget, "manual") is not None


def test_the_key_sheet_lists_every_command_with_keys(desk: Desk) -> None:
    desk.trigger("help.keys")
    manual = desk.window.findChild(QWidget, "manual")
    assert manual is not None
    page = manual.findChild(QTextBrowser)
    assert page is not None
    text = page.toPlainText()
    assert [row.title for row in TABLE if row.keys and row.title not in text] == []
    manual.close()


def test_a_click_on_a_tool_takes_it_in_hand(desk: Desk) -> None:
    desk.key(Qt.Key.Key_H)
    assert desk.window.panes.canvas.tool == "pan"
    assert desk.window.commands.by_id["view.pan_tool"].isChecked()
    assert not desk.window.commands.by_id["view.select_tool"].isChecked()
    desk.key(Qt.Key.Key_V)
    assert desk.window.commands.by_id["view.select_tool"].isChecked()
