"""The four zones round a card on which another one can be dropped: each side connects in its own way."""

from __future__ import annotations

from argmap.layout.geometry import Point, Rect

REACH = 96.0
"""How far round a card a dropped card is still heeded, in pixels at 100 %."""
_DEPTH, _SIDE, _GAP = 32.0, 88.0, 8.0
"""How deep the zones above and below are, how wide those beside, and how far off the card they stand."""
_MIDDLE = 0.3
"""The middle ends this share of the card's shorter side from its border."""


def zone_rects(box: Rect) -> dict[str, Rect]:
    """Where the zones of a card lie on the map, by their effect."""
    return {
        "undercut": Rect(box.x, box.y - _GAP - _DEPTH, box.width, _DEPTH),
        "support": Rect(box.x, box.bottom + _GAP, box.width, _DEPTH),
        "attack": Rect(box.x - _GAP - _SIDE, box.y, _SIDE, box.height),
        "link": Rect(box.right + _GAP, box.y, _SIDE, box.height),
    }


def zone_at(box: Rect, at: Point) -> str:
    """The effect of dropping a card at a place on or round another: by its side, or `ask` in the middle."""
    if box.grown(-min(box.width, box.height) * _MIDDLE).contains(at):
        return "ask"
    across = (at.x - box.center.x) / box.width
    down = (at.y - box.center.y) / box.height
    if abs(across) > abs(down):
        return "attack" if across < 0 else "link"
    return "undercut" if down < 0 else "support"
