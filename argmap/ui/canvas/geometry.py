"""What stands where on the canvas: the faces, boxes and routes of a map, kept in step with it by deltas.

Nothing here draws or listens. `follow` works out from one delta which cards and arrows changed and what part
of the map they touch, before and after; `MapGeometry(map)` built anew gives the same picture.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from argmap.layout.elastic import Elastic
from argmap.layout.geometry import Rect, bounding
from argmap.layout.routes import Routing
from argmap.layout.routing import reroute, route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Delta
from argmap.model.ids import RecordId
from argmap.model.records import (
    Claim,
    Excerpt,
    MapInfo,
    Note,
    Participant,
    Placement,
    Record,
    Relation,
    Source,
)
from argmap.source.numbering import Numberings
from argmap.ui.canvas.card_size import card_size
from argmap.ui.canvas.faces import ArrowFace, CardFace, arrow_face_of, face_of
from argmap.ui.text_shaper import TextShaper

ARROW_MARGIN = 18.0
"""How far heads, rings and badges reach beyond an arrow's line."""
CARD_MARGIN = 16.0
"""How far a card's shadow reaches."""
_LOOSE_COLUMNS, _LOOSE_GAP = 6, 24.0


@dataclass(frozen=True, slots=True)
class Damage:
    """What a change touched."""

    claims: frozenset[RecordId] = frozenset()
    relations: frozenset[RecordId] = frozenset()
    rects: tuple[Rect, ...] = ()
    """The parts of the map to paint again."""


