"""What a passage of the text can become on the map, by drag or by key: one step each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from argmap.editor import labels, placing
from argmap.editor.editor import Editor
from argmap.editor.placing import size_of
from argmap.edits import quoting
from argmap.edits.excerpts import attach
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.source.quote import Quote, words_of


class Use(Enum):
    """What becomes of a passage, named as the step is."""

    CLAIM = labels.ADD_CLAIM
    REASON = labels.ADD_REASON
    OBJECTION = labels.ADD_OBJECTION
    UNDERCUTTER = labels.ADD_UNDERCUTTER
    ATTACH = labels.ATTACH


def use_quote(
    editor: Editor,
    quote: Quote,
    use: Use,
    *,
    target: RecordId | None,
    boxes: Mapping[RecordId, Rect],
    at: Point,
) -> RecordId:
    """Make one step of it and select what it was made into: that element's id.

    `at` is where a claim goes that bears on nothing, as near as it is free there. Raises `Violation`.
    """
    transaction = editor.transaction()
    if target is None:
        spot = _spot(editor.map, quote, None, boxes=boxes, at=at)
        element = quoting.add_quoted(transaction, quote, at=spot)
    elif use is Use.ATTACH:
        element = target
        attach(transaction, target, quote.source, span=quote.span)
    else:
        spot = _spot(editor.map, quote, target, boxes=boxes, at=at)
        give = quoting.give_as_reason if use is Use.REASON else quoting.give_as_objection
        element = give(transaction, quote, target, at=spot)
    editor.commit(use.value, transaction, gesture=object(), select=[element])
    return element


def _spot(
    map_: ArgumentMap,
    quote: Quote,
    target: RecordId | None,
    *,
    boxes: Mapping[RecordId, Rect],
    at: Point,
) -> Point:
    size = size_of(words_of(map_.sources[quote.source], quote))
    if target is not None:
        return placing.below(map_, boxes, target, size=size)
    corner = Point(at.x - size[0] / 2, at.y - placing.CARD_HEIGHT / 2)
    return placing.free_spot(boxes.values(), corner, size=size, upwards=True)
