"""Give many widgets a new look at once."""

from __future__ import annotations

from typing import Protocol

from argmap.ui.look import Look


class Dressed(Protocol):
    """Something that is drawn in a look."""

    def set_look(self, look: Look) -> None:
        """Draw in another look from now on."""


def dress(look: Look, *parts: Dressed) -> None:
    """Have all parts drawn in a look."""
    for part in parts:
        part.set_look(look)
