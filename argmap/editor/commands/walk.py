"""Commands of the arrow keys: walking along the argument, nudging, reordering and widening cards."""

from __future__ import annotations

from functools import partial

from argmap.editor import labels, walking
from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import has_claims, has_map, has_one_claim, one_claim, selected_claims
from argmap.editor.walking import Direction
from argmap.edits.arranging import WIDTH_STEP, move, set_width, siblings, swap
from argmap.model.ids import RecordId
from argmap.model.transaction import Transaction

NUDGE, LONG_NUDGE = 4.0, 24.0
"""How far a card is nudged, in pixels at 100 %."""


def walk(direction: Direction, context: Context) -> None:
    """Select the element one step away."""
    found = _next(context, direction)
    if found is not None:
        context.editor.select((found,))
        context.canvas.reveal((found,))


def extend(direction: Direction, context: Context) -> None:
    """Select the element one step away as well."""
    found = _next(context, direction)
    if found is not None:
        context.editor.select(context.editor.selection | {found})
        context.canvas.reveal((found,))


def _next(context: Context, direction: Direction) -> RecordId | None:
    boxes = context.canvas.boxes
    home = walking.outermost(context.map, boxes, context.editor.selection, direction)
    if home is None:
        return walking.first(context.map, boxes)
    return walking.step(context.map, boxes, home, direction)


def nudge(direction: Direction, by: float, context: Context) -> None:
    """Move the selected cards a little."""
    dx, dy = direction.value
    keys = [claim.id for claim in selected_claims(context)]
    context.editor.edit(labels.NUDGE, lambda transaction: move(transaction, keys, (dx * by, dy * by)))


def reorder(by: int, context: Context) -> None:
    """Let the selected claim change places with the sibling before (-1) or after it (+1)."""
    claim = one_claim(context)
    if claim is None:
        return
    row = siblings(context.map, claim.id)
    place = row.index(claim.id) + by
    if 0 <= place < len(row):
        context.editor.edit(labels.REORDER, lambda transaction: swap(transaction, claim.id, row[place]))
        context.canvas.reveal((claim.id,))


def widen(by: float, context: Context) -> None:
    """Make the selected cards wider, or narrower."""
    boxes = context.canvas.boxes
    keys = [claim.id for claim in selected_claims(context) if claim.id in boxes]

    def edit(transaction: Transaction) -> None:
        for key in keys:
            set_width(transaction, key, boxes[key].width + by)

    context.editor.edit(labels.SET_WIDTH, edit)


def _walk(direction: Direction, *, title: str, key: str) -> tuple[Command, Command]:
    name = direction.name.lower()
    return (
        Command(
            id=f"walk.{name}",
            title=title,
            run=partial(walk, direction),
            when=has_map,
            keys=(key,),
            scope=Scope.CANVAS,
        ),
        Command(
            id=f"walk.extend_{name}",
            title=f"Select as well: {title[0].lower()}{title[1:]}",
            run=partial(extend, direction),
            when=has_map,
            keys=(f"Shift+{key}",),
            scope=Scope.CANVAS,
        ),
    )


def _nudge(direction: Direction, *, key: str) -> tuple[Command, Command]:
    name = direction.name.lower()
    return (
        Command(
            id=f"arrange.nudge_{name}",
            title=f"Nudge {name}",
            run=partial(nudge, direction, NUDGE),
            when=has_claims,
            keys=(f"Alt+{key}",),
            scope=Scope.CANVAS,
        ),
        Command(
            id=f"arrange.nudge_{name}_far",
            title=f"Nudge {name}, farther",
            run=partial(nudge, direction, LONG_NUDGE),
            when=has_claims,
            keys=(f"Alt+Shift+{key}",),
            scope=Scope.CANVAS,
        ),
    )


COMMANDS: tuple[Command, ...] = (
    *_walk(Direction.LEFT, title="Previous sibling", key="Left"),
    *_walk(Direction.RIGHT, title="Next sibling", key="Right"),
    *_walk(Direction.UP, title="What it bears on", key="Up"),
    *_walk(Direction.DOWN, title="First reason", key="Down"),
    *_nudge(Direction.LEFT, key="Left"),
    *_nudge(Direction.RIGHT, key="Right"),
    *_nudge(Direction.UP, key="Up"),
    *_nudge(Direction.DOWN, key="Down"),
    Command(
        id="arrange.earlier",
        title="Move before its sibling",
        run=partial(reorder, -1),
        when=has_one_claim,
        keys=("Ctrl+Up",),
        scope=Scope.CANVAS,
        menu="Claim/7",
    ),
    Command(
        id="arrange.later",
        title="Move behind its sibling",
        run=partial(reorder, 1),
        when=has_one_claim,
        keys=("Ctrl+Down",),
        scope=Scope.CANVAS,
        menu="Claim/7",
    ),
    Command(
        id="arrange.narrower",
        title="Narrower card",
        run=partial(widen, -2 * WIDTH_STEP),
        when=has_claims,
        keys=("Ctrl+Left",),
        scope=Scope.CANVAS,
        menu="Claim/7",
        keywords=("width",),
    ),
    Command(
        id="arrange.wider",
        title="Wider card",
        run=partial(widen, 2 * WIDTH_STEP),
        when=has_claims,
        keys=("Ctrl+Right",),
        scope=Scope.CANVAS,
        menu="Claim/7",
        keywords=("width",),
    ),
)
"""Walking and arranging."""
