"""Which paragraphs of a text a voice writes: from each of its turns to the next voice's, or to the end."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.numbering import Numbering


class Paragraphs(NamedTuple):
    """A run of paragraphs, both ends included."""

    first: int
    last: int


def paragraphs_by(source: Source, voice: RecordId, *, numbering: Numbering) -> Paragraphs | None:
    """From the paragraph where a voice's first turn begins to where its last one ends; None without turns."""
    turns = sorted(source.voices, key=lambda turn: turn.start)
    ends = [*(turn.start for turn in turns[1:]), len(source.body)]
    own = [(turn.start, end) for turn, end in zip(turns, ends, strict=False) if turn.participant == voice]
    if not own:
        return None
    return Paragraphs(numbering.at(own[0][0]), numbering.between(*own[-1])[1])


def voice_at(source: Source, offset: int) -> RecordId | None:
    """Who speaks at an offset; None where no turn has begun before it."""
    begun = [turn for turn in source.voices if turn.start <= offset]
    return max(begun, key=lambda turn: turn.start).participant if begun else None
