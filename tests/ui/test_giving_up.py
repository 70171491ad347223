"""Escape takes back what was typed, and loses nothing: redo, or the toast, brings it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from argmap.edits import notes
from argmap.edits.sources import add_source
from argmap.model.ids import RecordId
from argmap.model.records import NoteKind
from argmap.ui.inspector.note_row import NoteRow
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A saved map of which a claim with a note is selected."""
    desk = opened(file=file)
    desk.window.document.editor.edit("Note", lambda t: notes.add_note(t, A, "Old"))
    desk.window.document.editor.edit("Text", lambda t: add_source(t, "On engines", body="The engine weaves."))
    desk.trigger("file.save")
    desk.select(A)
    return desk


def press(words: str) -> None:
    """Press keys where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), words)


def begin_card(desk: Desk) -> None:
    desk.key(Qt.Key.Key_E)


def begin_fresh_card(desk: Desk) -> None:
    desk.trigger("insert.reason")


def begin_new_note(desk: Desk) -> None:
    desk.window.panes.inspector.begin_note(A, NoteKind.QUESTION)


def begin_note(desk: Desk) -> None:
    (row,) = desk.window.panes.inspector.claim_page.findChildren(NoteRow)
    row.begin_editing()


def begin_page_text(desk: Desk) -> None:
    desk.window.panes.inspector.claim_page.text.field.setFocus()


def begin_label(desk: Desk) -> None:
    desk.window.panes.inspector.claim_page.short_label.field.setFocus()


def begin_tag(desk: Desk) -> None:
    desk.window.panes.inspector.claim_page.tags.begin_adding()


def begin_voice(desk: Desk) -> None:
    desk.window.panes.inspector.claim_page.voice.begin_naming()


def begin_title(desk: Desk) -> None:
    desk.select()
    desk.window.panes.inspector.map_page.head.title.setFocus()


def begin_text_title(desk: Desk) -> None:
    desk.trigger("source.describe")


def begin_citation(desk: Desk) -> None:
    desk.trigger("source.describe")
    desk.window.panes.source.details.fields["citation"].setFocus()


WAYS = [
    begin_card,
    begin_fresh_card,
    begin_new_note,
    begin_note,
    begin_page_text,
    begin_label,
    begin_tag,
    begin_voice,
    begin_title,
    begin_text_title,
    begin_citation,
]


@pytest.mark.parametrize("by_toast", [False, True])
@pytest.mark.parametrize("begin", WAYS)
def test_what_escape_took_back_can_be_had_again(
    desk: Desk, begin: Callable[[Desk], None], by_toast: bool
) -> None:
    editor, toast = desk.window.document.editor, desk.window.panes.toast
    before = editor.map
    begin(desk)
    press("zebra")
    desk.key(Qt.Key.Key_Escape)
    assert editor.map == before
    assert not desk.window.isWindowModified()
    assert toast.text == "What you typed is not kept"
    if by_toast:
        (button,) = toast.findChildren(QAbstractButton)
        assert button.text() == "Bring it back"
        button.click()
    else:
        desk.trigger("edit.redo")
    assert "zebra" in str(dict(before.difference_to(editor.map).changes))
    desk.trigger("edit.undo")
    assert editor.map == before


def test_a_fresh_card_that_was_left_empty_leaves_no_step(desk: Desk) -> None:
    editor = desk.window.document.editor
    before, steps = editor.map, editor.history.done
    begin_fresh_card(desk)
    assert editor.map != before
    desk.key(Qt.Key.Key_Escape)
    assert (editor.map, editor.history.done, editor.history.next) == (before, steps, None)
    assert desk.window.panes.toast.text != "What you typed is not kept"


def test_escape_in_a_field_that_says_what_it_said_leaves_no_step(desk: Desk) -> None:
    steps = desk.window.document.editor.history.done
    for begin in (begin_card, begin_note, begin_page_text, begin_label):
        begin(desk)
        desk.key(Qt.Key.Key_Escape)
    assert desk.window.document.editor.history.done == steps
    assert desk.window.document.editor.history.next is None


@pytest.mark.parametrize(
    "begin", [begin_card, begin_note, begin_page_text, begin_label, begin_title, begin_citation]
)
def test_escape_over_blanks_that_would_not_be_kept_takes_no_other_step_back(
    desk: Desk, begin: Callable[[Desk], None]
) -> None:
    editor = desk.window.document.editor
    before, steps = editor.map, editor.history.done
    begin(desk)
    press(" ")
    desk.key(Qt.Key.Key_Escape)
    assert (editor.map, editor.history.done) == (before, steps)


def test_escape_over_a_tag_that_is_there_takes_no_other_step_back(desk: Desk) -> None:
    editor = desk.window.document.editor
    begin_tag(desk)
    press("zebra")
    desk.key(Qt.Key.Key_Return)
    steps = editor.history.done
    begin_tag(desk)
    press("zebra")
    desk.key(Qt.Key.Key_Escape)
    assert editor.map.claims[A].tags == ("zebra",)
    assert editor.history.done == steps
