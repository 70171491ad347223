"""Verbs for where cards stand. Coordinates are pixels at 100 %."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import Placement
from argmap.model.transaction import Transaction

NARROWEST, WIDEST, WIDTH_STEP = 160.0, 400.0, 8.0
"""Bounds and step of a width set by hand."""


def place(transaction: Transaction, claim: RecordId, at: tuple[float, float]) -> None:
    """Put a claim's top left corner at a place."""
    held = transaction.map.placement(claim)
    if held is None:
        transaction.put(Placement(id=placement_id(claim), element=claim, x=at[0], y=at[1]))
    else:
        transaction.update(Placement, held.id, x=at[0], y=at[1])


def move(transaction: Transaction, claims: Iterable[RecordId], by: tuple[float, float]) -> None:
    """Move claims by the same step; those that stand nowhere are passed over."""
    for key in claims:
        held = transaction.map.placement(key)
        if held is not None:
            place(transaction, key, (held.x + by[0], held.y + by[1]))


def set_width(transaction: Transaction, claim: RecordId, width: float | None) -> None:
    """Set a card's width, kept within bounds and on the step; None gives it its kind's own width back."""
    if width is None and transaction.map.placement(claim) is None:
        return
    if width is not None:
        width = min(WIDEST, max(NARROWEST, round(width / WIDTH_STEP) * WIDTH_STEP))
    transaction.update(Placement, placement_id(claim), width=width)


def set_pinned(transaction: Transaction, claims: Iterable[RecordId], pinned: bool) -> None:
    """Pin claims to their place, or let tidying move them again."""
    for key in claims:
        if transaction.map.placement(key) is not None:
            transaction.update(Placement, placement_id(key), pinned=pinned)


def swap(transaction: Transaction, one: RecordId, other: RecordId) -> None:
    """Let two claims change places."""
    first, second = transaction.map.placement(one), transaction.map.placement(other)
    if first is not None and second is not None:
        place(transaction, one, (second.x, second.y))
        place(transaction, other, (first.x, first.y))


def siblings(map_: ArgumentMap, claim: RecordId) -> list[RecordId]:
    """The claims that bear on the same target in the same way, the claim included, in reading order."""
    leaving = map_.leaving(claim)
    if not leaving:
        return [claim]
    first = leaving[0]
    found = {
        premise
        for relation in map_.arriving(first.target)
        if relation.kind is first.kind
        for premise in relation.premises
    }
    return sorted(found, key=lambda key: _reading_order(map_, key))


def _reading_order(map_: ArgumentMap, claim: RecordId) -> tuple[float, float, str]:
    held = map_.placement(claim)
    return (0.0, 0.0, claim) if held is None else (held.x, held.y, claim)
