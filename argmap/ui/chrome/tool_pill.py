"""The floating row of tools at the bottom of the canvas."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from argmap.ui.chrome.floating import FloatingCard
from argmap.ui.chrome.icon_text import Rule
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import ActionButton
from argmap.ui.parts.drawing import key_text, pale
from argmap.ui.parts.dressing import dress

_SIDE = 38
_GAP = 2
_RULE_GAP = 6 - _GAP
_HANDS = (("view.select_tool", "mouse-pointer-2", "Select"), ("view.pan_tool", "hand", "Move the view"))
"""What the pointer does on the canvas."""
_MAKERS = (
    ("insert.claim", "message-square-plus", "New claim"),
    ("relation.connect", "spline", "Connect the selected claim"),
    ("relation.link", "group", "Link or unlink the selected premises"),
)
"""What puts something new on it."""


class ToolPill(FloatingCard):
    """The tools, each with its key in the corner."""

    def __init__(self, actions: Mapping[str, QAction], look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName("Tools")
        self._buttons = [
            _ToolButton(actions[command], icon, look=look, name=name, side=_SIDE)
            for command, icon, name in (*_HANDS, *_MAKERS)
        ]
        self._rule = Rule(look, width=1, height=20)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(_GAP)
        for place, button in enumerate(self._buttons):
            if place == len(_HANDS):
                row.addSpacing(_RULE_GAP)
                row.addWidget(self._rule)
                row.addSpacing(_RULE_GAP)
            row.addWidget(button)
        self.adjustSize()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        dress(look, *self._buttons, self._rule)


class _ToolButton(ActionButton):
    """A tool: its icon, and the letter that takes it in hand."""

    def paint_face(self, painter: QPainter) -> None:
        """Paint the icon, and the letter in the lower right corner."""
        super().paint_face(painter)
        theme = self._look.theme
        painter.setFont(font(10, 500))
        painter.setPen(theme.ink3 if self.isEnabled() else pale(theme, theme.panel))
        place = QRectF(0, 0, self.width() - 3, self.height() - 1)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, corner, key_text(self.action.shortcut()))
