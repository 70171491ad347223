"""What the recovery journal adds to a commit, on a map of some thousand claims.

    python -m tests.benchmarks.journal_overhead [CLAIMS]

prints the CPU microseconds of a commit (a claim reworded, with nothing else listening) in the thread of the
window, of noting it in the journal there, and the ratio of the two; and what the journal's own thread takes
for a step, its write included. Medians over many commits.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from argmap.app import now
from argmap.editor.document import Document
from argmap.editor.editor import Editor, Update
from argmap.editor.journal import Journal
from argmap.editor.journal_files import JournalFiles
from argmap.editor.recorder import Recorder
from argmap.edits import claims
from argmap.formats.native import write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids, placement_id
from argmap.model.records import Claim, Placement, Relation, RelationKind

COMMITS = 400


def large_map(count: int) -> ArgumentMap:
    """A map of so many claims, each but the first a reason for one before it."""
    keys = [RecordId(f"c{number}") for number in range(count)]
    records: list[Claim | Placement | Relation] = [Claim(id=key, text=f"Claim {key} " * 6) for key in keys]
    for number, key in enumerate(keys):
        x, y = 260.0 * (number % 70), 160.0 * (number // 70)
        records.append(Placement(id=placement_id(key), element=key, x=x, y=y))
        if number:
            target = keys[(number - 1) // 3]
            kind = RelationKind.SUPPORT if number % 4 else RelationKind.ATTACK
            records.append(Relation(id=RecordId(f"r{number}"), kind=kind, premises=(key,), target=target))
    return ArgumentMap(records)


def commits(editor: Editor, count: int) -> float:
    """The median CPU microseconds of a commit in this thread."""
    keys, costs = list(editor.map.claims), []
    for number in range(count):
        key = keys[number * 37 % len(keys)]
        begun = time.thread_time()
        editor.edit(
            "Reword claim", lambda t, key=key: claims.reword(t, key, f"text {time.perf_counter_ns()}")
        )
        costs.append((time.thread_time() - begun) * 1e6)
    return statistics.median(costs)


def main(count: str = "5000") -> None:
    map_ = large_map(int(count))
    editor, folder = Editor(map_, counting_ids()), Path(tempfile.mkdtemp(prefix="argmap-journal-"))
    alone = commits(editor, COMMITS)
    journal, costs = Journal(JournalFiles(folder / "one", write), tell=print), []
    document = Document(editor, CodecRegistry(), path=folder / "map.argmap")
    recorder = Recorder(document, journal, clock=now)

    def note(update: Update) -> None:
        begun = time.thread_time()
        recorder.follow(update)
        costs.append((time.thread_time() - begun) * 1e6)

    editor.subscribe(note)
    commits(editor, 20)
    journal.wait(60)
    costs.clear()
    commits(editor, COMMITS)
    others = time.process_time() - time.thread_time()
    journal.wait(60)
    journal.close()
    writing = (time.process_time() - time.thread_time() - others) * 1e6 / COMMITS
    noting = statistics.median(costs)
    print(f"{int(count):,} claims, CPU microseconds: a commit {alone:.0f}, noting it {noting:.1f}")
    print(f"ratio {noting / alone:.4f}; the journal's own thread, a step and its write: {writing:.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
