"""Reading and saving real files: a save is whole or not at all."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.formats.disk import Disk
from argmap.formats.errors import (
    ChangedOnDisk,
    DiskFull,
    FileProblem,
    FileVanished,
    NoPermission,
    NotAFile,
    ReadOnly,
    TooLarge,
)
from argmap.formats.files import is_same_file, read_file, save_file, write_export
from argmap.formats.native import LARGEST
from tests.architecture.checkout import ROOT

OLD, NEW = b"the old version\n", b"the new version, a little longer\n"
posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits, links and limits are POSIX's")
not_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="for root, permission bits forbid nothing"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.argmap"
    path.write_bytes(OLD)
    return path


def backup(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def assert_untouched(path: Path) -> None:
    assert path.read_bytes() == OLD
    assert names(path.parent) == {path.name}


def test_a_file_is_read_with_its_stamp(file: Path) -> None:
    data, stamp = read_file(file)
    assert data == OLD
    assert stamp.digest == "e2cfe66df08947be9bee8db1b59a88befd9e8393f93bb68b9bb4120a64d1dcce"


def test_a_save_puts_the_new_version_in_place_and_keeps_the_old_one_beside_it(file: Path) -> None:
    _, opened = read_file(file)
    stamp = save_file(file, NEW, expected=opened)
    assert read_file(file) == (NEW, stamp)
    assert backup(file).read_bytes() == OLD
    save_file(file, b"third", expected=stamp)
    assert backup(file).read_bytes() == NEW
    assert names(file.parent) == {file.name, backup(file).name}


def test_a_new_file_needs_no_old_one_and_makes_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "Größe 😀.argmap"
    stamp = save_file(path, NEW, expected=None)
    assert read_file(path) == (NEW, stamp)
    assert names(tmp_path) == {path.name}


def test_a_file_that_another_program_changed_is_not_overwritten(file: Path) -> None:
    _, opened = read_file(file)
    file.write_bytes(b"THE old version\n")
    with pytest.raises(ChangedOnDisk, match=r"“essay\.argmap” has been changed elsewhere since"):
        save_file(file, NEW, expected=opened)
    assert file.read_bytes() == b"THE old version\n"
    assert names(file.parent) == {file.name}
    save_file(file, NEW, expected=None)
    assert (file.read_bytes(), backup(file).read_bytes()) == (NEW, b"THE old version\n")


def test_a_file_that_was_only_touched_is_saved(file: Path) -> None:
    _, opened = read_file(file)
    os.utime(file, (0, 0))
    save_file(file, NEW, expected=opened)
    assert file.read_bytes() == NEW


def test_a_file_that_is_gone_is_written_anew(file: Path) -> None:
    _, opened = read_file(file)
    file.unlink()
    save_file(file, NEW, expected=opened)
    assert file.read_bytes() == NEW


def test_a_file_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileVanished, match=r"“essay\.argmap” could not be opened.*not there"):
        read_file(tmp_path / "essay.argmap")


def test_a_folder_that_is_gone_cannot_be_saved_in(tmp_path: Path) -> None:
    with pytest.raises(FileVanished, match=r"could not be saved.*Choose another place"):
        save_file(tmp_path / "gone" / "essay.argmap", NEW, expected=None)
    (tmp_path / "plain").write_bytes(OLD)
    with pytest.raises(FileVanished):
        save_file(tmp_path / "plain" / "essay.argmap", NEW, expected=None)
    assert names(tmp_path) == {"plain"}


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "essay.argmap"
    folder.mkdir()
    with pytest.raises(NotAFile, match="is a folder"):
        read_file(folder)
    with pytest.raises(NotAFile, match="is a folder"):
        save_file(folder, NEW, expected=None)
    assert names(tmp_path) == {"essay.argmap"}
    assert names(folder) == set()


@posix_only
def test_a_pipe_or_device_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(NotAFile, match="not an ordinary file"):
            read_file(path)
    with pytest.raises(NotAFile, match="not an ordinary file"):
        save_file(pipe, NEW, expected=None)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "door"))
        with pytest.raises(NotAFile):
            read_file(tmp_path / "door")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.argmap"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TooLarge, match="64 MB"):
        read_file(path)


def test_a_read_only_file_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(ReadOnly, match="read-only"):
        save_file(file, NEW, expected=None)
    assert_untouched(file)


@not_root
def test_a_file_without_permission_can_neither_be_opened_nor_saved(file: Path) -> None:
    file.chmod(0o020)
    with pytest.raises(NoPermission, match="could not be opened: you have no permission"):
        read_file(file)
    with pytest.raises(NoPermission, match="could not be saved: you have no permission"):
        save_file(file, NEW, expected=None)
    file.chmod(0o644)
    assert_untouched(file)


@not_root
def test_a_file_that_others_may_write_and_we_may_only_read_is_left_alone(file: Path) -> None:
    file.chmod(0o464)
    with pytest.raises(NoPermission, match="could not be saved: you have no permission"):
        save_file(file, NEW, expected=None)
    assert_untouched(file)


@not_root
def test_a_folder_without_permission_cannot_be_saved_in(file: Path) -> None:
    file.parent.chmod(0o555)
    with pytest.raises(NoPermission, match="could not be saved"):
        save_file(file, NEW, expected=None)
    file.parent.chmod(0o755)
    assert_untouched(file)


@posix_only
def test_permission_bits_are_kept_for_the_file_and_its_backup(file: Path) -> None:
    file.chmod(0o640)
    save_file(file, NEW, expected=None)
    assert [path.stat().st_mode & 0o777 for path in (file, backup(file))] == [0o640, 0o640]


@posix_only
def test_a_new_file_has_the_permission_bits_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save_file(tmp_path / "new.argmap", NEW, expected=None)
    finally:
        os.umask(before)
    assert (tmp_path / "new.argmap").stat().st_mode & 0o777 == 0o640


@posix_only
def test_a_link_stays_a_link_and_its_file_is_saved(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.argmap"
    link.symlink_to(file)
    _, opened = read_file(link)
    save_file(link, NEW, expected=opened)
    assert link.readlink() == file
    assert (file.read_bytes(), backup(file).read_bytes()) == (NEW, OLD)
    assert names(folder) == {"link.argmap"}
    assert is_same_file(link, file)
    assert not is_same_file(link, backup(file))


@posix_only
def test_links_that_run_in_a_circle_are_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for act in (lambda: read_file(tmp_path / "a"), lambda: save_file(tmp_path / "a", NEW, expected=None)):
        with pytest.raises(FileProblem, match=r"“a” could not be .* the system says “"):
            act()
    assert names(tmp_path) == {"a", "b"}


def test_a_backup_that_cannot_be_kept_stops_the_save(file: Path) -> None:
    backup(file).mkdir()
    with pytest.raises(FileProblem, match="could not be saved"):
        save_file(file, NEW, expected=None)
    assert file.read_bytes() == OLD
    assert names(file.parent) == {file.name, backup(file).name}


FULL_DISK = """
import resource, sys
from pathlib import Path
from argmap.formats.errors import DiskFull
from argmap.formats.files import save_file
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    save_file(Path(sys.argv[1]), b"x" * 100_000, expected=None)
except DiskFull as problem:
    print(problem)
"""


@posix_only
def test_a_full_disk_leaves_the_old_version_and_nothing_else(file: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert child.stdout.startswith("“essay.argmap” could not be saved: the disk")
    assert_untouched(file)


@posix_only
def test_an_export_takes_a_files_place_and_keeps_nothing_of_it(tmp_path: Path) -> None:
    path, link = tmp_path / "page.html", tmp_path / "link.html"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write_export(link, b"new")
    assert path.read_bytes() == b"new"
    assert link.is_symlink()
    assert set(tmp_path.iterdir()) == {path, link}


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"old")

    def refuse(step: str) -> None:
        if step == "sync":
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DiskFull, match=r"“page.html” could not be written: the disk is full"):
        write_export(path, b"new", disk=Disk(refuse))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
