"""The colours, pens and brushes of one theme that painting needs over and over, made once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from argmap.model.roles import ArrowKind, Role
from argmap.ui.signs import ARROW_ROLES
from argmap.ui.theme import Theme, faint, mixed

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush
SOLID = Qt.PenStyle.SolidLine
FLAT = Qt.PenCapStyle.FlatCap
ROUND = Qt.PenCapStyle.RoundCap
MITER = Qt.PenJoinStyle.MiterJoin

DASHED_ROLES = frozenset({Role.IMPLICIT, Role.QUESTION})
"""Roles whose frame is dashed."""

_ANSWER_SHARE = 0.55
_DIMMED_ARROW = 0.18
_PALE_STRIPE = 0.7


class Inks:
    """One theme, ready for painting."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.arrows = {kind: theme.ink(role) for kind, role in ARROW_ROLES.items()}
        """The colour of heads."""
        self.lines = {
            **self.arrows,
            ArrowKind.ANSWER: mixed(theme.ink(Role.QUESTION), theme.canvas, share=_ANSWER_SHARE),
        }
        """The colour of lines: opaque, so that shared trunks do not darken."""
        self.dimmed_lines = {
            kind: mixed(colour, theme.canvas, share=_DIMMED_ARROW) for kind, colour in self.lines.items()
        }
        self.pale_stripes = {
            role: mixed(theme.card, theme.ink(role), share=_PALE_STRIPE) for role in theme.role_inks
        }
        """The gaps in a patterned stripe."""
        self.frames = {role: self._frame(role) for role in theme.role_inks}
        """The border colour of cards."""
        self.fills = {role: QBrush(self._fill(role)) for role in theme.role_inks}
        self.blocks = {role: QBrush(theme.ink(role)) for role in theme.role_inks}
        self.tints = {role: QBrush(theme.tint(role)) for role in theme.role_inks}
        self.tint_frames = {
            role: mixed(theme.ink(role), theme.tint(role), share=0.6) for role in theme.role_inks
        }
        """The border colour of cards in their tint."""
        self.voices = tuple(QBrush(tint) for tint in theme.voice_tints)
        self.plate_fills = {kind: faint(theme.ink(role), 0.07) for kind, role in ARROW_ROLES.items()}
        self.plate_frames = {kind: faint(theme.ink(role), 0.32) for kind, role in ARROW_ROLES.items()}
        self.canvas = QBrush(theme.canvas)

    def _frame(self, role: Role) -> QColor:
        theme = self.theme
        return theme.ink(role) if role is Role.THESIS or role in DASHED_ROLES else theme.line2

    def _fill(self, role: Role) -> QColor:
        theme = self.theme
        if role is Role.IMPLICIT:
            return mixed(theme.card, theme.canvas, share=0.7)
        return theme.chrome if role is Role.QUESTION else theme.card


def pen(colour: QColor, width: float, *, cap: Qt.PenCapStyle = FLAT) -> QPen:
    """A solid pen."""
    return QPen(colour, width, SOLID, cap, MITER)


def dashed(colour: QColor, width: float, *, on: float, off: float) -> QPen:
    """A pen that draws `on` pixels and leaves out `off`."""
    # Lines of exactly one pixel Qt strokes in a way of its own, in which dashes begin anew where they are
    # clipped: pieces of one line, painted one after the other, would not fit together.
    width *= 1.01
    made = QPen(colour, width, SOLID, FLAT, MITER)
    made.setDashPattern([on / width, off / width])
    return made


def dotted(colour: QColor, width: float) -> QPen:
    """A pen of round dots."""
    made = QPen(colour, width, SOLID, ROUND, MITER)
    made.setDashPattern([0.01, 2.4])
    return made
