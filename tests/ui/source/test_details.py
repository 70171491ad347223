"""The details of a text: shown, edited in place, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.edits.sources import add_source, remove_source
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import PageStart, Source
from argmap.ui.look import Look
from argmap.ui.source.details import SourceDetails, origin_words
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.source_view import SourceView
from tests.builders import editor_of, with_fields

ONE, TWO = RecordId("one"), RecordId("two")
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXTS = ArgumentMap(
    [
        Source(
            id=ONE,
            title="On engines",
            author="Ada Lovelace",
            date="1843",
            citation="Ada Lovelace, *On Engines*",
            file="engines.pdf",
            pages=(PageStart(start=0, label="xi"), PageStart(start=20, label="1")),
            body="The engine weaves.\nIt has no pretensions.",
        ),
        Source(id=TWO, title="Some letter", body="Dear Mr. Babbage."),
    ]
)


@pytest.fixture
def editor() -> Editor:
    """An editor on a map with two texts."""
    return editor_of(TEXTS)


@pytest.fixture
def details(view: SourceView) -> SourceDetails:
    """The details, open."""
    view.activateWindow()
    view.describe(True)
    return view.details


def words(details: SourceDetails) -> dict[str, str]:
    return {name: field.toPlainText() for name, field in details.fields.items()}


def type_over(details: SourceDetails, name: str, typed: str) -> None:
    field = details.fields[name]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)


def source(editor: Editor, key: RecordId = ONE) -> Source:
    return editor.map.sources[key]


def test_they_say_what_is_known_of_the_text(details: SourceDetails, view: SourceView) -> None:
    assert words(details) == {
        "title": "On engines",
        "author": "Ada Lovelace",
        "date": "1843",
        "citation": "Ada Lovelace, *On Engines*",
    }
    assert details.origin.text() == "From engines.pdf · 2 pages · pp. xi–1"
    view.show_source(TWO)
    assert words(details) == {"title": "Some letter", "author": "", "date": "", "citation": ""}
    assert not details.origin.isVisible()


def test_they_open_ready_to_be_typed_into_and_close_again(view: SourceView) -> None:
    view.activateWindow()
    button = view.findChild(SourceHeader).about
    assert not view.details.isVisible()
    view.describe(True)
    assert view.details.isVisible()
    assert button.isChecked()
    assert QApplication.focusWidget() is view.details.fields["title"]
    view.describe(False)
    assert not view.details.isVisible()
    assert not button.isChecked()
    assert QApplication.focusWidget() is view.text


def test_the_button_asks_for_the_command_and_is_on_when_that_says_so(view: SourceView, qtbot: QtBot) -> None:
    button = view.findChild(SourceHeader).about
    with qtbot.waitSignal(view.command) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["source.describe"]
    assert not button.isChecked()


@pytest.mark.parametrize("name", ["title", "author", "date", "citation"])
def test_leaving_a_field_commits_one_step(
    details: SourceDetails, editor: Editor, view: SourceView, name: str
) -> None:
    type_over(details, name, "  Zebra  stripes ")
    assert editor.history.last is None
    view.text.setFocus()
    assert getattr(source(editor), name) == "Zebra stripes"
    assert [step.label for step in editor.history.done] == ["Describe text"]
    assert details.fields[name].toPlainText() == "Zebra stripes"
    editor.undo()
    assert editor.map == TEXTS
    assert words(details)[name] == getattr(source(editor), name)


def test_return_commits_and_puts_in_no_line(details: SourceDetails, editor: Editor) -> None:
    type_over(details, "citation", "Zebra")
    QTest.keyClick(details.fields["citation"], Qt.Key.Key_Return)
    assert source(editor).citation == "Zebra"
    assert words(details)["citation"] == "Zebra"


def test_tab_leads_into_a_field_with_its_words_selected_to_be_typed_over(
    details: SourceDetails, editor: Editor
) -> None:
    title = details.fields["title"]
    QTest.keyClick(title, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Mary")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert source(editor).author == "Mary"


@pytest.mark.parametrize("sign", ["\u00a0", "\u2028", "\ufdd0"])
def test_signs_that_qt_reads_otherwise_are_nothing_typed(view: SourceView, sign: str) -> None:
    map_ = with_fields(TEXTS, ONE, title=f"On{sign}engines", citation=f"*On{sign}engines*")
    editor = editor_of(map_)
    view.set_editor(editor)
    view.describe(True)
    assert view.steps() == []
    assert view.commit_pending()
    assert editor.map is map_


def test_a_field_with_nothing_to_undo_leaves_the_key_to_the_map(details: SourceDetails) -> None:
    field = details.fields["title"]

    def is_taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert not is_taken()
    QTest.keyClicks(field, "x")
    assert is_taken()


def test_the_title_in_the_head_follows(details: SourceDetails, view: SourceView) -> None:
    type_over(details, "title", "Zebra")
    QTest.keyClick(details.fields["title"], Qt.Key.Key_Return)
    assert view.findChild(SourceHeader).choice.title == "Zebra"


def test_escape_restores_and_redo_has_what_was_typed(
    details: SourceDetails, editor: Editor, qtbot: QtBot
) -> None:
    type_over(details, "date", "1850")
    with qtbot.waitSignal(details.writer.given_up):
        QTest.keyClick(details.fields["date"], Qt.Key.Key_Escape)
    assert words(details)["date"] == "1843"
    assert editor.map == TEXTS
    editor.redo()
    assert source(editor).date == "1850"


def test_undo_in_a_field_is_its_own(details: SourceDetails, editor: Editor, view: SourceView) -> None:
    type_over(details, "author", "Zebra")
    view.text.setFocus()
    type_over(details, "date", "1")
    QTest.keyClick(details.fields["date"], Qt.Key.Key_Z, CONTROL)
    assert words(details)["date"] == "1843"
    assert source(editor).author == "Zebra"


def test_what_is_typed_goes_to_its_own_text_though_another_is_shown_meanwhile(
    details: SourceDetails, editor: Editor, view: SourceView, qtbot: QtBot
) -> None:
    type_over(details, "author", "Zebra")
    view.show_source(TWO)
    assert words(details)["author"] == ""
    qtbot.waitUntil(lambda: source(editor).author == "Zebra")
    assert source(editor, TWO).author == ""
    assert [step.label for step in editor.history.done] == ["Describe text"]


def test_what_is_typed_of_a_text_that_goes_away_harms_no_other(
    details: SourceDetails, editor: Editor, qtbot: QtBot
) -> None:
    type_over(details, "author", "Zebra")
    editor.edit("Remove text", lambda t: remove_source(t, ONE))
    qtbot.wait(0)
    assert source(editor, TWO).author == ""
    assert words(details)["title"] == "Some letter"
    assert words(details)["author"] == ""


def test_what_is_typed_of_the_last_text_is_let_go_with_it(
    details: SourceDetails, editor: Editor, view: SourceView, qtbot: QtBot
) -> None:
    editor.edit("Remove text", lambda t: remove_source(t, TWO))
    type_over(details, "author", "Zebra")
    editor.edit("Remove text", lambda t: remove_source(t, ONE))
    assert not details.isVisible()
    assert editor.map.sources == {}
    editor.undo()
    assert details.isVisible()
    assert words(details)["title"] == "On engines"


def test_an_edit_elsewhere_leaves_what_is_being_typed(details: SourceDetails, editor: Editor) -> None:
    type_over(details, "author", "Zebra")
    editor.edit("Add text", lambda t: add_source(t, "Third", body="x"))
    assert words(details)["author"] == "Zebra"


def test_what_can_only_be_read_cannot_be_typed_into(
    view: SourceView, details: SourceDetails, editor: Editor
) -> None:
    other = editor_of(TEXTS)
    other.refusal = "This map is to be read only."
    view.set_editor(other)
    type_over(details, "author", "Zebra")
    assert words(details)["author"] == "Ada Lovelace"
    view.set_editor(editor)
    type_over(details, "author", "Zebra")
    assert words(details)["author"] == "Zebra"


def test_a_copy_that_was_saved_can_be_typed_into(view: SourceView, details: SourceDetails) -> None:
    other = editor_of(TEXTS)
    other.refusal = "This map is to be read only."
    view.set_editor(other)
    other.refusal = ""
    other.mark_saved()
    type_over(details, "author", "Zebra")
    assert words(details)["author"] == "Zebra"


def test_another_map_gets_nothing_of_what_is_being_typed(
    view: SourceView, details: SourceDetails, editor: Editor
) -> None:
    type_over(details, "author", "Zebra")
    other = editor_of(TEXTS)
    view.set_editor(other)
    assert source(editor).author == "Zebra"
    assert other.map == TEXTS
    assert words(details)["author"] == "Ada Lovelace"


def test_long_details_leave_room_for_the_text(
    details: SourceDetails, editor: Editor, view: SourceView
) -> None:
    editor.edit("Describe", lambda t: t.update(Source, ONE, citation="A long citation. " * 400))
    QApplication.processEvents()
    assert details.height() < view.height() / 2
    assert view.text.height() > view.height() / 3
    assert view.height() == 900


def test_they_are_as_high_as_they_need_to_be(details: SourceDetails, editor: Editor, qtbot: QtBot) -> None:
    low = details.height()
    editor.edit("Describe", lambda t: t.update(Source, ONE, title="A title that takes several lines " * 3))
    qtbot.waitUntil(lambda: details.height() > low and not details.verticalScrollBar().isVisible())


def test_they_follow_the_look(details: SourceDetails, view: SourceView, dark: Look) -> None:
    view.set_look(dark)
    assert details.grab().toImage().pixelColor(4, 4) == dark.theme.chrome


@pytest.mark.parametrize(
    ("file", "labels", "told"),
    [
        ("", [], ""),
        ("a.txt", [], "From a.txt"),
        ("", ["12"], "1 page · p. 12"),
        ("a.pdf", ["i", "ii", "1"], "From a.pdf · 3 pages · pp. i–1"),
    ],
)
def test_where_a_text_is_from(file: str, labels: list[str], told: str) -> None:
    pages = tuple(PageStart(start=at, label=name) for at, name in enumerate(labels))
    assert origin_words(Source(id=ONE, title="T", body="x" * 9, file=file, pages=pages)) == told
