"""The measures of a card, and how large it must be for its text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from argmap.layout.geometry import Rect
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
    style, room = measures_of(face.role).claim, _room(face.role, width)
    if face.role is Role.QUESTION:
        return shaper.shape(face.text, style, width=room, max_lines=MOST_LINES)
    return shaper.shape(face.text, style, room, MOST_LINES, tail=MORE_ROOM)


def claim_area(face: CardFace, shaper: TextShaper, *, box: Rect) -> Rect:
    """Where the claim stands on its card: as wide as the room that it is broken in, as high as its lines."""
    measures, room = measures_of(face.role), _room(face.role, box.width)
    text = shaped_claim(face, shaper, width=box.width)
    height = max(text.height, measures.claim.line_height)
    if face.role is Role.QUESTION:
        indent = QUESTION_ICON + QUESTION_ICON_GAP
        left = (box.width - text.width - indent) / 2 + indent
        return Rect(box.x + left, box.y + (box.height - height) / 2, room, height)
    top = measures.border + measures.top + HEADER + HEADER_GAP
    return Rect(box.x + measures.border + measures.left, box.y + top, room, height)


def _room(role: Role, width: float) -> float:
    """What a card of that width leaves for its text."""
    if role is Role.QUESTION:
        return max(24.0, width - _QUESTION_SIDES - QUESTION_ICON - QUESTION_ICON_GAP)
    return measures_of(role).text_width(width)


def _rounded_up(height: float) -> float:
    return math.ceil(height / _STEP - 1e-6) * _STEP
