"""The bar at the top of the window: menus, the map's name and save state, and a few buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenuBar, QWidget

from argmap.ui.chrome.icon_text import IconText, Rule
from argmap.ui.chrome.save_state import SaveMark, SaveState
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import ActionButton
from argmap.ui.parts.dressing import dress

HEIGHT = 44
_EDGE = 10
_GAP = 2
_RULE_GAP = 10 - _GAP
_MENU_SHEET = """
QMenuBar {{ background: transparent; border: none; spacing: 0; padding: 0; }}
QMenuBar::item {{ background: transparent; color: {ink}; padding: 8px 10px 6px; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenuBar::item:pressed {{ background: {soft}; color: {accent}; }}
"""


class TopBar(QWidget):
    """The bar. Its `menu_bar` is filled by the window; on macOS the system shows those menus itself."""

    def __init__(self, actions: Mapping[str, QAction], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self.menu_bar = QMenuBar()
        self.menu_bar.setFont(font(13))
        self._name = IconText(look, type_=_name_font())
        self._mark = SaveMark(look)
        self._theme_button = ActionButton(actions["view.theme_dark"], "moon", look=look)
        self._buttons = (
            ActionButton(actions["view.source"], "panel-left", look=look),
            ActionButton(actions["edit.undo"], "undo-2", look=look),
            ActionButton(actions["edit.redo"], "redo-2", look=look),
            self._theme_button,
            ActionButton(actions["view.inspector"], "panel-right", look=look),
        )
        self._rule = Rule(look, width=1, height=20)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Top bar")
        self._lay_out()
        self.set_look(look)

    def set_name(self, name: str, state: SaveState) -> None:
        """Show the map's name, cut short where there is no room, and its save state."""
        self._name.set_content(name)
        self._mark.set_state(state)

    @property
    def shown_name(self) -> str:
        """The name as far as there is room for it."""
        return self._name.shown_text

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        theme = look.theme
        dress(look, *self._buttons, self._name, self._mark, self._rule)
        if theme.is_dark:
            other = self._actions["view.theme_light"]
            self._theme_button.set_action(other, icon="sun", name="Use light colours")
        else:
            other = self._actions["view.theme_dark"]
            self._theme_button.set_action(other, icon="moon", name="Use dark colours")
        self.menu_bar.setStyleSheet(
            _MENU_SHEET.format(
                ink=theme.ink1.name(),
                hover=theme.line.name(),
                soft=theme.accent_soft.name(),
                accent=theme.accent.name(),
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairline below."""
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.chrome)
            painter.fillRect(0, HEIGHT - 1, self.width(), 1, theme.line)
        finally:
            painter.end()

    def _lay_out(self) -> None:
        source, undo, redo, theme, inspector = self._buttons
        left, centre, right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, gap in ((left, 7), (centre, 10), (right, _GAP)):
            row.setSpacing(gap)
            row.setContentsMargins(0, 0, 0, 0)
        left.addWidget(source)
        left.addWidget(self.menu_bar)
        left.addStretch(1)
        centre.addWidget(self._name)
        centre.addWidget(self._mark)
        right.addStretch(1)
        right.addWidget(undo)
        right.addWidget(redo)
        right.addSpacing(_RULE_GAP)
        right.addWidget(self._rule)
        right.addSpacing(_RULE_GAP)
        right.addWidget(theme)
        right.addWidget(inspector)
        # Two equal sides keep the middle in the middle of the window as long as both fit.
        grid = QGridLayout(self)
        grid.setContentsMargins(_EDGE, 0, _EDGE, 1)
        grid.setSpacing(12)
        for column, (row, stretch) in enumerate(((left, 1), (centre, 0), (right, 1))):
            grid.addLayout(row, 0, column)
            grid.setColumnStretch(column, stretch)


def _name_font() -> QFont:
    made = font(14, 600)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
    return made
