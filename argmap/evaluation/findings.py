"""The check-up of a map: what is worth a look. It is worked out anew from the map; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Flag
from argmap.model.roles import Role, conflict_partner, role_of


class FindingKind(StrEnum):
    """What is found."""

    CONFLICT = "conflict"
    """Claims that attack each other: two by two, and as often as they do."""
    QUOTE = "quote"
    """Claims with a passage that may stand elsewhere since its text was changed, or nowhere."""
    FLAG = "flag"
    """Claims that the analyst has flagged in one way."""
    IMPLICIT = "implicit"
    """Claims that nobody says."""
    UNDERCUT = "undercut"
    """Claims that attack a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the check-up."""

    kind: FindingKind
    claims: tuple[RecordId, ...]
    """All claims it speaks of, in the map's order."""
    flag: Flag | None = None
    """How they are flagged, where that is the finding."""


def findings(map_: ArgumentMap) -> list[Finding]:
    """All findings, the weightiest first; one of a kind, and one a flag."""
    return [
        *_found(FindingKind.CONFLICT, _conflicting(map_)),
        *_found(FindingKind.QUOTE, _doubtful(map_)),
        *(found for flag in Flag for found in _found(FindingKind.FLAG, _flagged(map_, flag), flag=flag)),
        *_found(FindingKind.IMPLICIT, _with_role(map_, Role.IMPLICIT)),
        *_found(FindingKind.UNDERCUT, _with_role(map_, Role.UNDERCUT)),
    ]


def _found(kind: FindingKind, claims: Iterator[RecordId], *, flag: Flag | None = None) -> Iterator[Finding]:
    keys = tuple(claims)
    if keys:
        yield Finding(kind=kind, claims=keys, flag=flag)


def _conflicting(map_: ArgumentMap) -> Iterator[RecordId]:
    for relation in map_.relations.values():
        partner = conflict_partner(map_, relation)
        if partner is not None and relation.id < partner.id:
            yield from (relation.premises[0], partner.premises[0])


def _doubtful(map_: ArgumentMap) -> Iterator[RecordId]:
    elements = {held.element for held in map_.excerpts.values() if held.anchoring is not Anchoring.KEPT}
    return (key for key in map_.claims if key in elements)


def _flagged(map_: ArgumentMap, flag: Flag) -> Iterator[RecordId]:
    return (key for key, claim in map_.claims.items() if claim.flag is flag)


def _with_role(map_: ArgumentMap, role: Role) -> Iterator[RecordId]:
    return (key for key, claim in map_.claims.items() if role_of(map_, claim) is role)
