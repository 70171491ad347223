"""The order in which the texts of a map are listed: by title, so that an undo leaves each at its place."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Source


def listed(map_: ArgumentMap) -> list[Source]:
    """All texts of a map, in their order."""
    return sorted(map_.sources.values(), key=lambda source: (source.title.casefold(), source.id))
