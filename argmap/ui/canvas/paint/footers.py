"""The footer of a card: where it stands in the text, how much hangs on it, how far it is believed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from argmap.ui.canvas.card_size import FOOTER
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.type_styles import META
from argmap.ui.text_shaper import TextShaper

_ICON = 12.0
_ICON_GAP = 3.0
_GAP = 10.0
_RING = 12.0
_RING_ROOM = 16.0
_DROPPED_FIRST = ("comments", "sources", "notes", "credence")
"""In this order parts make way for “+2” where the card is too narrow."""

_Badge = tuple[str, str, str]
"""Part, icon (may be empty), words."""


class Spot(NamedTuple):
    """One part of a footer and where it stands, in the card's own pixels."""

    part: str
    """`place`, `notes`, `sources`, `comments` or `credence`; empty for what stands for the rest."""
    icon: str
    words: str
    left: float
    right: float


_Icon = tuple[str, float, float, float, QColor]


class Footers:
    """Paints footers in the card's own pixels."""

    def __init__(self, inks: Inks, *, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._marks = marks
        self._shaper = shaper

    def paint(self, painter: QPainter, face: CardFace, *, x: tuple[float, float], top: float) -> list[_Icon]:
        """Paint the words of a footer between two edges; return its icons, which want an unscaled painter."""
        ink = self._inks.theme.ink3
        icons: list[_Icon] = []
        for spot in self.spots(face, x=x):
            left = spot.left
            if spot.part == "credence":
                self._marks.credence(
                    painter, face.credence or 0.0, centre=QPointF(left + _RING / 2, top + FOOTER / 2)
                )
                left = spot.right - self._width(spot.words)
            elif spot.icon:
                icons.append((spot.icon, left, top + (FOOTER - _ICON) / 2, _ICON, ink))
                left += _ICON + _ICON_GAP
            self._marks.text(painter, spot.words, style=META, at=QPointF(left, top), colour=ink)
        return icons

    def spots(self, face: CardFace, *, x: tuple[float, float]) -> list[Spot]:
        """What stands where in the footer between two edges."""
        left, right = x
        badges, believed, rest = self._fitting(face, room=right - left)
        spots: list[Spot] = []
        for part, icon, words in [*badges, *rest]:
            width = self._width(words) + (_ICON + _ICON_GAP if icon else 0)
            spots.append(Spot(part, icon, words, left, left + width))
            left += width + _GAP
        if believed:
            spots.append(Spot("credence", "", believed, right - self._width(believed) - _RING_ROOM, right))
        return spots

    def _fitting(self, face: CardFace, *, room: float) -> tuple[list[_Badge], str, list[_Badge]]:
        """The badges and the credence that fit, and what stands for those that do not."""
        badges = _badges(face)
        believed = "" if face.credence is None else f"{round(face.credence * 100)}%"
        dropped = 0
        for part in _DROPPED_FIRST:
            rest: list[_Badge] = [("", "", f"+{dropped}")] if dropped else []
            if self._needed([*badges, *rest], believed) <= room:
                return badges, believed, rest
            if part == "credence":
                dropped += bool(believed)
                believed = ""
            kept = [badge for badge in badges if badge[0] != part]
            dropped += len(badges) - len(kept)
            badges = kept
        return badges, believed, [("", "", f"+{dropped}")] if dropped else []

    def _needed(self, badges: list[_Badge], believed: str) -> float:
        parts = [self._width(words) + (_ICON + _ICON_GAP if icon else 0) for _, icon, words in badges]
        if believed:
            parts.append(self._width(believed) + _RING_ROOM)
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def _width(self, words: str) -> float:
        return self._shaper.shape(words, META).width


def _badges(face: CardFace) -> list[_Badge]:
    """What the footer would show at the left if it had all the room."""
    badges: list[_Badge] = []
    if face.is_unstated:
        badges.append(("place", "", "not in text"))
    elif face.place:
        badges.append(("place", "text-quote", face.place))
    counted = (
        ("notes", "sticky-note", face.notes),
        ("sources", "book-marked", face.sources),
        ("comments", "message-circle", face.comments),
    )
    badges.extend((part, icon, str(count)) for part, icon, count in counted if count)
    return badges
