"""Which passages want a person's eye after their text was changed, in the order in which they are walked."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt
from argmap.source.listing import listed


def is_doubtful(excerpt: Excerpt) -> bool:
    """Whether it is not sure where the passage stands, or whether it does at all."""
    return excerpt.anchoring is not Anchoring.KEPT


def doubtful(map_: ArgumentMap) -> tuple[Excerpt, ...]:
    """All passages to be checked, text by text; lost ones where they stood before."""
    order = {source.id: number for number, source in enumerate(listed(map_))}
    found = (excerpt for excerpt in map_.excerpts.values() if is_doubtful(excerpt))
    return tuple(sorted(found, key=lambda x: (order[x.source], x.start, x.end, x.id)))


def beside(map_: ArgumentMap, excerpt: RecordId | None, by: int = 1) -> Excerpt | None:
    """The passage to check after another, or `by` places from it, round and round; None where there is none.

    Without another, or after one that needs no check, it is the first.
    """
    found = doubtful(map_)
    keys = [held.id for held in found]
    if excerpt not in keys:
        return found[0] if found else None
    return found[(keys.index(excerpt) + by) % len(found)]


def newly_doubtful(before: ArgumentMap, after: ArgumentMap, changed: Iterable[RecordId]) -> list[Excerpt]:
    """Those of the changed records that are passages to be checked now and were not before."""
    found = []
    for key in changed:
        held, was = after.find(Excerpt, key), before.find(Excerpt, key)
        if held is not None and is_doubtful(held) and not (was and is_doubtful(was)):
            found.append(held)
    return found
