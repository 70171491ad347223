"""The arrows that already have their way, in buckets: later ones ask where they would meet them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.geometry import Point, Rect, spanned

_CELL = 256.0
_HAIR = 1e-6
BESIDE = 8.0
"""Two lines nearer than this, side by side, look like one."""
_LEAST_SHARED = 10.0
"""Lines that run side by side for no more than this only touch."""


class Piece(NamedTuple):
    """A straight piece of an arrow; `owner` names what may share its line."""

    left: float
    top: float
    right: float
    bottom: float
    owner: object

    @property
    def is_level(self) -> bool:
        """Whether it runs from side to side."""
        return self.right - self.left >= self.bottom - self.top


class Meetings(NamedTuple):
    """How often a way crosses other arrows, and how often it would lie on one."""

    crossings: int
    overlaps: int


class Traffic:
    """The pieces of all arrows routed so far."""

    __slots__ = ("_cells",)

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Piece]] = {}

    def add(self, owner: object, points: Sequence[Point]) -> None:
        """Take in the way of an arrow."""
        for a, b in pairwise(points):
            box = spanned(a, b)
            piece = Piece(box.x, box.y, box.right, box.bottom, owner)
            for cell in _cells(piece.left, piece.top, piece.right, piece.bottom):
                self._cells.setdefault(cell, []).append(piece)

    def near(self, rect: Rect, *, owner: object) -> list[Piece]:
        """The pieces in the rectangle that belong to others, in a fixed order."""
        return self._within(rect.x, rect.y, rect.right, rect.bottom, owner)

    def meetings(self, points: Sequence[Point], *, owner: object) -> Meetings:
        """How a way meets the arrows of others."""
        crossings = overlaps = 0
        for own, level, piece in self._met(points, owner):
            if piece.is_level == level:
                overlaps += _shared(piece, own, level) > _LEAST_SHARED
            else:
                crossings += _crosses(piece, own)
        return Meetings(crossings, overlaps)

    def lain_on(self, points: Sequence[Point], *, owner: object) -> list[Piece]:
        """The pieces of others that a way would lie on."""
        return [
            piece
            for own, level, piece in self._met(points, owner)
            if piece.is_level == level and _shared(piece, own, level) > _LEAST_SHARED
        ]

    def _met(self, points: Sequence[Point], owner: object) -> Iterator[tuple[Rect, bool, Piece]]:
        """Every piece of a way, whether it is level, with each piece of others that comes near it."""
        by = BESIDE - _HAIR
        for a, b in pairwise(points):
            own = spanned(a, b)
            level = own.width >= own.height
            for piece in self._within(own.x - by, own.y - by, own.right + by, own.bottom + by, owner):
                yield own, level, piece

    def _within(self, left: float, top: float, right: float, bottom: float, owner: object) -> list[Piece]:
        found: dict[Piece, None] = {}
        for cell in _cells(left, top, right, bottom):
            for piece in self._cells.get(cell, ()):
                if (
                    piece[0] <= right
                    and piece[2] >= left
                    and piece[1] <= bottom
                    and piece[3] >= top
                    and piece[4] != owner
                ):
                    found[piece] = None
        return sorted(found, key=lambda piece: piece[:4])


def _shared(piece: Piece, own: Rect, level: bool) -> float:
    if level:
        return min(piece.right, own.right) - max(piece.left, own.x)
    return min(piece.bottom, own.bottom) - max(piece.top, own.y)


def _crosses(piece: Piece, own: Rect) -> bool:
    return (
        piece.left < own.right + 1
        and piece.right > own.x - 1
        and piece.top < own.bottom + 1
        and piece.bottom > own.y - 1
    )


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // _CELL), int(right // _CELL) + 1):
        for row in range(int(top // _CELL), int(bottom // _CELL) + 1):
            yield column, row
