"""A process that edits, types, undoes and saves without end, and says on its standard output what it did.

    python -m tests.durability.restless FOLDER SEED [STEP NUMBER]

edits FOLDER/map.argmap with a journal in FOLDER/journal. With STEP and NUMBER it kills itself before the
disk takes that step for that many times. A line it prints is `commit INDEX TIME DIGEST`, or `saving INDEX`
before a save and `saved INDEX` after it; the digest is that of the file that the map would be.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import time
from pathlib import Path

from argmap.editor.document import Document
from argmap.editor.editor import Editor, Update
from argmap.editor.journal import Journal
from argmap.editor.journal_files import JournalFiles
from argmap.editor.recorder import Recorder
from argmap.edits import arranging, claims, relations
from argmap.formats.disk import Disk
from argmap.formats.native import write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import EMPTY_DELTA
from argmap.model.ids import counting_ids
from argmap.model.records import RelationKind
from argmap.model.rules import Violation
from argmap.model.transaction import Transaction

MOST_CLAIMS = 40


def digest_of(map_: ArgumentMap) -> str:
    """SHA-256 of the file that the map would be."""
    return hashlib.sha256(write(map_)).hexdigest()


def random_edit(chance: random.Random, transaction: Transaction) -> None:
    """One verb, drawn at random."""
    keys = list(transaction.map.claims)
    some = chance.sample(keys, min(2, len(keys)))
    match chance.randrange(6):
        case 0 if len(some) == 2:
            kind = chance.choice((RelationKind.SUPPORT, RelationKind.ATTACK))
            relations.connect(transaction, some[0], some[1], kind)
        case 1 if some:
            arranging.move(transaction, some, (chance.uniform(-90, 90), chance.uniform(-90, 90)))
        case 2 | 3 if some:
            words = " ".join(chance.choice(("one", "world", "“quoted”", "é", "👩‍🔬")) for _ in range(9))
            claims.reword(transaction, some[0], words)
        case 4 if len(keys) > MOST_CLAIMS:
            claims.remove_elements(transaction, some)
        case _:
            at = (chance.uniform(0, 2000), chance.uniform(0, 2000))
            claims.add_claim(transaction, f"claim {chance.random()}", at=at)


def say(*words: object) -> None:
    """Print a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Restless:
    """Edits one map."""

    def __init__(self, folder: Path, seed: int, disk: Disk) -> None:
        self._chance = random.Random(seed)
        self._saves = self._chance.choice((0.0, 0.001, 0.1))
        self._path = folder / "map.argmap"
        self._document = Document.open(self._path, counting_ids(100_000), CodecRegistry())
        self._document.disk = disk
        journal = Journal(JournalFiles(folder / "journal", write, disk=disk), tell=say)
        self._recorder = Recorder(self._document, journal, clock=lambda: str(self._index))
        self._typed = EMPTY_DELTA
        self._index = 0
        self._editor: Editor = self._document.editor
        self._editor.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        if update.delta:
            self._index += 1
            self._typed = EMPTY_DELTA
        self._recorder.follow(update)
        if update.delta:
            say("commit", self._index, time.time(), digest_of(update.after.map))

    def _type(self) -> None:
        """Type into a claim, and leave it open."""
        keys = list(self._editor.map.claims)
        if keys:
            transaction = self._editor.transaction()
            words = f"typed {self._chance.random()}"
            claims.reword(transaction, self._chance.choice(keys), words)
            self._typed = transaction.finish()
            self._index += 1
            self._recorder.note_typing(self._typed)
            say("commit", self._index, time.time(), digest_of(transaction.map))

    def _keep(self) -> None:
        """Commit what was typed."""
        if self._typed:
            self._editor.replace("Reword claim", self._editor.map.apply(self._typed))

    def go_on(self) -> None:
        """Do one thing more."""
        what = self._chance.random()
        if what < 0.1:
            self._editor.undo()
        elif what < 0.2:
            self._editor.redo()
        elif what < 0.2 + self._saves:
            self._save()
        elif what < 0.5:
            self._type()
        elif what < 0.6:
            self._keep()
        else:
            try:
                self._editor.edit("Edit", lambda transaction: random_edit(self._chance, transaction))
            except (Violation, ValueError):
                return

    def _save(self) -> None:
        self._keep()
        say("saving", self._index)
        self._document.save()
        say("saved", self._index)


def main(folder: str, seed: str, step: str = "", number: str = "0") -> None:
    left = int(number)

    def before(name: str) -> None:
        nonlocal left
        if name == step:
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    restless = Restless(Path(folder), int(seed), Disk(before))
    say("ready")
    while True:
        restless.go_on()


if __name__ == "__main__":
    main(*sys.argv[1:])
