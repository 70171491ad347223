"""What is worth a look in a map: worked out from the map, nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Flag, Relation
from argmap.model.roles import Role, conflict_partner, role_of
from argmap.source.text import paragraph_of
from argmap.ui.inspector.words import counted, shortened

_FLAG_TITLES = {
    Flag.DATE: ("date to check", "dates to check"),
    Flag.FACT: ("fact to check", "facts to check"),
    Flag.QUOTE_LOST: ("quote lost", "quotes lost"),
    Flag.DISPUTED: ("disputed claim", "disputed claims"),
    Flag.TO_DO: ("claim to do", "claims to do"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of “Worth a look”."""

    icon: str
    colour: Role | None
    """Whose ink the icon has; None for the colour of warnings."""
    title: str
    detail: str
    elements: tuple[RecordId, ...]
    """What to select."""


def worth_a_look(map_: ArgumentMap) -> list[Remark]:
    """All remarks, the weightiest first."""
    return [*_conflicts(map_), *_flags(map_), *_implicit(map_), *_undercutters(map_)]


def _conflicts(map_: ArgumentMap) -> Iterator[Remark]:
    pairs = [
        (relation, partner)
        for relation in map_.relations.values()
        if (partner := conflict_partner(map_, relation)) is not None and relation.id < partner.id
    ]
    if not pairs:
        return
    title = "The key conflict" if len(pairs) == 1 else counted(len(pairs), "key conflict")
    claims = tuple(dict.fromkeys(relation.premises[0] for pair in pairs for relation in pair))
    yield Remark("zap", Role.OBJECTION, title, _conflict_words(map_, pairs[0][0]), claims)


def _conflict_words(map_: ArgumentMap, relation: Relation) -> str:
    one, other = map_.claims[relation.premises[0]], map_.claims[relation.target]
    return f"‘{_label(one)}’ against ‘{_label(other)}’"


def _label(claim: Claim) -> str:
    return shortened(claim.label or claim.text, 48)


def _flags(map_: ArgumentMap) -> Iterator[Remark]:
    for flag, (one, several) in _FLAG_TITLES.items():
        claims = [claim for claim in map_.claims.values() if claim.flag is flag]
        if claims:
            title = counted(len(claims), one, several)
            keys = tuple(claim.id for claim in claims)
            yield Remark("triangle-alert", None, title, _place_words(map_, claims[0]), keys)


def _place_words(map_: ArgumentMap, claim: Claim) -> str:
    """A claim by the first words of its quote and their paragraph, or by its label."""
    excerpts = map_.excerpts_of(claim.id)
    if not excerpts:
        return f"‘{_label(claim)}’"
    first = excerpts[0]
    number = paragraph_of(map_.sources[first.source].body, first.start).number
    return f"“{shortened(first.exact, 14)}” (¶{number})"


def _implicit(map_: ArgumentMap) -> Iterator[Remark]:
    keys = _with_role(map_, Role.IMPLICIT)
    if keys:
        title = counted(len(keys), "implicit premise")
        detail = "supplied by the analyst, not in the text"
        yield Remark("circle-dashed", Role.IMPLICIT, title, detail, keys)


def _undercutters(map_: ArgumentMap) -> Iterator[Remark]:
    keys = _with_role(map_, Role.UNDERCUT)
    if keys:
        detail = (
            "it denies the step, not the claim" if len(keys) == 1 else "they deny the step, not the claim"
        )
        yield Remark("scissors", Role.UNDERCUT, counted(len(keys), "undercutter"), detail, keys)


def _with_role(map_: ArgumentMap, role: Role) -> tuple[RecordId, ...]:
    return tuple(key for key, claim in map_.claims.items() if role_of(map_, claim) is role)
