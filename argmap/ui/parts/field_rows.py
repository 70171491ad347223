"""Fields with their names beside them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from argmap.ui.parts.label import label

NAMES = 76
"""Width of the column of names, in pixels."""


def field_rows(rows: Iterable[tuple[str, QWidget]], *, names: int = NAMES) -> QVBoxLayout:
    """Fields below each other, with their names to the left in a column of so many pixels."""
    column = QVBoxLayout()
    column.setSpacing(6)
    for name, field in rows:
        row = QHBoxLayout()
        row.setSpacing(0)
        words = label(name, ink="2")
        words.setFixedSize(names, 26)
        words.setBuddy(field)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        column.addLayout(row)
    return column
