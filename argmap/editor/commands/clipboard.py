"""Commands that cut, copy and paste: a fragment of the map, and the same as an outline."""

from __future__ import annotations

from argmap.editor import labels
from argmap.editor.commands.command import Command, Context
from argmap.editor.commands.conditions import has_claims
from argmap.editor.placing import CARD_HEIGHT, CARD_WIDTH, free_spot, stacked
from argmap.edits.claims import add_claim, remove_elements
from argmap.edits.clipboard import as_text, fragment
from argmap.edits.clipboard import paste as paste_fragment
from argmap.formats.errors import FormatError
from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Placement

_BULLETS = "-*•–· "
"""What lists begin their lines with."""


def copy(context: Context) -> None:
    """Put the selected claims, with the relations among them, on the clipboard."""
    piece = fragment(context.map, context.editor.selection)
    context.host.copy(context.document.codecs.native.write(piece), as_text(piece))


def cut(context: Context) -> None:
    """Put the selected claims on the clipboard and take them off the map."""
    copy(context)
    elements = context.editor.selection
    context.editor.edit(labels.CUT, lambda transaction: remove_elements(transaction, elements))


def paste(context: Context) -> None:
    """Add what the clipboard holds in the middle of the view: a fragment, or a claim a line of text."""
    data, text = context.host.pasted()
    if data is None:
        _paste_lines(context, text)
        return
    try:
        piece = context.document.codecs.native.read(data)
    except FormatError:
        _paste_lines(context, text)
    else:
        _paste_piece(context, piece)


def _paste_piece(context: Context, piece: ArgumentMap) -> None:
    transaction = context.editor.transaction()
    added = paste_fragment(transaction, piece, _step_to_middle(context, piece))
    claims = [key for key in added if key in transaction.map.claims]
    context.editor.commit(labels.PASTE, transaction, select=claims)
    context.canvas.reveal(claims)


def _step_to_middle(context: Context, piece: ArgumentMap) -> tuple[float, float]:
    held = [Rect(p.x, p.y, p.width or CARD_WIDTH, CARD_HEIGHT) for p in piece.table(Placement).values()]
    whole = bounding(held)
    if whole is None:
        return 0.0, 0.0
    middle = context.canvas.visible.center
    corner = Point(middle.x - whole.width / 2, middle.y - whole.height / 2)
    spot = free_spot(context.canvas.boxes.values(), corner, size=(whole.width, whole.height))
    return spot.x - whole.x, spot.y - whole.y


def _paste_lines(context: Context, text: str) -> None:
    lines = [line for raw in text.splitlines() if (line := raw.strip().lstrip(_BULLETS).strip())]
    places = stacked(context.canvas.boxes.values(), context.canvas.visible.center, len(lines))
    transaction = context.editor.transaction()
    added = [
        add_claim(transaction, line, at=(place.x, place.y)) for line, place in zip(lines, places, strict=True)
    ]
    if added:
        context.editor.commit(labels.PASTE, transaction, select=added)
        context.canvas.reveal(added)


COMMANDS: tuple[Command, ...] = (
    Command(
        id="edit.cut",
        title="Cut",
        run=cut,
        when=has_claims,
        keys=("Ctrl+X",),
        menu="Edit/2",
        icon="scissors",
        context_menu=True,
    ),
    Command(
        id="edit.copy",
        title="Copy",
        run=copy,
        when=has_claims,
        keys=("Ctrl+C",),
        menu="Edit/2",
        icon="copy",
        context_menu=True,
    ),
    Command(id="edit.paste", title="Paste", run=paste, keys=("Ctrl+V",), menu="Edit/2"),
)
"""Edit, as far as the clipboard goes."""
