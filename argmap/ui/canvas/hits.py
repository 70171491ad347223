"""What lies under the pointer: handles first, then cards, then arrows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.editor.tools.events import Hit, HitKind
from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Route
from argmap.model.ids import RecordId
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.controls import port_points
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.view import Band, View

HANDLE_REACH = 9.0
"""How near the pointer must come to a port or grip, in pixels on screen."""
EDGE_REACH = 4.0
ARROW_REACH = 6.0
RING_RADIUS = 9.0
"""An undercut's ring, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Handles:
    """Which elements offer handles just now."""

    ports: RecordId | None = None
    """The claim whose card shows ports."""
    pucks: RecordId | None = None
    """The claim whose card shows the two buttons."""
    grips: RecordId | None = None
    """The relation whose arrow shows grips."""


PUCK_COMMANDS = ("insert.reason", "insert.objection")


@dataclass(frozen=True, slots=True, kw_only=True)
class HitTest:
    """Answers what lies at a place on the map, as it is shown in one view."""

    geometry: MapGeometry
    view: View
    band: Band
    handles: Handles
    painter: MapPainter
    """Knows where it puts buttons and counts."""

    def at(self, at: Point, *, besides: Iterable[RecordId] = ()) -> Hit:
        """What lies there."""
        left_out = frozenset(besides)
        return self._handle(at, left_out) or self._card(at, left_out) or self._arrow(at, left_out) or Hit()

    def _handle(self, at: Point, left_out: frozenset[RecordId]) -> Hit | None:
        boxes = self.geometry.boxes
        pucks, ports, grips = self.handles.pucks, self.handles.ports, self.handles.grips
        if pucks in boxes and pucks not in left_out and self.band is Band.READ:
            spot = self.view.to_view(at)
            rects = self.painter.controls.puck_rects(self.view, boxes[pucks])
            for command, rect in zip(PUCK_COMMANDS, rects, strict=True):
                if rect.contains(spot):
                    return Hit(HitKind.PUCK, pucks, command)
        # From farther away a card is no larger than its ports, which would leave nothing to take it by.
        if ports in boxes and ports not in left_out and self.band >= Band.SCAN:
            for point in port_points(boxes[ports]):
                if self._is_near(at, point, HANDLE_REACH):
                    return Hit(HitKind.PORT, ports)
        route = self.geometry.routing.routes.get(grips) if grips else None
        if route is not None and grips not in left_out:
            for part, point in (("tip", route.tip), ("start", route.start)):
                if self._is_near(at, point, HANDLE_REACH):
                    return Hit(HitKind.GRIP, grips, part)
        return None

    def _card(self, at: Point, left_out: frozenset[RecordId]) -> Hit | None:
        reach = EDGE_REACH / self.view.zoom
        for key, box in reversed(self.geometry.boxes.items()):
            if key in left_out or not box.grown(reach).contains(at):
                continue
            if abs(at.x - box.right) <= reach and self.band is Band.READ:
                return Hit(HitKind.EDGE, key)
            if box.contains(at):
                return self._on_card(key, box, at)
        return None

    def _on_card(self, key: RecordId, box: Rect, at: Point) -> Hit:
        section = ""
        if self.band is Band.READ:
            section = self.painter.badge_at(self.geometry.faces[key], box, at)
        return Hit(HitKind.BADGE, key, section) if section else Hit(HitKind.CARD, key)

    def _arrow(self, at: Point, left_out: frozenset[RecordId]) -> Hit | None:
        best: tuple[float, RecordId] | None = None
        reach = ARROW_REACH / self.view.zoom
        near = Rect(at.x, at.y, 0, 0).grown(RING_RADIUS / self.view.zoom)
        for key in self.geometry.visible_arrows(near):
            if key in left_out:
                continue
            distance = self._distance(key, at)
            if distance <= reach and (best is None or distance < best[0]):
                best = distance, key
        return Hit(HitKind.ARROW, best[1]) if best else self._plate(at, left_out)

    def _distance(self, key: RecordId, at: Point) -> float:
        route = self.geometry.routing.routes[key]
        face = self.geometry.arrows[key]
        if face.kind in ("undercut", "conflict"):
            ring = route.tip if face.kind == "undercut" else route.middle
            if math.dist(ring, at) <= max(RING_RADIUS, RING_RADIUS / self.view.zoom):
                return -1.0
        return min(line.distance_to(at) for line in self._lines(key))

    def _lines(self, key: RecordId) -> Iterator[Route]:
        """An arrow, and the legs that lead to it from premises far apart."""
        routing = self.geometry.routing
        yield routing.routes[key]
        if key in routing.plates:
            yield from (Route(key, leg) for leg in routing.plates[key].legs)

    def _plate(self, at: Point, left_out: frozenset[RecordId]) -> Hit | None:
        for key, plate in self.geometry.routing.plates.items():
            on_joint = any(self._is_near(at, joint, HANDLE_REACH) for joint in plate.joints)
            on_plate = plate.rect is not None and plate.rect.contains(at)
            if key not in left_out and (on_joint or on_plate):
                return Hit(HitKind.ARROW, key)
        return None

    def _is_near(self, at: Point, point: Point, reach: float) -> bool:
        return math.dist(at, point) * self.view.zoom <= reach

    def touched(self, rect: Rect) -> set[RecordId]:
        """The claims whose cards, and the relations whose arrows, the rectangle touches."""
        cards = {key for key, box in self.geometry.boxes.items() if box.intersects(rect)}
        return cards | {
            key
            for key in self.geometry.visible_arrows(rect)
            if any(_crosses(rect, a, b) for line in self._lines(key) for a, b in line.segments())
        }


def _crosses(rect: Rect, a: Point, b: Point) -> bool:
    """Whether a level or upright line touches the rectangle."""
    return (
        min(a.x, b.x) <= rect.right
        and max(a.x, b.x) >= rect.x
        and min(a.y, b.y) <= rect.bottom
        and max(a.y, b.y) >= rect.y
    )
