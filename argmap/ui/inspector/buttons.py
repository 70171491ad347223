"""The buttons of the inspector, which follow its look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from argmap.ui.fonts import font
from argmap.ui.inspector.desk import Desk
from argmap.ui.parts.buttons import IconButton, TextButton

_SIDE = 24


def icon_button(desk: Desk, icon: str, name: str, *, px: int = 16) -> IconButton:
    """An icon alone; its name is its tooltip."""
    return desk.dressed(IconButton(icon, name, look=desk.look, side=_SIDE, px=px))


def text_button(desk: Desk, words: str, *, is_danger: bool = False) -> TextButton:
    """A button of words."""
    return desk.dressed(TextButton(words, look=desk.look, is_danger=is_danger))


def link_button(words: str, *, size: int = 13) -> QToolButton:
    """Words that do something when they are clicked, in the style sheet's colour of links."""
    made = QToolButton()
    made.setText(words)
    made.setFont(font(size))
    made.setProperty("look", "link")
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
