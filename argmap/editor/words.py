"""Numbers and names of things, as people say them, and what roles are called."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model.records import Source
from argmap.model.roles import Role

_NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
UNTITLED_TEXT = "Untitled text"
"""What a text without a title is called."""
ROLE_NAMES: Mapping[Role, str] = {
    Role.THESIS: "Thesis",
    Role.REASON: "Reason",
    Role.EVIDENCE: "Evidence",
    Role.OBJECTION: "Objection",
    Role.UNDERCUT: "Undercutter",
    Role.IMPLICIT: "Implicit",
    Role.QUESTION: "Question",
    Role.CLAIM: "Claim",
}


def count(number: int, noun: str, plural: str = "") -> str:
    """“1 card”, “2 cards”, “1,200 cards”; `plural` where an s does not do."""
    return f"{number:,} {_noun(number, noun, plural)}"


def spelt(number: int, noun: str, plural: str = "") -> str:
    """“One date”, “Two dates”, “13 dates”: in words as far as twelve, for the head of a sentence."""
    shown = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{shown} {_noun(number, noun, plural)}"


def _noun(number: int, noun: str, plural: str) -> str:
    return noun if number == 1 else plural or f"{noun}s"


def title_of(source: Source) -> str:
    """What a text is called."""
    return source.title or UNTITLED_TEXT
