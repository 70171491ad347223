"""The recovery journal: whatever was noted comes back, whatever happens to the disk meanwhile."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.editor.editor import Editor, Update
from argmap.editor.journal import Journal
from argmap.editor.journal_files import Entry, JournalFiles
from argmap.editor.leftovers import Leftover, discard, journal_folders, read_leftover
from argmap.edits import claims
from argmap.formats.disk import Disk
from argmap.formats.journal_lines import Heading
from argmap.formats.native import write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.rules import Violation
from tests.builders import editor_of, sample, sketch
from tests.edits.verbs import edits
from tests.strategies import maps

LONG = 20.0
"""More seconds than any of this takes; it is never waited out."""


class Ticking:
    """A clock that shows another minute each time."""

    def __init__(self) -> None:
        self.minute = 0

    def __call__(self) -> str:
        self.minute += 1
        return f"2026-11-24T{14 + self.minute // 60}:{self.minute % 60:02}:00Z"


class Kept:
    """An editor whose steps go to a journal."""

    def __init__(self, map_: ArgumentMap, files: JournalFiles, *, pause: float = 0.005) -> None:
        self.told: list[object] = []
        self.editor: Editor = editor_of(map_)
        self.journal = Journal(files, tell=self.told.append, pause=pause)
        self.clock = Ticking()
        self.editor.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        if update.delta:
            heading = Heading(name="Essay", path="/maps/essay.argmap", digest="abc")
            self.journal.note(
                Entry(
                    delta=update.delta,
                    label=update.label,
                    at=self.clock(),
                    before=update.before.map,
                    after=update.after.map,
                    heading=heading,
                )
            )

    def reword(self, claim: str, text: str) -> None:
        self.editor.edit("Reword claim", lambda t: claims.reword(t, RecordId(claim), text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journals" / "one"


@pytest.fixture
def kept(folder: Path) -> Iterator[Kept]:
    """An editor on a small map with a journal."""
    kept = Kept(sketch("thesis <- reason"), JournalFiles(folder, write))
    yield kept
    kept.journal.close(LONG)


def left_in(folder: Path) -> Leftover:
    found = read_leftover(folder, CodecRegistry())
    assert found is not None
    return found


def test_steps_come_back_with_what_the_map_is_called_and_when(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "first")
    kept.reword("reason", "second")
    kept.editor.undo()
    assert kept.journal.wait(LONG)
    found = left_in(folder)
    assert write(found.map) == write(kept.editor.map)
    assert found.map.claims[RecordId("thesis")].text == "first"
    assert found.heading == Heading(
        name="Essay", path="/maps/essay.argmap", digest="abc", began="2026-11-24T14:01:00Z"
    )
    assert (found.latest, found.lost) == ("2026-11-24T14:03:00Z", 0)


def test_before_the_first_step_there_is_nothing_on_disk(kept: Kept, folder: Path) -> None:
    assert kept.journal.wait(LONG)
    assert not folder.exists()
    assert read_leftover(folder, CodecRegistry()) is None


def test_what_is_saved_is_not_kept_and_steps_after_it_are(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "saved")
    kept.journal.forget()
    assert kept.journal.wait(LONG)
    assert read_leftover(folder, CodecRegistry()) is None
    kept.reword("thesis", "after")
    assert kept.journal.wait(LONG)
    found = left_in(folder)
    assert found.map.claims[RecordId("thesis")].text == "after"
    assert found.heading.began == "2026-11-24T14:02:00Z"


def test_closing_writes_what_is_waiting(folder: Path) -> None:
    kept = Kept(sketch("thesis"), JournalFiles(folder, write))
    kept.reword("thesis", "last words")
    kept.journal.close(LONG)
    assert left_in(folder).map.claims[RecordId("thesis")].text == "last words"


def test_when_the_lines_outgrow_the_base_the_map_becomes_the_base(folder: Path) -> None:
    kept = Kept(sketch("thesis <- reason"), JournalFiles(folder, write, least_limit=0))
    largest = 0
    for number in range(60):
        kept.reword("thesis", f"version {number} " + "x" * 300)
        assert kept.journal.wait(LONG)
        largest = max(largest, sum(path.stat().st_size for path in folder.iterdir()))
        assert len(list(folder.iterdir())) == 2
    kept.journal.close(LONG)
    assert largest < 5 * len(write(kept.editor.map))
    assert write(left_in(folder).map) == write(kept.editor.map)
    assert left_in(folder).heading.began == "2026-11-24T14:01:00Z"


def test_several_steps_written_at_once_that_outgrow_the_base_all_come_back(folder: Path) -> None:
    kept = Kept(sketch("thesis <- reason"), JournalFiles(folder, write, least_limit=0), pause=LONG)
    for claim in ("thesis", "reason"):
        kept.reword(claim, "long words " * 100)
    assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert write(left_in(folder).map) == write(kept.editor.map)


@given(maps(), st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_session_comes_back(
    tmp_path_factory: pytest.TempPathFactory, start: ArgumentMap, data: DataObject
) -> None:
    folder = tmp_path_factory.mktemp("journals") / "one"
    kept = Kept(start, JournalFiles(folder, write, least_limit=data.draw(st.sampled_from([0, 10**6]))))
    saved = start
    for _ in range(data.draw(st.integers(1, 10))):
        match data.draw(st.sampled_from(("edit", "edit", "edit", "undo", "redo", "save", "write"))):
            case "undo":
                kept.editor.undo()
            case "redo":
                kept.editor.redo()
            case "save":
                kept.journal.forget()
                saved = kept.editor.map
            case "write":
                assert kept.journal.wait(LONG)
            case _:
                try:
                    kept.editor.edit("Edit", data.draw(edits(kept.editor.map)))
                except (Violation, ValueError):
                    continue
    kept.journal.close(LONG)
    found = read_leftover(folder, CodecRegistry())
    assert write(saved if found is None else found.map) == write(kept.editor.map)


STEPS = ("make folder", "create", "write", "sync", "replace", "sync folder", "open", "remove")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_disk_that_says_no_is_told_once_and_all_is_written_when_it_says_yes(
    folder: Path, step: str, code: int
) -> None:
    is_full = False

    def before(name: str) -> None:
        if is_full and name == step:
            raise OSError(code, "no")

    kept = Kept(sketch("thesis"), JournalFiles(folder, write, disk=Disk(before), least_limit=0))
    kept.reword("thesis", "before")
    assert kept.journal.wait(LONG)
    is_full = True
    for number in range(4):
        kept.reword("thesis", f"while it says no: {number} " + "x" * 200)
        kept.journal.wait(0.05)
        found = read_leftover(folder, CodecRegistry())
        assert found is not None, "what was written before is still there"
    is_full = False
    assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert write(left_in(folder).map) == write(kept.editor.map)
    failures = [told for told in kept.told if told is not None]
    assert kept.told == [told for failure in failures for told in (failure, None)]
    if step != "open":  # a new base needs no file to be opened again, so there it says yes in between
        assert len(failures) <= 1


def test_every_step_of_the_disk_is_one_that_was_let_fail(folder: Path) -> None:
    taken: set[str] = set()
    kept = Kept(sketch("thesis"), JournalFiles(folder, write, disk=Disk(taken.add), least_limit=0))
    for number in range(3):
        kept.reword("thesis", f"{number} " + "x" * 400)
        assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert taken == set(STEPS)


@pytest.mark.parametrize("kind", ["cut", "changed"])
def test_damage_to_a_line_costs_that_line(kept: Kept, folder: Path, kind: str) -> None:
    kept.reword("thesis", "first")
    kept.reword("reason", "second")
    assert kept.journal.wait(LONG)
    (lines,) = folder.glob("steps-*.jsonl")
    data = lines.read_bytes()
    if kind == "cut":
        lines.write_bytes(data[:-7])
    else:
        lines.write_bytes(data.replace(b"first", b"FIRST"))
    found = left_in(folder)
    texts = {key: claim.text for key, claim in found.map.claims.items()}
    wanted = {"cut": ("first", "reason"), "changed": ("thesis", "second")}[kind]
    assert (texts[RecordId("thesis")], texts[RecordId("reason")]) == wanted
    assert found.lost == 1


def test_a_damaged_heading_costs_the_heading(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    (lines,) = folder.glob("steps-*.jsonl")
    lines.write_bytes(lines.read_bytes().replace(b"Essay", b"Story", 1))
    found = left_in(folder)
    assert found.map.claims[RecordId("thesis")].text == "first"
    assert (found.heading.name, found.heading.path, found.lost) == ("", "", 1)
    assert found.heading.began == "2026-11-24T14:01:00Z"


def test_a_half_made_base_leaves_the_pair_before_it_good(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    (folder / "base-000002.argmap").write_bytes(write(sample())[:1000])
    assert left_in(folder).map.claims[RecordId("thesis")].text == "first"


def test_while_the_pair_before_a_new_base_is_still_there_the_new_one_counts(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    (folder / "base-000002.argmap").write_bytes(write(sketch("later")))
    assert set(left_in(folder).map.claims) == {"later"}


def test_journals_are_listed_and_discarded(kept: Kept, folder: Path) -> None:
    assert list(journal_folders(folder.parent)) == []
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    assert list(journal_folders(folder.parent)) == [folder]
    discard(folder)
    assert list(journal_folders(folder.parent)) == []
    discard(folder)


def test_nothing_is_written_before_the_folder_is_held_and_holding_it_is_tried_again(folder: Path) -> None:
    seen: list[list[Path]] = []

    def hold() -> bool:
        seen.append([*folder.iterdir()])
        return len(seen) > 1

    kept = Kept(sketch("thesis"), JournalFiles(folder, write, hold=hold))
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert seen == [[], []]
    assert left_in(folder).map.claims[RecordId("thesis")].text == "first"
    assert [getattr(told, "errno", None) for told in kept.told] == [errno.EAGAIN, None]


def test_what_is_to_be_forgotten_and_cannot_be_removed_is_removed_later(folder: Path) -> None:
    refused: list[str] = []

    def before(step: str) -> None:
        if step == "remove" and not refused:
            refused.append(step)
            raise OSError(errno.EACCES, "no")

    kept = Kept(sketch("thesis"), JournalFiles(folder, write, disk=Disk(before)))
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    kept.journal.forget()
    assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert refused == ["remove"]
    assert list(folder.iterdir()) == []


def test_at_any_moment_it_is_known_what_the_map_is_called_and_which_file_is_its_own(folder: Path) -> None:
    headings: list[Heading] = []

    def before(step: str) -> None:
        found = read_leftover(folder, CodecRegistry())  # what there would be if the program ended now
        if found is not None:
            headings.append(found.heading)

    kept = Kept(sketch("thesis"), JournalFiles(folder, write, disk=Disk(before), least_limit=0))
    for number in range(9):
        kept.reword("thesis", f"{number} " + "x" * 400)
        assert kept.journal.wait(LONG)
    kept.journal.close(LONG)
    assert not (folder / "base-000001.argmap").exists(), "there were several pairs"
    assert {(heading.name, heading.path) for heading in headings} == {("Essay", "/maps/essay.argmap")}


def test_what_somebody_has_put_beside_a_journal_is_passed_over(kept: Kept, folder: Path) -> None:
    kept.reword("thesis", "first")
    assert kept.journal.wait(LONG)
    (folder / "base-copy.argmap").write_bytes(write(sketch("somebody’s")))
    assert left_in(folder).map.claims[RecordId("thesis")].text == "first"
