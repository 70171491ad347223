"""Which colours are shown: the user's choice, or what the desktop asks for."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from argmap.editor.host import ThemeChoice
from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT, Theme, palette, stylesheet


class Appearance(QObject):
    """Holds the look and tells when it changes."""

    changed = Signal(object)
    """The new `Look`."""

    def __init__(self, choice: ThemeChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        hints = QGuiApplication.styleHints()
        self._desktop = hints.colorScheme()
        self.look = Look(self._theme(), Icons(), TextShaper())
        _dress(self.look.theme)
        hints.colorSchemeChanged.connect(self._follow_desktop)

    def choose(self, choice: ThemeChoice) -> None:
        """Show other colours."""
        self.choice = choice
        self._show()

    def _follow_desktop(self, scheme: Qt.ColorScheme) -> None:
        self._desktop = scheme
        self._show()

    def _show(self) -> None:
        theme = self._theme()
        if theme is not self.look.theme:
            self.look = Look(theme, self.look.icons, self.look.shaper)
            _dress(theme)
            self.changed.emit(self.look)

    def _theme(self) -> Theme:
        match self.choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.SYSTEM:
                return DARK if self._desktop is Qt.ColorScheme.Dark else LIGHT
            case _:
                assert_never(self.choice)


def _dress(theme: Theme) -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(palette(theme))
        application.setStyleSheet(stylesheet(theme))
