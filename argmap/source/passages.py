"""The passages of a source that elements rest on, and how they lie over one another.

Overlapping passages are cut into segments that do not overlap. Each segment knows all the passages over it,
the innermost (shortest) first: that one is painted, and it takes the first click.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.model.roles import Role, role_of_element
from argmap.source.mapping import Shift


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One excerpt as a reader sees it. Positions are code points, or UTF-16 units where Qt counts."""

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

    def within(self, start: int, end: int) -> Segment:
        """The part of it that lies in a stretch."""
        return Segment(max(self.start, start), min(self.end, end), self.passages)


def passages_of(
    map_: ArgumentMap, source: Source, *, among: Iterable[Excerpt] | None = None
) -> tuple[Passage, ...]:
    """The passages of a source in reading order, in code points, without lost ones.

    Those that pass its end are cut short. They are those of the map, or `among` some of its excerpts.
    """
    length = len(source.body)
    shown = [
        excerpt
        for excerpt in (map_.excerpts.values() if among is None else among)
        if excerpt.source == source.id and excerpt.start < length and _stands(excerpt)
    ]
    roles = {element: role_of_element(map_, element) for element in {excerpt.element for excerpt in shown}}
    found = [
        Passage(
            excerpt=excerpt.id,
            element=excerpt.element,
            role=roles[excerpt.element],
            start=excerpt.start,
            end=min(excerpt.end, length),
            is_doubtful=excerpt.anchoring is Anchoring.MOVED,
        )
        for excerpt in shown
    ]
    return tuple(sorted(found, key=lambda passage: (passage.start, passage.end, passage.excerpt)))


class Segments:
    """All segments of a text, found by position. They are cut where they are asked for.

    While the text is typed into, only the changes are noted: what is asked for is moved when it is asked for.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._shifts: list[Shift] = []
        self._passages = sorted(passages, key=lambda passage: passage.start)
        self._starts = [passage.start for passage in self._passages]
        self._reaches = list(accumulate((passage.end for passage in self._passages), max))
        """How far the passages up to each one reach."""
        self._known = _Known(0, 0, ())

    def at(self, position: int) -> Segment | None:
        """The segment that holds the character behind a position."""
        found = self.between(position, position + 1)
        return next((segment for segment in found if segment.start <= position < segment.end), None)

    def between(self, start: int, end: int) -> Sequence[Segment]:
        """The segments that share text with a stretch."""
        for shift in reversed(self._shifts):
            start, end = shift.back(start, is_end=False), shift.back(end, is_end=True)
        found = self._cut_between(start, end)
        return [moved for held in found if (moved := self._now(held))] if self._shifts else found

    def _cut_between(self, start: int, end: int) -> Sequence[Segment]:
        over = self._over(start, end)
        if not over:
            return ()
        first, last = over[0].start, max(passage.end for passage in over)
        if not self._known.start <= first <= last <= self._known.end:
            self._known = _Known(first, last, _cut(self._over(first, last)))
        found = self._known.segments
        low = bisect_right(found, start, key=lambda segment: segment.end)
        return found[low : bisect_left(found, end, key=lambda segment: segment.start)]

    def _over(self, start: int, end: int) -> list[Passage]:
        """The passages that share text with a stretch, in reading order."""
        low, high = bisect_right(self._reaches, start), bisect_left(self._starts, end)
        return [passage for passage in self._passages[low:high] if passage.end > start]

    def shift(self, shift: Shift) -> None:
        """The text was changed; in the units of its positions."""
        self._shifts.append(shift)

    def passages_between(self, start: int, end: int) -> list[Passage]:
        """The passages that share text with a stretch, where they stand now."""
        found = dict.fromkeys(passage for segment in self.between(start, end) for passage in segment.passages)
        return [moved for passage in found if (moved := self.moved(passage))]

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


class _Known(NamedTuple):
    """What has been cut: all segments from where a passage begins to where one ends.

    Passages that reach further are among what was cut; what lies beyond is not all there.
    """

    start: int
    end: int
    segments: Sequence[Segment]


def _cut(passages: list[Passage]) -> list[Segment]:
    """Sweep over all ends of passages in reading order, with those that are open held innermost first."""
    cuts = sorted({position for passage in passages for position in (passage.start, passage.end)})
    found: list[Segment] = []
    held: list[Passage] = []
    waiting = iter(passages)
    coming = next(waiting, None)
    for start, end in pairwise(cuts):
        held = [passage for passage in held if passage.end > start]
        while coming is not None and coming.start <= start:
            held.append(coming)
            coming = next(waiting, None)
        if held:
            held.sort(key=lambda passage: passage.rank)
            found.append(Segment(start, end, tuple(held)))
    return found


def first_of(excerpts: Iterable[Excerpt], source: RecordId) -> Excerpt | None:
    """The excerpt that comes first in a source, of those that are not lost."""
    return min(
        (x for x in excerpts if x.source == source and _stands(x)), key=lambda x: x.start, default=None
    )


def _stands(excerpt: Excerpt) -> bool:
    return excerpt.anchoring is not Anchoring.LOST
