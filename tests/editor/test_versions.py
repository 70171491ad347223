"""Earlier versions of a file: what was saved is there again, and the old ones grow thin."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.versions import MOST, Version, Versions, superfluous
from argmap.formats.disk import Disk

START = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versions")


def test_what_was_saved_is_there_again_the_latest_first(versions: Versions, tmp_path: Path) -> None:
    path = tmp_path / "essay.argmap"
    for number in range(3):
        versions.keep(path, f"version {number}".encode(), at=START + timedelta(minutes=number))
    found = versions.of(path)
    assert [version.path.read_bytes() for version in found] == [b"version 2", b"version 1", b"version 0"]
    assert [version.at for version in found] == [START + timedelta(minutes=number) for number in (2, 1, 0)]
    assert found[0].size == len(b"version 2")
    assert versions.of(tmp_path / "other.argmap") == []


def test_what_has_not_changed_is_kept_once(versions: Versions, tmp_path: Path) -> None:
    path = tmp_path / "essay.argmap"
    for minute in range(3):
        versions.keep(path, b"the same", at=START + timedelta(minutes=minute))
    assert len(versions.of(path)) == 1


def test_what_is_saved_again_is_kept_where_something_else_was_saved_between(
    versions: Versions, tmp_path: Path
) -> None:
    path = tmp_path / "essay.argmap"
    for minute, data in enumerate((b"one", b"two", b"two", b"one")):
        versions.keep(path, data, at=START + timedelta(minutes=minute))
    assert [version.path.read_bytes() for version in versions.of(path)] == [b"one", b"two", b"one"]


def test_a_link_leads_to_the_versions_of_its_file(versions: Versions, tmp_path: Path) -> None:
    path, link = tmp_path / "essay.argmap", tmp_path / "link.argmap"
    path.write_bytes(b"")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("this user may make no links")
    versions.keep(link, b"one", at=START)
    assert len(versions.of(path)) == 1


def test_a_year_of_saving_leaves_a_few_from_every_time(versions: Versions, tmp_path: Path) -> None:
    path, at = tmp_path / "essay.argmap", START
    for number in range(400):
        at = START + timedelta(hours=22 * number)
        versions.keep(path, str(number).encode(), at=at)
    found = versions.of(path)
    assert len(found) == MOST
    ages = [(at - version.at) / timedelta(days=1) for version in found]
    assert ages[0] == 0
    assert ages[1] < 3
    assert ages[-1] > 300
    gaps = [later - sooner for sooner, later in pairwise(ages)]
    assert max(gaps) < ages[-1] * 2 / 3
    assert gaps[-1] > 10 * gaps[0]


def test_old_versions_a_day_apart_are_nearer_than_new_ones_an_hour_apart() -> None:
    old = [timedelta(days=days) for days in (200, 199, 198)]
    new = [timedelta(hours=hours) for hours in (2, 1, 0)]
    every = [Version(Path(str(age)), START - age, 1) for age in (*old, *new)]
    assert superfluous(every, now=START, most=5) == [every[1]]


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40, unique=True), st.integers(2, 12))
def test_no_more_stay_than_asked_for_the_latest_and_the_oldest_among_them(
    seconds: list[int], most: int
) -> None:
    every = [Version(Path(str(each)), START + timedelta(seconds=each), 1) for each in seconds]
    gone = superfluous(every, now=START + timedelta(seconds=10**8), most=most)
    stay = [version for version in every if version not in gone]
    assert len(stay) == min(len(every), most)
    times = [version.at for version in every]
    assert {min(times), max(times)} <= {version.at for version in stay}


def test_a_version_that_cannot_be_written_leaves_the_others(tmp_path: Path) -> None:
    is_full = False

    def before(step: str) -> None:
        if is_full and step == "write":
            raise OSError(errno.ENOSPC, "full")

    versions, path = Versions(tmp_path / "versions", disk=Disk(before)), tmp_path / "essay.argmap"
    versions.keep(path, b"one", at=START)
    is_full = True
    with pytest.raises(OSError, match="full"):
        versions.keep(path, b"two", at=START + timedelta(minutes=1))
    assert [version.path.read_bytes() for version in versions.of(path)] == [b"one"]


def test_what_is_no_version_is_passed_over(versions: Versions, tmp_path: Path) -> None:
    path = tmp_path / "essay.argmap"
    versions.keep(path, b"one", at=START)
    (versions.of(path)[0].path.parent / "notes.argmap").write_bytes(b"?")
    assert len(versions.of(path)) == 1