class MapGeometry:
    """Faces, boxes and routes of one map."""

    def __init__(self, map_: ArgumentMap, shaper: TextShaper) -> None:
        self._shaper = shaper
        self._map = map_
        self._numberings = Numberings()
        self._draft: tuple[RecordId, str] | None = None
        self._rough: set[RecordId] = set()
        self._carried: frozenset[RecordId] = frozenset()
        self._elastic: Elastic | None = None
        self.faces: dict[RecordId, CardFace] = {}
        self.boxes: dict[RecordId, Rect] = {}
        self.arrows: dict[RecordId, ArrowFace] = {}
        for claim in map_.claims.values():
            self._set_card(claim)
        self._place_loose()
        for relation in map_.relations.values():
            self.arrows[relation.id] = arrow_face_of(map_, relation)
        self.routing: Routing = route_map(map_, self.boxes)

    @property
    def bounds(self) -> Rect | None:
        """The smallest rectangle round all cards; None for an empty map."""
        return bounding(self.boxes.values())

    def visible_cards(self, rect: Rect, among: Iterable[RecordId] | None = None) -> Iterator[RecordId]:
        """The claims whose cards, shadow included, touch the rectangle; some of `among` where it is given."""
        wide, boxes = rect.grown(CARD_MARGIN), self.boxes
        return (key for key in (boxes if among is None else among) if boxes[key].intersects(wide))

    def visible_arrows(self, rect: Rect, among: Iterable[RecordId] | None = None) -> Iterator[RecordId]:
        """The relations whose arrows or plates touch the rectangle; a conflict's pair under one of them."""
        wide, routing = rect.grown(ARROW_MARGIN), self.routing
        return (key for key in (routing.routes if among is None else among) if _is_seen(routing, key, wide))

    def arrow_box(self, relation: RecordId) -> Rect | None:
        """The smallest rectangle round an arrow with its plate."""
        return arrow_box(self.routing, relation)

    def box_of(self, element: RecordId) -> Rect | None:
        """Where a claim's card or a relation's arrow stands."""
        return self.boxes.get(element) or self.arrow_box(element)

    def relations_at(self, elements: Iterable[RecordId]) -> set[RecordId]:
        """The relations that leave the elements or arrive at them."""
        found: set[RecordId] = set()
        for key in elements:
            found |= {r.id for r in (*self._map.leaving(key), *self._map.arriving(key))}
        return found

    def premises_of(self, relations: Iterable[RecordId]) -> set[RecordId]:
        """The claims that are premises of the relations."""
        held = self._map.relations
        return {premise for key in relations if key in held for premise in held[key].premises}

    def follow(self, map_: ArgumentMap, delta: Delta, *, roughly: bool = False) -> Damage:
        """Move on to the map after the delta, and say what that touched.

        While a gesture lasts, `roughly` lets arrows stretch after their cards; `settle` then routes them.
        """
        self._map = map_
        return self._refresh(_touched_claims(map_, delta), _touched_relations(map_, delta), roughly=roughly)

    def carry(self, boxes: Mapping[RecordId, Rect]) -> Damage:
        """Show cards where a hand holds them and let their arrows stretch; the map does not move them.

        Until `put_back` the same claims are to be named, as often as the hand moves.
        """
        elastic, held = self._elastic, self.boxes
        if elastic is None or elastic.routing is not self.routing or elastic.claims != boxes.keys():
            elastic = self._elastic = Elastic(self._map, self.routing, held, claims=boxes)
            self.routing = elastic.routing
            self._rough |= elastic.claims
            self._carried |= elastic.claims
        before = elastic.around
        held.update(boxes)
        elastic.stretch(held)
        return Damage(elastic.claims, elastic.relations, (before, elastic.around))

    def put_back(self) -> Damage:
        """Show what was carried where the map has it."""
        carried, self._carried, self._elastic = self._carried, frozenset(), None
        return self._refresh(set(carried), set(), roughly=True)

    def settle(self) -> Damage:
        """Route with care what was moved roughly."""
        moved, self._rough = self._rough, set()
        before = self.routing
        if moved:
            self.routing = reroute(self._map, self.boxes, before, moved)
        changed = _changed_routes(before, self.routing)
        old = [box for key in changed if (box := arrow_box(before, key))]
        return Damage(frozenset(), frozenset(changed), (*old, *self._boxes_of((), changed)))

    def draft(self, claim: RecordId, text: str | None) -> Damage:
        """Show a text that is being typed in place of the claim's own; None shows its own again."""
        self._draft = None if text is None else (claim, text)
        return self._refresh({claim}, set())

    def _refresh(self, claims: set[RecordId], relations: set[RecordId], *, roughly: bool = False) -> Damage:
        before = {key: self.boxes.get(key) for key in claims | self._loose}
        routing = self.routing
        arrows = {key: self.arrows.get(key) for key in relations}
        faces = {key: self.faces.get(key) for key in claims}
        self._set_cards(claims)
        self._set_arrows(relations)
        moved = {key for key in claims | self._loose if before.get(key) != self.boxes.get(key)}
        self._reroute(moved, relations, roughly=roughly)
        changed = moved | {key for key in claims if faces[key] != self.faces.get(key)}
        rerouted = _changed_routes(routing, self.routing)
        rerouted |= {key for key in relations if arrows[key] != self.arrows.get(key)}
        return self._damage(before, routing, changed=changed, rerouted=rerouted)

    def _damage(
        self,
        before: Mapping[RecordId, Rect | None],
        routing: Routing,
        *,
        changed: Collection[RecordId],
        rerouted: Collection[RecordId],
    ) -> Damage:
        """What changed since the boxes and the routing of before."""
        old = [box for key in changed if (box := before.get(key))]
        old += [box for key in rerouted if (box := arrow_box(routing, key))]
        return Damage(frozenset(changed), frozenset(rerouted), (*old, *self._boxes_of(changed, rerouted)))

    def _reroute(self, moved: set[RecordId], relations: set[RecordId], *, roughly: bool) -> None:
        if not moved and not relations:
            return
        if roughly and not relations:
            elastic = Elastic(self._map, self.routing, self.boxes, claims=moved)
            elastic.stretch(self.boxes)
            self._rough |= moved
            self.routing = elastic.routing
        else:
            touched, self._rough = moved | relations | self._rough, set()
            self.routing = reroute(self._map, self.boxes, self.routing, touched)

    def _boxes_of(self, claims: Iterable[RecordId], relations: Iterable[RecordId]) -> Iterator[Rect]:
        yield from (self.boxes[key] for key in claims if key in self.boxes)
        yield from (box for key in relations if (box := self.arrow_box(key)))

    def _set_cards(self, keys: Collection[RecordId]) -> None:
        held = self._map.claims
        for key in keys:
            if key not in held:
                self.faces.pop(key, None)
                self.boxes.pop(key, None)
        # New cards lie over each other in the map's order, as they would if all were built anew.
        for key in keys if len(keys) == 1 else [key for key in held if key in keys]:
            if key in held:
                self._set_card(held[key])
        self._place_loose()

    def _set_card(self, claim: Claim) -> None:
        if self._draft is not None and self._draft[0] == claim.id:
            claim = replace(claim, text=self._draft[1])
        face = self.faces[claim.id] = face_of(self._map, claim, numberings=self._numberings)
        width, height = card_size(face, self._shaper)
        place = self._map.placement(claim.id)
        x, y = (0.0, 0.0) if place is None else (place.x, place.y)
        self.boxes[claim.id] = Rect(x, y, width, height)

    def _set_arrows(self, relations: Iterable[RecordId]) -> None:
        for key in relations:
            relation = self._map.relations.get(key)
            if relation is None:
                self.arrows.pop(key, None)
            else:
                self.arrows[key] = arrow_face_of(self._map, relation)

    @property
    def _loose(self) -> set[RecordId]:
        """Claims that a file gives no place."""
        if len(self._map.table(Placement)) == len(self._map.claims):
            return set()
        return {key for key in self._map.claims if self._map.placement(key) is None}

    def _place_loose(self) -> None:
        """Stand claims without a place in rows below the others."""
        loose = sorted(self._loose)
        if not loose:
            return
        placed = bounding(box for key, box in self.boxes.items() if key not in loose)
        x0, y = (0.0, 0.0) if placed is None else (placed.x, placed.bottom + 4 * _LOOSE_GAP)
        for start in range(0, len(loose), _LOOSE_COLUMNS):
            row, x = loose[start : start + _LOOSE_COLUMNS], x0
            for key in row:
                self.boxes[key] = self.boxes[key]._replace(x=x, y=y)
                x = self.boxes[key].right + _LOOSE_GAP
            y = max(self.boxes[key].bottom for key in row) + _LOOSE_GAP


