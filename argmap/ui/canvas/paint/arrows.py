"""Arrows: a line whose texture and width tell kind and strength, and its head.

Lines are kept as paths counted from the map's own zero at one zoom, so that moving the map costs no new ones.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen

from argmap.layout.geometry import Point
from argmap.layout.routes import Route
from argmap.model.records import Strength
from argmap.model.roles import ArrowKind
from argmap.ui.canvas.faces import ArrowFace
from argmap.ui.canvas.paint.heads import TRIMS, Heading, Heads
from argmap.ui.canvas.paint.inks import Inks, dashed, pen
from argmap.ui.canvas.paint.lines import CORNER, corners_of, heading, rounded_path, trimmed
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import ArrowState
from argmap.ui.canvas.view import Band

_WIDTHS = {Band.READ: 2.0, Band.SCAN: 1.7, Band.SHAPE: 1.3, Band.TERRAIN: 1.0}
"""A normal line, in pixels of its band."""
_STRENGTHS = {Strength.WEAK: 1.25 / 2, Strength.NORMAL: 1.0, Strength.STRONG: 3.25 / 2}
_KINDS = {ArrowKind.CONFLICT: 2.6 / 2, ArrowKind.ANSWER: 1.5 / 2}
"""Kinds with a width of their own, against the normal line."""
BADGED = (ArrowKind.UNDERCUT, ArrowKind.CONFLICT)
"""Kinds of which something sits on top of other arrows."""
_LIT = 1.6
_HOVERED = 1.5
_DASH_ON, _DASH_OFF = 6.0, 3.0
_KEPT = 20_000


class Line(NamedTuple):
    """A line ready to be stroked, from the map's own zero."""

    path: QPainterPath
    head: Heading
    tail: Heading | None
    """Of a key conflict, which has a head at both ends."""


class Arrows:
    """Paints arrows; lines and heads from the map's own zero, where the caller has moved the painter's to."""

    def __init__(self, inks: Inks, *, heads: Heads) -> None:
        self._inks = inks
        self._heads = heads
        self._lines: dict[tuple[tuple[Point, ...], ArrowKind | None, float], Line] = {}
        self._pens: dict[tuple[ArrowKind, Strength, ArrowState], tuple[QPen, float]] = {}
        self._outlines: dict[tuple[tuple[Point, ...], float], QPainterPath] = {}
        self._kept_for: tuple[float, float, Band, bool] | None = None

    def paint(self, sheet: Sheet, face: ArrowFace, *, route: Route, state: ArrowState) -> None:
        """Paint line and head; `paint_badge` adds what sits on top of other arrows."""
        kind, points = face.kind, route.points
        if len(points) < 2:
            return
        line = self._stroke(sheet, face, points=points, end=kind, state=state)
        if sheet.band is not Band.TERRAIN:
            colour = self._colour(kind, state)
            self._heads.paint(sheet, kind, at=line.head, colour=colour)
            if line.tail is not None:
                self._heads.paint(sheet, kind, at=line.tail, colour=colour)

    def paint_leg(self, sheet: Sheet, face: ArrowFace, *, leg: tuple[Point, ...], state: ArrowState) -> None:
        """Paint the line that leads a premise to where it joins others."""
        self._stroke(sheet, face, points=leg, end=None, state=state)

    def _stroke(
        self,
        sheet: Sheet,
        face: ArrowFace,
        *,
        points: tuple[Point, ...],
        end: ArrowKind | None,
        state: ArrowState,
    ) -> Line:
        self._forget_other_zooms(sheet)
        line_pen, half = self._pen(sheet, face, state=state)
        key = (points, end, half)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = _made_line(sheet, points, end=end, half=half)
        if face.kind is ArrowKind.UNDERCUT and not (sheet.vector or state.lifted):
            outline = self._dashes(line.path, line_pen, points=points)
            sheet.painter.fillPath(outline, line_pen.brush())
        else:
            sheet.painter.strokePath(line.path, line_pen)
        return line

    def _dashes(self, path: QPainterPath, line_pen: QPen, *, points: tuple[Point, ...]) -> QPainterPath:
        """The outline of a dashed line: Qt itself begins dashes anew where a line comes into the window.

        While an arrow is dragged nobody sees that, and it takes less time.
        """
        key = (points, line_pen.widthF())
        found = self._outlines.get(key)
        if found is None:
            found = self._outlines[key] = QPainterPathStroker(line_pen).createStroke(path)
        return found

    def paint_badge(self, sheet: Sheet, face: ArrowFace, *, route: Route, state: ArrowState) -> None:
        """Paint, in the window, the ring of an undercut or the badge of a key conflict."""
        if sheet.band is Band.TERRAIN or len(route.points) < 2:
            return
        colour = self._colour(face.kind, state)
        if face.kind is ArrowKind.UNDERCUT:
            self._heads.paint_ring(sheet, sheet.point(route.tip), colour=colour)
        else:
            self._heads.paint_badge(sheet, sheet.point(route.middle), colour=colour)

    def _colour(self, kind: ArrowKind, state: ArrowState) -> QColor:
        return self._inks.dimmed_lines[kind] if state.dimmed else self._inks.arrows[kind]

    def _forget_other_zooms(self, sheet: Sheet) -> None:
        now = sheet.scale
        if now != self._kept_for or len(self._lines) > _KEPT:
            self._kept_for = now
            for kept in (self._lines, self._outlines, self._pens):
                kept.clear()

    def _pen(self, sheet: Sheet, face: ArrowFace, *, state: ArrowState) -> tuple[QPen, float]:
        """The pen, and what moves its line to where it is sharp."""
        key = (face.kind, face.strength, state)
        found = self._pens.get(key)
        if found is None:
            width = line_width(sheet, face, state=state)
            colours = self._inks.dimmed_lines if state.dimmed else self._inks.lines
            colour = colours[face.kind]
            if face.kind is ArrowKind.UNDERCUT:
                base = max(1.0, _WIDTHS[sheet.band] * sheet.unit) / 2
                made = dashed(colour, width, on=_DASH_ON * base, off=_DASH_OFF * base)
            else:
                made = pen(colour, width)
            found = self._pens[key] = made, _half_pixel(sheet, made.widthF())
        return found


def line_width(sheet: Sheet, face: ArrowFace, *, state: ArrowState) -> float:
    """The width of an arrow's line in view pixels."""
    width = _WIDTHS[sheet.band] * sheet.unit
    if sheet.band is Band.TERRAIN:
        return width
    width *= _KINDS.get(face.kind) or _STRENGTHS[face.strength]
    if state.lit or state.selected:
        return width * _LIT
    return width * _HOVERED if state.hovered else width


def _half_pixel(sheet: Sheet, width: float) -> float:
    """What moves a line of an odd number of device pixels between their borders, where it is sharp."""
    return 0.0 if sheet.vector or round(width * sheet.dpr) % 2 == 0 else 0.5 / sheet.dpr


def _made_line(sheet: Sheet, points: tuple[Point, ...], *, end: ArrowKind | None, half: float) -> Line:
    corners = corners_of(sheet.corners(points, aside=half))
    if len(corners) < 2:
        corners.append((corners[0][0], corners[0][1] - 0.01))
    trim = TRIMS[end] * sheet.head if end is not None else 0.0
    both = trim if end is ArrowKind.CONFLICT else 0.0
    path = rounded_path(trimmed(corners, start=both, end=trim), radius=CORNER * sheet.zoom)
    tail = heading(corners, at_start=True) if end is ArrowKind.CONFLICT else None
    return Line(path, heading(corners), tail)
