"""Cards as they are read (from 80 %): everything that is known, growing with the zoom.

Text is painted in the card's own pixels under a scaled painter, so that lines break alike at every zoom.
Icons come as pictures in device pixels: they are collected on the way and painted once the scale is off.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

from argmap.layout.geometry import Point, Rect
from argmap.model.roles import Role
from argmap.ui.canvas.card_size import (
    FOOTER,
    FOOTER_GAP,
    HEADER,
    HEADER_GAP,
    MOST_LINES,
    NARROW,
    QUESTION_ICON,
    QUESTION_ICON_GAP,
    measures_of,
    shaped_claim,
)
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.bodies import Bodies
from argmap.ui.canvas.paint.footers import Footers
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CardState
from argmap.ui.canvas.type_styles import FLAG, META, MONOGRAM, TAG, VOICE
from argmap.ui.signs import FLAG_ICON, FLAGS, ROLE_ICONS
from argmap.ui.text_shaper import ShapedText, TextShaper

_ICON = 14.0
_SMALL_ICON = 11.0
_GAP = 6.0
_TAG_RADIUS = 4.0
_VIA_GAP = 3.0
_MORE = "more"


class PlacedIcon(NamedTuple):
    """An icon in the card's own pixels."""

    name: str
    x: float
    y: float
    px: float
    colour: QColor


@dataclass(slots=True)
class Slate:
    """One card while it is painted, in its own pixels."""

    painter: QPainter
    face: CardFace
    left: float
    """Where text begins."""
    right: float
    """Where it must end."""
    icons: list[PlacedIcon] = field(default_factory=list)
    """To be painted when the scale is off."""


