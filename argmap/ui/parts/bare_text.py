"""A field for words that are read more often than written."""

from __future__ import annotations

from argmap.ui.fonts import font
from argmap.ui.parts.typed_text import TypedText

OUTSET = 5
"""The padding of a bare field, frame included: it stands out of its column by as much, its words do not."""


def bare_text(name: str, *, size: int, line: float, weight: int, is_one_line: bool = False) -> TypedText:
    """A field that looks like text until it is hovered or focused."""
    made = TypedText(font(size, weight), line=line, room=OUTSET, is_one_line=is_one_line)
    made.setProperty("look", "bare")
    made.setAccessibleName(name)
    return made
