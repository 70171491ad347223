"""What is special about a card or an arrow at the moment: how it is painted beyond its face."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from argmap.model.roles import Role

Drop = Literal["support", "attack"]
"""What letting go over a card would make."""


class CardState(Struct, frozen=True, kw_only=True, cache_hash=True):
    """The state of one card."""

    hovered: bool = False
    selected: bool = False
    alone: bool = False
    """The only one selected."""
    focused: bool = False
    """The keyboard is here."""
    editing: bool = False
    """The text field covers it, so its own text is not painted."""
    lit: bool = False
    """The pointer is on its passage in the essay."""
    is_kept: bool = False
    """Cards are being carried, and it is painted again and again: from one picture of all of it."""
    dimmed: bool = False
    drop: Drop | None = None
    refused: bool = False
    """What is held over it may not be dropped there."""
    hits: tuple[tuple[int, int], ...] = ()
    """Passages of the claim that a search found: from and to, in code points."""
    hidden: int = 0
    """How many cards are folded away under it."""
    gap: bool = False
    """No reason is given for it, and the gaps are to be shown."""


class ArrowState(Struct, frozen=True, kw_only=True, cache_hash=True):
    """The state of one arrow."""

    hovered: bool = False
    selected: bool = False
    lit: bool = False
    """It belongs to a selected card."""
    dimmed: bool = False
    lifted: bool = False
    """It is being dragged, or its card is."""
    is_again: bool = False
    """It is painted once more over the map at rest, which has its plate, and cards on that, already."""

    @property
    def is_strong(self) -> bool:
        """Whether it is painted wider, over the others."""
        return self.selected or self.lit or self.hovered


CARD_AT_REST = CardState()
ARROW_AT_REST = ArrowState()

DROP_ROLES: dict[Drop, Role] = {"support": Role.REASON, "attack": Role.OBJECTION}
"""The role whose colours tell what a drop would make."""
