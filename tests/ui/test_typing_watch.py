"""What is being typed counts as changed, and is in the journal before it is committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.leftovers import Leftover, journal_folders, read_leftover
from argmap.edits.sources import add_source
from argmap.formats.native import read
from argmap.model.ids import RecordId
from argmap.ui.chrome.save_state import SaveMark
from tests.ui.windows import Desk, OpenWindow

CLAIM = RecordId("a")


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A saved map."""
    return opened(file=file)


def press(words: str) -> None:
    """Press keys where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def type_into_card(desk: Desk, words: str, qtbot: QtBot) -> None:
    """Press keys in a card, and wait until they have been looked at."""
    desk.window.panes.canvas.edit_claim(CLAIM)
    press(words)
    qtbot.waitUntil(lambda: words in str(desk.window.document.typed))


def left_over(desk: Desk, data: Path) -> Leftover | None:
    """What the journal would bring back now."""
    assert desk.window.recovery.write()
    (folder,) = journal_folders(data / "journals")
    return read_leftover(folder, desk.window.document.codecs)


def wording(leftover: Leftover | None) -> str:
    assert leftover is not None
    return leftover.map.claims[CLAIM].text


def save_word(desk: Desk) -> str:
    (mark,) = desk.window.findChildren(SaveMark)
    return mark.text


def test_a_map_is_edited_from_the_first_key_on_and_saved_again_after_escape(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert save_word(desk) == "Saved"
    type_into_card(desk, "x", qtbot)
    assert desk.window.isWindowModified()
    assert save_word(desk) == "Edited"
    assert wording(left_over(desk, tmp_path / "data")) == "Claim ax"
    desk.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.window.isWindowModified())
    assert save_word(desk) == "Saved"
    assert left_over(desk, tmp_path / "data") is None


def test_the_journal_follows_the_keys_and_has_the_text_once_it_is_committed(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    type_into_card(desk, "x", qtbot)
    assert wording(left_over(desk, tmp_path / "data")) == "Claim ax"
    press("yz")
    qtbot.waitUntil(lambda: "xyz" in str(desk.window.document.typed))
    assert wording(left_over(desk, tmp_path / "data")) == "Claim axyz"
    desk.key(Qt.Key.Key_Return)
    assert not desk.window.document.typed
    assert wording(left_over(desk, tmp_path / "data")) == "Claim axyz"
    desk.trigger("edit.undo")
    assert left_over(desk, tmp_path / "data") is None, "the map is as it was saved"


def test_what_is_typed_into_the_inspector_is_there_too(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.select()
    title = desk.window.panes.inspector.map_page.head.title
    title.setFocus()
    press("Goals")
    qtbot.waitUntil(lambda: "Goals" in str(desk.window.document.typed))
    leftover = left_over(desk, tmp_path / "data")
    assert leftover is not None
    assert leftover.map.info.title == "Goals"
    assert desk.window.document.editor.map.info.title == ""


def test_what_is_typed_of_a_text_is_there_too(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.window.document.editor.edit("Text", lambda t: add_source(t, "", body="The engine weaves."))
    desk.trigger("source.describe")
    press("On")
    qtbot.waitUntil(lambda: "On" in str(desk.window.document.typed))
    press(" engines")
    qtbot.waitUntil(lambda: "On engines" in str(desk.window.document.typed))
    leftover = left_over(desk, tmp_path / "data")
    assert leftover is not None
    assert [text.title for text in leftover.map.sources.values()] == ["On engines"]
    assert [text.title for text in desk.window.document.editor.map.sources.values()] == [""]


def test_an_edit_elsewhere_leaves_what_is_typed_in_the_journal(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    type_into_card(desk, "x", qtbot)
    editor = desk.window.document.editor
    editor.edit("Reword claim", lambda t: t.update(type(t.map.claims[CLAIM]), RecordId("b"), text="other"))
    qtbot.waitUntil(lambda: bool(desk.window.document.typed))
    leftover = left_over(desk, tmp_path / "data")
    assert wording(leftover) == "Claim ax"
    assert leftover is not None
    assert leftover.map.claims[RecordId("b")].text == "other"


def test_a_save_by_itself_does_not_take_what_is_typed_out_of_the_journal(
    desk: Desk, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    type_into_card(desk, "x", qtbot)
    desk.window.document.save()
    assert read(file.read_bytes()).claims[CLAIM].text == "Claim a"
    assert desk.window.document.is_modified
    assert wording(left_over(desk, tmp_path / "data")) == "Claim ax"


def test_a_save_takes_what_is_typed_with_it_and_asks_nothing_afterwards(
    desk: Desk, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    type_into_card(desk, "x", qtbot)
    press("y")
    desk.trigger("file.save")
    assert read(file.read_bytes()).claims[CLAIM].text == "Claim axy"
    assert not desk.window.document.is_modified
    assert desk.window.close()
    assert desk.answers.asked == []


def test_escape_and_close_asks_nothing(desk: Desk, qtbot: QtBot) -> None:
    type_into_card(desk, "x", qtbot)
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.close()
    assert desk.answers.asked == []


def test_a_text_that_cannot_be_kept_keeps_the_window_open(desk: Desk, qtbot: QtBot) -> None:
    desk.window.panes.canvas.edit_claim(CLAIM)
    press("x")
    desk.window.document.editor.refusal = "This map is to be read only."
    desk.trigger("file.new")
    assert desk.window.document.path is not None
    assert not desk.window.close()
    field = desk.window.panes.canvas.text
    assert field.claim == CLAIM
    desk.window.document.editor.refusal = ""
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.close()
