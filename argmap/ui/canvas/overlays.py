"""What comes and goes over the map at rest: hover, selection, what is being dragged, guides, handles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from argmap.editor.history import Selection
from argmap.editor.tools.tool import REST, Drop, Feedback
from argmap.model.ids import RecordId
from argmap.ui.canvas.geometry import MapGeometry, Part
from argmap.ui.canvas.hits import Handles
from argmap.ui.canvas.paint.layers import ArrowStates, CardStates
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.states import ArrowState, CardState
from argmap.ui.canvas.view import Band, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is special about elements at one moment."""

    selection: Selection = frozenset()
    hovered: RecordId | None = None
    """The element under the pointer."""
    lit: RecordId | None = None
    """The claim whose passage is under the pointer in the essay."""
    editing: RecordId | None = None
    """The claim whose text is being typed."""
    focused: RecordId | None = None
    """Where the keyboard is, when that is not the selection."""
    lifted: frozenset[RecordId] = frozenset()
    """Elements that are not in the base layer just now."""
    handles: Handles = field(default_factory=Handles)


@dataclass(frozen=True, slots=True)
class Foreground:
    """The elements that are painted over the map at rest, and how each of them looks.

    It holds as long as the scene, and what elements there are, stay the same: cards may move meanwhile.
    """

    part: Part
    cards: CardStates
    arrows: ArrowStates
    badges: tuple[RecordId, ...]
    """Relations of which only what sits on them is painted: rings stay on top of what they cut."""


class Overlays:
    """Paints what comes and goes over the base layer."""

    def __init__(self, painter: MapPainter) -> None:
        self._painter = painter

    def paint_foreground(
        self, canvas: QPainter, view: View, band: Band, *, foreground: Foreground, part: QRectF
    ) -> None:
        """Paint the elements that lie over the map at rest, as far as they touch `part` of the window."""
        shown, painter = foreground.part, self._painter
        cards, arrows = foreground.cards, foreground.arrows
        painter.paint_map(canvas, view, shown, band=band, part=part, cards=cards, arrows=arrows, ground=False)
        for key in foreground.badges:
            painter.paint_badge(canvas, view, shown.arrows[key], shown.routing.routes[key], band=band)

    def paint_controls(
        self,
        canvas: QPainter,
        view: View,
        band: Band,
        *,
        geometry: MapGeometry,
        scene: Scene,
        feedback: Feedback,
    ) -> None:
        """Paint handles, or what a gesture is about to do."""
        if feedback is REST:
            self._handles(canvas, view, band, geometry=geometry, scene=scene)
        else:
            self._feedback(canvas, view, geometry, feedback=feedback)

    def _handles(
        self, canvas: QPainter, view: View, band: Band, *, geometry: MapGeometry, scene: Scene
    ) -> None:
        handles, painter = scene.handles, self._painter
        box = geometry.boxes.get(handles.ports) if handles.ports else None
        if box is not None and band >= Band.SCAN:
            painter.paint_ports(canvas, view, box)
        box = geometry.boxes.get(handles.pucks) if handles.pucks else None
        if box is not None and band is Band.READ and scene.editing is None:
            painter.paint_pucks(canvas, view, box)
        route = geometry.routing.routes.get(handles.grips) if handles.grips else None
        if handles.grips and route is not None:
            face = geometry.arrows[handles.grips]
            painter.paint_grips(canvas, view, route)
            if scene.hovered == handles.grips:
                painter.paint_arrow_label(canvas, view, route, face=face)

    def _feedback(self, canvas: QPainter, view: View, geometry: MapGeometry, *, feedback: Feedback) -> None:
        painter = self._painter
        self._drop(canvas, view, geometry, feedback=feedback)
        if feedback.guides:
            lines = [(guide.start, guide.end) for guide in feedback.guides]
            painter.paint_guides(canvas, view, lines)
        draft = feedback.draft
        if draft is not None:
            painter.paint_draft_arrow(canvas, view, draft.points, kind=draft.kind, refused=draft.refused)
        if feedback.lasso is not None:
            painter.paint_lasso(canvas, view, feedback.lasso)

    def _drop(self, canvas: QPainter, view: View, geometry: MapGeometry, *, feedback: Feedback) -> None:
        drop = feedback.drop
        if feedback.zones in geometry.boxes and feedback.zones is not None:
            chosen = drop.effect if drop else ""
            self._painter.paint_zones(canvas, view, geometry.boxes[feedback.zones], chosen=chosen)
            return
        if drop is None or drop.effect == "refused":
            return
        box = geometry.boxes.get(drop.element) or next(iter(feedback.carried.values()), None)
        if box is not None:
            self._painter.paint_drop_puck(canvas, view, box, text=drop.text, effect=drop.effect)


