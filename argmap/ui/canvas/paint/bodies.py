"""The body of a card in every band but the farthest: shadow, fill, frame and stripe."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPen

from argmap.model.roles import Role
from argmap.ui.canvas.card_size import measures_of
from argmap.ui.canvas.paint.inks import DASHED_ROLES, Inks, dashed, pen
from argmap.ui.canvas.paint.pixmaps import Pixmaps
from argmap.ui.canvas.paint.shadow import Shadow
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import DROP_ROLES, CardState
from argmap.ui.canvas.paint.stripes import Stripes
from argmap.ui.canvas.view import Band

_RADII = {Band.SCAN: 5.0, Band.SHAPE: 3.0, Band.TERRAIN: 1.0}
_STRIPES = {Band.SCAN: 4.0, Band.SHAPE: 3.0}
_HOVER_SHADOW = 2.0
_STACK_EDGE = 7.0
"""How far the edge of folded cards stands out below."""
_LARGEST = 600_000
"""Larger bodies, in device pixels, are drawn anew each time: few of them are seen at once."""
_MOST = 4_000_000


def card_radius(role: Role, rect: QRectF, *, sheet: Sheet) -> float:
    """The radius of a card's corners in view pixels."""
    wished = measures_of(role).radius * sheet.zoom
    if sheet.band is not Band.READ and role is not Role.QUESTION:
        wished = _RADII[sheet.band]
    return min(wished, rect.height() / 2)


class Bodies:
    """Paints bodies."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks
        self._shadow = Shadow()
        self._stripes = Stripes(inks)
        self._pixmaps = Pixmaps(most=_MOST)

    def paint(
        self, sheet: Sheet, rect: QRectF, *, role: Role, state: CardState, tinted: bool = False
    ) -> None:
        """Paint the body of a card that stands at `rect` in the window; `tinted` gives it its role's tint.

        On screen cards of one size and look share a picture.
        """
        dpr = sheet.dpr
        margin = self._shadow.reach(sheet, sheet.zoom)
        whole = rect.adjusted(-margin, -margin, margin, margin)
        size = (round(whole.width() * dpr), round(whole.height() * dpr))
        if sheet.vector or state.dimmed or state.hidden or size[0] * size[1] > _LARGEST:
            self._draw(sheet, rect, role=role, state=state, tinted=tinted)
            return

        def draw(painter: QPainter, area: QRectF) -> None:
            inner = Sheet(painter, sheet.view, band=sheet.band)
            card = area.adjusted(margin, margin, -margin, -margin)
            self._draw(inner, card, role=role, state=state, tinted=tinted)

        key = (role, sheet.band, sheet.zoom, tinted, state.hovered, state.drop)
        sheet.painter.drawPixmap(whole.topLeft(), self._pixmaps.get(key, size, dpr=dpr, draw=draw))

    def _draw(self, sheet: Sheet, rect: QRectF, *, role: Role, state: CardState, tinted: bool) -> None:
        radius = card_radius(role, rect, sheet=sheet)
        if role not in DASHED_ROLES and not state.dimmed and not tinted:
            strength = _HOVER_SHADOW if state.hovered else 1.0
            self._shadow.paint(sheet, rect, radius=radius, scale=sheet.zoom, strength=strength)
        if state.hidden:
            self._stack_edge(sheet, rect, radius=radius)
        border = self._border(sheet, role, tinted=tinted, hovered=state.hovered)
        inset = border.widthF() / 2
        painter = sheet.painter
        painter.setPen(border)
        painter.setBrush(self._fill(role, state, tinted=tinted))
        inner = max(0.0, radius - inset)
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), inner, inner)
        self._stripe(sheet, rect, role=role, radius=radius)

    def _stripe(self, sheet: Sheet, rect: QRectF, *, role: Role, radius: float) -> None:
        width = measures_of(role).stripe
        if not width:
            return
        if sheet.band is Band.READ:
            width *= sheet.zoom
        else:
            width = _STRIPES[sheet.band]
        self._stripes.paint(sheet, rect, role=role, width=width, radius=radius, unit=sheet.unit)

    def _stack_edge(self, sheet: Sheet, rect: QRectF, *, radius: float) -> None:
        """Paint the lower edge of the cards folded away under this one."""
        drop, side = _STACK_EDGE * sheet.unit, 6 * sheet.unit
        painter = sheet.painter
        painter.setPen(pen(self._inks.theme.line2, max(1.0, sheet.unit)))
        painter.setBrush(self._inks.theme.card)
        painter.drawRoundedRect(rect.adjusted(side, side, -side, drop), radius, radius)

    def _fill(self, role: Role, state: CardState, *, tinted: bool) -> QBrush:
        if state.drop is not None:
            return self._inks.tints[DROP_ROLES[state.drop]]
        return self._inks.tints[role] if tinted else self._inks.fills[role]

    def _border(self, sheet: Sheet, role: Role, *, tinted: bool, hovered: bool) -> QPen:
        unit = sheet.unit
        colour = self._inks.tint_frames[role] if tinted else self._inks.frames[role]
        if hovered and colour is self._inks.theme.line2:
            colour = self._inks.theme.ink3
        if role in DASHED_ROLES:
            wide = unit if tinted else _whole_pixels(1.5 * unit, sheet.dpr)
            return dashed(colour, wide, on=3 * unit, off=2 * unit)
        if role is Role.THESIS:
            return pen(colour, (1.0 if tinted else 2.0) * unit)
        return pen(colour, unit)


def _whole_pixels(width: float, dpr: float) -> float:
    """The width cut down to whole device pixels, at least one: dashes of a half pixel look smeared."""
    return max(1.0, math.floor(width * dpr)) / dpr
