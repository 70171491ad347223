"""A reader's afternoon with the essay's map, on the real window with real mouse and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.formats.native import read
from argmap.model.ids import RecordId
from argmap.model.records import NoteKind, RelationKind
from argmap.resources import resource
from tests.ui.mouse import Mouse
from tests.ui.windows import Desk, open_window

SOCIALISM = RecordId("c18")
MAY_1944 = RecordId("c30")
FROM_PRINCIPLE_TO_AIM = RecordId("s13")


def _type(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def _on_arrow(desk: Desk, relation: RecordId) -> QPointF:
    """A place on an arrow, away from what else stands on it."""
    canvas = desk.window.panes.canvas
    place = canvas.picture.routing.routes[relation].point_at(0.15)
    return QPointF(*canvas.camera.view.to_view(place))


def _middle(desk: Desk, claim: RecordId) -> QPointF:
    return desk.window.panes.canvas.element_rect(claim).center().toPointF()


def _drag_down(desk: Desk, mouse: Mouse) -> None:
    """Drag “Socialism in One Country” 200 px down, at 100 %."""
    start = _middle(desk, SOCIALISM)
    before = desk.window.document.editor.map.placement(SOCIALISM)
    mouse.drag(start, start + QPointF(0, 200), steps=12, keys=Qt.KeyboardModifier.AltModifier)
    after = desk.window.document.editor.map.placement(SOCIALISM)
    assert before is not None
    assert after is not None
    assert (after.x, after.y) == (before.x, before.y + 200)


def _reword(desk: Desk, mouse: Mouse) -> None:
    mouse.double_click(_middle(desk, SOCIALISM))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _type("He chose to build socialism at home first.")
    desk.key(Qt.Key.Key_Return)
    map_ = desk.window.document.editor.map
    assert map_.claims[SOCIALISM].text == "He chose to build socialism at home first."


def _object_to_the_step(desk: Desk, mouse: Mouse) -> None:
    """Select the relation from it and object: an undercutter, typed at once."""
    mouse.click(_on_arrow(desk, FROM_PRINCIPLE_TO_AIM))
    assert desk.selected == {FROM_PRINCIPLE_TO_AIM}
    desk.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    _type("A tactic is not yet an aim.")
    desk.key(Qt.Key.Key_Return)
    map_ = desk.window.document.editor.map
    (undercut,) = [r for r in map_.arriving(FROM_PRINCIPLE_TO_AIM) if r.id != "x2"]
    assert undercut.kind is RelationKind.ATTACK
    assert map_.claims[undercut.premises[0]].text == "A tactic is not yet an aim."


def _write_a_note(desk: Desk, mouse: Mouse) -> None:
    window = desk.window
    window.panes.canvas.reveal([MAY_1944])
    mouse.click(_middle(desk, MAY_1944))
    assert desk.selected == {MAY_1944}
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    _type("Overlord began on **6 June**.")
    window.panes.canvas.setFocus()
    notes = window.document.editor.map.notes_of(MAY_1944)
    bodies = [note.body for note in notes if note.kind is NoteKind.NOTE]
    assert "Overlord began on **6 June**." in bodies


def test_a_reader_argues_with_the_essay_and_finds_everything_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_window(tmp_path, sample=True)
    qtbot.addWidget(desk.window)
    canvas, editor = desk.window.panes.canvas, desk.window.document.editor
    canvas.set_zoom(1.0)
    canvas.reveal([SOCIALISM])
    qtbot.waitUntil(lambda: not canvas.camera.is_gliding)
    mouse = Mouse(canvas)

    _drag_down(desk, mouse)
    _reword(desk, mouse)
    _object_to_the_step(desk, mouse)
    qtbot.waitUntil(lambda: not canvas.camera.is_gliding)
    _write_a_note(desk, mouse)

    finished = editor.map
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.map.notes) == len(finished.notes) - 1
    assert len(editor.map.claims) == len(finished.claims) - 1
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.key(Qt.Key.Key_Z, both)
    desk.key(Qt.Key.Key_Z, both)
    assert editor.map == finished

    desk.answers.save = tmp_path / "mine.argmap"
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read(desk.answers.save.read_bytes()) == finished
    desk.answers.leave = Unsaved.CANCEL
    assert desk.window.close()
    assert desk.answers.asked == ["save Stalin’s goals.argmap"]

    again = open_window(tmp_path, file=desk.answers.save)
    qtbot.addWidget(again.window)
    assert again.window.document.editor.map == finished


def test_what_is_done_to_the_sample_is_done_to_a_copy(qtbot: QtBot, tmp_path: Path) -> None:
    shipped = resource("examples", "stalins-goals.argmap").read_bytes()
    desk = open_window(tmp_path, sample=True)
    qtbot.addWidget(desk.window)
    desk.select(SOCIALISM)
    desk.trigger("edit.delete")
    desk.answers.save = tmp_path / "copy.argmap"
    desk.trigger("file.save")
    assert SOCIALISM not in read(desk.answers.save.read_bytes()).claims
    assert resource("examples", "stalins-goals.argmap").read_bytes() == shipped
