"""From the text to the map in the real window: by keys, and by dragging a selected passage."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Source
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.canvas.text_editor import CardTextEditor
from argmap.ui.popup_menu import PopupMenu
from tests.ui.windows import Desk, OpenWindow

JOSTLED = RecordId("c25")
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEYS, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def desk(opened: OpenWindow) -> Desk:
    """The sample."""
    return opened(sample=True)


def select(desk: Desk, start: int, end: int) -> str:
    """Select a stretch of the text by its offsets, as a mouse would; its words."""
    text = desk.window.panes.source.text
    body = text.toPlainText()
    offsets = Utf16Offsets(body)
    cursor = QTextCursor(text.document())
    cursor.setPosition(offsets.to_utf16(start))
    cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    return body[start:end]


def carried(desk: Desk) -> QMimeData:
    """What a drag of the selection takes along."""
    return desk.window.panes.source.text.createMimeDataFromSelection()


def drag(
    desk: Desk, data: QMimeData, at: QPoint, *, keys: Qt.KeyboardModifier = NO_KEYS, lets_go: bool = True
) -> bool:
    """Carry it over the canvas to a place; whether the canvas would have it."""
    canvas = desk.window.panes.canvas
    enter = QDragEnterEvent(at, COPY, data, LEFT, keys)
    QApplication.sendEvent(canvas, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(canvas, QDragMoveEvent(at, COPY, data, LEFT, keys))
    if lets_go:
        QApplication.sendEvent(canvas, QDropEvent(QPointF(at), COPY, data, LEFT, keys))
    return True


def typed_into(desk: Desk) -> CardTextEditor:
    (field,) = (f for f in desk.window.panes.canvas.findChildren(CardTextEditor) if f.isVisible())
    return field


def middle(desk: Desk, claim: RecordId) -> QPoint:
    return desk.window.panes.canvas.element_rect(claim).center()


def test_tab_makes_a_reason_of_the_passage_and_its_words_are_typed_over(desk: Desk) -> None:
    words = select(desk, 3000, 3080)
    desk.select(JOSTLED)
    desk.key(Qt.Key.Key_Tab)
    field = typed_into(desk)
    assert field.hasFocus()
    assert field.textCursor().selectedText() == " ".join(words.split())
    (key,) = desk.selected
    assert desk.window.panes.source.selected_quote is None
    QTest.keyClicks(field, "Shorter.")
    desk.key(Qt.Key.Key_Return)
    map_ = desk.window.document.editor.map
    assert map_.claims[RecordId(key)].text == "Shorter."
    assert map_.leaving(RecordId(key))[0].target == JOSTLED
    assert map_.excerpts_of(RecordId(key))[0].exact == words.strip()
    desk.trigger("edit.undo")
    assert RecordId(key) not in desk.window.document.editor.map


def test_escape_keeps_the_words_of_the_passage(desk: Desk) -> None:
    words = select(desk, 3000, 3040)
    desk.key(Qt.Key.Key_N)
    desk.key(Qt.Key.Key_Escape)
    (key,) = desk.selected
    assert desk.window.document.editor.map.claims[RecordId(key)].text == " ".join(words.split())


def test_shift_and_tab_make_an_objection(desk: Desk) -> None:
    select(desk, 3000, 3040)
    desk.select(JOSTLED)
    desk.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    (key,) = desk.selected
    assert desk.window.document.editor.map.leaving(RecordId(key))[0].kind is RelationKind.ATTACK


def test_without_a_passage_tab_goes_on_as_everywhere(desk: Desk) -> None:
    before = desk.window.document.editor.map
    text = desk.window.panes.source.text
    text.setFocus()
    desk.select(JOSTLED)
    desk.key(Qt.Key.Key_Tab)
    assert not text.hasFocus()
    assert desk.window.document.editor.map is before


def test_a_passage_dragged_onto_a_card_becomes_a_reason_in_one_step(desk: Desk) -> None:
    before = desk.window.document.editor.map
    words = select(desk, 3000, 3080)
    assert drag(desk, carried(desk), middle(desk, JOSTLED))
    (key,) = desk.selected
    map_ = desk.window.document.editor.map
    (relation,) = map_.leaving(RecordId(key))
    assert (relation.target, relation.kind) == (JOSTLED, RelationKind.SUPPORT)
    assert map_.excerpts_of(RecordId(key))[0].exact == words.strip()
    assert typed_into(desk).textCursor().selectedText() == " ".join(words.split())
    desk.key(Qt.Key.Key_Return)
    desk.trigger("edit.undo")
    assert desk.window.document.editor.map == before


@pytest.mark.parametrize(("keys", "change"), [(ALT, "attack"), (CTRL, "attach")])
def test_keys_choose_what_it_becomes(desk: Desk, keys: Qt.KeyboardModifier, change: str) -> None:
    select(desk, 3000, 3080)
    held = len(desk.window.document.editor.map.excerpts_of(JOSTLED))
    drag(desk, carried(desk), middle(desk, JOSTLED), keys=keys)
    map_ = desk.window.document.editor.map
    if change == "attach":
        assert len(map_.excerpts_of(JOSTLED)) == held + 1
        assert desk.selected == {JOSTLED}
    else:
        (key,) = desk.selected
        assert map_.leaving(RecordId(key))[0].kind is RelationKind.ATTACK


def test_on_the_ground_it_becomes_a_claim_there(desk: Desk) -> None:
    select(desk, 3000, 3080)
    canvas = desk.window.panes.canvas
    place = QPoint(canvas.width() // 2, canvas.height() - 150)
    drag(desk, carried(desk), place)
    (key,) = desk.selected
    assert desk.window.document.editor.map.leaving(RecordId(key)) == ()


def test_the_map_stays_under_a_drag_that_comes_in_over_its_edge(desk: Desk, qtbot: QtBot) -> None:
    canvas = desk.window.panes.canvas
    select(desk, 3000, 3080)
    data, rest = carried(desk), canvas.camera.view
    at_edge, inside = QPoint(8, 300), QPoint(200, 300)
    drag(desk, data, at_edge, lets_go=False)
    for _ in range(5):
        QApplication.sendEvent(canvas, QDragMoveEvent(at_edge, COPY, data, LEFT, NO_KEYS))
    assert not canvas._pointer._edge.isActive()
    assert canvas.camera.view == rest
    for place in (inside, at_edge):
        QApplication.sendEvent(canvas, QDragMoveEvent(place, COPY, data, LEFT, NO_KEYS))
    qtbot.waitUntil(lambda: canvas.camera.view != rest)
    QApplication.sendEvent(canvas, QDragLeaveEvent())


def test_what_it_would_become_is_shown_until_it_leaves(desk: Desk, qtbot: QtBot) -> None:
    select(desk, 3000, 3080)
    canvas = desk.window.panes.canvas
    before = canvas.grab().toImage()
    drag(desk, carried(desk), middle(desk, JOSTLED), lets_go=False)
    assert canvas.grab().toImage() != before
    assert "reason" in desk.window.panes.status.centre_text
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert canvas.grab().toImage() == before
    assert desk.window.document.editor.history.last is None


def test_what_is_no_passage_of_this_map_is_not_taken(desk: Desk, opened: OpenWindow) -> None:
    other = QMimeData()
    other.setText("Words from elsewhere")
    assert not drag(desk, other, middle(desk, JOSTLED))
    select(desk, 3000, 3080)
    data = carried(desk)
    empty = opened(sample=True)
    empty.trigger("file.new")
    assert not drag(empty, data, QPoint(300, 300))
    assert desk.window.document.editor.history.last is None


def test_nor_is_one_that_reads_otherwise_there(desk: Desk, opened: OpenWindow) -> None:
    select(desk, 3000, 3080)
    data = carried(desk)
    other = opened(sample=True)
    (source,) = other.window.document.editor.map.sources.values()
    other.window.document.editor.edit("Edit", lambda t: t.update(Source, source.id, body="x" + source.body))
    assert not drag(other, data, middle(other, JOSTLED))


def test_a_map_that_is_only_looked_at_takes_no_passage(desk: Desk) -> None:
    select(desk, 3000, 3080)
    desk.window.document.editor.refusal = "This map is to be read only."
    drag(desk, carried(desk), middle(desk, JOSTLED))
    assert desk.window.document.editor.history.last is None
    assert "to be read only" in desk.window.panes.status.centre_text


def test_the_menu_of_the_text_offers_what_can_be_done_with_the_selection(desk: Desk) -> None:
    text = desk.window.panes.source.text
    desk.select(JOSTLED)
    words = select(desk, 3000, 3040)
    spot = text.viewport().rect().center()
    QApplication.sendEvent(
        text.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, text.viewport().mapToGlobal(spot)),
    )
    menu = text.findChild(PopupMenu, "text_menu")
    offered = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert offered[:4] == ["Copy", "Claim from the text", "Reason from the text", "Objection from the text"]
    assert "Keep the passage here" not in offered
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == words.strip()
    next(action for action in menu.actions() if action.text() == "Reason from the text").trigger()
    (key,) = desk.selected
    assert desk.window.document.editor.map.leaving(RecordId(key))[0].target == JOSTLED
    menu.close()


def test_a_copy_of_the_selection_is_its_words_alone(desk: Desk) -> None:
    words = select(desk, 3000, 3080)
    desk.window.panes.source.text.copy()
    assert QApplication.clipboard().text() == words.strip()
