"""A process that edits and saves without end is killed at random moments: nothing is ever lost.

Afterwards the file always opens and equals a state that was committed, and the journal brings back every
commit older than two seconds. Some moments are at a step of the save or of the journal, so that each step is
among them. The full form, by hand:

    python -m tests.durability.test_kills 500
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from argmap.editor.leftovers import read_leftover
from argmap.formats.native import read, write
from argmap.formats.registry import CodecRegistry
from tests.architecture.checkout import ROOT
from tests.builders import sketch
from tests.durability.restless import digest_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")

STEPS = (
    "read",
    "create",
    "write",
    "sync",
    "copy access",
    "replace",
    "sync folder",
    "open",
    "remove",
    "make folder",
)
PROMISED = 2.0
"""Commits older than so many seconds come back."""
LONGEST = 4.0
"""The process lives so many seconds at most after it is ready: long enough for commits to grow old."""


@dataclass
class Said:
    """What the process said before it died."""

    commits: dict[int, tuple[float, str]] = field(default_factory=dict)
    """When each was made, and the digest of the map after it."""
    saving: int = -1
    """The last state whose save was begun, and whether it was said to be done."""
    saved: int = -1

    @classmethod
    def of(cls, lines: list[str]) -> Said:
        said = cls()
        for line in lines:
            match line.split():
                case ["commit", index, at, digest]:
                    said.commits[int(index)] = (float(at), digest)
                case ["saving", index]:
                    said.saving = int(index)
                case ["saved", index]:
                    said.saved = int(index)
        return said

    def index_of(self, digest: str) -> int | None:
        """The last commit that led to this map."""
        return max((index for index, (_, held) in self.commits.items() if held == digest), default=None)


def kill(folder: Path, seed: int) -> tuple[Said, float]:
    """Let a process run and kill it; what it said, and the last moment at which it is known to have lived."""
    chance = random.Random(seed)
    step = chance.choice(STEPS) if seed % 3 else ""
    words = [sys.executable, "-m", "tests.durability.restless", str(folder), str(seed)]
    words += [step, str(chance.choice((1, 2, 3, 5, 8, 13, 200)))] if step else []
    with subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        lines, killed = _lines_until_death(process, process.stdout, chance.uniform(0.1, LONGEST))
        assert process.stderr is not None
        assert process.wait() == -signal.SIGKILL, process.stderr.read()
    said = Said.of(lines)
    return said, max([killed, *(at for at, _ in said.commits.values())])


def _lines_until_death(
    process: subprocess.Popen[str], out: IO[str], seconds: float
) -> tuple[list[str], float]:
    """All whole lines, and when the process was killed: so long after it was ready, if it still lived."""
    assert out.readline() == "ready\n"
    deadline = time.monotonic() + seconds
    lines, killed = [], 0.0
    for line in out:
        if line.endswith("\n"):
            lines.append(line)
        if time.monotonic() > deadline:
            is_alive, now = process.poll() is None, time.time()
            killed = now if is_alive else 0.0
            process.kill()
            lines += [rest for rest in out if rest.endswith("\n")]
    return lines, killed


def check(folder: Path, said: Said, start: str, ended: float) -> float:
    """The file opens and is a committed state; what is older than promised is in it or in the journal.

    Returns how old, in seconds, the oldest commit was that did not come back.
    """
    in_file = digest_of(read((folder / "map.argmap").read_bytes()))
    saved = said.index_of(in_file)
    if saved is None:
        assert in_file == start
        assert said.saved <= 0, "a save that was done is in the file"
        saved = 0
    else:
        assert saved >= said.saved, "a save that was done is in the file"
    leftover = read_leftover(folder / "journal", CodecRegistry())
    if leftover is None:
        reached = saved
    else:
        assert leftover.lost <= 1, "no more than the line that was being written"
        found = said.index_of(digest_of(leftover.map))
        reached = max(saved, found if found is not None else int(leftover.latest or 0))
    oldest = max((ended - at for index, (at, _) in said.commits.items() if index > reached), default=0.0)
    assert oldest <= PROMISED
    return oldest


def run(folder: Path, seed: int) -> tuple[Said, float]:
    """One life and death; see `check`."""
    start = sketch("thesis <- one + two; thesis <x- three")
    (folder / "map.argmap").write_bytes(write(start))
    said, ended = kill(folder, seed)
    return said, check(folder, said, digest_of(start), ended)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path, seed: int) -> None:
    run(tmp_path, seed)


def main(times: int) -> None:
    """Kill so many processes and say what was seen."""
    commits = saves = 0
    oldest = 0.0
    for seed in range(1000, 1000 + times):
        folder = Path(tempfile.mkdtemp(prefix="argmap-kill-"))
        said, age = run(folder, seed)
        oldest = max(oldest, age)
        commits, saves = commits + len(said.commits), saves + (said.saving >= 0)
        shutil.rmtree(folder)
    print(f"{times} kills, {commits} commits, {saves} lives with a save: nothing lost")
    print(f"the oldest commit that did not come back was {oldest:.2f} s old")


if __name__ == "__main__":
    main(int(sys.argv[1]))
