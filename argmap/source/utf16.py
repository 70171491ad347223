"""Positions in UTF-16 units, which Qt counts in, and in code points, which we count in."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Converts positions of one text. Built once a text; each conversion is a binary search."""

    __slots__ = ("_points", "_units")

    def __init__(self, body: str) -> None:
        self._points = [found.start() for found in _WIDE.finditer(body)]
        """Offsets of the code points that take two units."""
        self._units = [point + earlier for earlier, point in enumerate(self._points)]

    def changed(self, start: int, removed: int, inserted: str) -> Utf16Offsets:
        """The same for the text with a stretch of it replaced, given in code points."""
        wide = [start + found.start() for found in _WIDE.finditer(inserted)]
        if not self._points and not wide:
            return self
        growth = len(inserted) - removed
        first, last = bisect_left(self._points, start), bisect_left(self._points, start + removed)
        other = Utf16Offsets("")
        other._points = [*self._points[:first], *wide, *(point + growth for point in self._points[last:])]
        other._units = [point + earlier for earlier, point in enumerate(other._points)]
        return other

    def to_utf16(self, offset: int) -> int:
        """The position in UTF-16 units of an offset in code points."""
        return offset + bisect_left(self._points, offset)

    def from_utf16(self, position: int) -> int:
        """The offset in code points of a position in UTF-16 units; inside a pair, that of its character."""
        return position - bisect_left(self._units, position)
