"""What comes and goes over the map at rest: hover, selection, what is being dragged, guides, handles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRectF

from argmap.editor.history import Selection
from argmap.editor.tools.tool import REST, Drop, Feedback
from argmap.model.ids import RecordId
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.hits import Handles
from argmap.ui.canvas.paint.layers import CardStates, Elements, Stated, depth
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import ArrowState, CardState
from argmap.ui.canvas.view import Band


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

    claims: tuple[RecordId, ...]
    """From below to above."""
    arrows: Mapping[RecordId, Stated]
    """Likewise, by relation."""
    cards: CardStates
    badges: tuple[RecordId, ...]
    """Relations of which only what sits on them is painted: rings stay on top of what they cut."""


class Overlays:
    """Paints what comes and goes over the base layer."""

    def __init__(self, painter: MapPainter) -> None:
        self._painter = painter

    def paint_foreground(
        self, sheet: Sheet, geometry: MapGeometry, *, foreground: Foreground, part: QRectF
    ) -> None:
        """Paint the elements that lie over the map at rest, as far as they touch `part` of the window."""
        near, arrows = sheet.near(part), foreground.arrows
        seen = Elements(
            [*geometry.visible_cards(near, foreground.claims)],
            [arrows[key] for key in geometry.visible_arrows(near, arrows)],
            foreground.cards,
        )
        self._painter.paint_elements(sheet, geometry, elements=seen)
        for key in foreground.badges:
            self._painter.paint_badge(sheet, geometry.arrows[key], route=geometry.routing.routes[key])

    def paint_controls(
        self, sheet: Sheet, geometry: MapGeometry, *, scene: Scene, feedback: Feedback
    ) -> None:
        """Paint handles, or what a gesture is about to do."""
        if feedback is REST:
            self._handles(sheet, geometry, scene=scene)
        else:
            self._feedback(sheet, geometry, feedback=feedback)

    def _handles(self, sheet: Sheet, geometry: MapGeometry, *, scene: Scene) -> None:
        handles, controls, band = scene.handles, self._painter.controls, sheet.band
        box = geometry.boxes.get(handles.ports) if handles.ports else None
        if box is not None and band >= Band.SCAN:
            controls.paint_ports(sheet, box)
        box = geometry.boxes.get(handles.pucks) if handles.pucks else None
        if box is not None and band is Band.READ and scene.editing is None:
            controls.paint_pucks(sheet, box)
        route = geometry.routing.routes.get(handles.grips) if handles.grips else None
        if handles.grips and route is not None:
            controls.paint_grips(sheet, route)
            if scene.hovered == handles.grips:
                controls.paint_arrow_label(sheet, geometry.arrows[handles.grips], route=route)

    def _feedback(self, sheet: Sheet, geometry: MapGeometry, *, feedback: Feedback) -> None:
        drafts, draft = self._painter.drafts, feedback.draft
        if feedback.drop is not None or feedback.zones is not None:
            self._drop(sheet, geometry, feedback=feedback)
        if feedback.guides:
            drafts.paint_guides(sheet, feedback.guides)
        if draft is not None:
            drafts.paint_arrow(sheet, draft.points, kind=draft.kind, refused=draft.refused)
        if feedback.lasso is not None:
            drafts.paint_lasso(sheet, feedback.lasso)

    def _drop(self, sheet: Sheet, geometry: MapGeometry, *, feedback: Feedback) -> None:
        drop, painter = feedback.drop, self._painter
        if feedback.zones in geometry.boxes and feedback.zones is not None:
            chosen = drop.effect if drop else ""
            painter.zones.paint(sheet, geometry.boxes[feedback.zones], chosen=chosen)
            return
        if drop is None or drop.effect == "refused":
            return
        box = geometry.boxes.get(drop.element) or next(iter(feedback.carried.values()), None)
        if box is not None:
            painter.controls.paint_drop_puck(sheet, box, text=drop.text, effect=drop.effect)


def foreground_of(geometry: MapGeometry, scene: Scene, *, feedback: Feedback) -> Foreground:
    """What looks other than at rest, or is lifted."""
    lit, drop, is_kept = geometry.relations_at(scene.selection), feedback.drop, bool(feedback.carried)
    claims, relations = _special(geometry, scene, drop=drop, lit=lit)
    routes, faces = geometry.routing.routes, geometry.arrows
    arrows = [
        (faces[key], arrow_state(geometry, scene, key, lit=lit, drop=drop))
        for key in _in_order(routes, relations)
        if routes[key].relation == key
    ]
    return Foreground(
        claims=_in_order(geometry.boxes, claims),
        arrows={face.relation: (face, state) for face, state in sorted(arrows, key=depth)},
        cards={key: card_state(scene, key, drop=drop, is_kept=is_kept) for key in claims},
        badges=_in_order(routes, geometry.relations_at(relations) - relations),
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
    both = {relation, geometry.routing.routes[relation].partner} - {None}
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
