"""The bundled typefaces: registered once by the application, asked for by pixel size.

Hinting and Inter's `calt` are off, so that lines break at the same words on every platform and at every
zoom, and text copied from an exported PDF keeps its letters.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from argmap.resources import resource

INTER = "Inter"
"""The analyst's words and the interface."""
SERIF = "Source Serif 4"
"""The author's words."""
MONO = "JetBrains Mono"
"""Ids and Markdown."""

_CALT = QFont.Tag("calt")


def load_fonts() -> tuple[str, ...]:
    """Register every bundled font file and return the families found; needs a running application."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def font(pixel_size: int, weight: int = 400, *, italic: bool = False, family: str = INTER) -> QFont:
    """Return a font of the given size and weight (400 to 700), unhinted and without `calt`."""
    made = QFont(family)
    made.setPixelSize(pixel_size)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(_CALT, 0)
    return made
