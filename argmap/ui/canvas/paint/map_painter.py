"""The way in to painting: one object a theme, which draws whole maps, some of their elements, and controls.

It is the same for the screen, pictures, print and export. All coordinates given to it are the map's, in
pixels at 100 %; the sheet says where they stand in the window.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Route
from argmap.model.ids import RecordId
from argmap.ui.canvas.faces import ArrowFace, CardFace
from argmap.ui.canvas.paint.controls import Controls
from argmap.ui.canvas.paint.drafts import Drafts
from argmap.ui.canvas.paint.ground import Ground
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.layers import Elements, Layers, at_rest
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.picture import Picture
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CARD_AT_REST, CardState
from argmap.ui.canvas.paint.zones import Zones
from argmap.ui.canvas.view import Band
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import Theme

_LABEL_REACH = 140.0
"""How far map labels stand out from their cards, in view pixels."""
_NOTHING: frozenset[RecordId] = frozenset()


class MapPainter:
    """Paints maps in one theme."""

    def __init__(self, theme: Theme, icons: Icons, *, shaper: TextShaper) -> None:
        inks = Inks(theme)
        marks = Marks(inks, icons, shaper=shaper)
        self.theme = theme
        self.controls = Controls(inks, marks=marks, shaper=shaper)
        """Paints what can be grabbed and pressed."""
        self.drafts = Drafts(inks)
        """Paints what is only on its way."""
        self.zones = Zones(inks, marks=marks, shaper=shaper)
        """Paints the drop zones round a card."""
        self._ground = Ground(inks)
        self._layers = Layers(inks, marks=marks, shaper=shaper)

    def paint_map(
        self,
        sheet: Sheet,
        picture: Picture,
        *,
        part: QRectF | None = None,
        skip: Collection[RecordId] = _NOTHING,
        ground: bool = True,
    ) -> None:
        """Paint the map at rest as the view shows it.

        `part` is the piece of the window that is needed (the caller clips); `skip` leaves out cards and
        relations.
        """
        if ground:
            self._ground.paint(sheet, part)
        near = sheet.near(part)
        arrows = [key for key in picture.visible_arrows(near) if key not in skip]
        claims = [key for key in picture.visible_cards(near) if key not in skip]
        self.paint_elements(sheet, picture, elements=at_rest(picture, claims=claims, relations=arrows))
        if sheet.band is Band.TERRAIN:
            named = picture.visible_cards(sheet.near(None, reach=_LABEL_REACH))
            self._layers.labels(sheet, picture, near=named, skip=skip)

    def paint_elements(self, sheet: Sheet, picture: Picture, *, elements: Elements) -> None:
        """Paint some elements of a map in their layers, and nothing under them."""
        self._layers.relations(sheet, picture, stated=elements.arrows)
        self._layers.cards(sheet, picture, shown=elements.claims, states=elements.cards)
        self._layers.joints(sheet, picture, stated=elements.arrows)

    def paint_ground(self, sheet: Sheet) -> None:
        """Fill the window with the canvas and its dots."""
        self._ground.paint(sheet)

    def paint_badge(self, sheet: Sheet, face: ArrowFace, *, route: Route) -> None:
        """Paint only what sits on an arrow or at its tip: an undercut's ring, a conflict's badge."""
        self._layers.badge(sheet, face, route=route)

    def paint_card(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState = CARD_AT_REST) -> None:
        """Paint one card that stands at `box`, with the rings of its state."""
        self._layers.card(sheet, face, box=box, state=state)

    def badge_at(self, face: CardFace, rect: Rect, at: Point) -> str:
        """Which part of a card's footer lies at a point when the card is read; empty where none does.

        `place`, `notes`, `sources`, `comments` or `credence`.
        """
        return self._layers.read.badge_at(face, box=rect, at=at)
