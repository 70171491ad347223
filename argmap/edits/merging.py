"""Bringing two maps together that went different ways from one, their texts too: passages are found again.

Each side has drawn its passages on the text that it had. Before the records are compared, what stands on
another text than the merge will have is found again in that one: also the base's own, so that a passage that
only went with its text does not count as changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model import merging
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.merging import Merge
from argmap.model.records import AnyRecord, Source
from argmap.source.anchor import placed
from argmap.source.finding import Finder


class _Sides(NamedTuple):
    """The three maps of a merge."""

    base: ArgumentMap
    ours: ArgumentMap
    theirs: ArgumentMap

    def went_apart_on(self, text: Source) -> bool:
        """Whether a side has the text with another body, or they removed it."""
        is_removed = text.id in self.base.sources and text.id not in self.theirs.sources
        return is_removed or any(_has_another(side, text) for side in self)

    def touched(self, text: Source) -> set[RecordId]:
        """The passages that are not, on another body of the text, what they were in the base."""
        others = [side for side in self[1:] if _has_another(side, text)] or [self.ours, self.theirs]
        return {
            key
            for key in {key for side in self for key in side.excerpts}
            if any(side.excerpts.get(key) != self.base.excerpts.get(key) for side in others)
        }


def merge(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Merge:
    """Our map with what they changed since the base, each passage in the text that the merge has."""
    sides = _Sides(base, ours, theirs)
    merged = merging.merge(*sides)
    texts = [text for text in merged.map.sources.values() if sides.went_apart_on(text)]
    if not texts:
        return merged
    for text in texts:
        touched = sides.touched(text)
        sides = _Sides(*(_with_passages_in(text, side, touched) for side in sides))
        if text.id not in theirs.sources:
            sides = sides._replace(theirs=_with(sides.theirs, _left_out(text, sides.base)))
    return merging.merge(*sides)


def _has_another(side: ArgumentMap, text: Source) -> bool:
    """Whether a side has the text with another body."""
    return text.id in side.sources and side.sources[text.id].body != text.body


def _with_passages_in(text: Source, side: ArgumentMap, touched: set[RecordId]) -> ArgumentMap:
    """A side whose passages, as far as they were touched, stand in the text."""
    if not _has_another(side, text):
        return side
    finder = Finder(side.sources[text.id].body, text.body)
    own = (side.excerpts[key] for key in touched if key in side.excerpts)
    return _with(side, (placed(text, x, finder.find(x)) for x in own if x.source == text.id))


def _left_out(text: Source, base: ArgumentMap) -> Iterator[AnyRecord]:
    """What they removed only because it hangs on a text that they removed, and that stays after all."""
    for passage in base.excerpts.values():
        if passage.source == text.id:
            yield passage
            yield from base.notes_of(passage.id)


def _with(side: ArgumentMap, records: Iterator[AnyRecord]) -> ArgumentMap:
    held: dict[RecordId, AnyRecord] = dict(side)
    held.update((record.id, record) for record in records)
    return ArgumentMap(held.values(), unread=side.unread)
