"""The colours of a theme as web pages name them."""

from __future__ import annotations

from argmap.model.roles import Role
from argmap.ui.theme import Theme, mixed

TINT = 0.72
"""How much of a role's tint lies over the ground of a text."""


def page_colours(theme: Theme) -> dict[str, str]:
    """What `formats.annotated.style` asks of a theme."""
    plain = ("canvas", "read", "card", "line", "line2", "field", "ink1", "ink2", "ink3", "accent", "warn")
    found = {name: getattr(theme, name).name() for name in plain}
    for role in Role:
        found[role] = theme.ink(role).name()
        found[f"{role}-tint"] = mixed(theme.tint(role), theme.read, share=TINT).name()
    return found
