"""The short forms of what is run at length by hand: fuzzing, and a session that goes on and on."""

from __future__ import annotations

import sys

import pytest

from tests.durability import fuzz, long_session


@pytest.mark.skipif(sys.platform == "win32", reason="it measures memory as POSIX does")
@pytest.mark.parametrize("seed", range(3))
def test_mutated_files_and_journals_break_nothing(seed: int) -> None:
    found = fuzz.run(500, 100, seed=seed)
    assert found["read"] > 10
    assert found["Damaged"] > 50
    assert found["lines lost"] > 10
    assert set(found) <= {
        "read",
        "Damaged",
        "NotThisFormat",
        "MadeByNewerVersion",
        "TooLarge",
        "nothing left",
        "whole",
        "lines lost",
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it reads the memory from /proc")
def test_a_long_session_opens_what_it_saved_and_grows_no_further() -> None:
    session, sizes = long_session.run(6000, seed=7)
    assert session.opened > 5
    assert max(sizes[10:]) < sizes[5] + 8 * 1024**2