def foreground_of(geometry: MapGeometry, scene: Scene, *, feedback: Feedback) -> Foreground:
    """What looks other than at rest, or is lifted."""
    lit, drop, is_kept = geometry.relations_at(scene.selection), feedback.drop, bool(feedback.carried)
    claims, relations = _special(geometry, scene, drop=drop, lit=lit)
    routes = geometry.routing.routes
    badges = geometry.relations_at(relations) - relations
    return Foreground(
        Part(geometry, claims=_in_order(geometry.boxes, claims), relations=_in_order(routes, relations)),
        cards={key: card_state(scene, key, drop=drop, is_kept=is_kept) for key in claims},
        arrows={key: arrow_state(geometry, scene, key, lit=lit, drop=drop) for key in relations},
        badges=_in_order(routes, badges),
    )


def _in_order(table: Mapping[RecordId, object], keys: set[RecordId]) -> tuple[RecordId, ...]:
    """The keys that the table has, in its order."""
    return tuple(key for key in table if key in keys)


def _special(
    geometry: MapGeometry, scene: Scene, *, drop: Drop | None, lit: set[RecordId]
) -> tuple[set[RecordId], set[RecordId]]:
    """The claims and the relations that look other than at rest, or are lifted."""
    chosen = set(scene.selection | scene.lifted)
    chosen |= {key for key in (scene.hovered, scene.lit, scene.editing, scene.focused) if key}
    if drop is not None:
        chosen.add(drop.element)
    relations = {key for key in chosen if key in geometry.arrows} | lit
    plates = geometry.routing.plates.keys()
    chosen |= geometry.premises_of(relations & scene.lifted & plates)  # they stand on what is lifted
    routes = geometry.routing.routes
    shared = {routes[key].relation for key in relations if key in routes}
    return {key for key in chosen if key in geometry.faces}, (relations | shared) & routes.keys()


def arrow_state(
    geometry: MapGeometry,
    scene: Scene,
    relation: RecordId,
    *,
    lit: Collection[RecordId],
    drop: Drop | None,
) -> ArrowState:
    """How an arrow looks at this moment; `lit` are those that belong to a selected card."""
    both = {relation, geometry.routing.routes[relation].partner}
    return ArrowState(
        hovered=scene.hovered in both or (drop is not None and drop.element in both),
        selected=not both.isdisjoint(scene.selection),
        lit=relation in lit,
        lifted=relation in scene.lifted,
        is_again=relation not in scene.lifted,
    )


def card_state(scene: Scene, claim: RecordId, *, drop: Drop | None, is_kept: bool) -> CardState:
    """How a card looks at this moment."""
    effect = drop.effect if drop is not None and drop.element == claim else ""
    return CardState(
        hovered=scene.hovered == claim,
        selected=claim in scene.selection,
        alone=scene.selection == {claim},
        focused=scene.focused == claim,
        editing=scene.editing == claim,
        lit=scene.lit == claim,
        is_kept=is_kept,
        drop=_drop_of(effect),
        refused=effect == "refused",
    )


def _drop_of(effect: str) -> Literal["support", "attack"] | None:
    if effect in ("attack", "undercut"):
        return "attack"
    return "support" if effect in ("support", "link", "ask") else None
