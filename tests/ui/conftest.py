"""A look, and an action for each command."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from argmap.editor.commands.table import TABLE
from argmap.ui.fonts import load_fonts
from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light look."""
    load_fonts()
    return Look(LIGHT, Icons(), TextShaper())


@pytest.fixture(scope="session")
def dark(look: Look) -> Look:
    """The dark look."""
    return Look(DARK, look.icons, look.shaper)


@pytest.fixture
def window(qtbot) -> QWidget:
    """Something to stand on."""
    window = QWidget()
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def actions(window) -> dict[str, QAction]:
    """One action a command, as the window makes them, that do nothing."""
    made: dict[str, QAction] = {}
    for row in TABLE:
        action = made[row.id] = QAction(row.title, window)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setCheckable(row.checked is not None)
    return made


@pytest.fixture
def triggered(actions) -> list[str]:
    """The ids of the actions that were triggered, in order."""
    ids: list[str] = []
    for name, action in actions.items():
        action.triggered.connect(lambda _=False, name=name: ids.append(name))
    return ids
