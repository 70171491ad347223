"""A disk that says no at any step of a save: the map on screen, its undo and a good file survive."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from argmap.editor.commands.file import save_by_itself
from argmap.editor.versions import Versions
from argmap.edits.claims import reword
from argmap.formats.disk import Disk
from argmap.formats.errors import DiskFull, FileProblem, NoPermission, Problem, ReadOnly
from argmap.formats.native import read, write
from argmap.model.ids import RecordId
from tests.builders import sketch
from tests.documents import open_document
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_for, bench_on

STEPS = ("open", "read", "create", "write", "sync", "copy access", "replace", "sync folder")
"""What a save does to the disk. Most of them twice: for the backup and for the file."""
CODES = {
    errno.ENOSPC: DiskFull,
    errno.EACCES: NoPermission,
    errno.EROFS: ReadOnly,
    errno.EIO: FileProblem,
}
B = RecordId("b")


class Faulty:
    """Says no at one step, once it has been taken so often."""

    def __init__(self, step: str, number: int, code: int) -> None:
        self._step, self._number, self._code = step, number, code
        self.taken: list[str] = []

    def __call__(self, step: str) -> None:
        self.taken.append(step)
        if step == self._step and self.taken.count(step) == self._number:
            raise OSError(self._code, "no")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.argmap"
    path.write_bytes(write(small_map()))
    return path


def changed(file: Path, disk: Disk) -> Bench:
    """The map in the file with a claim reworded, before it is saved."""
    bench = bench_for(open_document(file))
    bench.document.disk = disk
    bench.document.editor.edit("Reword", lambda t: reword(t, B, "changed"))
    return bench


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("code", list(CODES))
@pytest.mark.parametrize("step", STEPS)
def test_a_save_that_fails_costs_nothing(file: Path, step: str, code: int, number: int) -> None:
    before, faulty = file.read_bytes(), Faulty(step, number, code)
    bench = changed(file, Disk(faulty))
    state, steps = bench.document.editor.state, bench.document.editor.history.done
    bench.run("file.save")
    if step == "sync folder" or faulty.taken.count(step) < number:
        assert not bench.document.is_modified, "the file stands either way, or the step was not taken"
        return
    assert bench.document.editor.state == state
    assert bench.document.editor.history.done == steps
    assert bench.document.is_modified
    assert len(bench.host.problems) == 1
    assert "“essay.argmap” could not be saved" in bench.host.problems[0]
    held = file.read_bytes()
    assert held in (before, write(bench.map))
    assert read(held)
    assert not list(file.parent.glob("*.tmp"))
    bench.run("file.save")
    assert not bench.document.is_modified
    assert read(file.read_bytes()).claims[B].text == "changed"


@pytest.mark.parametrize(("code", "kind"), CODES.items())
def test_what_the_system_says_becomes_a_problem_of_its_kind(
    file: Path, code: int, kind: type[Problem]
) -> None:
    bench = changed(file, Disk(Faulty("write", 1, code)))
    with pytest.raises(kind):
        bench.document.save()


def test_every_step_of_a_save_is_one_that_was_let_fail(file: Path) -> None:
    faulty = Faulty("", 0, 0)
    changed(file, Disk(faulty)).run("file.save")
    assert set(faulty.taken) == set(STEPS)


def test_a_new_file_that_cannot_be_written_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "new.argmap"
    bench = bench_on(sketch("thesis"))
    bench.document.disk = Disk(Faulty("sync", 1, errno.ENOSPC))
    bench.host.save_answer = path
    bench.run("file.save_as")
    assert len(bench.host.problems) == 1
    assert not path.exists()
    assert not list(tmp_path.glob(".argmap*"))


class Refusing:
    """Says no at every step of one kind, as long as it is told to."""

    def __init__(self, step: str, code: int) -> None:
        self._step, self._code = step, code
        self.is_on = True

    def __call__(self, step: str) -> None:
        if self.is_on and step == self._step:
            raise OSError(self._code, "no")


def save_again(bench: Bench, text: str) -> None:
    bench.document.editor.edit("Reword", lambda t: reword(t, B, text))
    bench.run("file.save")


@pytest.mark.parametrize("code", list(CODES))
@pytest.mark.parametrize("step", ["make folder", "read", "create", "write", "sync", "replace"])
def test_a_version_that_cannot_be_kept_hinders_no_save_and_is_told_once(
    file: Path, tmp_path: Path, step: str, code: int
) -> None:
    refusing, bench = Refusing(step, code), changed(file, Disk())
    bench.document.versions = Versions(tmp_path / "versions", disk=Disk(refusing))
    for text in ("one", "two"):
        save_again(bench, text)
        assert read(file.read_bytes()).claims[B].text == text
        assert not bench.document.is_modified
    assert len(bench.host.problems) == 1
    assert "could not be kept besides" in bench.host.problems[0]
    refusing.is_on = False
    save_again(bench, "three")
    kept = [read(version.path.read_bytes()).claims[B].text for version in bench.document.kept_versions()]
    before = {"Claim b"} if step == "read" else set()  # there was nothing to be read when it was kept
    assert {*kept} == {"two", "three"} | before
    refusing.is_on = True
    save_again(bench, "four")
    assert len(bench.host.problems) == 2


@pytest.mark.parametrize("code", list(CODES))
@pytest.mark.parametrize("step", [step for step in STEPS if step != "sync folder"])
def test_saving_by_itself_that_fails_is_told_once_and_goes_on_trying(
    file: Path, step: str, code: int
) -> None:
    before, refusing = file.read_bytes(), Refusing(step, code)
    bench = changed(file, Disk(refusing))
    bench.host.saves_by_itself = True
    for text in ("one", "two", "three"):
        bench.document.editor.edit("Reword", lambda t, text=text: reword(t, B, text))
        save_by_itself(bench.context)
        assert bench.map.claims[B].text == text
        assert bench.document.is_modified
        assert file.read_bytes() == before
    assert len(bench.host.problems) == 1
    refusing.is_on = False
    save_by_itself(bench.context)
    assert read(file.read_bytes()).claims[B].text == "three"
    refusing.is_on = True
    bench.document.editor.edit("Reword", lambda t: reword(t, B, "four"))
    save_by_itself(bench.context)
    assert len(bench.host.problems) == 2
