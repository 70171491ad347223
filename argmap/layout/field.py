"""What stands on the map where arrows run: cards and plates, in buckets so that a query looks only nearby."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.geometry import Point, Rect
from argmap.model.ids import RecordId

_CELL = 256.0
_TOUCH = 0.5
"""An arrow that only follows an edge does not run through the card."""


class Obstacle(NamedTuple):
    """A card, or the plate of a relation."""

    left: float
    top: float
    right: float
    bottom: float
    key: RecordId
    is_plate: bool

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return Rect(self.left, self.top, self.right - self.left, self.bottom - self.top)


class Field:
    """Cards by claim and plates by relation."""

    __slots__ = ("_cells",)

    def __init__(self, cards: Mapping[RecordId, Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Obstacle]] = {}
        for key, rect in cards.items():
            self._put(Obstacle(rect.x, rect.y, rect.right, rect.bottom, key, is_plate=False))

    def add_plate(self, relation: RecordId, rect: Rect) -> None:
        """Let the plate of a relation stand in the way, too."""
        self._put(Obstacle(rect.x, rect.y, rect.right, rect.bottom, relation, is_plate=True))

    def _put(self, obstacle: Obstacle) -> None:
        for cell in _cells(obstacle.left, obstacle.top, obstacle.right, obstacle.bottom):
            self._cells.setdefault(cell, []).append(obstacle)

    def near(self, rect: Rect) -> list[Obstacle]:
        """What shares more than an edge with the rectangle, each once, in a fixed order."""
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        found: dict[tuple[RecordId, bool], Obstacle] = {}
        for cell in _cells(left, top, right, bottom):
            for held in self._cells.get(cell, ()):
                if held[0] < right and held[2] > left and held[1] < bottom and held[3] > top:
                    found[held.key, held.is_plate] = held
        return sorted(found.values(), key=lambda held: (held.is_plate, held.key))

    def cards_near(self, rect: Rect) -> set[RecordId]:
        """The claims whose cards share more than an edge with the rectangle."""
        return {held.key for held in self.near(rect) if not held.is_plate}

    def crossed(self, points: Sequence[Point], *, clearance: float = 0.0) -> list[Obstacle]:
        """What the way runs through, or passes nearer than the clearance; one entry for every piece."""
        found: list[Obstacle] = []
        by = clearance - _TOUCH
        for a, b in pairwise(points):
            left, right = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
            top, bottom = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])
            found += self._within(left - by, top - by, right + by, bottom + by)
        return found

    def _within(self, left: float, top: float, right: float, bottom: float) -> list[Obstacle]:
        """What shares more than an edge with these bounds, which may be inside out by a hair."""
        found: list[Obstacle] = []
        for cell in _cells(left, top, max(left, right), max(top, bottom)):
            for held in self._cells.get(cell, ()):
                if (
                    held[0] < right
                    and held[2] > left
                    and held[1] < bottom
                    and held[3] > top
                    and held not in found
                ):
                    found.append(held)
        return found


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    first, last = int(left // _CELL), int(right // _CELL)
    upper, lower = int(top // _CELL), int(bottom // _CELL)
    for column in range(first, last + 1):
        for row in range(upper, lower + 1):
            yield column, row
