"""One file in two windows: the second is told, and may open a copy."""

from __future__ import annotations

from pathlib import Path

from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.ui.open_files import OpenFile
from tests.ui.windows import OpenWindow


def test_a_file_that_another_window_has_open_is_opened_as_a_copy_only(opened: OpenWindow, file: Path) -> None:
    first = opened(file=file)
    second = opened(file=file)
    assert "“small.argmap” is open in another window." in second.message
    assert not second.claims
    second.press("Open a copy")
    assert second.claims == first.claims
    assert second.window.document.path is None
    second.window.document.editor.edit("Reword", lambda t: claims.reword(t, RecordId("a"), "in the copy"))
    assert first.window.document.editor.map.claims[RecordId("a")].text != "in the copy"


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
