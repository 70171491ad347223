"""Typing into a card: a field over its text, in the same type, that the card grows with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.model.ids import RecordId
from argmap.model.limits import LONGEST_TEXT
from argmap.model.records import ClaimKind
from argmap.ui.canvas.card_size import claim_area
from argmap.ui.look import Look
from argmap.ui.theme import DARK
from tests.builders import sample, sketch
from tests.ui.canvas.table import LayTable, Table, differing
from tests.ui.mouse import CTRL, RIGHT

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
NO_KEYS, WITH_SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
REASON = RecordId("reason")

LONG = "Stalin wanted to extend the Soviet sphere as far to the west as the Western powers let him"


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection."""
    table = lay(sketch("thesis <- reason; thesis <x- objection"))
    table.canvas.camera.scroll(-200, -150)
    return table


def edit(table: Table, claim: str = "reason") -> None:
    table.canvas.edit_claim(RecordId(claim))


def text_of(table: Table, claim: str = "reason") -> str:
    return table.map.claims[RecordId(claim)].text


def put(table: Table, text: str) -> None:
    """Have the field hold a text, as if it had been pasted over what it held."""
    field = table.field
    assert field is not None
    field.selectAll()
    field.insertPlainText(text)


# Leaving the field


def test_enter_keeps_the_text_as_one_step_and_gives_the_focus_back(table: Table) -> None:
    edit(table)
    table.type(" and more")
    table.key(ENTER)
    assert text_of(table) == "reason and more"
    assert table.steps == ["Reword claim"]
    assert table.selected == {"reason"}
    assert table.field is None
    assert table.canvas.hasFocus()
    table.editor.undo()
    assert text_of(table) == "reason"


def test_escape_restores_text_and_picture(table: Table) -> None:
    table.select("reason")
    map_, before = table.map, table.on_screen()
    edit(table)
    put(table, LONG)
    assert differing(before, table.on_screen()) is not None
    table.key(ESCAPE)
    assert table.map == map_
    assert table.steps == []
    assert table.canvas.hasFocus()
    assert differing(before, table.on_screen()) is None


def test_what_was_not_changed_makes_no_step(table: Table) -> None:
    edit(table)
    table.type("x")
    table.key(Qt.Key.Key_Backspace)
    table.key(ENTER)
    assert table.steps == []


def test_an_old_claim_left_empty_keeps_its_text(table: Table) -> None:
    edit(table)
    put(table, "")
    table.key(ENTER)
    assert text_of(table) == "reason"
    assert table.steps == []


def test_shift_and_enter_break_the_line(table: Table) -> None:
    edit(table)
    table.key(ENTER, WITH_SHIFT)
    table.type("more")
    table.key(ENTER)
    assert text_of(table) == "reason\nmore"


@pytest.mark.parametrize(
    ("key", "keys", "command"),
    [(TAB, NO_KEYS, "insert.reason"), (Qt.Key.Key_Backtab, WITH_SHIFT, "insert.objection")],
)
def test_tab_keeps_and_goes_on(table: Table, key: Qt.Key, keys: Qt.KeyboardModifier, command: str) -> None:
    edit(table)
    table.type("s")
    table.key(key, keys)
    assert text_of(table) == "reasons"
    assert table.asked == [("command", command)]
    assert table.field is None


def test_leaving_the_field_keeps_the_text(table: Table) -> None:
    edit(table)
    table.type("s")
    table.canvas.setFocus()
    assert text_of(table) == "reasons"
    assert table.field is None


def test_a_menu_over_the_field_does_not_end_it(table: Table) -> None:
    edit(table)
    table.type("s")
    field = table.field
    assert field is not None
    menu = field.createStandardContextMenu()
    menu.popup(field.mapToGlobal(field.rect().center()))
    assert table.field is field
    menu.close()
    menu.deleteLater()
    table.key(ENTER)
    assert text_of(table) == "reasons"


def test_editing_another_claim_keeps_the_first(table: Table) -> None:
    edit(table)
    table.type("s")
    edit(table, "objection")
    assert text_of(table) == "reasons"
    assert table.canvas.text.claim == "objection"


