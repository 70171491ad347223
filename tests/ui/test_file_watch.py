"""Another program writes the open file: the window says so, and loses nothing."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from argmap.edits import claims
from argmap.formats.native import read
from argmap.model.ids import RecordId
from tests.documents import open_document
from tests.ui.windows import Desk, OpenWindow

A, B = RecordId("a"), RecordId("b")


def written_by_another(file: Path, text: str) -> None:
    """Another program rewords the first claim."""
    other = open_document(file)
    other.editor.edit("Reword", lambda t: claims.reword(t, A, text))
    other.save()


def wording(desk: Desk, claim: RecordId) -> str:
    return desk.window.document.editor.map.claims[claim].text


def test_a_change_on_disk_is_noticed_and_loaded_when_told(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk = opened(file=file)
    for text in ("theirs", "theirs again"):
        before = wording(desk, A)
        written_by_another(file, text)
        qtbot.waitUntil(lambda: "“small.argmap” has been changed elsewhere" in desk.message)
        assert wording(desk, A) == before
        desk.press("Load theirs")
        assert wording(desk, A) == text
        assert not desk.window.isWindowModified()
        assert desk.message == ""


def test_where_both_sides_changed_they_can_be_merged(opened: OpenWindow, file: Path, qtbot: QtBot) -> None:
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, B, "mine"))
    written_by_another(file, "theirs")
    qtbot.waitUntil(lambda: "Your version is safe" in desk.message)
    desk.press("Merge")
    assert (wording(desk, A), wording(desk, B)) == ("theirs", "mine")
    desk.trigger("file.save")
    saved = read(file.read_bytes()).claims
    assert (saved[A].text, saved[B].text) == ("theirs", "mine")


def test_what_the_window_itself_saves_is_no_news(opened: OpenWindow, file: Path, qtbot: QtBot) -> None:
    desk = opened(file=file)
    with qtbot.waitSignal(desk.window._watch.changed):
        desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, A, "mine"))
        desk.trigger("file.save")
    assert desk.message == ""
    written_by_another(file, "theirs")
    qtbot.waitUntil(lambda: "has been changed elsewhere" in desk.message)


def test_after_saving_elsewhere_the_new_file_is_watched(
    opened: OpenWindow, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened(file=file)
    desk.answers.save = tmp_path / "elsewhere.argmap"
    desk.trigger("file.save_as")
    written_by_another(desk.answers.save, "theirs")
    qtbot.waitUntil(lambda: "“elsewhere.argmap” has been changed elsewhere" in desk.message)


def test_a_file_that_was_replaced_is_watched_for_what_is_written_into_it(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk, before = opened(file=file), file.read_bytes()
    written_by_another(file, "theirs")
    qtbot.waitUntil(lambda: "has been changed elsewhere" in desk.message)
    desk.press("Load theirs")
    file.write_bytes(before)
    qtbot.waitUntil(lambda: "has been changed elsewhere" in desk.message)


def test_a_file_that_was_gone_and_is_there_again_is_noticed(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk, other = opened(file=file), open_document(file)
    file.unlink()
    qtbot.waitUntil(lambda: "“small.argmap” is not there any more" in desk.message)
    assert desk.window.isWindowModified()
    other.editor.edit("Reword", lambda t: claims.reword(t, A, "theirs"))
    other.save()
    qtbot.waitUntil(lambda: "has been changed elsewhere" in desk.message)


def gone(desk: Desk, file: Path, qtbot: QtBot) -> None:
    """Remove the open file, and wait until that is told."""
    file.unlink()
    qtbot.waitUntil(lambda: "“small.argmap” is not there any more" in desk.message)


def test_a_map_whose_file_is_gone_is_asked_about_and_saved_again(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk, before = opened(file=file), file.read_bytes()
    gone(desk, file, qtbot)
    assert desk.window.isWindowModified()
    told = desk.message
    assert not desk.window.close()
    assert desk.answers.asked == ["unsaved small"]
    assert desk.message == told
    desk.press("Save it again")
    assert file.read_bytes() == before
    assert not desk.window.isWindowModified()
    assert desk.message == ""
    assert desk.window.close()
    assert desk.answers.asked == ["unsaved small"]


def test_a_file_that_comes_back_as_it_was_is_nothing_to_save(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk, before = opened(file=file), file.read_bytes()
    gone(desk, file, qtbot)
    file.write_bytes(before)
    qtbot.waitUntil(lambda: not desk.window.isWindowModified())
    assert desk.message == ""
    gone(desk, file, qtbot)
    assert desk.window.isWindowModified()
