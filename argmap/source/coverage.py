"""How much of a source the map takes up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from argmap.model.records import Anchoring, Excerpt, Source
from argmap.source.sentences import Sentence, sentences


def covered_spans(source: Source, excerpts: Iterable[Excerpt]) -> tuple[tuple[int, int], ...]:
    """The parts of the source that excerpts take up, in order; what overlaps or touches is one part.

    Lost passages take up nothing.
    """
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


def next_unmapped(source: Source, excerpts: Iterable[Excerpt], after: int) -> Sentence | None:
    """The next sentence that no excerpt touches, begun at an offset or behind it; None where all are touched.

    Past the end of the text it goes on from the start.
    """
    covered = covered_spans(source, excerpts)
    free = [sentence for sentence in sentences(source.body) if not _is_touched(sentence, covered)]
    return next((sentence for sentence in free if sentence.start >= after), free[0] if free else None)


def _is_touched(sentence: Sentence, covered: tuple[tuple[int, int], ...]) -> bool:
    """Whether a covered part, of which none overlap, shares text with the sentence."""
    index = bisect_right(covered, sentence.start, key=lambda span: span[1])
    return index < len(covered) and covered[index][0] < sentence.end


def _spans(source: Source, excerpts: Iterable[Excerpt]) -> Iterable[tuple[int, int]]:
    length = len(source.body)
    for excerpt in excerpts:
        lost = excerpt.anchoring is Anchoring.LOST
        if excerpt.source == source.id and excerpt.start < length and not lost:
            yield excerpt.start, min(excerpt.end, length)
