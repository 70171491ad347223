"""What can be grabbed and pressed on the canvas: ports, pucks, grips, and the labels beside them.

All of it keeps its size on screen, and is painted over the map.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Route
from argmap.model.roles import ArrowKind, Role
from argmap.ui.canvas.faces import ArrowFace
from argmap.ui.canvas.paint.inks import Inks, pen
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.type_styles import ARROW_LABEL, PUCK
from argmap.ui.canvas.view import View
from argmap.ui.signs import EFFECT_ROLES
from argmap.ui.text_shaper import TextShaper

PORT = 10.0
PUCK_HEIGHT = 24.0
_PUCK_GAP = 8.0
_PUCK_SIDE = 10.0
_PUCK_ICON = 12.0
_PUCK_ICON_GAP = 4.0
_PUCK_DROP = 6.0
"""How far below the card's border the middle of a puck lies."""
_DROP_PUCK_LIFT = 18.0
_LABEL_HEIGHT = 20.0
_LABEL_SIDE = 9.0
_EDGE = 2.0

ARROW_WORDS = {
    ArrowKind.SUPPORT: "because",
    ArrowKind.WARRANT: "because",
    ArrowKind.ATTACK: "but",
    ArrowKind.CONFLICT: "but",
    ArrowKind.UNDERCUT: "this does not follow",
    ArrowKind.ANSWER: "answers",
}
_REFUSED = "refused"
_DROP_ICONS = {"support": "plus", "attack": "x", "undercut": "scissors", "link": "group", _REFUSED: "x"}
_PUCKS = (("plus", "Reason", Role.REASON), ("x", "Objection", Role.OBJECTION))


def port_points(rect: Rect) -> tuple[Point, Point, Point, Point]:
    """The middles of the four edges: top, right, bottom, left."""
    middle = rect.center
    return (
        Point(middle.x, rect.y),
        Point(rect.right, middle.y),
        Point(middle.x, rect.bottom),
        Point(rect.x, middle.y),
    )


class Controls:
    """Paints controls and tells where pucks are."""

    def __init__(self, inks: Inks, *, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._marks = marks
        self._shaper = shaper

    def paint_ports(self, sheet: Sheet, rect: Rect) -> None:
        """Paint the four ports of a card."""
        self._rings(sheet, port_points(rect))

    def paint_grips(self, sheet: Sheet, route: Route) -> None:
        """Paint the two ends of an arrow by which it can be taken."""
        self._rings(sheet, (route.start, route.tip))

    def _rings(self, sheet: Sheet, points: tuple[Point, ...]) -> None:
        painter = sheet.painter
        painter.setPen(pen(self._inks.theme.accent, _EDGE))
        painter.setBrush(self._inks.theme.panel)
        radius = (PORT - _EDGE) / 2
        for point in points:
            painter.drawEllipse(sheet.point(point), radius, radius)

    def puck_rects(self, view: View, rect: Rect) -> tuple[Rect, Rect]:
        """Where “+ Reason” and “× Objection” stand in the window, side by side on the lower border."""
        card = view.rect_to_view(rect)
        widths = [self._puck_width(words) for _, words, _ in _PUCKS]
        left = round(card.center().x() - (sum(widths) + _PUCK_GAP) / 2)
        top = round(card.bottom() + _PUCK_DROP - PUCK_HEIGHT / 2)
        first = Rect(left, top, widths[0], PUCK_HEIGHT)
        return first, Rect(first.right + _PUCK_GAP, top, widths[1], PUCK_HEIGHT)

    def paint_pucks(self, sheet: Sheet, rect: Rect) -> None:
        """Paint the two pucks of a selected card."""
        spots = self.puck_rects(sheet.view, rect)
        for spot, (icon, words, role) in zip(spots, _PUCKS, strict=True):
            self._puck(sheet, QRectF(*spot), icon=icon, words=words, colour=self._inks.theme.ink(role))

    def paint_drop_puck(self, sheet: Sheet, rect: Rect, *, text: str, effect: str) -> None:
        """Say above a card what letting go over it would do."""
        card, theme = sheet.rect(rect), self._inks.theme
        top = card.top() - _DROP_PUCK_LIFT - PUCK_HEIGHT / 2
        spot = QRectF(card.left(), top, self._puck_width(text), PUCK_HEIGHT)
        colour = theme.danger if effect == _REFUSED else theme.accent
        if effect in EFFECT_ROLES:
            colour = theme.ink(EFFECT_ROLES[effect])
        icon = _DROP_ICONS.get(effect, "spline")
        self._puck(sheet, spot, icon=icon, words=text, colour=colour)

    def paint_arrow_label(self, sheet: Sheet, face: ArrowFace, *, route: Route) -> None:
        """Say in the middle of an arrow how it reads."""
        words = ARROW_WORDS[face.kind]
        width = self._shaper.shape(words, ARROW_LABEL).width + 2 * _LABEL_SIDE
        centre, painter = sheet.point(route.middle), sheet.painter
        left, top = centre.x() - width / 2, centre.y() - _LABEL_HEIGHT / 2
        rect = QRectF(left, top, width, _LABEL_HEIGHT)
        colour = self._inks.arrows[face.kind]
        self._marks.pill(painter, rect, colour=colour, radius=_LABEL_HEIGHT / 2)
        at = QPointF(left + _LABEL_SIDE, top)
        self._marks.text(painter, words, style=ARROW_LABEL, at=at, colour=self._inks.theme.on_accent)

    def _puck_width(self, words: str) -> float:
        text = self._shaper.shape(words, PUCK).width
        return 2 * _PUCK_SIDE + _PUCK_ICON + _PUCK_ICON_GAP + text

    def _puck(self, sheet: Sheet, rect: QRectF, *, icon: str, words: str, colour: QColor) -> None:
        on = self._inks.theme.on_accent
        self._marks.pill(sheet.painter, rect, colour=colour, radius=PUCK_HEIGHT / 2)
        at = QPointF(rect.left() + _PUCK_SIDE - 1, rect.top() + (PUCK_HEIGHT - _PUCK_ICON) / 2)
        self._marks.icon(sheet, icon, at=at, px=_PUCK_ICON, colour=on)
        at = QPointF(rect.left() + _PUCK_SIDE + _PUCK_ICON + _PUCK_ICON_GAP - 1, rect.top())
        self._marks.text(sheet.painter, words, style=PUCK, at=at, colour=on)
