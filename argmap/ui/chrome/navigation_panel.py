"""The floating card at the lower right of the canvas: the minimap above the zoom buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.ui.chrome.floating import MARGIN, FloatingCard
from argmap.ui.chrome.icon_text import Rule
from argmap.ui.chrome.minimap import Minimap
from argmap.ui.chrome.zoom_bar import ZoomBar
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress

_WIDTH = 196


class NavigationPanel(FloatingCard):
    """The card. Its `minimap` and `zoom_bar` are told directly what to show."""

    def __init__(self, actions: Mapping[str, QAction], look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName("Navigation")
        self.minimap = Minimap(look)
        self.zoom_bar = ZoomBar(actions, look)
        self._rule = Rule(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.minimap, self._rule, self.zoom_bar):
            column.addWidget(part)
        self.setFixedWidth(_WIDTH + 2 * MARGIN)
        self.adjustSize()

    def show_minimap(self, shown: bool) -> None:
        """Show or hide the minimap; the card takes the size of what is left."""
        self.minimap.setVisible(shown)
        self._rule.setVisible(shown)
        self.adjustSize()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        dress(look, self.minimap, self.zoom_bar, self._rule)
