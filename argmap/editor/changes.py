"""What has changed from one map to another, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.editor.words import count
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Change
from argmap.model.ids import RecordId
from argmap.model.records import (
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Record,
    Relation,
    Source,
)

_MAP = "map"
NOUNS: Mapping[type[Record], str] = {
    Claim: "claim",
    Relation: "relation",
    Note: "note",
    Excerpt: "passage",
    Participant: "voice",
    Source: "source",
    Group: "group",
    MapInfo: _MAP,
    Placement: "claim",
}
"""What a record is called, the weightiest first."""
_ARRANGED = ("moved", "resized", "pinned", "unpinned")
"""What becomes of a card: told last, for the argument stays as it was."""
_RENAMED, _DESCRIBED = "renamed", "details changed"
_VERBS = ("added", "removed", "reworded", _RENAMED, _DESCRIBED, "changed", *_ARRANGED)


class _Kind(NamedTuple):
    """One kind of change."""

    noun: str
    verb: str

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Where it stands among the others."""
        nouns = [*NOUNS.values()]
        return self.verb in _ARRANGED, nouns.index(self.noun), _VERBS.index(self.verb)


def told_changes(before: ArgumentMap, after: ArgumentMap, *, most: int = 3) -> str:
    """“2 claims added, and more”: at most so many kinds are named; empty where nothing changed."""
    changes = before.difference_to(after).changes
    counted = Counter(_kind(change) for change in changes.values() if not _goes_along(change, changes))
    said = [*_phrases({kind: counted[kind] for kind in sorted(counted, key=lambda kind: kind.rank)})]
    if before.unread != after.unread:
        said.append("unreadable parts changed")
    return ", ".join(said[:most]) + (", and more" if len(said) > most else "")


def _goes_along(change: Change, changes: Mapping[RecordId, Change]) -> bool:
    """Whether it is only the place of a claim that comes or goes itself."""
    place = change.after or change.before
    owner = changes.get(place.element) if isinstance(place, Placement) else None
    return owner is not None and (owner.before is None or owner.after is None)


def _kind(change: Change) -> _Kind:
    return _Kind(NOUNS[change.kind()], _verb(change))


def _verb(change: Change) -> str:
    match change.before, change.after:
        case Placement() as was, Placement() as now:
            return _arranged(was, now)
        case (Placement(), _) | (_, Placement()):
            return "moved"
        case (MapInfo(), _) | (_, MapInfo()):
            return _DESCRIBED if _title(change.before) == _title(change.after) else _RENAMED
        case None, _:
            return "added"
        case _, None:
            return "removed"
        case Claim() as was, Claim() as now if was.text != now.text:
            return "reworded"
    return "changed"


def _arranged(was: Placement, now: Placement) -> str:
    if (was.x, was.y) != (now.x, now.y):
        return "moved"
    if was.width != now.width:
        return "resized"
    return ("pinned" if now.pinned else "unpinned") if was.pinned != now.pinned else "changed"


def _title(info: AnyRecord | None) -> str:
    return info.title if isinstance(info, MapInfo) else ""


def _phrases(counted: Mapping[_Kind, int]) -> Iterator[str]:
    """The kinds in words; a noun is not said twice running."""
    before = ""
    for (noun, verb), number in counted.items():
        if noun == _MAP:
            yield f"{noun} {verb}"
        else:
            yield f"{number:,} {verb}" if noun == before else f"{count(number, noun)} {verb}"
        before = noun