class CardsRead:
    """Paints cards in full."""

    def __init__(self, inks: Inks, *, bodies: Bodies, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._bodies = bodies
        self._marks = marks
        self._shaper = shaper
        self._footers = Footers(inks, marks=marks, shaper=shaper)

    def paint(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        """Paint one card that stands at `box` on the map."""
        rect = sheet.rect(box)
        self._bodies.paint(sheet, rect, role=face.role, state=state)
        painter, zoom = sheet.painter, sheet.zoom
        measures = measures_of(face.role)
        edge = measures.border
        slate = Slate(painter, face, edge + measures.left, box.width - edge - measures.right)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(zoom, zoom)
        if face.role is Role.QUESTION:
            self._question(slate, width=box.width, height=box.height, state=state)
        else:
            self._claim_card(slate, width=box.width, state=state)
        painter.restore()
        for icon in slate.icons:
            at = QPointF(rect.left() + icon.x * zoom, rect.top() + icon.y * zoom)
            self._marks.icon(sheet, icon.name, at=at, px=icon.px * zoom, colour=icon.colour)

    def badge_at(self, face: CardFace, *, box: Rect, at: Point) -> str:
        """The part of the footer at a place on the map; empty where there is none."""
        measures = measures_of(face.role)
        if face.role is Role.QUESTION or not face.has_footer:
            return ""
        shaped = shaped_claim(face, self._shaper, width=box.width)
        top = measures.border + measures.top + HEADER + HEADER_GAP + shaped.height + FOOTER_GAP
        x, y = at.x - box.x, at.y - box.y
        if not top - FOOTER_GAP / 2 <= y <= top + FOOTER + FOOTER_GAP / 2:
            return ""
        edges = measures.border + measures.left, box.width - measures.border - measures.right
        spots = self._footers.spots(face, x=edges)
        return next((spot.part for spot in spots if spot.left - 3 <= x <= spot.right + 3), "")

    def _question(self, slate: Slate, *, width: float, height: float, state: CardState) -> None:
        shaped = shaped_claim(slate.face, self._shaper, width=width)
        indent = QUESTION_ICON + QUESTION_ICON_GAP
        left = (width - shaped.width - indent) / 2
        colour = self._inks.theme.ink(Role.QUESTION)
        icon = PlacedIcon(
            ROLE_ICONS[Role.QUESTION], left, (height - QUESTION_ICON) / 2, QUESTION_ICON, colour
        )
        slate.icons.append(icon)
        if not state.editing:
            self._words(slate, shaped, at=QPointF(left + indent, (height - shaped.height) / 2), state=state)

    def _claim_card(self, slate: Slate, *, width: float, state: CardState) -> None:
        measures = measures_of(slate.face.role)
        top = measures.border + measures.top
        self._header(slate, top=top, narrow=width < NARROW)
        claim_top = top + HEADER + HEADER_GAP
        shaped = shaped_claim(slate.face, self._shaper, width=width)
        if not state.editing:
            self._words(slate, shaped, at=QPointF(slate.left, claim_top), state=state)
            if shaped.is_cut:
                self._more(slate, bottom=claim_top + MOST_LINES * measures.claim.line_height)
        if slate.face.has_footer:
            foot = claim_top + shaped.height + FOOTER_GAP
            icons = self._footers.paint(slate.painter, slate.face, x=(slate.left, slate.right), top=foot)
            slate.icons.extend(PlacedIcon(*icon) for icon in icons)

    def _words(self, slate: Slate, shaped: ShapedText, *, at: QPointF, state: CardState) -> None:
        slate.painter.setPen(self._inks.theme.ink1)
        shaped.draw(slate.painter, at, marks=_marks_for(slate.face.text, state, colour=self._inks.theme.hit))

    def _more(self, slate: Slate, *, bottom: float) -> None:
        width = self._shaper.shape(_MORE, META).width
        at = QPointF(
            slate.right - width,
            bottom - (measures_of(slate.face.role).claim.line_height + META.line_height) / 2,
        )
        self._marks.text(slate.painter, _MORE, style=META, at=at, colour=self._inks.theme.accent)

    def _header(self, slate: Slate, *, top: float, narrow: bool) -> None:
        right = self._role_mark(slate, top=top)
        if slate.face.flag is not None:
            right = self._flag(slate, right=right - _GAP, top=top)
        if not slate.face.monogram:
            return
        mark = QRectF(slate.left, top, HEADER, HEADER)
        self._marks.monogram(slate.painter, slate.face, rect=mark, style=MONOGRAM)
        self._voice(slate, left=mark.right() + _GAP, right=right - _GAP, top=top, narrow=narrow)

    def _role_mark(self, slate: Slate, *, top: float) -> float:
        """Paint what names the role, at the right; return where it begins."""
        role, theme = slate.face.role, self._inks.theme
        colour = theme.ink(role)
        if role is not Role.THESIS:
            left = slate.right - _ICON
            slate.icons.append(PlacedIcon(ROLE_ICONS[role], left, top + (HEADER - _ICON) / 2, _ICON, colour))
            return left
        return self._tag(slate, "THESIS", icon=ROLE_ICONS[role], right=slate.right, top=top)

    def _tag(self, slate: Slate, words: str, *, icon: str, right: float, top: float) -> float:
        theme = self._inks.theme
        width = 6 + _SMALL_ICON + 4 + self._shaper.shape(words, TAG).width + 6
        rect = QRectF(right - width, top, width, HEADER)
        self._marks.pill(slate.painter, rect, colour=theme.tint(Role.THESIS), radius=_TAG_RADIUS)
        ink = theme.ink(Role.THESIS)
        self._marks.text(slate.painter, words, style=TAG, at=QPointF(rect.left() + 21, top), colour=ink)
        slate.icons.append(PlacedIcon(icon, rect.left() + 6, top + 3.5, _SMALL_ICON, ink))
        return rect.left()

    def _flag(self, slate: Slate, *, right: float, top: float) -> float:
        flag, theme = slate.face.flag, self._inks.theme
        words = FLAGS[flag].tag if flag is not None else ""
        width = 5 + _SMALL_ICON + 3 + self._shaper.shape(words, FLAG).width + 6
        rect = QRectF(right - width, top, width, HEADER)
        self._marks.pill(slate.painter, rect, colour=theme.tint(Role.THESIS), radius=_TAG_RADIUS)
        at = QPointF(rect.left() + 5 + _SMALL_ICON + 3, top)
        self._marks.text(slate.painter, words, style=FLAG, at=at, colour=theme.warn)
        slate.icons.append(PlacedIcon(FLAG_ICON, rect.left() + 5, top + 3.5, _SMALL_ICON, theme.warn))
        return rect.left()

    def _voice(self, slate: Slate, *, left: float, right: float, top: float, narrow: bool) -> None:
        face, theme = slate.face, self._inks.theme
        name = face.voice.split()[0] if narrow and face.voice else face.voice
        room = right - left
        via = self._shaper.shape(face.via, VOICE) if face.via else None
        tail = via.width + _VIA_GAP if via else 0.0
        if tail > room / 2:
            via, tail = None, 0.0
        if room - tail < _SMALL_ICON:
            return
        shaped = self._shaper.shape(name, VOICE, width=room - tail, max_lines=1)
        slate.painter.setPen(theme.ink2)
        shaped.draw(slate.painter, QPointF(left, top))
        if via is not None:
            slate.painter.setPen(theme.ink3)
            via.draw(slate.painter, QPointF(left + shaped.width + _VIA_GAP, top))


def _marks_for(text: str, state: CardState, *, colour: QColor) -> list[QTextLayout.FormatRange]:
    """The passages that a search found, for Qt, which counts in UTF-16 units."""
    ranges: list[QTextLayout.FormatRange] = []
    for start, end in state.hits:
        found = QTextLayout.FormatRange()
        found.start = _units(text[:start])
        found.length = _units(text[start:end])
        form = QTextCharFormat()
        form.setBackground(colour)
        found.format = form
        ranges.append(found)
    return ranges


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
