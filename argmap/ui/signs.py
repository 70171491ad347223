"""The signs that stand for things of a map wherever they are shown: their icons, words and colours.

Roles have icons and names, arrows and ways to connect the role whose colours they wear, flags have words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.records import Flag, Strength
from argmap.model.roles import ArrowKind, Role

ROLE_ICONS: Mapping[Role, str] = {
    Role.THESIS: "flag",
    Role.REASON: "message-square-plus",
    Role.EVIDENCE: "scroll-text",
    Role.OBJECTION: "message-square-x",
    Role.UNDERCUT: "scissors",
    Role.IMPLICIT: "circle-dashed",
    Role.QUESTION: "circle-question-mark",
    Role.CLAIM: "message-square",
}

ARROW_ROLES: Mapping[ArrowKind, Role] = {
    ArrowKind.SUPPORT: Role.REASON,
    ArrowKind.WARRANT: Role.REASON,
    ArrowKind.ATTACK: Role.OBJECTION,
    ArrowKind.CONFLICT: Role.OBJECTION,
    ArrowKind.UNDERCUT: Role.UNDERCUT,
    ArrowKind.ANSWER: Role.QUESTION,
}
"""The role whose colours an arrow has."""

EFFECT_ROLES: Mapping[str, Role] = {
    "support": Role.REASON,
    "attack": Role.OBJECTION,
    "undercut": Role.UNDERCUT,
    "link": Role.IMPLICIT,
}
"""The role whose colours stand for a way to connect."""
EFFECT_ICONS: Mapping[str, str] = {
    "support": ROLE_ICONS[Role.REASON],
    "attack": ROLE_ICONS[Role.OBJECTION],
    "undercut": ROLE_ICONS[Role.UNDERCUT],
    "link": "group",
}

STRENGTH_NAMES: Mapping[Strength, str] = {
    Strength.WEAK: "Weak",
    Strength.NORMAL: "Normal",
    Strength.STRONG: "Strong",
}


class FlagWords(NamedTuple):
    """How a flag is told."""

    tag: str
    """On a card."""
    name: str
    """On its own."""
    one: str
    """Behind the number one."""
    several: str
    """Behind a greater number."""


FLAG_ICON = "triangle-alert"
FLAGS: Mapping[Flag, FlagWords] = {
    Flag.DATE: FlagWords("Date", "Date to check", "date to check", "dates to check"),
    Flag.FACT: FlagWords("Fact", "Fact to check", "fact to check", "facts to check"),
    Flag.QUOTE_LOST: FlagWords("Quote lost", "Quote lost", "quote lost", "quotes lost"),
    Flag.DISPUTED: FlagWords("Disputed", "Disputed", "disputed claim", "disputed claims"),
    Flag.TO_DO: FlagWords("To do", "To do", "claim to do", "claims to do"),
}
"""All flags, those that want a look the most first."""
