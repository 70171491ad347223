"""A map in numbers."""

from __future__ import annotations

from collections import Counter

from argmap.editor.words import count
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, RelationKind
from argmap.model.roles import is_undercut
from argmap.source.anchor import is_exact
from argmap.source.coverage import covered_length


def summarize(map_: ArgumentMap) -> dict[str, int | float]:
    """Counts of what the map holds, and `coverage`: the share (0 to 1) of its sources that excerpts take up.

    Every relation is a support, an attack (on a claim), an undercut (an attack on a relation) or an
    answer; `linked` counts those with several premises, whatever their kind.
    """
    relations = map_.relations.values()
    kinds = [relation.kind for relation in relations]
    undercuts = sum(is_undercut(map_, relation) for relation in relations)
    return {
        "claims": len(map_.claims),
        "relations": len(relations),
        "supports": kinds.count(RelationKind.SUPPORT),
        "attacks": kinds.count(RelationKind.ATTACK) - undercuts,
        "undercuts": undercuts,
        "answers": kinds.count(RelationKind.ANSWER),
        "linked": sum(len(relation.premises) > 1 for relation in relations),
        "excerpts": len(map_.excerpts),
        "excerpts_exact": sum(_is_exact(map_, excerpt) for excerpt in map_.excerpts.values()),
        "notes": len(map_.notes),
        "participants": len(map_.participants),
        "sources": len(map_.sources),
        "coverage": _coverage(map_),
    }


def told_places(map_: ArgumentMap, source: RecordId) -> str:
    """What became of a source's passages, in words: “30 passages kept, 2 moved, 1 lost”."""
    kinds = Counter(held.anchoring for held in map_.excerpts.values() if held.source == source)
    words = [f"{count(kinds[Anchoring.KEPT], 'passage')} kept"]
    words += [f"{kinds[kind]} {kind.value}" for kind in (Anchoring.MOVED, Anchoring.LOST) if kinds[kind]]
    return ", ".join(words) if kinds else "the map has no passages of it"


def _is_exact(map_: ArgumentMap, excerpt: Excerpt) -> bool:
    source = map_.sources.get(excerpt.source)
    return source is not None and is_exact(source, excerpt)


def _coverage(map_: ArgumentMap) -> float:
    length = sum(len(source.body) for source in map_.sources.values())
    covered = sum(covered_length(source, map_.excerpts.values()) for source in map_.sources.values())
    return covered / length if length else 0.0
