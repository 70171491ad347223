"""A menu as all menus of the program look: rounded, its keys quieter than its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOption, QStyleOptionMenuItem, QWidget

from argmap.ui.rounded import cut_corners, prepare_corners

RADIUS = 8
_KEY_RIGHT = 17
"""From a row's right edge to its key."""
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PopupMenu(QMenu):
    """The menu; the style sheet says the rest of how it looks."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setProperty("rounded", True)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        prepare_corners(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        cut_corners(self, RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows as the style does, but the keys in a quieter ink, which a style sheet cannot say."""
        painter = QPainter(self)
        try:
            self._paint_panel(painter)
            for action in self.actions():
                row = self.actionGeometry(action)
                if row.intersects(event.rect()):
                    self._paint_row(painter, action, row)
        finally:
            painter.end()

    def _paint_panel(self, painter: QPainter) -> None:
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelMenu, option, painter, self)

    def _paint_row(self, painter: QPainter, action: QAction, row: QRect) -> None:
        option = QStyleOptionMenuItem()
        self.initStyleOption(option, action)
        option.rect = row
        words, _, key = option.text.partition("\t")
        option.text = words
        self.style().drawControl(QStyle.ControlElement.CE_MenuItem, option, painter, self)
        if key and not action.isSeparator():
            group = QPalette.ColorGroup.Active if action.isEnabled() else QPalette.ColorGroup.Disabled
            painter.setFont(self.font())
            # The menu's own palette is the style sheet's, which knows one ink alone.
            painter.setPen(QGuiApplication.palette().color(group, QPalette.ColorRole.PlaceholderText))
            painter.drawText(row.adjusted(0, 0, -_KEY_RIGHT, 0), _AT_RIGHT, key)
