"""The passages of a source where Qt counts them: in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Excerpt, Source
from argmap.source import passages
from argmap.source.passages import Passage, Segment, Segments, first_of
from argmap.source.utf16 import Utf16Offsets

__all__ = ["Passage", "Segment", "Segments", "first_of", "passages_of"]


def passages_of(
    map_: ArgumentMap, source: Source, offsets: Utf16Offsets, *, among: Iterable[Excerpt] | None = None
) -> tuple[Passage, ...]:
    """The passages of a source in reading order, without lost ones; those that pass its end are cut short.

    They are those of the map, or `among` some of its excerpts.
    """
    return tuple(
        replace(passage, start=offsets.to_utf16(passage.start), end=offsets.to_utf16(passage.end))
        for passage in passages.passages_of(map_, source, among=among)
    )
