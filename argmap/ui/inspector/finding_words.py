"""How a finding of the check-up is told: an icon, a title and a line of detail."""

from __future__ import annotations

from typing import assert_never

from argmap.editor.words import spelt
from argmap.evaluation.findings import Finding, FindingKind
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.source.numbering import Numberings
from argmap.ui.inspector.words import shortened
from argmap.ui.signs import FLAG_ICON, FLAGS, ROLE_ICONS


def sign_of(finding: Finding) -> tuple[str, Role | None]:
    """The icon, and the role in whose colour it is drawn; None for the colour of warnings."""
    match finding.kind:
        case FindingKind.CONFLICT:
            return "zap", Role.OBJECTION
        case FindingKind.QUOTE | FindingKind.FLAG:
            return FLAG_ICON, None
        case FindingKind.IMPLICIT:
            return ROLE_ICONS[Role.IMPLICIT], Role.IMPLICIT
        case FindingKind.UNDERCUT:
            return ROLE_ICONS[Role.UNDERCUT], Role.UNDERCUT
        case _:
            assert_never(finding.kind)


def title_of(finding: Finding) -> str:
    """What is found, and how much of it."""
    number = len(finding.claims)
    match finding.kind:
        case FindingKind.CONFLICT:
            return "The key conflict" if number == 2 else spelt(number // 2, "key conflict")
        case FindingKind.QUOTE:
            return spelt(number, "quote to check", "quotes to check")
        case FindingKind.FLAG:
            assert finding.flag is not None
            return spelt(number, FLAGS[finding.flag].one, FLAGS[finding.flag].several)
        case FindingKind.IMPLICIT:
            return spelt(number, "implicit premise")
        case FindingKind.UNDERCUT:
            return spelt(number, "undercutter")
        case _:
            assert_never(finding.kind)


def detail_of(map_: ArgumentMap, finding: Finding, *, numberings: Numberings) -> str:
    """Where to look first, or what it means."""
    match finding.kind:
        case FindingKind.CONFLICT:
            one, other = finding.claims[:2]
            return f"‘{_label(map_, one)}’ against ‘{_label(map_, other)}’"
        case FindingKind.QUOTE | FindingKind.FLAG:
            return _place_of(map_, finding.claims[0], numberings=numberings)
        case FindingKind.IMPLICIT:
            return "supplied by the analyst, not in the text"
        case FindingKind.UNDERCUT:
            return f"{'it denies' if len(finding.claims) == 1 else 'they deny'} the step, not the claim"
        case _:
            assert_never(finding.kind)


def _label(map_: ArgumentMap, claim: RecordId) -> str:
    held = map_.claims[claim]
    return shortened(held.label or held.text, 48)


def _place_of(map_: ArgumentMap, claim: RecordId, *, numberings: Numberings) -> str:
    """A claim by the first words of its quote and their paragraph, or by its label."""
    excerpts = map_.excerpts_of(claim)
    if not excerpts:
        return f"‘{_label(map_, claim)}’"
    first = excerpts[0]
    number = numberings.of(map_.sources[first.source]).at(first.start)
    return f"“{shortened(first.exact, 14)}” (¶{number})"
