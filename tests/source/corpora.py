"""Real texts with passages whose place is known: the essay, and the arg-microtexts beside the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from argmap.model.text import normalized
from tests.architecture.checkout import ROOT
from tests.builders import sample

MICROTEXTS = ROOT.parent / "shared" / "data" / "arg-microtexts"
"""Peldszus and Stede's corpus, which is not ours to ship."""


class Text(NamedTuple):
    """A text with the spans of its segments."""

    name: str
    body: str
    segments: tuple[tuple[int, int], ...]


def essay() -> Text:
    """The essay of the sample map, with the passages that its claims rest on."""
    map_ = sample()
    (source,) = map_.sources.values()
    spans = sorted((excerpt.start, excerpt.end) for excerpt in map_.excerpts.values())
    return Text("essay", source.body, tuple(spans))


def microtexts(*folders: str) -> Iterator[Text]:
    """The texts in folders of the corpus, with the span of every segment."""
    for folder in folders:
        for path in sorted((MICROTEXTS / folder).glob("*.txt")):
            yield _text(path)


def _text(path: Path) -> Text:
    body = normalized(path.read_text(encoding="utf-8"))
    segments, end = [], 0
    for unit in ElementTree.parse(path.with_suffix(".xml")).iter("edu"):
        words = normalized((unit.text or "").strip())
        # Some headings are in capitals in the text alone.
        start = body.lower().index(words.lower(), end)
        end = start + len(words)
        segments.append((start, end))
    return Text(path.stem, body, tuple(segments))
