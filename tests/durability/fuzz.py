"""Mutated files and journals through the loader: only the closed tree of errors, no hang, no flood of memory.

    python -m tests.durability.fuzz 100000 20000

reads so many mutated maps and so many mutated journals, and says what came of them.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from argmap.editor.journal_files import BASE, LINES
from argmap.editor.leftovers import read_leftover
from argmap.formats.errors import FormatError
from argmap.formats.journal_lines import Heading, write_heading, write_step
from argmap.formats.native import read, write
from argmap.formats.registry import CodecRegistry
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from tests.builders import editor_of, furnished, sketch
from tests.durability.restless import random_edit

SLOWEST = 2.0
"""No file takes more seconds than this."""
MOST_MEMORY = 1024**3
"""Nor does the process take more bytes."""

ODD: tuple[object, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    -0.0,
    2**70,
    "",
    "\ud800",
    "nan",
    "a" * 5000,
    [],
    {},
    [[[[]]]],
    {"id": "c1"},
    "../../etc/passwd",
    "<script>",
    "\0",
)


def seeds() -> list[bytes]:
    """Files to begin with: small ones, in which every kind of record stands."""
    return [write(furnished()), write(sketch("thesis <- a + b; thesis <x- c; (c -x> thesis) <x- d"))]


def mutated_bytes(chance: random.Random, data: bytes) -> bytes:
    """Some bytes changed, doubled, cut out or moved."""
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(held) + 1)
        length = chance.choice((1, 1, 2, 7, 40, 400))
        match chance.randrange(5):
            case 0:
                held[start : start + length] = chance.randbytes(length)
            case 1:
                del held[start : start + length]
            case 2:
                held[start:start] = held[start : start + length] * chance.choice((1, 2, 50))
            case 3 if start < len(held):
                held[start] ^= 1 << chance.randrange(8)
            case _:
                del held[start:]
    return bytes(held)


def mutated_json(chance: random.Random, data: bytes) -> bytes:
    """The same structure with values, keys and records changed."""
    document = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        _mutate(chance, document)
    return json.dumps(document).encode("utf-8", "surrogatepass")


def _mutate(chance: random.Random, value: object) -> None:
    """Change something at some depth of it."""
    while isinstance(value, dict | list) and value:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        key = chance.choice(keys)
        inner = value[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.85:
            value = inner
            continue
        match chance.randrange(4):
            case 0:
                value[key] = chance.choice(ODD)
            case 1:
                del value[key]
            case 2 if isinstance(value, list):
                value.append(inner)
            case 3 if isinstance(value, dict):
                value[str(chance.choice(("id", "record", "target", "unknown", "x")))] = inner
            case _:
                value[key] = chance.choice([value[other] for other in keys])
        return


def one_map(chance: random.Random, held: list[bytes]) -> str:
    """Read one mutated file; what came of it."""
    mutate: Callable[[random.Random, bytes], bytes] = chance.choice((mutated_bytes, mutated_json))
    try:
        map_ = read(mutate(chance, chance.choice(held)))
    except FormatError as error:
        return type(error).__name__ if str(error) else "a problem without words"
    assert rules.check(map_) == []
    assert read(write(map_)) == map_
    return "read"


def journal_lines(chance: random.Random, map_: ArgumentMap) -> list[bytes]:
    """A heading and the lines of some edits."""
    editor = editor_of(map_)
    lines = [write_heading(Heading(name="Map", began="2026-11-24T14:00:00Z"))]
    editor.subscribe(
        lambda update: lines.append(write_step(update.delta, label="Edit", at="2026-11-24T14:01:00Z"))
    )
    for _ in range(6):
        try:
            editor.edit("Edit", lambda transaction: random_edit(chance, transaction))
        except (rules.Violation, ValueError):
            continue
    return lines


def one_journal(chance: random.Random, held: list[bytes], folder: Path) -> str:
    """Read one mutated journal; what came of it."""
    base = chance.choice(held)
    lines = b"".join(journal_lines(chance, read(base)))
    which = chance.randrange(4)
    (folder / BASE.format(1)).write_bytes(mutated_bytes(chance, base) if which == 0 else base)
    (folder / LINES.format(1)).write_bytes(mutated_bytes(chance, lines) if which else lines)
    leftover = read_leftover(folder, CodecRegistry())
    if leftover is None:
        return "nothing left"
    assert rules.check(leftover.map) == []
    write(leftover.map)
    return "whole" if not leftover.lost else "lines lost"


def run(maps: int, journals: int, *, seed: int) -> Counter[str]:
    """Read so many of each; how often what came of it."""
    chance, held, found = random.Random(seed), seeds(), Counter[str]()
    folder = Path(tempfile.mkdtemp(prefix="argmap-fuzz-"))
    try:
        for number in range(maps + journals):
            begun = time.monotonic()
            what = one_map(chance, held) if number < maps else one_journal(chance, held, folder)
            assert time.monotonic() - begun < SLOWEST, f"number {number} of seed {seed} hung"
            found[what] += 1
    finally:
        shutil.rmtree(folder)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_MEMORY
    return found


def main(maps: str, journals: str) -> None:
    print(dict(run(int(maps), int(journals), seed=1)))


if __name__ == "__main__":
    main(*sys.argv[1:])
