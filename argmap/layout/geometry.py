"""Points and rectangles in map coordinates: pixels at 100 %, x to the right, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the map."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The place `dx` to the right and `dy` down."""
        return Point(self.x + dx, self.y + dy)


class Rect(NamedTuple):
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its bottom edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, point: Point) -> bool:
        """Whether the point lies in it, edges included."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def intersects(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        (x, y, width, height), (left, top, wide, high) = self, other
        return x < left + wide and left < x + width and y < top + high and top < y + height

    def grown(self, by: float) -> Rect:
        """The rectangle with every edge moved outwards."""
        x, y, width, height = self
        return Rect(x - by, y - by, width + 2 * by, height + 2 * by)

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle `dx` to the right and `dy` down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)


def bounding(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle round all of them; None where there are none."""
    found = list(rects)
    if not found:
        return None
    xs, ys, widths, heights = zip(*found, strict=True)
    left, top = min(xs), min(ys)
    return Rect(left, top, max(map(add, xs, widths)) - left, max(map(add, ys, heights)) - top)


def spanned(a: Point, b: Point) -> Rect:
    """The rectangle with the two points in opposite corners."""
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
