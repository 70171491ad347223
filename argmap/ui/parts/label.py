"""A line of text beside fields, in one of the quieter inks where asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from argmap.ui.fonts import font


def label(words: str = "", *, size: int = 13, weight: int = 400, ink: str = "") -> QLabel:
    """A line of text in ink 1, or in ink “2” or “3”; the colours are the style sheet's."""
    made = QLabel(words)
    made.setFont(font(size, weight))
    made.setTextFormat(Qt.TextFormat.PlainText)
    if ink:
        made.setProperty("ink", ink)
    return made
