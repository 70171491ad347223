"""How many passages are found again in a newer version of their text, and how many wrongly.

    python -m tests.benchmarks.newer_version [SEED]

rewrites the essay 200 times and 200 microtexts once, from a seed (see `tests/source/rewriting.py`). Passages
are, in the essay, those of the sample map, every sentence, and clauses and pairs of sentences drawn at
random; in the microtexts, which are looked for beside the checkout, the annotated segments. For our search,
for plain exact search and for difflib it prints

- found: surviving passages whose place and true place share at least 70 % of what both cover;
- to letter: those whose place is the true one exactly;
- kept: those that are said to stand where they stood;
- unmarked: how many are said to be kept and stand anywhere but exactly at their true place;
- gone: mkd: passages of which no word is left, and which were given a place to check all the same;
- a rewrite: milliseconds of CPU.

The constants of `argmap/source/finding.py` were chosen with seeds from 77 on.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.source.anchor import Place, make_excerpt
from argmap.source.finding import find_again
from tests.source.corpora import essay, microtexts
from tests.source.rewriting import Rewrite, passages, vocabulary

REWRITES = 200
ENOUGH = 0.7

Search = Callable[[Sequence[Excerpt], str, str], list[Place]]


@dataclass
class Tally:
    """What became of the passages."""

    surviving: int = 0
    found: int = 0
    to_the_letter: int = 0
    kept: int = 0
    wrong_unmarked: int = 0
    gone: int = 0
    gone_marked: int = 0
    seconds: float = 0.0

    def add(self, place: Place, truth: tuple[int, int] | None, *, is_gone: bool) -> None:
        is_lost = place.anchoring is Anchoring.LOST
        span = None if is_lost else (place.start, place.end)
        is_kept = place.anchoring is Anchoring.KEPT
        self.kept += is_kept
        self.wrong_unmarked += is_kept and span != truth
        self.gone += is_gone
        self.gone_marked += is_gone and place.anchoring is Anchoring.MOVED
        if truth is None:
            return
        self.surviving += 1
        self.found += span is not None and shared(span, truth) >= ENOUGH
        self.to_the_letter += span == truth

    def row(self, name: str, texts: int) -> str:
        shares = [self.found, self.to_the_letter, self.kept]
        columns = [f"{100 * share / self.surviving:7.2f} %" for share in shares]
        gone = f"{100 * self.gone_marked / max(1, self.gone):7.1f} %"
        timing = f"{1000 * self.seconds / texts:8.1f} ms"
        return "  ".join([f"{name:14}", *columns, f"{self.wrong_unmarked:8}", gone, timing])


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The characters in both spans, as a share of those in either."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def ours(excerpts: Sequence[Excerpt], old: str, new: str) -> list[Place]:
    return list(find_again(excerpts, old, new).values())


def exactly(excerpts: Sequence[Excerpt], old: str, new: str) -> list[Place]:
    return [_place(new.find(x.exact), new.find(x.exact) + len(x.exact), x, new=new) for x in excerpts]


def by_difflib(excerpts: Sequence[Excerpt], old: str, new: str) -> list[Place]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    found = []
    for x in excerpts:
        inside = [b for b in blocks if b.a < x.end and x.start < b.a + b.size]
        if not inside:
            found.append(_place(-1, -1, x, new=new))
            continue
        first, last = inside[0], inside[-1]
        start = first.b + max(0, x.start - first.a)
        end = last.b + min(last.size, x.end - last.a)
        found.append(_place(start, end, x, new=new))
    return found


def _place(start: int, end: int, excerpt: Excerpt, *, new: str) -> Place:
    """What a search without marks of its own says: words that are the same are kept, others are moved."""
    if start < 0:
        return Place(0, 0, Anchoring.LOST, 0.0)
    same = new[start:end] == excerpt.exact
    return Place(start, end, Anchoring.KEPT if same else Anchoring.MOVED, 1.0)


SEARCHES: dict[str, Search] = {"argmap": ours, "exact search": exactly, "difflib": by_difflib}


Spans = Sequence[tuple[int, int]]


def measure(rewrites: Iterable[tuple[Rewrite, Spans]]) -> dict[str, Tally]:
    tallies = {name: Tally() for name in SEARCHES}
    for rewrite, spans in rewrites:
        source = Source(id=RecordId("t"), title="", body=rewrite.old)
        excerpts = [
            make_excerpt(source, span, key=RecordId(f"x{number}"), element=RecordId("c"))
            for number, span in enumerate(spans)
        ]
        truths = [rewrite.truth(*span) for span in spans]
        gone = [rewrite.is_gone(*span) for span in spans]
        for name, search in SEARCHES.items():
            begun = time.process_time()
            places = search(excerpts, rewrite.old, rewrite.new)
            tallies[name].seconds += time.process_time() - begun
            for place, truth, is_gone in zip(places, truths, gone, strict=True):
                tallies[name].add(place, truth, is_gone=is_gone)
    return tallies


def report(title: str, tallies: dict[str, Tally]) -> None:
    some = tallies["argmap"]
    print(f"{title}: {REWRITES} rewrites, {some.surviving:,} passages survive, {some.gone:,} are gone")
    print(f"{'':14}      found  to letter       kept  unmarked  gone: mkd   a rewrite")
    for name, tally in tallies.items():
        print(tally.row(name, REWRITES))
    print()


def main(seed: str = "1") -> None:
    first = int(seed) * 1_000_000
    _, body, marked = essay()
    words = vocabulary(body)
    seeds = range(first, first + REWRITES)
    spans = sorted({*marked, *passages(body, seed=first)})
    report("The essay", measure((Rewrite(body, n, words=words), spans) for n in seeds))
    texts = list(microtexts("en", "part2"))
    if not texts:
        print("The microtexts are not beside the checkout.")
        return
    chosen = [(texts[n % len(texts)], n) for n in seeds]
    rewrites = ((Rewrite(text.body, n, words=words), text.segments) for text, n in chosen)
    report("Microtexts", measure(rewrites))


if __name__ == "__main__":
    main(*sys.argv[1:])
