"""Opening, saving, exporting and leaving: with real files, and answers given for the user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.editor.commands.file import file_name, may_leave, notice_change, open_file, save_by_itself
from argmap.editor.host import Unsaved
from argmap.edits.claims import reword
from argmap.model.ids import RecordId
from tests.documents import new_document, open_document
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_for, bench_on, sample_bench


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


@pytest.fixture
def changed(bench: Bench) -> Bench:
    bench.run("edit.delete", "a")
    return bench


def _in_file(path: Path) -> set[str]:
    return set(open_document(path).editor.map.claims)


def test_the_first_save_asks_for_a_place(bench: Bench, tmp_path: Path) -> None:
    bench.host.save_answer = tmp_path / "new.argmap"
    bench.run("file.save")
    assert bench.host.asked == ["save Untitled map.argmap"]
    assert _in_file(tmp_path / "new.argmap") == set(small_map().claims)
    assert bench.host.done == [("recent", tmp_path / "new.argmap")]


def test_the_next_save_goes_to_the_same_file(changed: Bench, tmp_path: Path) -> None:
    changed.document.save(tmp_path / "map.argmap")
    changed.run("edit.delete", "b")
    changed.run("file.save")
    assert changed.host.asked == []
    assert not changed.document.is_modified
    assert _in_file(tmp_path / "map.argmap") == set(small_map().claims) - {"a", "b"}


def test_saving_as_leaves_the_old_file_and_goes_on_with_the_new_one(bench: Bench, tmp_path: Path) -> None:
    bench.document.save(tmp_path / "old.argmap")
    bench.host.save_answer = tmp_path / "new.argmap"
    bench.run("edit.delete", "a")
    bench.run("file.save_as")
    assert "a" in _in_file(tmp_path / "old.argmap")
    assert "a" not in _in_file(tmp_path / "new.argmap")
    assert bench.document.path == tmp_path / "new.argmap"


def test_changing_ones_mind_saves_nothing(changed: Bench) -> None:
    changed.run("file.save")
    assert changed.document.is_modified
    assert changed.host.problems == []


@pytest.mark.skipif(os.name == "nt", reason="folders are not made read-only like this there")
def test_a_save_that_fails_is_told_and_the_map_stays_modified(changed: Bench, tmp_path: Path) -> None:
    changed.host.save_answer = tmp_path / "gone" / "map.argmap"
    changed.run("file.save")
    assert len(changed.host.problems) == 1
    assert "could not be saved" in changed.host.problems[0]
    assert changed.document.is_modified
    assert changed.document.path is None
    assert ("recent", changed.host.save_answer) not in changed.host.done


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("file.new", ("new", None)),
        ("file.open", ("open", Path("x.argmap"))),
        ("file.sample", ("sample", None)),
    ],
)
def test_another_map_is_shown_at_once_where_nothing_is_unsaved(
    bench: Bench, key: str, done: tuple[str, object]
) -> None:
    bench.host.open_answer = Path("x.argmap")
    bench.run(key)
    assert bench.host.done == [done]
    assert not any(question.startswith("unsaved") for question in bench.host.asked)


@pytest.mark.parametrize("key", ["file.new", "file.open", "file.sample"])
def test_unsaved_changes_are_kept_when_the_user_cancels(changed: Bench, key: str) -> None:
    changed.host.open_answer = Path("x.argmap")
    changed.run(key)
    assert changed.host.done == []
    assert "unsaved Untitled map" in changed.host.asked


def test_unsaved_changes_can_be_discarded(changed: Bench) -> None:
    changed.host.unsaved_answer = Unsaved.DISCARD
    open_file(changed.context, Path("x.argmap"))
    assert changed.host.done == [("open", Path("x.argmap"))]


def test_unsaved_changes_can_be_saved_first(changed: Bench, tmp_path: Path) -> None:
    changed.host.unsaved_answer = Unsaved.SAVE
    changed.host.save_answer = tmp_path / "kept.argmap"
    assert may_leave(changed.context)
    assert "a" not in _in_file(tmp_path / "kept.argmap")


def test_the_map_is_not_left_when_saving_it_first_fails(changed: Bench, tmp_path: Path) -> None:
    changed.host.unsaved_answer = Unsaved.SAVE
    changed.host.save_answer = tmp_path / "gone" / "map.argmap"
    assert not may_leave(changed.context)
    changed.host.save_answer = None
    assert not may_leave(changed.context)


def test_no_file_chosen_opens_nothing(changed: Bench) -> None:
    changed.run("file.open")
    assert changed.host.asked == ["open"]
    assert changed.host.done == []


def test_a_picture_is_exported_under_the_maps_name(tmp_path: Path) -> None:
    bench = sample_bench()
    bench.host.export_answer = tmp_path / "map.svg"
    bench.run("file.export")
    assert bench.host.asked == ["export Stalin’s goals.png"]
    assert bench.host.done == [("export", tmp_path / "map.svg")]
    assert bench.host.toasts == [("Exported to map.svg", False)]


def test_a_picture_that_cannot_be_written_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.host.export_answer = tmp_path / "map.png"
    bench.host.export_error = OSError("the disk is full")
    bench.run("file.export")
    assert bench.host.problems == ["The picture could not be written. the disk is full"]
    assert bench.host.toasts == []


def test_an_empty_map_is_not_exported() -> None:
    assert not bench_for(new_document()).can_run("file.export")


@pytest.mark.parametrize("key", ["file.close", "file.quit"])
def test_closing_and_quitting_close_the_window(bench: Bench, key: str) -> None:
    bench.run(key)
    assert bench.host.done == [("close", None)]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Stalin’s goals", "Stalin’s goals"),
        ("What? When/where: “a|b”", "What When where “a b”"),
        (" .hidden. ", "hidden"),
        ("???", "Untitled map"),
        ("line\nbreak", "line break"),
    ],
)
def test_a_name_is_made_fit_for_every_file_system(name: str, safe: str) -> None:
    assert file_name(name) == safe


@pytest.mark.parametrize("words", ["a long name ", "斯大林的目标 "])
def test_however_long_a_map_is_called_it_can_be_saved_under_its_name(tmp_path: Path, words: str) -> None:
    path = tmp_path / f"{file_name(words * 40)}.argmap"
    for _ in range(2):  # the second makes a backup, whose name is longer still
        new_document().save(path)
    assert path.name.startswith(words)
    assert open_document(path).name == path.stem


@pytest.fixture
def overtaken(tmp_path: Path) -> Bench:
    """A changed map whose file another program has changed since."""
    path = tmp_path / "shared.argmap"
    first = new_document()
    first.editor.replace("Fill", small_map())
    first.save(path)
    bench = bench_for(open_document(path))
    bench.run("edit.delete", "a")
    other = open_document(path)
    other.editor.edit("Reword", lambda t: reword(t, RecordId("b"), "Theirs"))
    other.save()
    bench.run("file.save")
    return bench


def test_a_file_changed_by_another_program_is_kept_and_ways_on_are_offered(overtaken: Bench) -> None:
    path = overtaken.document.path
    assert path is not None
    assert open_document(path).editor.map.claims[RecordId("b")].text == "Theirs"
    assert len(overtaken.host.problems) == 1
    assert list(overtaken.host.ways) == ["Load theirs", "Replace it", "Save a copy…", "Merge"]
    assert overtaken.document.is_modified


def test_theirs_is_loaded_without_a_question_and_mine_comes_back_by_undo(overtaken: Bench) -> None:
    mine = overtaken.map
    overtaken.host.ways["Load theirs"]()
    assert overtaken.map.claims[RecordId("b")].text == "Theirs"
    assert "a" in overtaken.map.claims
    assert not overtaken.document.is_modified
    overtaken.run("edit.undo")
    assert overtaken.map == mine


def test_both_sides_are_merged_and_undo_leads_back(overtaken: Bench) -> None:
    mine = overtaken.map
    overtaken.host.ways["Merge"]()
    assert "a" not in overtaken.map.claims
    assert overtaken.map.claims[RecordId("b")].text == "Theirs"
    assert overtaken.document.is_modified
    merged = overtaken.map
    overtaken.run("edit.undo")
    assert overtaken.map == mine
    overtaken.run("edit.redo")
    overtaken.run("file.save")
    assert overtaken.document.path is not None
    assert open_document(overtaken.document.path).editor.map == merged


def test_what_both_sides_changed_is_named_and_mine_is_kept(overtaken: Bench) -> None:
    overtaken.document.editor.edit("Reword", lambda t: reword(t, RecordId("b"), "Mine"))
    overtaken.host.ways["Merge"]()
    assert overtaken.map.claims[RecordId("b")].text == "Mine"
    told = "One thing was changed by both; yours was kept: claim “Mine” (theirs: “Theirs”)."
    assert told in overtaken.host.problems[-1]
    overtaken.host.ways["Undo"]()
    assert "a" not in overtaken.map.claims


def test_theirs_is_replaced_when_told_so(overtaken: Bench) -> None:
    overtaken.host.ways["Replace it"]()
    assert overtaken.document.path is not None
    assert open_document(overtaken.document.path).editor.map == overtaken.map
    assert not overtaken.document.is_modified


def test_a_copy_keeps_both(overtaken: Bench, tmp_path: Path) -> None:
    shared = overtaken.document.path
    overtaken.host.save_answer = tmp_path / "mine.argmap"
    overtaken.host.ways["Save a copy…"]()
    assert shared is not None
    assert open_document(shared).editor.map.claims[RecordId("b")].text == "Theirs"
    assert open_document(tmp_path / "mine.argmap").editor.map == overtaken.map


def test_what_one_side_removed_and_the_other_changed_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "shared.argmap"
    first = new_document()
    first.editor.replace("Fill", small_map())
    first.save(path)
    bench, other = bench_for(open_document(path)), open_document(path)
    bench.document.editor.edit("Reword", lambda t: reword(t, RecordId("b"), "Mine"))
    bench.run("edit.delete", "a")
    other.editor.edit("Reword", lambda t: reword(t, RecordId("a"), "Theirs"))
    other.editor.edit("Delete", lambda t: t.remove(RecordId("b")))
    other.save()
    notice_change(bench.context)
    bench.host.ways["Merge"]()
    told = bench.host.problems[-1]
    assert "claim “Mine” (they removed it)" in told
    assert "claim “Theirs” (you removed it)" in told


def test_a_file_that_another_window_has_open_is_not_saved_to(tmp_path: Path) -> None:
    bench, taken = bench_on(small_map()), tmp_path / "taken.argmap"
    taken.write_bytes(b"theirs")
    bench.host.taken, bench.host.save_answer = {taken}, taken
    bench.run("file.save_as")
    assert "“taken.argmap” is open in another window" in bench.host.problems[-1]
    assert taken.read_bytes() == b"theirs"
    assert bench.document.path is None
    bench.host.save_answer = tmp_path / "mine.argmap"
    bench.host.ways["Save elsewhere…"]()
    assert bench.document.path == bench.host.held == tmp_path / "mine.argmap"


def test_after_a_save_that_failed_the_file_before_is_held_again(tmp_path: Path) -> None:
    bench = bench_on(small_map())
    bench.document.save(tmp_path / "map.argmap")
    bench.host.save_answer = tmp_path / "no" / "map.argmap"
    bench.run("file.save_as")
    assert len(bench.host.problems) == 1
    assert bench.host.held == tmp_path / "map.argmap"


def test_saving_by_itself_begins_at_once_and_never_asks_for_a_place(tmp_path: Path) -> None:
    bench = bench_for(new_document())
    bench.run("file.save_by_itself")
    assert bench.host.saves_by_itself
    bench.document.editor.replace("Fill", small_map())
    save_by_itself(bench.context)
    assert bench.document.is_modified
    bench.document.save(tmp_path / "map.argmap")
    bench.run("edit.delete", "a")
    save_by_itself(bench.context)
    assert not bench.document.is_modified
    bench.run("file.save_by_itself")
    bench.run("edit.delete", "b")
    save_by_itself(bench.context)
    assert bench.document.is_modified
    bench.run("file.save_by_itself")
    assert not bench.document.is_modified


def test_a_map_that_has_not_changed_is_not_saved_by_itself(tmp_path: Path) -> None:
    bench = bench_on(small_map())
    path = tmp_path / "map.argmap"
    bench.document.save(path)
    written = path.stat()
    bench.run("file.save_by_itself")
    assert bench.host.saves_by_itself
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_versions_are_those_of_a_file(tmp_path: Path) -> None:
    bench = bench_for(new_document())
    assert not bench.can_run("file.versions")
    bench.document.save(tmp_path / "map.argmap")
    bench.run("file.versions")
    assert bench.host.done == [("versions", None)]
