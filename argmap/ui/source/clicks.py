"""Which of several passages over one another a click takes: the innermost first, then the next one out."""

from __future__ import annotations

from argmap.model.ids import RecordId
from argmap.ui.source.passages import Segment


class Clicks:
    """Remembers the last click."""

    def __init__(self) -> None:
        self._last: tuple[Segment, RecordId] | None = None

    def forget(self) -> None:
        """Begin with the innermost passage again."""
        self._last = None

    def next_on(self, segment: Segment) -> RecordId:
        """The element that a click on a segment takes now."""
        elements = list(dict.fromkeys(passage.element for passage in segment.passages))
        index = 0
        if self._last and self._last[0] == segment:
            index = (elements.index(self._last[1]) + 1) % len(elements)
        self._last = (segment, elements[index])
        return elements[index]

    def last_on(self, segment: Segment) -> RecordId:
        """The element that the last click took, where it was on this segment; else the innermost."""
        is_same = self._last is not None and self._last[0] == segment
        return self._last[1] if self._last and is_same else segment.passages[0].element
