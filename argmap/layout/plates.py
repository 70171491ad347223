"""Linked premises: a plate round them where they stand together, else one joint with a leg from each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from argmap.layout.field import Field
from argmap.layout.geometry import Point, Rect, bounding
from argmap.layout.routes import Plate
from argmap.model.ids import RecordId
from argmap.model.records import Relation

MARGIN = 8.0
"""How far a plate reaches beyond its premises."""
_FARTHEST_APART = 200.0
_JOINT_OFF = 44.0
_JOINT_ROOM = 14.0
_JOINTS_APART = 32.0
_JOINT_BESIDE = 12.0
"""Cards that leave room for a line between them leave it for a joint there."""


def plate_for(
    relation: Relation, boxes: Mapping[RecordId, Rect], field: Field, *, turn: int = 0
) -> tuple[Plate, Rect]:
    """What ties the premises of a linked relation, without legs, and the part of the map that it hangs on.

    `turn` counts the linked relations at the same target that came before: their joints stand side by side.
    """
    premises = [boxes[premise] for premise in relation.premises]
    rect = _round(premises)
    plate = plate_round(relation, premises)
    others = field.cards_near(rect.grown(1)) - set(relation.premises)
    if not others and plate is not None:
        return plate, rect.grown(1)
    target = boxes.get(relation.target)
    aside = _JOINTS_APART * ((turn + 1) // 2) * (1 if turn % 2 == 0 else -1)
    joint = _lone_joint(premises, target, field, aside=aside)
    window = bounding([rect] if target is None else [rect, target]) or rect
    return Plate(relation.id, None, (joint,)), window.grown(_JOINT_OFF + 2 * _JOINT_ROOM + abs(aside))


def plate_round(relation: Relation, premises: Sequence[Rect]) -> Plate | None:
    """The plate round premises, whatever else may lie there; None where they stand too far apart."""
    rect = _round(premises)
    in_order, joints = _joints(premises, rect)
    return Plate(relation.id, rect, joints) if _stand_together(in_order, rect) else None


def _round(premises: Sequence[Rect]) -> Rect:
    return (bounding(premises) or Rect(0, 0, 0, 0)).grown(MARGIN)


def _stand_together(in_order: Sequence[Rect], rect: Rect) -> bool:
    upright = rect.height >= rect.width
    return all(
        (b.y - a.bottom if upright else b.x - a.right) <= _FARTHEST_APART for a, b in pairwise(in_order)
    )


def _joints(premises: Sequence[Rect], rect: Rect) -> tuple[list[Rect], tuple[Point, ...]]:
    """The premises in reading order along the plate, and the middle of each gap."""
    middle = rect.center
    if rect.height >= rect.width:
        in_order = sorted(premises, key=lambda r: (r.center.y, r.center.x))
        return in_order, tuple(Point(middle.x, (a.bottom + b.y) / 2) for a, b in pairwise(in_order))
    in_order = sorted(premises, key=lambda r: (r.center.x, r.center.y))
    return in_order, tuple(Point((a.right + b.x) / 2, middle.y) for a, b in pairwise(in_order))


def _lone_joint(premises: Sequence[Rect], target: Rect | None, field: Field, *, aside: float) -> Point:
    """A place free of cards near the target, on the side where the premises are, or so far aside."""
    xs, ys = [r.center.x for r in premises], [r.center.y for r in premises]
    heart = Point(sum(xs) / len(xs) + aside, sum(ys) / len(ys))
    places = [heart] if target is None else []
    if target is not None:
        c = target.center.moved(aside, 0)
        below = Point(c.x, target.bottom + _JOINT_OFF)
        if _is_free(below, field, _JOINT_ROOM) and min(r.y for r in premises) > below.y + _JOINT_ROOM:
            return below
        places += [
            Point((c.x + heart.x) / 2, (c.y + heart.y) / 2),
            below,
            Point(c.x, target.y - _JOINT_OFF),
            Point(target.x - _JOINT_OFF, c.y + aside),
            Point(target.right + _JOINT_OFF, c.y + aside),
        ]
    for rect in premises:
        places += [
            Point(rect.center.x, rect.y - _JOINT_BESIDE),
            Point(rect.center.x, rect.bottom + _JOINT_BESIDE),
            Point(rect.x - _JOINT_BESIDE, rect.center.y),
            Point(rect.right + _JOINT_BESIDE, rect.center.y),
        ]
    free = (place for room in (_JOINT_ROOM, 1.0) for place in places if _is_free(place, field, room))
    return next(free, places[0])


def _is_free(point: Point, field: Field, room: float) -> bool:
    return not field.cards_near(Rect(point.x, point.y, 0, 0).grown(room))
