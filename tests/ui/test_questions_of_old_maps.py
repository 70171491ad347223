"""What the message bar asks is about one map as it was then: no answer acts on another, or a later one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.formats.files import backup_of
from argmap.formats.native import read
from argmap.model.ids import RecordId
from tests.documents import open_document
from tests.ui.windows import Desk, OpenWindow

A, B = RecordId("a"), RecordId("b")


def reword(desk: Desk, claim: RecordId, text: str) -> None:
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, claim, text))


def wording(desk: Desk, claim: RecordId = A) -> str:
    return desk.window.document.editor.map.claims[claim].text


def written_by_another(file: Path, text: str) -> None:
    """Another program rewords the first claim."""
    other = open_document(file)
    other.editor.edit("Reword", lambda t: claims.reword(t, A, text))
    other.save()


def button(desk: Desk, words: str) -> QAbstractButton:
    """A button of the message bar."""
    found = desk.window.panes.messages.findChildren(QAbstractButton)
    return next(each for each in found if each.text() == words)


@pytest.fixture
def asked(opened: OpenWindow, file: Path) -> Desk:
    """A window that has been told that its map, which it has changed, is another one in the file."""
    desk = opened(file=file)
    reword(desk, A, "mine")
    written_by_another(file, "theirs")
    desk.trigger("file.save")
    assert "has been changed elsewhere" in desk.message
    return desk


def type_into_card(desk: Desk, words: str) -> None:
    desk.window.panes.canvas.edit_claim(A)
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_what_is_typed_is_committed_before_an_answer_is_acted_upon(opened: OpenWindow, file: Path) -> None:
    desk, found = opened(file=file), []
    desk.window.bridge.offer("Shall it be done?", [("Do it", lambda: found.append(wording(desk)))])
    type_into_card(desk, "x")
    desk.press("Do it")
    assert found == ["Claim ax"]


def test_where_that_cannot_be_kept_the_question_is_asked_again(opened: OpenWindow, file: Path) -> None:
    desk, found = opened(file=file), []
    desk.window.bridge.offer("Shall it be done?", [("Do it", lambda: found.append(wording(desk)))])
    type_into_card(desk, "x")
    desk.window.document.editor.refusal = "This map is to be read only."
    desk.press("Do it")
    assert found == []
    assert desk.message == "Shall it be done?"
    desk.window.document.editor.refusal = ""
    desk.press("Do it")
    assert found == ["Claim ax"]


def test_a_question_about_one_map_goes_with_it(asked: Desk, file: Path) -> None:
    theirs, replace = file.read_bytes(), button(asked, "Replace it")
    asked.answers.leave = Unsaved.DISCARD
    asked.trigger("file.new")
    assert asked.message == ""
    replace.click()  # as a click that was under way
    assert file.read_bytes() == theirs
    assert asked.window.document.path is None


def test_the_bar_says_nothing_of_a_map_that_was_closed_for_a_file(
    asked: Desk, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    asked.answers.leave, asked.answers.open = Unsaved.DISCARD, other
    asked.trigger("file.open")
    assert asked.window.document.path == other
    assert asked.message == ""


def test_only_what_was_asked_about_is_replaced(asked: Desk, file: Path) -> None:
    written_by_another(file, "theirs again")
    theirs = file.read_bytes()
    asked.press("Replace it")
    assert file.read_bytes() == theirs
    assert "has been changed elsewhere" in asked.message
    assert asked.window.isWindowModified()
    asked.press("Replace it")
    assert read(file.read_bytes()).claims[A].text == "mine"
    assert backup_of(file).read_bytes() == theirs
    assert asked.message == ""


def test_what_a_merge_told_outlives_a_save_and_what_was_about_saving_does_not(
    asked: Desk, file: Path, qtbot: QtBot
) -> None:
    asked.press("Merge")
    told = asked.message
    assert "changed by both; yours was kept" in told
    asked.window._autosave._soon.setInterval(0)
    asked.trigger("file.save_by_itself")
    reword(asked, B, "after it")
    qtbot.waitUntil(lambda: read(file.read_bytes()).claims[B].text == "after it")
    assert asked.message == told
    asked.press("Keep")
    written_by_another(file, "theirs again")
    asked.answers.save = file.with_name("elsewhere.argmap")
    asked.trigger("file.save")
    assert "has been changed elsewhere" in asked.message
    asked.trigger("file.save_as")
    assert asked.message == ""


def test_a_name_that_no_disk_takes_is_refused_in_words(opened: OpenWindow, tmp_path: Path) -> None:
    desk = opened(sample=True)
    desk.answers.save = tmp_path / ("x" * 300 + ".argmap")
    desk.trigger("file.save_as")
    assert "could not be saved: " in desk.message
    assert desk.window.document.path is None
    desk.answers.save = tmp_path / "short.argmap"
    desk.press("Save elsewhere…")
    assert desk.answers.save.exists()


@pytest.mark.parametrize("words", ["Open read-only", "Open a copy"])
def test_the_map_on_screen_is_asked_about_again_before_a_file_in_other_hands_is_opened(
    opened: OpenWindow, file: Path, tmp_path: Path, words: str
) -> None:
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    opened(file=other)
    desk = opened(file=file)
    desk.window.bridge.open_path(other)
    told = desk.message
    reword(desk, A, "since then")
    desk.press(words)
    assert desk.answers.asked == ["unsaved small"]
    assert (wording(desk), desk.window.document.path) == ("since then", file)
    assert desk.message == told, "it is offered still"
    desk.answers.leave = Unsaved.DISCARD
    desk.press(words)
    assert wording(desk) == "Claim a"
    assert desk.window.document.is_read_only is (words == "Open read-only")


def test_a_copy_is_called_one(opened: OpenWindow, file: Path) -> None:
    opened(file=file)
    desk = opened(file=file)
    desk.press("Open a copy")
    assert desk.window.windowTitle() == "small copy[*] — argmap"
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.answers.asked == ["save small copy.argmap"]
