"""How everything on screen is drawn just now: one value that widgets are given, and given anew to change."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A theme with what is needed to draw in it."""

    theme: Theme
    icons: Icons
    shaper: TextShaper
