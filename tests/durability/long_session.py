"""A session that never ends: random edits, undos, redos, saves and reopenings through the real editor.

    python -m tests.durability.long_session 200000

says how the memory of the process went; every map that is opened again must equal the one that was saved.
"""

from __future__ import annotations

import gc
import random
import shutil
import sys
import tempfile
from pathlib import Path

from argmap.editor.document import Document
from argmap.formats.native import write
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import counting_ids
from argmap.model.rules import Violation
from tests.builders import sketch
from tests.durability.restless import random_edit

RUNS = 20
"""Into so many parts the session is cut, to see how the memory goes."""


class Session:
    """One document and its file."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self._chance = random.Random(seed)
        self._path = folder / "map.argmap"
        self._ids = counting_ids(1)
        self._path.write_bytes(write(sketch("thesis <- reason")))
        self.opened = 0
        self._open()

    def _open(self) -> None:
        self.document = Document.open(self._path, self._ids, CodecRegistry())
        self.opened += 1

    def step(self) -> None:
        """Do one thing more."""
        what, editor = self._chance.random(), self.document.editor
        if what < 0.15:
            editor.undo()
        elif what < 0.25:
            editor.redo()
        elif what < 0.26:
            self.document.save()
        elif what < 0.263:
            self.document.save()
            saved = editor.map
            self._open()
            assert self.document.editor.map == saved, "what is opened is what was saved"
        else:
            try:
                editor.edit("Edit", lambda transaction: random_edit(self._chance, transaction))
            except (Violation, ValueError):
                return


def memory() -> int:
    """The process's memory, in bytes, without what is garbage."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096


def run(steps: int, *, seed: int) -> tuple[Session, list[int]]:
    """A session, and the memory after each part of it."""
    folder = Path(tempfile.mkdtemp(prefix="argmap-session-"))
    try:
        session, sizes = Session(folder, seed=seed), []
        for _ in range(RUNS):
            for _ in range(steps // RUNS):
                session.step()
            sizes.append(memory())
        return session, sizes
    finally:
        shutil.rmtree(folder)


def main(steps: str) -> None:
    session, sizes = run(int(steps), seed=1)
    print(f"{int(steps):,} steps, opened {session.opened} times, memory in MB:")
    print(" ".join(f"{size / 1024**2:.1f}" for size in sizes))


if __name__ == "__main__":
    main(*sys.argv[1:])
