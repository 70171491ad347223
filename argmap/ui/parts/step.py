"""What leaving a text field does: one undo step, made from what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argmap.model.transaction import Edit


class Step(NamedTuple):
    """A verb with the name of its undo step."""

    label: str
    edit: Edit


StepOf = Callable[[str], Step | None]
"""The step that a text makes; None where it makes none."""

Take = Callable[[Step], bool]
"""Makes a step, or makes it and undoes it; whether that was possible."""


def no_step(text: str) -> None:
    """What a field does that nothing is bound to."""


def refuse(step: Step) -> bool:
    """Make no step."""
    return False
