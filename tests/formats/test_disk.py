"""What argmap keeps for itself is for its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.formats.disk import DISK


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_a_folder_and_a_file_of_our_own_can_be_read_by_nobody_else(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "journals"
    before = os.umask(0o022)
    try:
        DISK.make_folder(folder)
        DISK.write_whole(folder / "base", b"")
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o077 == 0
    assert folder.parent.stat().st_mode & 0o077 == 0
    assert (folder / "base").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder cannot be asked")
@pytest.mark.parametrize("way", ["whole", "more"])
def test_the_bytes_are_brought_to_the_disk_and_so_is_a_new_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    synced: list[int] = []
    fsync, file = os.fsync, tmp_path / "map"

    def noted(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        fsync(handle)

    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", noted)
    if way == "whole":
        DISK.write_whole(file, b"new")
        assert synced == [file.stat().st_ino, tmp_path.stat().st_ino]
    else:
        DISK.append(file, b"more")
        assert synced == [file.stat().st_ino]
