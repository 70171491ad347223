"""A section of a page: a hairline, a head that folds it, and its content. An empty one is its head alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from argmap.ui.fonts import font
from argmap.ui.inspector.buttons import icon_button
from argmap.ui.inspector.desk import Desk

SIDE = 16
"""From the panel's edges to its content, in pixels."""
_CHEVRON = 12


class _Head(QAbstractButton):
    """Title and count; a chevron while it is folded, hovered or focused."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        self.count = ""
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFont(font(13, 600))
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        desk.restyled.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        theme, line = self._desk.theme, Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.ink1)
            painter.drawText(self.rect(), line, self.text())
            left = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 6
            painter.setFont(font(13))
            painter.setPen(theme.ink2)
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), line, self.count)
            if not self.isChecked() or self.underMouse() or self.hasFocus():
                left += QFontMetrics(font(13)).horizontalAdvance(self.count) + (6 if self.count else 0)
                name = "chevron-down" if self.isChecked() else "chevron-right"
                icons, ratio = self._desk.icons, self.devicePixelRatioF()
                icon = icons.pixmap(name, _CHEVRON, colour=theme.ink3, dpr=ratio)
                painter.drawPixmap(left, (self.height() - _CHEVRON) // 2, icon)
            if self.hasFocus():
                painter.setPen(theme.accent)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        finally:
            painter.end()


class Section(QWidget):
    """Put the content's widgets into `body`."""

    add_clicked = Signal()

    def __init__(self, desk: Desk, title: str, *, adds: str = "") -> None:
        """`adds` names what its + adds; without it there is no +."""
        super().__init__()
        self._desk = desk
        self._title = title
        self._is_empty = False
        self.head = _Head(desk, title)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 4, 0, 2)
        self.body.setSpacing(5)
        self.add = icon_button(desk, "plus", adds)
        self.add.setVisible(bool(adds))
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.head, 1)
        if adds:
            top.addWidget(self.add)
        else:
            self.add.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE - 2, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.content)
        self.head.toggled.connect(self._fold)
        self.add.clicked.connect(self.add_clicked)
        desk.restyled.connect(self.update)

    def show_count(self, count: str, *, is_empty: bool) -> None:
        """Say how much is in it; what is empty has no content to show."""
        self.head.count = count
        self._is_empty = is_empty
        self.head.setAccessibleName(f"{self._title} {count}".strip())
        self.head.update()
        self._fold()

    def unfold(self) -> None:
        """Show its content."""
        self.head.setChecked(True)

    def _fold(self) -> None:
        self.content.setVisible(self.head.isChecked() and not self._is_empty)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above it."""
        painter = QPainter(self)
        try:
            painter.fillRect(0, 0, self.width(), 1, self._desk.theme.line)
        finally:
            painter.end()
