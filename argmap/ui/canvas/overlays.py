"""What comes and goes over the map at rest: hover, selection, what is being dragged, guides and painter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtGui import QPainter

from argmap.editor.history import Selection
from argmap.editor.tools.tool import REST, Feedback
from argmap.model.ids import RecordId
from argmap.ui.canvas.geometry import MapGeometry, Part
from argmap.ui.canvas.hits import Handles
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.states import ArrowState, CardState
from argmap.ui.canvas.view import Band, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything transient about the canvas at one moment."""

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
    feedback: Feedback = REST
    handles: Handles = field(default_factory=Handles)


class Overlays:
    """Paints a `Scene` over the base layer."""

    def __init__(self, painter: MapPainter) -> None:
        self._painter = painter

    def paint(self, canvas: QPainter, view: View, band: Band, *, geometry: MapGeometry, scene: Scene) -> None:
        """Paint all that comes and goes."""
        claims, relations = _special(geometry, scene)
        cards = {key: card_state(scene, key) for key in claims}
        lit = geometry.relations_at(scene.selection)
        arrows = {key: arrow_state(geometry, scene, key, lit=lit) for key in relations}
        part = Part(geometry, claims=frozenset(claims), relations=frozenset(relations))
        self._painter.paint_map(canvas, view, part, band=band, cards=cards, arrows=arrows, ground=False)
        for key in geometry.relations_at(relations) - relations:  # rings stay on top of what they cut
            if key in geometry.routing.routes:
                route = geometry.routing.routes[key]
                self._painter.paint_badge(canvas, view, geometry.arrows[key], route, band=band)
        self._handles(canvas, view, band, geometry=geometry, scene=scene)
        self._feedback(canvas, view, geometry, feedback=scene.feedback)

    def _handles(
        self, canvas: QPainter, view: View, band: Band, *, geometry: MapGeometry, scene: Scene
    ) -> None:
        handles, painter = scene.handles, self._painter
        box = geometry.boxes.get(handles.ports) if handles.ports else None
        if box is not None and band >= Band.SCAN and scene.feedback is REST:
            painter.paint_ports(canvas, view, box)
        box = geometry.boxes.get(handles.pucks) if handles.pucks else None
        if box is not None and band is Band.READ and scene.feedback is REST and scene.editing is None:
            painter.paint_pucks(canvas, view, box)
        route = geometry.routing.routes.get(handles.grips) if handles.grips else None
        if handles.grips and route is not None and scene.feedback is REST:
            face = geometry.arrows[handles.grips]
            painter.paint_grips(canvas, view, route, face=face)
            if scene.hovered == handles.grips:
                painter.paint_arrow_label(canvas, view, route, face=face)

    def _feedback(self, canvas: QPainter, view: View, geometry: MapGeometry, *, feedback: Feedback) -> None:
        painter = self._painter
        self._drop(canvas, view, geometry, feedback=feedback)
        for guide in feedback.guides:
            painter.paint_guide(canvas, view, guide.start, guide.end)
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
        elif drop is not None and drop.element in geometry.boxes and drop.effect != "refused":
            box = geometry.boxes[drop.element]
            self._painter.paint_drop_puck(canvas, view, box, text=drop.text, effect=drop.effect)


def _special(geometry: MapGeometry, scene: Scene) -> tuple[set[RecordId], set[RecordId]]:
    """The claims and the relations that look other than at rest, or are lifted."""
    chosen = set(scene.selection | scene.lifted)
    chosen |= {key for key in (scene.hovered, scene.lit, scene.editing, scene.focused) if key}
    if scene.feedback.drop is not None:
        chosen.add(scene.feedback.drop.element)
    relations = {key for key in chosen if key in geometry.arrows}
    relations |= geometry.relations_at(scene.selection)
    routes = geometry.routing.routes
    shared = {routes[key].relation for key in relations if key in routes}
    return {key for key in chosen if key in geometry.faces}, (relations | shared) & routes.keys()


def arrow_state(
    geometry: MapGeometry, scene: Scene, relation: RecordId, *, lit: Collection[RecordId]
) -> ArrowState:
    """How an arrow looks at this moment; `lit` are those that belong to a selected card."""
    both = {relation, geometry.routing.routes[relation].partner}
    drop = scene.feedback.drop
    return ArrowState(
        hovered=scene.hovered in both or (drop is not None and drop.element in both),
        selected=not both.isdisjoint(scene.selection),
        lit=relation in lit,
    )


def card_state(scene: Scene, claim: RecordId) -> CardState:
    """How a card looks at this moment."""
    drop = scene.feedback.drop
    here = drop is not None and drop.element == claim
    effect = drop.effect if drop is not None and here else ""
    return CardState(
        hovered=scene.hovered == claim,
        selected=claim in scene.selection,
        alone=scene.selection == {claim},
        focused=scene.focused == claim,
        editing=scene.editing == claim,
        lit=scene.lit == claim,
        drop=_drop_of(effect),
        refused=effect == "refused",
    )


def _drop_of(effect: str) -> Literal["support", "attack"] | None:
    if effect in ("attack", "undercut"):
        return "attack"
    return "support" if effect in ("support", "link", "ask") else None
