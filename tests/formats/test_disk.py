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
