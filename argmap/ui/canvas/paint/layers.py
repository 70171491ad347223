"""Elements of a map in layers, from below: plates, arrows, what sits on arrows, cards, discs, map labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from argmap.layout.geometry import Rect
from argmap.layout.routes import Plate, Route
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.ui.canvas.faces import ArrowFace, CardFace
from argmap.ui.canvas.paint.arrows import BADGED, Arrows
from argmap.ui.canvas.paint.bodies import Bodies
from argmap.ui.canvas.paint.cards_far import CardsShape, CardsTerrain
from argmap.ui.canvas.paint.cards_read import CardsRead
from argmap.ui.canvas.paint.cards_scan import CardsScan
from argmap.ui.canvas.paint.heads import Heads
from argmap.ui.canvas.paint.held_cards import HeldCards
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.picture import Picture
from argmap.ui.canvas.paint.plates import Plates
from argmap.ui.canvas.paint.rings import Rings
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import ARROW_AT_REST, CARD_AT_REST, ArrowState, CardState
from argmap.ui.canvas.paint.tags import Tags
from argmap.ui.canvas.view import Band
from argmap.ui.text_shaper import TextShaper

_DIMMED_CARD = 0.22

CardStates = Mapping[RecordId, CardState]
Stated = tuple[ArrowFace, ArrowState]


class Elements(NamedTuple):
    """What of a map is to be painted, and how it looks."""

    claims: Sequence[RecordId]
    """From below to above."""
    arrows: Sequence[Stated]
    """Likewise; of two that share a route only the one it is named after."""
    cards: CardStates
    """Cards that are not named here are at rest."""


class Layers:
    """Paints the layers of a map, and single cards and arrows."""

    def __init__(self, inks: Inks, *, marks: Marks, shaper: TextShaper) -> None:
        bodies = Bodies(inks)
        self._plates = Plates(inks)
        self._arrows = Arrows(inks, heads=Heads(inks, marks=marks))
        self.read = CardsRead(inks, bodies=bodies, marks=marks, shaper=shaper)
        self._scan = CardsScan(inks, bodies=bodies, marks=marks, shaper=shaper)
        self._shape = CardsShape(inks, bodies=bodies, marks=marks, shaper=shaper)
        self._terrain = CardsTerrain(inks, shaper=shaper)
        self._tags = Tags(inks, marks=marks, shaper=shaper)
        self._rings = Rings(inks)
        self._held = HeldCards()

    def relations(self, sheet: Sheet, picture: Picture, *, stated: Sequence[Stated]) -> None:
        """Paint plates, then arrows, then what sits on arrows."""
        self.plates(sheet, picture, stated=stated)
        routes, painter, arrows = picture.routing.routes, sheet.painter, self._arrows
        painter.translate(sheet.dx, sheet.dy)
        for face, state in stated:
            arrows.paint(sheet, face, route=routes[face.relation], state=state)
        painter.translate(-sheet.dx, -sheet.dy)
        for face, state in stated:
            if face.kind in BADGED:
                arrows.paint_badge(sheet, face, route=routes[face.relation], state=state)

    def plates(self, sheet: Sheet, picture: Picture, *, stated: Iterable[Stated]) -> None:
        """Paint the plates and legs of linked premises; none from far away."""
        if sheet.band is Band.TERRAIN:
            return
        plates = picture.routing.plates
        for face, state in stated:
            plate = plates.get(face.relation)
            if plate is not None:
                if not state.is_again:
                    self._plates.paint(sheet, face, plate=plate, state=state)
                if plate.legs:
                    self._legs(sheet, face, plate=plate, state=state)

    def _legs(self, sheet: Sheet, face: ArrowFace, *, plate: Plate, state: ArrowState) -> None:
        sheet.painter.translate(sheet.dx, sheet.dy)
        for leg in plate.legs:
            self._arrows.paint_leg(sheet, face, leg=leg, state=state)
        sheet.painter.translate(-sheet.dx, -sheet.dy)

    def joints(self, sheet: Sheet, picture: Picture, *, stated: Iterable[Stated]) -> None:
        """Paint the discs between linked premises."""
        plates = picture.routing.plates
        for face, state in stated:
            plate = plates.get(face.relation)
            if plate is not None:
                self._plates.paint_joints(sheet, face, plate=plate, state=state)

    def badge(self, sheet: Sheet, face: ArrowFace, *, route: Route) -> None:
        """Paint what sits on one arrow or at its tip."""
        if face.kind in BADGED:
            self._arrows.paint_badge(sheet, face, route=route, state=ARROW_AT_REST)

    def cards(self, sheet: Sheet, picture: Picture, *, shown: Sequence[RecordId], states: CardStates) -> None:
        """Paint cards; from far away all blocks of one role at once."""
        faces, boxes = picture.faces, picture.boxes
        if sheet.band is not Band.TERRAIN:
            for key in shown:
                self.card(sheet, faces[key], box=boxes[key], state=states.get(key, CARD_AT_REST))
            return
        blocks: dict[Role, list[QRectF]] = {}
        for key in shown:
            if key in states:
                self.card(sheet, faces[key], box=boxes[key], state=states[key])
            else:
                blocks.setdefault(faces[key].role, []).append(sheet.rect(boxes[key]))
        self._terrain.paint_blocks(sheet, blocks)

    def card(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        """Paint one card with its rings and tags."""
        if not state.is_kept:
            self._draw_card(sheet, face, box=box, state=state)
            return

        def draw(inner: Sheet, where: Rect) -> None:
            self._draw_card(inner, face, box=where, state=state)

        self._held.paint(sheet, face, box=box, state=state, draw=draw)

    def _draw_card(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        if state.dimmed:
            sheet.painter.setOpacity(_DIMMED_CARD)
        if sheet.band is Band.READ:
            self.read.paint(sheet, face, box=box, state=state)
        elif sheet.band is Band.SCAN:
            self._scan.paint(sheet, face, box=box, state=state)
        elif sheet.band is Band.SHAPE:
            self._shape.paint(sheet, face, box=box, state=state)
        else:
            self._terrain.paint(sheet, face, box=box)
        if state is CARD_AT_REST:
            return
        self.ring(sheet, face, box=box, state=state)
        if state.hidden:
            self._tags.paint_hidden(sheet, box, count=state.hidden)
        if state.gap and sheet.band >= Band.SCAN:
            self._tags.paint_gap(sheet, box)
        if state.dimmed:
            sheet.painter.setOpacity(1)

    def ring(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        """Paint the rings that a card's state asks for."""
        self._rings.paint(sheet, face.role, box=box, state=state)

    def labels(
        self, sheet: Sheet, picture: Picture, *, near: Iterable[RecordId], skip: Collection[RecordId]
    ) -> None:
        """Write the map labels, from far away only."""
        if sheet.band is Band.TERRAIN:
            shown = ((picture.faces[key], picture.boxes[key]) for key in near if key not in skip)
            self._terrain.paint_labels(sheet, shown)


def at_rest(picture: Picture, *, claims: Sequence[RecordId], relations: Iterable[RecordId]) -> Elements:
    """Elements of which none is special."""
    arrows = picture.arrows
    stated = [(arrows[key], ARROW_AT_REST) for key in relations if key in arrows]
    return Elements(claims, sorted(stated, key=depth), {})


def depth(stated: Stated) -> tuple[int, bool]:
    """What arrows are sorted by: the faint ones below, the strong ones above, those on arrows last."""
    face, state = stated
    level = 0 if state.dimmed else 2 if state.is_strong else 1
    return level, face.kind in BADGED
