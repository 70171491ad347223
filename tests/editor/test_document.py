"""An open map and its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from argmap.editor.document import Document
from argmap.editor.history import LIMIT
from argmap.editor.leftovers import Leftover
from argmap.editor.versions import MOST, Versions
from argmap.edits.excerpts import attach
from argmap.edits.sources import edit_body
from argmap.formats.errors import ChangedOnDisk, Damaged, FileProblem, NotAFile, NotThisFormat, Problem
from argmap.formats.files import read_file
from argmap.formats.journal_lines import Heading
from argmap.formats.native import read, write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids
from argmap.model.records import Claim, MapInfo
from argmap.resources import resource
from argmap.source.anchor import is_exact
from argmap.source.mapping import TextChange
from tests.builders import furnished
from tests.documents import new_document, open_copy, open_document

SAMPLE = resource("examples", "stalins-goals.argmap")
ONE = ArgumentMap([Claim(id=RecordId("c1"), text="One")])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.argmap"
    path.write_bytes(write(ONE))
    return path


def reword(document: Document, text: str) -> None:
    document.editor.edit("Reword", lambda edit: edit.update(Claim, RecordId("c1"), text=text))


def assert_fails_without_a_trace(document: Document, act: Callable[[], object], kind: type[Problem]) -> None:
    """Run something that must fail, and see that the open map is as it was."""
    editor = document.editor
    before = (editor.state, editor.history.done, document.path, document.stamp, document.is_modified)
    updates: list[object] = []
    stop = editor.subscribe(updates.append)
    with pytest.raises(kind):
        act()
    stop()
    assert (editor.state, editor.history.done, document.path, document.stamp, document.is_modified) == before
    assert updates == []


def test_a_new_map_is_empty_has_no_place_and_nothing_to_save() -> None:
    document = new_document(counting_ids())
    assert len(document.editor.map) == 0
    assert (document.path, document.is_modified) == (None, False)
    assert document.name == "Untitled map"
    assert document.editor.ids("c") == "c1"
    with pytest.raises(ValueError, match="needs a place"):
        document.save()


def test_a_map_without_a_file_is_called_by_its_title() -> None:
    document = new_document()
    document.editor.edit("Title", lambda edit: edit.put(MapInfo(title=" Stalin’s goals ")))
    assert document.name == "Stalin’s goals"


def test_a_file_is_opened_with_its_map_and_its_name(file: Path) -> None:
    document = open_document(file)
    assert document.editor.map == ONE
    assert (document.path, document.name, document.is_modified) == (file, "essay", False)


def test_an_edit_is_saved_and_counts_as_saved(file: Path) -> None:
    document = open_document(file)
    reword(document, "Two")
    assert document.is_modified
    document.save()
    assert not document.is_modified
    assert read(file.read_bytes()).claims[RecordId("c1")].text == "Two"
    assert file.with_name("essay.argmap.bak").read_bytes() == write(ONE)
    document.editor.undo()
    assert document.is_modified
    document.save()
    assert file.read_bytes() == write(ONE)


def test_a_map_saved_elsewhere_lives_there_from_then_on(file: Path) -> None:
    document = open_document(file)
    other = file.with_name("other.argmap")
    reword(document, "Two")
    document.save(other)
    assert (document.path, document.name, document.is_modified) == (other, "other", False)
    assert file.read_bytes() == write(ONE)
    reword(document, "Three")
    document.save()
    assert read(other.read_bytes()).claims[RecordId("c1")].text == "Three"


def test_a_relative_path_still_leads_there_when_the_folder_changes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    document = open_document(Path("essay.argmap"))
    monkeypatch.chdir("/")
    reword(document, "Two")
    document.save()
    assert document.path == file
    assert read(file.read_bytes()).claims[RecordId("c1")].text == "Two"


def test_the_sample_is_a_copy_that_asks_for_a_place(tmp_path: Path) -> None:
    shipped = SAMPLE.read_bytes()
    document = open_copy(SAMPLE)
    assert (document.path, document.is_modified) == (None, False)
    assert document.name == "Stalin’s goals"
    reword_first = replace(document.editor.map.claims[RecordId("c01")], text="Power.")
    document.editor.edit("Reword", lambda edit: edit.put(reword_first))
    with pytest.raises(ValueError, match="needs a place"):
        document.save()
    document.save(tmp_path / "mine.argmap")
    assert document.name == "mine"
    assert SAMPLE.read_bytes() == shipped


def test_a_file_that_another_program_changed_is_overwritten_only_when_told(file: Path) -> None:
    document = open_document(file)
    reword(document, "Two")
    theirs = write(ArgumentMap())
    file.write_bytes(theirs)
    assert_fails_without_a_trace(document, document.save, ChangedOnDisk)
    assert_fails_without_a_trace(document, lambda: document.save(file), ChangedOnDisk)
    assert file.read_bytes() == theirs
    document.save(over=document.changed_on_disk())
    assert read(file.read_bytes()).claims[RecordId("c1")].text == "Two"
    assert file.with_name("essay.argmap.bak").read_bytes() == theirs
    reword(document, "Three")
    document.save()
    assert not document.is_modified


def test_merging_with_a_file_that_is_as_it_was_changes_nothing(file: Path) -> None:
    document = open_document(file)
    reword(document, "Two")
    mine = document.editor.map
    assert document.changed_on_disk() is None
    assert document.merge().conflicts == ()
    assert document.editor.map == mine
    assert document.is_modified


def test_a_merge_that_leads_to_what_the_file_holds_is_saved(file: Path) -> None:
    document, other = open_document(file), open_document(file)
    for each in (document, other):
        reword(each, "Two")
    other.save()
    assert document.changed_on_disk() is not None
    document.merge()
    assert not document.is_modified
    assert document.changed_on_disk() is None


def test_a_passage_tied_beside_us_stands_on_its_words_in_the_text_that_we_changed(file: Path) -> None:
    file.write_bytes(write(furnished()))
    document, other = open_document(file), open_document(file)
    text, thesis = RecordId("text"), RecordId("thesis")
    document.editor.edit("Edit", lambda t: edit_body(t, text, [TextChange(0, 0, "A heading\n")]))
    other.editor.edit("Tie", lambda t: attach(t, thesis, text, span=(42, 60)))
    other.save()
    assert document.merge().conflicts == ()
    (tied,) = document.editor.map.excerpts_of(thesis)
    assert tied.exact == "Socrates is mortal"
    assert is_exact(document.editor.map.sources[text], tied)


@pytest.mark.parametrize("way", ["save", "load again", "merge"])
def test_what_both_sides_had_in_common_last_is_what_a_merge_starts_from(file: Path, way: str) -> None:
    document, other = open_document(file), open_document(file)
    reword(document if way == "save" else other, "Two")
    if way == "save":
        document.save()
        other.load_again()
    else:
        other.save()
        _ = document.load_again() if way == "load again" else document.merge()
    reword(other, "Three")
    other.save()
    assert document.merge().conflicts == ()
    assert document.editor.map.claims[RecordId("c1")].text == "Three"


def test_a_recovered_map_does_not_overwrite_what_another_program_saves_after_it(file: Path) -> None:
    _, stamp = read_file(file)
    left = Leftover(
        folder=file.parent,
        heading=Heading(name="essay", path=str(file), digest=stamp.digest, began=""),
        map=ArgumentMap([Claim(id=RecordId("c1"), text="Recovered")]),
        latest="",
        lost=0,
        on_disk=ONE,
        is_file_unchanged=True,
    )
    document, other = Document.behind(left, counting_ids(), CodecRegistry()), open_document(file)
    document.bring_back(left)
    reword(other, "Theirs")
    other.save()
    assert_fails_without_a_trace(document, document.save, ChangedOnDisk)


def test_a_save_is_kept_as_a_version_also_where_there_are_as_many_as_are_kept(file: Path) -> None:
    document = open_document(file)
    document.versions = Versions(file.parent / "versions")
    for day in range(1, MOST + 1):
        document.versions.keep(file, str(day).encode(), at=datetime.now(UTC) - timedelta(days=day))
    reword(document, "Two")
    document.save()
    assert not document.is_modified
    kept = document.kept_versions()
    assert len(kept) == MOST
    assert document.read_version(kept[0]) == document.editor.map


def test_what_theirs_could_not_read_is_not_lost_by_loading_it(file: Path) -> None:
    document = open_document(file)
    unknown = b'{"record": "spell", "id": "s1"}'
    file.write_bytes(file.read_bytes().replace(b'"records": [', b'"records": [' + unknown + b","))
    document.load_again()
    reword(document, "Two")
    document.save()
    assert b'"spell"' in file.read_bytes()


def test_undo_of_loading_theirs_brings_back_what_could_not_be_read(file: Path) -> None:
    ours, theirs = {"record": "spell", "id": "s1"}, {"record": "rumour", "id": "s2"}
    file.write_bytes(write(ArgumentMap(ONE.values(), unread=(ours,))))
    document = open_document(file)
    file.write_bytes(write(ArgumentMap(ONE.values(), unread=(theirs,))))
    document.load_again()
    assert document.editor.map.unread == (theirs,)
    assert not document.is_modified
    document.editor.undo()
    assert document.editor.map.unread == (ours,)
    assert document.is_modified
    document.editor.redo()
    assert document.editor.map.unread == (theirs,)


def test_a_save_that_fails_leaves_the_map_and_the_file_as_they_were(file: Path) -> None:
    document = open_document(file)
    reword(document, "Two")
    file.chmod(0o444)
    assert_fails_without_a_trace(document, document.save, FileProblem)
    assert_fails_without_a_trace(document, lambda: document.save(file.parent), NotAFile)
    assert_fails_without_a_trace(
        document, lambda: document.save(file.parent / "no" / "x.argmap"), FileProblem
    )
    assert file.read_bytes() == write(ONE)
    assert [path.name for path in file.parent.iterdir()] == ["essay.argmap"]
    file.chmod(0o644)
    document.save()
    assert not document.is_modified


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", Damaged), (b"Stalin, then", NotThisFormat), (write(ONE)[:60], Damaged)],
)
def test_a_file_that_cannot_be_read_is_not_opened(file: Path, data: bytes, kind: type[Problem]) -> None:
    document = open_document(file)
    reword(document, "Two")
    bad = file.with_name("bad.argmap")
    bad.write_bytes(data)
    assert_fails_without_a_trace(document, lambda: open_document(bad), kind)
    assert_fails_without_a_trace(document, lambda: open_document(file.parent), NotAFile)
    assert bad.read_bytes() == data


def test_what_the_file_says_and_this_version_does_not_know_is_saved_again(file: Path) -> None:
    odd = b'{"record": "hologram", "id": "h1"}'
    file.write_bytes(b'{"format": "argmap", "version": 1, "records": [%s]}' % odd)
    document = open_document(file)
    document.editor.edit("Add", lambda edit: edit.put(Claim(id=RecordId("c1"), text="One")))
    document.save()
    assert read(file.read_bytes()).unread == ({"record": "hologram", "id": "h1"},)


def test_what_another_program_saved_is_taken_as_one_undoable_step(tmp_path: Path) -> None:
    file = tmp_path / "shared.argmap"
    file.write_bytes(SAMPLE.read_bytes())
    document, other = open_document(file), open_document(file)
    mine, theirs = list(document.editor.map.claims)[:2]
    document.editor.edit("Reword", lambda t: t.update(Claim, mine, text="Mine"))
    other.editor.edit("Reword", lambda t: t.update(Claim, theirs, text="Theirs"))
    other.save()
    kept = document.editor.map
    document.load_again()
    assert document.editor.map == other.editor.map
    assert not document.is_modified
    document.editor.undo()
    assert document.editor.map == kept
    assert document.is_modified
    with pytest.raises(ChangedOnDisk):
        document.save()
    document.editor.redo()
    document.save()
    document.editor.undo()
    document.editor.undo()
    document.save()
    assert open_document(file).editor.map != other.editor.map


def test_what_was_taken_in_and_undone_counts_no_more_and_that_is_asked_again(file: Path) -> None:
    file.write_bytes(SAMPLE.read_bytes())
    document, other = open_document(file), open_document(file)
    mine, theirs = list(document.editor.map.claims)[:2]
    other.editor.edit("Reword", lambda t: t.update(Claim, theirs, text="Theirs"))
    other.save()
    document.editor.edit("Reword", lambda t: t.update(Claim, mine, text="Mine"))
    document.merge()
    document.editor.undo()
    assert document.editor.map.claims[theirs].text != "Theirs"
    with pytest.raises(ChangedOnDisk):
        document.save()
    assert "Theirs" in file.read_text(encoding="utf-8")
    document.merge()
    assert document.editor.map.claims[theirs].text == "Theirs"
    document.save()


def test_undoing_past_what_was_taken_in_leads_back_to_the_file_as_it_was_opened(file: Path) -> None:
    file.write_bytes(SAMPLE.read_bytes())
    document, other = open_document(file), open_document(file)
    opened = document.stamp
    mine, theirs = list(document.editor.map.claims)[:2]
    other.editor.edit("Reword", lambda t: t.update(Claim, theirs, text="Theirs"))
    other.save()
    document.editor.edit("Reword", lambda t: t.update(Claim, mine, text="Mine"))
    document.merge()
    for _ in range(2):
        document.editor.undo()
    assert document.stamp == opened
    document.merge()
    assert document.editor.map.claims[theirs].text == "Theirs"


def test_what_was_taken_in_counts_though_its_step_is_forgotten(file: Path) -> None:
    document, other = open_document(file), open_document(file)
    reword(other, "Theirs")
    other.save()
    document.merge()
    for number in range(LIMIT + 1):
        document.editor.edit("Add", lambda t, number=number: t.put(Claim(id=RecordId(f"n{number}"), text="")))
    reword(other, "One")  # as it was before: since the merge they have changed it back
    other.save()
    assert document.merge().conflicts == ()
    assert document.editor.map.claims[RecordId("c1")].text == "One"


def test_what_stood_in_the_file_is_kept_once_however_often_saving_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "shared.argmap"
    file.write_bytes(SAMPLE.read_bytes())
    document = open_document(file)
    document.versions = Versions(tmp_path / "versions")
    claim = next(iter(document.editor.map.claims))
    document.editor.edit("Reword", lambda t: t.update(Claim, claim, text="Mine"))
    document.save()
    theirs = write(ArgumentMap())
    file.write_bytes(theirs)
    os.utime(file, (1_000_000_000, 1_000_000_000))  # older than any version, as a file from a backup is
    for text in ("one", "two", "three"):
        document.editor.edit("Reword", lambda t, text=text: t.update(Claim, claim, text=text))
        with pytest.raises(ChangedOnDisk):
            document.save()
    kept = [version.path.read_bytes() for version in document.kept_versions()]
    assert len(kept) == 3
    assert kept.count(theirs) == 1
    assert kept.count(SAMPLE.read_bytes()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_saving_over_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.argmap"
    os.mkfifo(pipe)
    document = new_document()
    document.versions = Versions(tmp_path / "versions")
    with pytest.raises(NotAFile):
        document.save(pipe)


def test_what_its_file_was_is_said_again_when_taking_theirs_in_is_undone_and_redone(file: Path) -> None:
    document, other = open_document(file), open_document(file)
    opened = document.stamp
    reword(other, "Two")
    other.save()
    document.merge()
    taken = document.stamp
    assert taken == other.stamp != opened
    document.editor.undo()
    assert document.stamp == opened
    assert document.changed_on_disk() == taken
    document.editor.redo()
    assert document.stamp == taken
    assert document.changed_on_disk() is None


def test_after_an_undone_merge_the_next_one_starts_from_what_was_taken_in_before_it(file: Path) -> None:
    document, other = open_document(file), open_document(file)
    for text in ("Two", "Three"):
        reword(other, text)
        other.save()
        document.merge()
    document.editor.undo()
    assert document.editor.map.claims[RecordId("c1")].text == "Two"
    reword(other, "One")  # as it was at first: only from “Two” is that a change
    other.save()
    assert document.merge().conflicts == ()
    assert document.editor.map.claims[RecordId("c1")].text == "One"


def test_what_a_save_replaces_stays_as_a_version_also_where_it_stands_in_a_crowd(file: Path) -> None:
    document, now = open_document(file), datetime.now(UTC).replace(microsecond=0)
    document.versions = Versions(file.parent / "versions")
    crowd = [timedelta(days=50, seconds=seconds) for seconds in (0, 55, 60, 62, 72, 122)]
    for age in (*crowd, *(timedelta(days=days) for days in (1, 5, 20, 2000))):
        document.versions.keep(file, str(age).encode(), at=now - age)
    theirs = write(ArgumentMap())
    file.write_bytes(theirs)
    moment = (now - timedelta(days=50, seconds=61)).timestamp()
    os.utime(file, (moment, moment))
    assert len(document.kept_versions()) == MOST
    document.save(over=document.changed_on_disk())
    kept = [version.path.read_bytes() for version in document.kept_versions()]
    assert len(kept) == MOST
    assert theirs in kept
    assert kept[0] == file.read_bytes()
