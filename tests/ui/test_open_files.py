"""One file in two windows: the second is told, and may open a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.ui.open_files import OpenFile
from tests.ui.mouse import Mouse
from tests.ui.windows import OpenWindow


def test_a_file_that_another_window_has_open_may_be_opened_as_a_copy(opened: OpenWindow, file: Path) -> None:
    first = opened(file=file)
    second = opened(file=file)
    assert "“small.argmap” is open in another window." in second.message
    assert not second.claims
    second.press("Open a copy")
    assert second.claims == first.claims
    assert second.window.document.path is None
    second.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("a"), "in the copy"))
    assert first.window.document.editor.map.claims[RecordId("a")].text != "in the copy"


def test_it_may_be_opened_to_be_looked_at(opened: OpenWindow, file: Path, tmp_path: Path) -> None:
    first, second = opened(file=file), opened(file=file)
    second.press("Open read-only")
    assert second.claims == first.claims
    assert second.window.windowTitle() == "small (read-only)[*] — argmap"
    before = second.window.document.editor.map
    second.select("a")
    for command in ("edit.delete", "insert.reason", "edit.duplicate"):
        second.trigger(command)
    second.key(Qt.Key.Key_E)
    QTest.keyClicks(second.window, "typed")
    assert second.window.document.editor.map is before
    assert "for reading only" in second.window.panes.toast.accessibleName()
    second.answers.save = file
    second.trigger("file.save")
    assert "“small.argmap” is open in another window." in second.message
    second.answers.save = tmp_path / "mine.argmap"
    second.trigger("file.save")
    second.trigger("edit.delete")
    assert "a" not in second.claims
    assert second.window.windowTitle() == "mine[*] — argmap"


def test_a_reader_is_told_when_the_writer_saves_and_takes_no_place(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    first, second = opened(file=file), opened(file=file)
    second.press("Open read-only")
    first.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("a"), "news"))
    first.trigger("file.save")
    qtbot.waitUntil(lambda: "“small.argmap” has been changed elsewhere" in second.message)
    second.press("Load theirs")
    assert second.window.document.editor.map.claims[RecordId("a")].text == "news"
    first.window.close()
    assert opened(file=file).claims


def test_a_reader_has_no_steps_of_its_own_to_undo(opened: OpenWindow, file: Path, qtbot: QtBot) -> None:
    first, second = opened(file=file), opened(file=file)
    second.press("Open read-only")
    first.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("a"), "news"))
    first.trigger("file.save")
    qtbot.waitUntil(lambda: "“small.argmap” has been changed elsewhere" in second.message)
    second.press("Load theirs")
    second.trigger("edit.undo")
    assert not second.window.commands.by_id["edit.undo"].isEnabled()
    assert second.window.document.editor.map.claims[RecordId("a")].text == "news"
    assert second.window.close()
    assert second.answers.asked == []


def test_what_is_only_read_can_be_selected_and_copied_and_nothing_can_be_typed(
    opened: OpenWindow, file: Path, tmp_path: Path
) -> None:
    opened(file=file)
    reader = opened(file=file)
    reader.press("Open read-only")
    reader.select("a")
    inspector = reader.window.panes.inspector
    field = inspector.claim_page.text.field
    field.setFocus()
    QTest.keyClicks(field, "typed")
    assert field.toPlainText() == "Claim a"
    inspector.begin_note("a", "note")
    assert inspector.claim_page.notes["Notes"].draft is None
    assert "for reading only" in reader.window.panes.status.centre_text
    reader.answers.save = tmp_path / "mine.argmap"
    reader.trigger("file.save_as")
    QTest.keyClicks(field, "typed ")
    assert field.toPlainText() == "typed Claim a"


def test_no_drag_begins_on_what_is_only_read(opened: OpenWindow, file: Path) -> None:
    opened(file=file)
    reader = opened(file=file)
    reader.press("Open read-only")
    canvas = reader.window.panes.canvas
    canvas.set_zoom(1.0)
    before, place = canvas.element_rect("a"), canvas.element_rect("a").center().toPointF()
    mouse = Mouse(canvas)
    mouse.press(place)
    mouse.move(place + QPointF(60, 40), steps=4)
    assert canvas.element_rect("a") == before
    assert "for reading only" in reader.window.panes.status.centre_text
    mouse.release(place + QPointF(60, 40))
    assert reader.selected == {"a"}


def test_a_map_is_not_saved_over_a_file_that_another_window_has_open(
    opened: OpenWindow, file: Path, tmp_path: Path
) -> None:
    first, second = opened(file=file), opened(sample=True)
    theirs = file.read_bytes()
    second.answers.save = file
    second.trigger("file.save_as")
    assert "“small.argmap” is open in another window" in second.message
    assert file.read_bytes() == theirs
    assert second.window.document.path is None
    first.answers.leave = Unsaved.DISCARD
    first.window.close()
    second.trigger("file.save_as")
    assert second.window.document.path == file
    assert "is open in another window" in opened(file=file).message


def test_a_place_where_saving_failed_is_free_for_others(opened: OpenWindow, tmp_path: Path) -> None:
    desk, wanted = opened(sample=True), tmp_path / "no" / "map.argmap"
    desk.answers.save = wanted
    desk.trigger("file.save_as")
    assert desk.message
    other = OpenFile(tmp_path / "data" / "open")
    assert other.take(wanted)


def test_what_was_changed_since_a_copy_was_offered_is_asked_about(opened: OpenWindow, file: Path) -> None:
    opened(file=file)
    second = opened(sample=True)
    second.window.bridge.open_path(file)
    second.trigger("insert.claim")
    second.key(Qt.Key.Key_X)
    second.key(Qt.Key.Key_Return)
    second.press("Open a copy")
    assert [asked.partition(" ")[0] for asked in second.answers.asked] == ["unsaved"]
    assert any(claim.text == "x" for claim in second.window.document.editor.map.claims.values())
    second.answers.leave = Unsaved.DISCARD
    second.window.bridge.open_path(file)
    second.press("Open a copy")
    assert "a" in second.claims


def test_once_it_is_closed_or_left_it_can_be_opened(opened: OpenWindow, file: Path) -> None:
    first = opened(file=file)
    first.window.bridge.open_sample()
    second = opened(file=file)
    assert second.message == ""
    second.window.close()
    third = opened(file=file)
    assert third.claims


def test_a_file_saved_elsewhere_is_held_there(opened: OpenWindow, file: Path, tmp_path: Path) -> None:
    first = opened(file=file)
    first.answers.save = tmp_path / "elsewhere.argmap"
    first.trigger("file.save_as")
    assert opened(file=file).message == ""
    assert "is open in another window" in opened(file=first.answers.save).message


def test_opening_it_again_in_the_same_window_is_allowed(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.window.bridge.open_path(file)
    assert desk.message == ""
    assert desk.window.document.path == file


def test_opening_it_again_by_a_link_is_allowed_too(opened: OpenWindow, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.argmap"
    link.symlink_to(file)
    desk = opened(file=file)
    desk.window.bridge.open_path(link)
    assert desk.message == ""
    assert desk.window.document.path == link


def test_a_link_leads_to_the_same_file(tmp_path: Path) -> None:
    file, link = tmp_path / "map.argmap", tmp_path / "link.argmap"
    file.write_bytes(b"")
    link.symlink_to(file)
    one, other = OpenFile(tmp_path / "open"), OpenFile(tmp_path / "open")
    assert one.take(file)
    assert not other.take(link)
    one.release()
    assert other.take(link)


def test_where_nothing_can_be_written_files_are_opened_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "open").write_bytes(b"a file stands where the folder should be")
    assert OpenFile(tmp_path / "open").take(tmp_path / "map.argmap")


@pytest.mark.skipif(not hasattr(os, "pathconf"), reason="how long a path may be is not told here")
def test_where_there_is_a_folder_but_no_lock_can_be_put_files_are_opened_all_the_same(tmp_path: Path) -> None:
    place, longest = tmp_path, os.pathconf(tmp_path, "PC_PATH_MAX")
    while len(str(place)) < longest - 20:
        place /= "x" * min(200, longest - 10 - len(str(place)))
    assert OpenFile(place).take(tmp_path / "map.argmap")
    assert place.is_dir()
