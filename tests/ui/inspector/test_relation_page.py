"""The page of a relation."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Strength
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.inspector.relation_page import RelationFields
from tests.builders import editor_of, sketch

LEFT = Qt.MouseButton.LeftButton
STEP = RecordId("reason->thesis")


def fields_on(inspector: Inspector, text: str, relation: str) -> tuple[Editor, RelationFields]:
    editor = editor_of(sketch(text))
    inspector.set_editor(editor)
    inspector.elements_chosen.connect(editor.select)
    editor.select([RecordId(relation)])
    assert inspector.relation_page.isVisible()
    return editor, inspector.relation_page.fields


def test_the_kind_is_turned_by_one_step(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    assert fields.title.text() == "Supports"
    QTest.mouseClick(fields.kind.findChildren(QAbstractButton)[1], LEFT)
    assert editor.map.relations[STEP].kind is RelationKind.ATTACK
    assert fields.title.text() == "Attacks"
    editor.undo()
    assert fields.title.text() == "Supports"
    assert fields.kind.findChildren(QAbstractButton)[0].isChecked()


def test_a_step_to_a_question_answers_it(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "question? <- thesis", "thesis->question")
    assert fields.title.text() == "Answers"
    assert fields.kind.findChildren(QAbstractButton)[0].text() == "Answers"
    QTest.mouseClick(fields.kind.findChildren(QAbstractButton)[1], LEFT)
    QTest.mouseClick(fields.kind.findChildren(QAbstractButton)[0], LEFT)
    assert editor.map.relations[RecordId("thesis->question")].kind is RelationKind.ANSWER


def test_the_strength_is_set(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    QTest.mouseClick(fields.strength.choice.findChildren(QAbstractButton)[0], LEFT)
    assert editor.map.relations[STEP].strength is Strength.WEAK
    editor.undo()
    assert fields.strength.choice.findChildren(QAbstractButton)[1].isChecked()


def test_the_reading_is_typed(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    fields.reading.setFocus()
    QTest.keyClicks(fields.reading, "cause")
    QTest.keyClick(fields.reading, Qt.Key.Key_Return)
    assert editor.map.relations[STEP].reading == "cause"
    assert editor.history.done[-1].label == "Set reading"


def test_reverse_turns_it_round(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    QTest.mouseClick(fields.reverse, LEFT)
    assert editor.map.relations[STEP].premises == ("thesis",)
    assert editor.map.relations[STEP].target == "reason"
    assert list(fields.target.rows.rows) == ["reason"]


def test_a_refusal_is_told_and_the_page_shows_what_is(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <x- reason; reason <- thesis", "reason-x>thesis")
    problems: list[str] = []
    inspector.problem.connect(problems.append)
    QTest.mouseClick(fields.kind.findChildren(QAbstractButton)[0], LEFT)
    assert len(problems) == 1
    assert fields.kind.findChildren(QAbstractButton)[1].isChecked()
    assert editor.history.done == ()


def test_linked_premises_are_unlinked(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- one + two", "one+two->thesis")
    assert not fields.reverse.isVisible()
    assert list(fields.premises.rows.rows) == ["one", "two"]
    QTest.mouseClick(fields.unlink, LEFT)
    assert len(editor.map.relations) == 2
    assert list(fields.premises.rows.rows) == ["one"]
    assert not fields.unlink.isVisible()


def test_a_click_on_an_end_goes_there(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    QTest.mouseClick(fields.target.rows.rows[RecordId("thesis")], LEFT, pos=QPoint(5, 9))
    assert editor.selection == {"thesis"}


def test_undercutters_are_listed(inspector: Inspector) -> None:
    text = "thesis <- reason; (reason->thesis) <x- doubt; (reason->thesis) <- warrant"
    _, fields = fields_on(inspector, text, STEP)
    bearing = inspector.relation_page.bearing
    assert fields.isVisible()
    assert list(bearing.undercutters.rows.rows) == ["doubt"]
    assert list(bearing.warrants.rows.rows) == ["warrant"]


def test_delete_removes_it_and_shows_the_map(inspector: Inspector) -> None:
    editor, fields = fields_on(inspector, "thesis <- reason", STEP)
    QTest.mouseClick(fields.delete, LEFT)
    assert not editor.map.relations
    assert inspector.map_page.isVisible()
    editor.undo()
    assert inspector.relation_page.isVisible()
