"""A save beside other programs: what they write in the middle of it stays, and so does whose the file is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.formats.disk import Disk
from argmap.formats.errors import ChangedOnDisk
from argmap.formats.files import LONGEST_NAME, backup_of, read_file, save_file

OLD, NEW, THEIRS = b"the old version\n", b"the new version\n", b"what another program wrote\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.argmap"
    path.write_bytes(OLD)
    return path


class Neighbour:
    """Another program, which writes the file just before a step of the save is taken."""

    def __init__(self, file: Path, step: str) -> None:
        self._file, self._step = file, step
        self.has_written = False

    def __call__(self, step: str) -> None:
        if step == self._step and not self.has_written:
            self.has_written = True
            self._file.write_bytes(THEIRS)


@pytest.mark.parametrize("step", ["create", "write", "sync", "copy access", "replace"])
def test_what_another_program_writes_in_the_middle_of_a_save_is_not_written_over(
    file: Path, step: str
) -> None:
    _, opened = read_file(file)
    neighbour = Neighbour(file, step)
    with pytest.raises(ChangedOnDisk, match="has been changed elsewhere") as problem:
        save_file(file, NEW, expected=opened, disk=Disk(neighbour))
    assert neighbour.has_written
    data, now = read_file(file)
    assert data == THEIRS
    assert problem.value.found == now.digest
    assert not list(file.parent.glob("*.tmp"))
    save_file(file, NEW, expected=now)
    assert (file.read_bytes(), backup_of(file).read_bytes()) == (NEW, THEIRS)


@pytest.mark.parametrize("step", ["create", "write", "sync"])
def test_nor_is_a_file_that_was_not_there_when_the_save_began(tmp_path: Path, step: str) -> None:
    path = tmp_path / "new.argmap"
    with pytest.raises(ChangedOnDisk):
        save_file(path, NEW, expected=None, disk=Disk(Neighbour(path, step)))
    assert path.read_bytes() == THEIRS
    assert [each.name for each in tmp_path.iterdir()] == ["new.argmap"]


@pytest.mark.parametrize("length", [LONGEST_NAME - 3, LONGEST_NAME])
def test_a_name_that_leaves_no_room_for_more_can_be_saved_again(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("é" * 120 + ".argmap").rjust(length - 120, "x")
    assert len(os.fsencode(path.name)) == length
    for data in (OLD, NEW, b"third"):
        save_file(path, data, expected=None)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"third", NEW)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_stays_its_owners_and_its_groups(file: Path) -> None:
    os.chown(file, 1000, 1001)
    save_file(file, NEW, expected=None)
    owners = [(path.stat().st_uid, path.stat().st_gid) for path in (file, backup_of(file))]
    assert owners == [(1000, 1001)] * 2