def arrow_box(routing: Routing, relation: RecordId) -> Rect | None:
    """The smallest rectangle round an arrow with its plate; None where the relation has neither."""
    route, plate = routing.routes.get(relation), routing.plates.get(relation)
    if plate is None:
        return None if route is None else route.box
    return plate.box if route is None else bounding((route.box, plate.box))


def _is_seen(routing: Routing, relation: RecordId, wide: Rect) -> bool:
    """Whether an arrow or its plate touches the rectangle and is kept under this relation, not a partner."""
    route, plate = routing.routes[relation], routing.plates.get(relation)
    if relation != route.relation:
        return False
    return _touches(route.box, wide) or (plate is not None and _touches(plate.box, wide))


def _touches(box: Rect, wide: Rect) -> bool:
    """Like `intersects`, for boxes that may have no width or no height."""
    (x, y, width, height), (left, top, wide_by, high_by) = box, wide
    return x <= left + wide_by and left <= x + width and y <= top + high_by and top <= y + height


def _changed_routes(before: Routing, after: Routing) -> set[RecordId]:
    changed = _changed_keys(before.routes, after.routes)
    return changed | _changed_keys(before.plates, after.plates)


def _changed_keys(before: Mapping[RecordId, object], after: Mapping[RecordId, object]) -> set[RecordId]:
    gone = {key for key in before if key not in after}
    kept = ((key, before.get(key), held) for key, held in after.items())
    return gone | {key for key, old, new in kept if old is not new and old != new}


_ALL: tuple[type[Record], ...] = (MapInfo, Participant, Source)
"""Changes to these are rare and may show on any card."""


def _touched_claims(map_: ArgumentMap, delta: Delta) -> set[RecordId]:
    if any(kind in _ALL for kind in delta.kinds()):
        return set(map_.claims) | {key for key, c in delta.changes.items() if c.kind() is Claim}
    touched: set[RecordId] = set()
    for key, change in delta.changes.items():
        for record in (change.before, change.after):
            match record:
                case Claim():
                    touched.add(key)
                case Placement() | Excerpt() | Note():
                    touched.add(record.element)
                case Relation():
                    touched |= {*record.premises, record.target}
    return {key for key in touched if key not in map_.relations}


def _touched_relations(map_: ArgumentMap, delta: Delta) -> set[RecordId]:
    touched: set[RecordId] = set()
    for key, change in delta.changes.items():
        for record in (change.before, change.after):
            if isinstance(record, Relation):
                touched.add(key)
                touched |= {r.id for r in map_.arriving(record.target)}
                touched |= {r.id for premise in record.premises for r in map_.arriving(premise)}
    return touched
