"""One file in two windows: the second is told, and may open a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.ui.open_files import OpenFile
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
    qtbot.waitUntil(lambda: "has changed “small.argmap”" in second.message)
    second.press("Load theirs")
    assert second.window.document.editor.map.claims[RecordId("a")].text == "news"
    first.window.close()
    assert opened(file=file).claims


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
