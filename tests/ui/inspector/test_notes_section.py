"""Writing, editing, resolving and deleting notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.editor.editor import Editor
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Note, NoteKind, Standing
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.inspector.note_row import NoteRow
from argmap.ui.inspector.notes_section import NotesSection
from tests.builders import editor_of, furnished
from tests.ui.inspector.conftest import NOW

Select = Callable[..., None]
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def section(inspector: Inspector, title: str) -> NotesSection:
    return inspector.claim_page.notes[title]


def rows(inspector: Inspector, title: str) -> list[NoteRow]:
    return list(section(inspector, title).rows.rows.values())


def bodies(editor: Editor, element: str, kind: NoteKind) -> list[str]:
    return [note.body for note in editor.map.notes_of(RecordId(element)) if note.kind is kind]


def write(inspector: Inspector, words: str) -> None:
    """Type into the field that has the focus and keep it."""
    field = QApplication.focusWidget()
    assert field is not None
    assert inspector.isAncestorOf(field)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)


def test_a_comment_is_written_by_the_analyst_now(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    QTest.mouseClick(section(inspector, "Comments").section.add, LEFT)
    write(inspector, "Says *who*?")
    (note,) = [n for n in editor.map.notes_of(RecordId("c30")) if n.body == "Says *who*?"]
    assert note.kind is NoteKind.COMMENT
    assert note.time == NOW
    assert note.author is not None
    assert editor.map.participants[note.author].standing is Standing.ANALYST
    assert editor.history.done[-1].label == "Add comment"
    assert len(editor.history.done) == 1
    row = rows(inspector, "Comments")[-1]
    assert row.words.text() == "Says who?"
    assert row.head.text() == "Analyst Today"
    assert section(inspector, "Comments").draft is None


def test_a_map_without_an_analyst_gets_one_in_the_same_step(inspector: Inspector) -> None:
    editor = editor_of(ArgumentMap([Claim(id=RecordId("c"), text="c")]))
    inspector.set_editor(editor)
    inspector.begin_note("c", NoteKind.NOTE)
    write(inspector, "First")
    assert len(editor.map.participants) == 1
    editor.undo()
    assert not editor.map.participants
    assert not editor.map.notes


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("note", "Notes"),
        ("question", "Notes"),
        ("fact-check", "Notes"),
        ("source", "Sources"),
        ("comment", "Comments"),
    ],
)
def test_a_note_of_every_kind_begins_with_the_cursor_in_it(
    inspector: Inspector, editor: Editor, kind: str, title: str
) -> None:
    inspector.begin_note("c05", kind)
    assert editor.selection == {"c05"}
    draft = section(inspector, title).draft
    assert draft is not None
    assert draft.field.hasFocus()
    write(inspector, "Words")
    assert bodies(editor, "c05", NoteKind(kind))[-1] == "Words"


def test_a_note_begins_on_a_relation_too(inspector: Inspector, editor: Editor) -> None:
    relation = next(iter(editor.map.relations))
    inspector.begin_note(relation, "note")
    assert inspector.relation_page.isVisible()
    write(inspector, "Why this follows")
    assert bodies(editor, relation, NoteKind.NOTE)[-1] == "Why this follows"


def test_esc_throws_a_new_note_away(inspector: Inspector, editor: Editor) -> None:
    inspector.begin_note("c05", "note")
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Not kept")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert section(inspector, "Notes").draft is None
    assert editor.history.done == ()


def test_leaving_an_empty_new_note_leaves_nothing(inspector: Inspector, editor: Editor) -> None:
    inspector.begin_note("c05", "note")
    inspector.claim_page.text.field.setFocus()
    assert section(inspector, "Notes").draft is None
    assert editor.history.done == ()


def test_a_new_note_is_kept_when_the_selection_moves_on(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    inspector.begin_note("c05", "note")
    QTest.keyClicks(QApplication.focusWidget(), "Kept")
    select("c14")
    assert "Kept" in bodies(editor, "c05", NoteKind.NOTE)
    assert section(inspector, "Notes").draft is None


def test_a_click_on_a_note_edits_its_markdown(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = rows(inspector, "Comments")[0]
    QTest.mouseClick(row.words, LEFT, pos=QPoint(10, 9))
    assert row.field.hasFocus()
    assert row.field.toPlainText() == editor.map.notes[row.note].body
    row.field.selectAll()
    QTest.keyClicks(row.field, "Other **words**")
    inspector.claim_page.text.field.setFocus()
    assert editor.map.notes[row.note].body == "Other **words**"
    assert row.words.text() == "Other words"
    assert row.words.isVisible()
    assert [entry.label for entry in editor.history.done] == ["Edit comment"]
    editor.undo()
    assert row.words.text() != "Other words"


def test_ctrl_return_keeps_a_note_and_shows_it(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = rows(inspector, "Comments")[0]
    row.begin_editing()
    QTest.keyClicks(row.field, " And more.")
    QTest.keyClick(row.field, Qt.Key.Key_Return, CONTROL)
    assert editor.map.notes[row.note].body.endswith(" And more.")
    assert not row.field.isVisible()
    assert row.words.isVisible()
    assert row.words.text().endswith(" And more.")


def test_what_was_noted_at_a_passage_is_among_the_notes_of_its_claim(inspector: Inspector) -> None:
    editor = editor_of(furnished())
    inspector.set_editor(editor)
    editor.select([RecordId("reason")])
    words = [row.words.text() for row in rows(inspector, "Notes")]
    assert words == ["Of reason.", "Of on-reason."]


def test_esc_leaves_a_note_as_it_was(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = rows(inspector, "Comments")[0]
    row.begin_editing()
    QTest.keyClicks(row.field, "x")
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.words.isVisible()
    assert not row.field.isVisible()
    assert editor.history.done == ()


def test_a_note_emptied_is_deleted(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = rows(inspector, "Comments")[0]
    key = row.note
    row.begin_editing()
    row.field.selectAll()
    QTest.keyClick(row.field, Qt.Key.Key_Delete)
    QTest.keyClick(row.field, Qt.Key.Key_Return, CONTROL)
    assert key not in editor.map.notes
    assert editor.history.done[-1].label == "Delete comment"


def test_a_comment_is_resolved_and_opened_again(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    row = rows(inspector, "Comments")[0]
    QTest.mouseMove(row, QPoint(30, 10))
    QTest.mouseClick(row.resolve, LEFT)
    assert editor.map.notes[row.note].resolved
    assert row.head.text().endswith("resolved")
    QTest.mouseClick(row.resolve, LEFT)
    assert not editor.map.notes[row.note].resolved


def test_a_note_is_deleted_and_comes_back(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    count = len(rows(inspector, "Sources"))
    row = rows(inspector, "Sources")[0]
    QTest.mouseMove(row, QPoint(30, 10))
    QTest.mouseClick(row.delete, LEFT)
    assert len(rows(inspector, "Sources")) == count - 1
    assert section(inspector, "Sources").section.head.count == str(count - 1)
    editor.undo()
    assert len(rows(inspector, "Sources")) == count


def test_deleting_one_note_while_another_is_edited_does_both(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    first, second = rows(inspector, "Sources")[:2]
    first.begin_editing()
    QTest.keyClicks(first.field, " more")
    QTest.mouseMove(second, QPoint(30, 10))
    QTest.mouseClick(second.delete, LEFT)
    assert second.note not in editor.map.notes
    assert first.field.hasFocus()
    inspector.claim_page.text.field.setFocus()
    assert editor.map.notes[first.note].body.endswith(" more")


def test_an_empty_section_is_one_line_and_a_full_one_folds(inspector: Inspector, select: Select) -> None:
    select("c14")
    assert not section(inspector, "Sources").section.content.isVisible()
    comments = section(inspector, "Comments").section
    assert comments.content.isVisible()
    QTest.mouseClick(comments.head, LEFT, pos=QPoint(10, 10))
    assert not comments.content.isVisible()


def test_a_section_is_found_by_name(inspector: Inspector, select: Select) -> None:
    select("c30")
    section(inspector, "Sources").section.head.setChecked(False)
    inspector.focus_section("sources")
    assert section(inspector, "Sources").section.head.hasFocus()
    assert section(inspector, "Sources").section.content.isVisible()


def with_note(editor: Editor, body: str) -> None:
    transaction = editor.transaction()
    note = Note(id=RecordId("zz"), element=RecordId("c05"), kind=NoteKind.COMMENT, body=body)
    transaction.put(note)
    editor.commit("Add comment", transaction)


@pytest.mark.parametrize(
    ("target", "opens"),
    [
        ("https://example.org/a", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
    ],
)
def test_only_web_and_mail_links_are_told(
    inspector: Inspector, editor: Editor, select: Select, target: str, opens: bool
) -> None:
    with_note(editor, f"[link]({target})")
    select("c05")
    told: list[str] = []
    inspector.link_activated.connect(told.append)
    row = rows(inspector, "Comments")[-1]
    QTest.mouseClick(row.words, LEFT, pos=QPoint(5, 9))
    assert told == ([target] if opens else [])


def test_html_is_shown_as_it_is_written(inspector: Inspector, editor: Editor, select: Select) -> None:
    with_note(editor, "a <b>bold</b> <img src='file:///x.png'>")
    select("c05")
    assert "<b>bold</b>" in rows(inspector, "Comments")[-1].words.text()
