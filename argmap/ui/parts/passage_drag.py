"""A passage on its way from the text to the map, as a drag carries it."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QMimeData

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.quote import Quote

PASSAGE = "application/x-argmap-passage"


class _Carried(msgspec.Struct, frozen=True):
    """What a drag holds: the words too, for it may end in a window with another map."""

    source: str
    start: int
    end: int
    words: str


def carried(source: Source, quote: Quote) -> QMimeData:
    """The passage for a drag, and as text for other programs."""
    words = source.body[quote.start : quote.end]
    made = QMimeData()
    made.setText(words)
    made.setData(PASSAGE, msgspec.json.encode(_Carried(source.id, *quote.span, words)))
    return made


def quote_in(data: QMimeData, map_: ArgumentMap) -> Quote | None:
    """The passage that a drag holds; None where it holds none, or one that this map's text does not have."""
    if not data.hasFormat(PASSAGE):
        return None
    try:
        held = msgspec.json.decode(bytes(data.data(PASSAGE).data()), type=_Carried)
    except msgspec.DecodeError:
        return None
    source = map_.find(Source, RecordId(held.source))
    if source is None or not held.words or source.body[held.start : held.end] != held.words:
        return None
    return Quote(source.id, held.start, held.end)
