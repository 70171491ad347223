"""The measures of a card, and how large it must be for its text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from argmap.model.roles import Role
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.type_styles import CLAIM, CLAIM_UNSTATED, QUESTION, THESIS
from argmap.ui.text_shaper import ShapedText, TextShaper, TextStyle

HEADER = 18
HEADER_GAP = 5
"""Between the header and the claim."""
FOOTER = 16
FOOTER_GAP = 8
"""Between the claim and the footer."""
NARROW = 160
"""Below this width the voice is shortened to one word."""
MOST_LINES = 8
"""Longer claims end in “more”."""
MORE_ROOM = 34
"""Room for that word in the last line."""
QUESTION_ICON = 17
QUESTION_ICON_GAP = 8
_QUESTION_SIDES = 60
_QUESTION_MARGINS = 31
_QUESTION_LEAST = 52
_STEP = 4
"""Heights are rounded up to the grid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMeasures:
    """The measures of one kind of card, in pixels at 100 %."""

    width: float = 224
    border: float = 1
    stripe: float = 5
    radius: float = 8
    top: float = 10
    right: float = 12
    bottom: float = 10
    left: float = 15
    claim: TextStyle = CLAIM

    def text_width(self, width: float) -> float:
        """What a card of that width leaves for its text."""
        return max(24.0, width - 2 * self.border - self.left - self.right)


_PLAIN = CardMeasures()
_OTHERS = {
    Role.THESIS: CardMeasures(
        width=344, border=2, stripe=7, top=12, right=16, bottom=12, left=18, claim=THESIS
    ),
    Role.IMPLICIT: CardMeasures(claim=CLAIM_UNSTATED),
    Role.QUESTION: CardMeasures(width=400, stripe=0, radius=26, claim=QUESTION),
}


def measures_of(role: Role) -> CardMeasures:
    """The measures of the cards of a role."""
    return _OTHERS.get(role, _PLAIN)


def card_size(face: CardFace, shaper: TextShaper) -> tuple[float, float]:
    """Width and height of the card: the width is its kind's or set by hand, the height follows the text."""
    measures = measures_of(face.role)
    width = face.width or measures.width
    text = shaped_claim(face, shaper, width=width)
    if face.role is Role.QUESTION:
        return width, max(_QUESTION_LEAST, _rounded_up(text.height + _QUESTION_MARGINS))
    height = 2 * measures.border + measures.top + HEADER + HEADER_GAP + text.height + measures.bottom
    if face.has_footer:
        height += FOOTER_GAP + FOOTER
    return width, _rounded_up(height)


def shaped_claim(face: CardFace, shaper: TextShaper, *, width: float) -> ShapedText:
    """The claim in lines, as a card of that width shows it."""
    measures = measures_of(face.role)
    if face.role is Role.QUESTION:
        room = max(24.0, width - _QUESTION_SIDES - QUESTION_ICON - QUESTION_ICON_GAP)
        return shaper.shape(face.text, QUESTION, width=room, max_lines=MOST_LINES)
    room = measures.text_width(width)
    return shaper.shape(face.text, measures.claim, room, MOST_LINES, tail=MORE_ROOM)


def _rounded_up(height: float) -> float:
    return math.ceil(height / _STEP - 1e-6) * _STEP
