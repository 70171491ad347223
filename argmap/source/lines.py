"""The paragraphs of a text as a reader sees them: their numbers, who speaks, and where another begins to."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Participant, Source, VoiceTurn
from argmap.source.text import paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph as a reader sees it."""

    block: int
    """Its number as a block of the document: blank lines count."""
    number: int | None
    """Its number as a paragraph: 0 for the heading, None for a blank line."""
    voice: Participant | None
    heading: VoiceTurn | None
    """The turn that begins here, where one does."""
    is_change: bool
    """Whether another voice spoke before."""


def lines_of(map_: ArgumentMap, source: Source) -> tuple[Line, ...]:
    """What there is to be said of each paragraph of a source."""
    turns = sorted(source.voices, key=lambda turn: turn.start)
    found = []
    voice: Participant | None = None
    for paragraph in paragraphs(source.body):
        heading = None
        before = voice
        is_blank = paragraph.number is None
        while turns and turns[0].start <= paragraph.end and not is_blank:
            heading = turns.pop(0)
            voice = map_.find(Participant, heading.participant)
        found.append(
            Line(
                block=paragraph.line,
                number=paragraph.number,
                voice=None if is_blank else voice,
                heading=heading,
                is_change=before is not None,
            )
        )
    return tuple(found)
