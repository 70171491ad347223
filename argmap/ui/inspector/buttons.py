"""Flat buttons of the inspector."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from argmap.ui.fonts import font
from argmap.ui.inspector.desk import Desk


class IconButton(QToolButton):
    """An icon alone; its name is its tooltip."""

    def __init__(self, desk: Desk, icon: str, *, name: str, px: int = 16) -> None:
        super().__init__()
        self._desk = desk
        self._icon = icon
        self._px = px
        self.setProperty("look", "icon")
        self.setFixedSize(24, 24)
        self.setIconSize(QSize(px, px))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._restyle()
        desk.restyled.connect(self._restyle)

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon, for another act."""
        self._icon = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._restyle()

    def _restyle(self) -> None:
        self.setIcon(self._desk.icons.icon(self._icon, self._desk.theme, px=self._px))


def text_button(words: str, look: str, *, size: int = 13, weight: int = 400) -> QToolButton:
    """A button of words: `link`, `plain` or `danger`."""
    made = QToolButton()
    made.setText(words)
    made.setFont(font(size, weight))
    made.setProperty("look", look)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def label(words: str = "", *, size: int = 13, weight: int = 400, ink: str = "") -> QLabel:
    """A line of text in ink 1, or in ink “2” or “3”."""
    made = QLabel(words)
    made.setFont(font(size, weight))
    made.setTextFormat(Qt.TextFormat.PlainText)
    if ink:
        made.setProperty("ink", ink)
    return made


class Segmented(QWidget):
    """A few choices side by side, of which one is taken, or none while what is shown differs."""

    picked = Signal(int)
    """The index of the choice the user took."""

    def __init__(self, words: tuple[str, ...], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, word in enumerate(words):
            button = text_button(word, "pick", size=12)
            button.setCheckable(True)
            button.setProperty("place", {0: "first", len(words) - 1: "last"}.get(index, "middle"))
            button.setAccessibleName(f"{name}: {word}")
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self.picked)

    def buttons(self) -> list[QToolButton]:
        """The buttons, in order."""
        return [button for button in self._group.buttons() if isinstance(button, QToolButton)]

    def set_words(self, index: int, words: str) -> None:
        """Call a choice something else."""
        self._group.button(index).setText(words)

    def show_picked(self, index: int | None) -> None:
        """Show which choice is taken; None for none."""
        self._group.setExclusive(False)
        for number, button in enumerate(self.buttons()):
            button.setChecked(number == index)
            button.setFont(font(12, 600 if number == index else 400))
        self._group.setExclusive(True)