def test_no_more_is_taken_than_can_be_kept_and_that_is_told(table: Table) -> None:
    edit(table)
    field = table.field
    assert field is not None
    table.type(" and ")
    QApplication.clipboard().setText("👩" * LONGEST_TEXT)
    field.paste()
    full = "reason and " + "👩" * (LONGEST_TEXT - 11)
    assert field.toPlainText() == full
    assert "100,000 characters at most" in str(table.asked.pop())
    table.type("x")
    assert "100,000 characters at most" in str(table.asked.pop())
    assert field.toPlainText() == full
    table.key(Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "reason"
    table.type(" more")
    table.key(ENTER)
    assert text_of(table) == "reason more"
    assert table.asked == []


def test_a_selection_makes_room_in_a_full_field(table: Table) -> None:
    edit(table)
    put(table, "a" * LONGEST_TEXT)
    assert table.field is not None
    table.field.moveCursor(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    table.type("b")
    table.key(ENTER)
    assert text_of(table) == "b"


def test_a_text_that_the_rules_refuse_stays_in_the_field(table: Table) -> None:
    edit(table)
    table.type("s")
    table.editor.refusal = "This map is to be read only."
    table.key(ENTER)
    assert table.field is not None
    assert table.field.toPlainText() == "reasons"
    assert "to be read only" in str(table.asked[-1])
    table.editor.refusal = ""
    table.key(ENTER)
    assert table.field is None
    assert text_of(table) == "reasons"


def test_spaces_round_the_text_are_dropped(table: Table) -> None:
    edit(table)
    put(table, "  so it is \n")
    table.key(ENTER)
    assert text_of(table) == "so it is"


def test_undo_in_the_field_is_the_fields_own(table: Table) -> None:
    edit(table, "objection")
    table.type("s")
    table.key(ENTER)
    edit(table)
    table.type(" abc")
    table.key(Qt.Key.Key_Z, CTRL)
    field = table.field
    assert field is not None
    assert field.toPlainText() != "reason abc"
    table.key(Qt.Key.Key_Z, CTRL)
    table.key(Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "reason"
    assert text_of(table, "objection") == "objections"
    assert table.field is field


@pytest.mark.parametrize("zoom", [1.0, 1.6])
def test_undo_before_anything_is_typed_changes_nothing(table: Table, zoom: float) -> None:
    table.look_at("reason", zoom)
    edit(table)
    before = table.on_screen()
    table.key(Qt.Key.Key_Z, CTRL)
    assert table.field is not None
    assert table.field.toPlainText() == "reason"
    table.field.moveCursor(QTextCursor.MoveOperation.End)
    assert differing(table.on_screen(), before) is None


# Fresh claims


def _make(table: Table) -> RecordId:
    table.mouse.double_click((620, 420))
    claim = table.canvas.text.claim
    assert claim is not None
    return claim


@pytest.mark.parametrize("key", [ENTER, ESCAPE])
def test_a_fresh_claim_left_empty_is_taken_back_without_a_step(table: Table, key: Qt.Key) -> None:
    map_, before = table.map, table.on_screen()
    claim = _make(table)
    assert claim in table.map.claims
    table.key(key)
    assert table.map == map_
    assert table.steps == []
    assert table.editor.history.next is None
    assert table.field is None
    table.mouse.move((5, 5))
    assert differing(before, table.on_screen()) is None


def test_a_fresh_claim_that_the_pointer_leaves_empty_is_taken_back(table: Table) -> None:
    map_ = table.map
    _make(table)
    table.mouse.click(table.on("reason"))
    assert table.map == map_
    assert table.selected == {"reason"}


def test_typing_into_a_fresh_claim_is_one_step_with_its_making(table: Table) -> None:
    map_ = table.map
    claim = _make(table)
    table.type("new")
    table.key(ENTER)
    assert text_of(table, claim) == "new"
    assert table.steps == ["Add claim"]
    table.editor.undo()
    assert table.map == map_
    table.editor.redo()
    assert text_of(table, claim) == "new"


def test_escape_takes_a_fresh_claim_back_with_what_was_typed(table: Table) -> None:
    map_ = table.map
    _make(table)
    table.type("new")
    table.key(ESCAPE)
    assert table.map == map_
    assert table.steps == []


def test_tab_in_an_empty_fresh_claim_adds_nothing_below_it(table: Table) -> None:
    map_ = table.map
    _make(table)
    table.key(TAB)
    assert table.map == map_
    assert table.asked == []


# While typing


def test_the_card_grows_with_the_text_and_the_map_stays(table: Table) -> None:
    map_, low = table.map, table.canvas.element_rect("reason")
    edit(table)
    heights = []
    for word in LONG.split():
        table.type(f" {word}")
        heights.append(table.canvas.element_rect("reason").height())
    assert heights == sorted(heights)
    assert heights[-1] > low.height() + 40
    assert table.map is map_
    field = table.field
    assert field is not None
    assert table.canvas.element_rect("reason").contains(field.geometry().adjusted(0, 2, -2, -2))
    put(table, "x")
    assert table.canvas.element_rect("reason").height() == low.height()


def test_nobody_is_told_of_typing(table: Table) -> None:
    updates: list[object] = []
    table.editor.subscribe(updates.append)
    edit(table)
    updates.clear()
    table.type("abc")
    assert updates == []


def test_a_small_scale_is_left_before_typing(table: Table) -> None:
    table.canvas.fit(at_once=True)
    table.canvas.camera.set_zoom(0.3, time=0)
    edit(table)
    assert table.view.zoom >= 0.8
    assert table.canvas.rect().contains(table.canvas.element_rect("reason"))
    assert table.field is not None


def test_a_card_out_of_view_is_brought_there(table: Table) -> None:
    table.canvas.camera.scroll(5000, 0)
    edit(table)
    assert table.canvas.rect().contains(table.canvas.camera.goal.rect_to_view(table.box("reason")).toRect())


def test_zooming_out_until_it_cannot_be_read_keeps_the_text(table: Table) -> None:
    edit(table)
    table.type("s")
    for _ in range(3):
        table.mouse.wheel((400, 300), -1, keys=CTRL)
    assert text_of(table) == "reasons"
    assert table.field is None


def test_a_claim_that_goes_takes_its_field_along(table: Table) -> None:
    edit(table)
    table.type("s")
    transaction = table.editor.transaction()
    transaction.remove(REASON)
    table.editor.commit("Delete", transaction)
    assert table.field is None
    assert table.canvas.text.claim is None
    assert table.steps == ["Delete"]


def test_the_field_takes_the_colours_of_a_new_theme(table: Table) -> None:
    edit(table)
    table.type("s")
    table.canvas.set_look(Look(DARK, table.look.icons, table.look.shaper))
    field = table.field
    assert field is not None
    assert field.toPlainText() == "reasons"
    assert field.palette().text().color() == DARK.ink1
    table.key(ENTER)
    assert text_of(table) == "reasons"


def test_the_rest_of_the_card_is_painted_round_the_field(lay: LayTable) -> None:
    table = lay(sample(), width=1200, height=800)
    table.look_at("c30")
    table.select("c30")
    face, box = table.canvas.picture.faces[RecordId("c30")], table.box("c30")
    area = table.view.rect_to_view(claim_area(face, table.look.shaper, box=box)).toRect()
    card = table.canvas.element_rect("c30")
    foot = QRect(card.left() + 8, area.bottom() + 4, card.width() - 16, card.bottom() - area.bottom() - 16)
    head = QRect(card.left() + 8, card.top() + 4, card.width() - 16, area.top() - card.top() - 6)
    before = table.picture()
    edit(table, "c30")
    after = table.picture()
    for part in (head, foot):
        assert differing(before.copy(part), after.copy(part)) is None


def test_a_claim_longer_than_its_card_can_be_read_to_its_end(table: Table) -> None:
    edit(table)
    put(table, "\n".join(f"line {number}" for number in range(20)))
    field = table.field
    assert field is not None
    assert field.viewport().rect().contains(field.cursorRect().center())
    box = table.canvas.element_rect("reason")
    assert field.geometry().bottom() <= box.bottom() + 1


def test_words_come_from_an_input_method(table: Table) -> None:
    edit(table)
    put(table, "")
    commit = QInputMethodEvent()
    commit.setCommitString("目标")
    QApplication.sendEvent(table.field, commit)
    table.key(ENTER)
    assert text_of(table) == "目标"


def test_formatted_text_is_pasted_plain(table: Table) -> None:
    from PySide6.QtCore import QMimeData

    edit(table)
    put(table, "")
    data = QMimeData()
    data.setHtml("<h1>Big</h1><img src='x.png'>")
    data.setText("Big")
    QApplication.clipboard().setMimeData(data)
    table.key(Qt.Key.Key_V, CTRL)
    table.key(ENTER)
    assert text_of(table) == "Big"


def test_a_right_click_outside_keeps_the_text(table: Table) -> None:
    edit(table)
    table.type("s")
    table.mouse.click(table.on("objection"), button=RIGHT)
    assert text_of(table) == "reasons"
    assert table.selected == {"objection"}


def test_typing_goes_on_in_a_question(lay: LayTable) -> None:
    table = lay(sketch("ask?"))
    table.look_at("ask")
    assert table.map.claims[RecordId("ask")].kind is ClaimKind.QUESTION
    edit(table, "ask")
    table.type(" me another")
    table.key(ENTER)
    assert text_of(table, "ask") == "ask me another"


def test_the_field_is_gone_for_good_once_it_is_left(table: Table, qtbot: QtBot) -> None:
    edit(table)
    field = table.field
    assert field is not None
    with qtbot.waitSignal(field.destroyed):
        table.key(ENTER)
