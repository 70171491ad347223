"""The way in to painting: one object a theme, which draws a whole map, single cards and arrows, and controls.

It is the same for the screen, the minimap, pictures, print and export. All coordinates given to it are the
map's, in pixels at 100 %; the view says where they stand in the window.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Route
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind
from argmap.ui.canvas.faces import ArrowFace, CardFace
from argmap.ui.canvas.paint.controls import Controls
from argmap.ui.canvas.paint.drafts import Drafts
from argmap.ui.canvas.paint.ground import Ground
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.layers import ArrowStates, CardStates, Layers, stated_arrows
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.picture import Picture
from argmap.ui.canvas.paint.sheet import Sheet, sheet_for
from argmap.ui.canvas.paint.states import CARD_AT_REST, CardState
from argmap.ui.canvas.paint.zones import Zones
from argmap.ui.canvas.view import Band, View
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import Theme

_REACH = 24.0
"""How far shadows, rings and heads stand out, in view pixels: so much more than the window is looked at."""
_LABEL_REACH = 140.0
_NOTHING: frozenset[RecordId] = frozenset()
_NO_CARDS: CardStates = {}
_NO_ARROWS: ArrowStates = {}
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class MapPainter:
    """Paints maps in one theme."""

    def __init__(self, theme: Theme, icons: Icons, *, shaper: TextShaper) -> None:
        inks = Inks(theme)
        marks = Marks(inks, icons, shaper=shaper)
        self.theme = theme
        self._ground = Ground(inks)
        self._layers = Layers(inks, marks=marks, shaper=shaper)
        self._controls = Controls(inks, marks=marks, shaper=shaper)
        self._drafts = Drafts(inks)
        self._zones = Zones(inks, marks=marks, shaper=shaper)

    # The map ----------------------------------------------------------------------------------------

    def paint_map(
        self,
        painter: QPainter,
        view: View,
        picture: Picture,
        *,
        band: Band | None = None,
        vector: bool = False,
        part: QRectF | None = None,
        skip: Collection[RecordId] = _NOTHING,
        cards: CardStates = _NO_CARDS,
        arrows: ArrowStates = _NO_ARROWS,
        ground: bool = True,
    ) -> None:
        """Paint the map as the view shows it.

        `part` is the piece of the window that is needed (the caller clips); `skip` leaves out cards and
        relations; `cards` and `arrows` say which are in a special state. `vector` is for SVG, PDF and
        print: exact places, no pixmaps, text stays text.
        """
        sheet = _sheet(painter, view, band=band, vector=vector)
        if ground:
            self._ground.paint(sheet, part)
        near = _around(view, part, reach=_REACH)
        stated = stated_arrows(picture, picture.visible_arrows(near), states=arrows, skip=skip)
        self._layers.relations(sheet, picture, stated=stated)
        shown = [key for key in picture.visible_cards(near) if key not in skip]
        self._layers.cards(sheet, picture, shown=shown, states=cards)
        self._layers.joints(sheet, picture, stated=stated)
        if sheet.band is Band.TERRAIN:
            named = picture.visible_cards(_around(view, None, reach=_LABEL_REACH))
            self._layers.labels(sheet, picture, near=named, skip=skip)

    def paint_ground(self, painter: QPainter, view: View, *, vector: bool = False) -> None:
        """Fill the window with the canvas and its dots."""
        self._ground.paint(_sheet(painter, view, vector=vector))

    def paint_badge(
        self, painter: QPainter, view: View, face: ArrowFace, route: Route, *, band: Band | None = None
    ) -> None:
        """Paint only what sits on an arrow or at its tip: an undercut's ring, a conflict's badge."""
        self._layers.badge(_sheet(painter, view, band=band), face, route=route)

    def paint_card(
        self,
        painter: QPainter,
        view: View,
        face: CardFace,
        rect: Rect,
        state: CardState = CARD_AT_REST,
        *,
        band: Band | None = None,
    ) -> None:
        """Paint one card that stands at `rect`, with the rings of its state."""
        self._layers.card(_sheet(painter, view, band=band), face, box=rect, state=state)

    def badge_at(self, face: CardFace, rect: Rect, at: Point) -> str:
        """Which part of a card's footer lies at a point when the card is read; empty where none does.

        `place`, `notes`, `sources`, `comments` or `credence`.
        """
        return self._layers.read.badge_at(face, box=rect, at=at)

    # What comes and goes over it --------------------------------------------------------------------

    def paint_ports(self, painter: QPainter, view: View, rect: Rect) -> None:
        """Paint the four ports of a card."""
        self._controls.paint_ports(_sheet(painter, view), rect)

    def puck_rects(self, view: View, rect: Rect) -> tuple[Rect, Rect]:
        """Where “+ Reason” and “× Objection” of a card stand, in view pixels."""
        return self._controls.puck_rects(view, rect)

    def paint_pucks(self, painter: QPainter, view: View, rect: Rect) -> None:
        """Paint the two pucks of a selected card."""
        self._controls.paint_pucks(_sheet(painter, view), rect)

    def paint_drop_puck(
        self, painter: QPainter, view: View, rect: Rect, *, text: str, effect: str = "support"
    ) -> None:
        """Say above a card what letting go over it would do; `effect` is that of a drop."""
        self._controls.paint_drop_puck(_sheet(painter, view), rect, text=text, effect=effect)

    def paint_zones(self, painter: QPainter, view: View, rect: Rect, *, chosen: str = "") -> None:
        """Paint the four drop zones round a card, the one with the chosen effect solid."""
        self._zones.paint(_sheet(painter, view), rect, chosen=chosen)

    def paint_grips(self, painter: QPainter, view: View, route: Route) -> None:
        """Paint the ends of an arrow by which it can be taken."""
        self._controls.paint_grips(_sheet(painter, view), route)

    def paint_arrow_label(self, painter: QPainter, view: View, route: Route, *, face: ArrowFace) -> None:
        """Say in the middle of an arrow how it reads: because, but, this does not follow."""
        self._controls.paint_arrow_label(_sheet(painter, view), face, route=route)

    def paint_draft_arrow(
        self,
        painter: QPainter,
        view: View,
        points: Iterable[Point],
        *,
        kind: RelationKind | None = None,
        refused: bool = False,
    ) -> None:
        """Paint an arrow that is being drawn, or one that may not end where the pointer is."""
        self._drafts.paint_arrow(_sheet(painter, view), tuple(points), kind=kind, refused=refused)

    def paint_lasso(self, painter: QPainter, view: View, rect: Rect) -> None:
        """Paint the frame that gathers cards."""
        self._drafts.paint_lasso(_sheet(painter, view), rect)

    def paint_guides(self, painter: QPainter, view: View, lines: Iterable[tuple[Point, Point]]) -> None:
        """Paint the lines that show what a moved card is in line with, each from one end to the other."""
        self._drafts.paint_guides(_sheet(painter, view), lines)


def _sheet(painter: QPainter, view: View, *, band: Band | None = None, vector: bool = False) -> Sheet:
    painter.setRenderHints(_HINTS)
    return sheet_for(painter, view, band=band, vector=vector)


def _around(view: View, part: QRectF | None, *, reach: float) -> Rect:
    """The piece of the map to look through: what is needed, and what stands out into it."""
    if part is None:
        return view.visible().grown(reach / view.zoom)
    zoom, origin = view.zoom, view.origin
    left, top = (part.x() - reach) / zoom + origin.x, (part.y() - reach) / zoom + origin.y
    return Rect(left, top, (part.width() + 2 * reach) / zoom, (part.height() + 2 * reach) / zoom)
