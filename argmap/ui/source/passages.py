"""The passages of a source that elements rest on, and how they lie over one another.

Overlapping passages are cut into segments that do not overlap. Each segment knows all the passages over it,
the innermost (shortest) first: that one is painted, and it takes the first click.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.model.roles import Role, role_of_element
from argmap.source.mapping import Shift
from argmap.source.utf16 import Utf16Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One excerpt as the panel shows it. Positions are Qt's: UTF-16 units."""

    excerpt: RecordId
    element: RecordId
    role: Role
    start: int
    end: int
    is_doubtful: bool = False
    """Whether it is to be checked that it stands there."""

    @property
    def rank(self) -> tuple[int, int, str]:
        """What innermost passages have least of: length, then nearness to the start."""
        return self.end - self.start, -self.start, self.excerpt


class Segment(NamedTuple):
    """A stretch of text with the same passages over it, innermost first."""

    start: int
    end: int
    passages: tuple[Passage, ...]


def passages_of(map_: ArgumentMap, source: Source, offsets: Utf16Offsets) -> tuple[Passage, ...]:
    """The passages of a source in reading order, without lost ones; those that pass its end are cut short."""
    length = len(source.body)
    found = [
        Passage(
            excerpt=excerpt.id,
            element=excerpt.element,
            role=role_of_element(map_, excerpt.element),
            start=offsets.to_utf16(excerpt.start),
            end=offsets.to_utf16(min(excerpt.end, length)),
            is_doubtful=excerpt.anchoring is Anchoring.MOVED,
        )
        for excerpt in map_.excerpts.values()
        if excerpt.source == source.id and excerpt.start < length and _stands(excerpt)
    ]
    return tuple(sorted(found, key=lambda passage: (passage.start, passage.end, passage.excerpt)))


class Segments:
    """All segments of a text, found by position.

    While the text is typed into, only the changes are noted: what is asked for is moved when it is asked for.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._shifts: list[Shift] = []
        self._segments = _cut(list(passages))
        self._starts = [segment.start for segment in self._segments]
        self._ends = [segment.end for segment in self._segments]

    def at(self, position: int) -> Segment | None:
        """The segment that holds the character behind a position."""
        found = self.between(position, position + 1)
        return next((segment for segment in found if segment.start <= position < segment.end), None)

    def between(self, start: int, end: int) -> Sequence[Segment]:
        """The segments that share text with a stretch."""
        for shift in reversed(self._shifts):
            start, end = shift.back(start, is_end=False), shift.back(end, is_end=True)
        found = self._segments[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        return [moved for held in found if (moved := self._now(held))] if self._shifts else found

    def shift(self, shift: Shift) -> None:
        """The text was changed; in the units of its positions."""
        self._shifts.append(shift)

    def moved(self, passage: Passage) -> Passage | None:
        """The passage where it stands now; None where nothing of it is left."""
        place = self._through(passage.start, passage.end)
        return place and replace(passage, start=place[0], end=place[1])

    def _now(self, segment: Segment) -> Segment | None:
        place = self._through(segment.start, segment.end)
        return place and Segment(*place, segment.passages)

    def _through(self, start: int, end: int) -> tuple[int, int] | None:
        place: tuple[int, int] | None = start, end
        for shift in self._shifts:
            place = place and shift.through(*place)
        return place


def _cut(passages: list[Passage]) -> list[Segment]:
    """Sweep over all ends of passages, with those that are open held innermost first."""
    opening = sorted(passages, key=lambda passage: passage.start)
    cuts = sorted({position for passage in passages for position in (passage.start, passage.end)})
    found: list[Segment] = []
    held: list[Passage] = []
    waiting = iter(opening)
    coming = next(waiting, None)
    for start, end in pairwise(cuts):
        held = [passage for passage in held if passage.end > start]
        while coming is not None and coming.start <= start:
            held.append(coming)
            coming = next(waiting, None)
        if held:
            found.append(Segment(start, end, tuple(sorted(held, key=lambda passage: passage.rank))))
    return found


def first_of(excerpts: Iterable[Excerpt], source: RecordId) -> Excerpt | None:
    """The excerpt that comes first in a source, of those that are not lost."""
    return min(
        (x for x in excerpts if x.source == source and _stands(x)), key=lambda x: x.start, default=None
    )


def _stands(excerpt: Excerpt) -> bool:
    return excerpt.anchoring is not Anchoring.LOST
