"""How much of a source the map takes up."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.records import Excerpt, Source


def covered_spans(source: Source, excerpts: Iterable[Excerpt]) -> tuple[tuple[int, int], ...]:
    """The parts of the source that excerpts take up, in order; what overlaps or touches is one part."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_spans(source, excerpts)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def covered_length(source: Source, excerpts: Iterable[Excerpt]) -> int:
    """How many code points of the source excerpts take up, each counted once."""
    return sum(end - start for start, end in covered_spans(source, excerpts))


def coverage(source: Source, excerpts: Iterable[Excerpt]) -> float:
    """The share of the source that excerpts take up, 0 to 1; 0 of an empty one."""
    return covered_length(source, excerpts) / len(source.body) if source.body else 0.0


def _spans(source: Source, excerpts: Iterable[Excerpt]) -> Iterable[tuple[int, int]]:
    length = len(source.body)
    for excerpt in excerpts:
        if excerpt.source == source.id and excerpt.start < length:
            yield excerpt.start, min(excerpt.end, length)
