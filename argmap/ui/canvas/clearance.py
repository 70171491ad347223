"""Whether a part of the canvas can be seen: it is in view, and no floating panel covers it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from argmap.ui.canvas.text_editor import CardTextEditor

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def is_clear(canvas: QWidget, part: QRect) -> bool:
    """Whether a part of the widget, in pixels, is in view and uncovered."""
    if not canvas.rect().contains(part):
        return False
    panels = canvas.findChildren(QWidget, options=_DIRECT)
    covering = (panel for panel in panels if panel.isVisible() and not isinstance(panel, CardTextEditor))
    return not any(panel.geometry().intersects(part) for panel in covering)
