"""A look, an action for each command, and the real window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.commands.table import TABLE
from argmap.editor.host import Unsaved
from argmap.ui.fonts import load_fonts
from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT
from tests.documents import new_document
from tests.editor.commands.small_map import small_map
from tests.ui.windows import Desk, OpenWindow, open_window


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


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens windows that are closed, without a question, when the test is over."""
    desks: list[Desk] = []

    def open_one(**given: object) -> Desk:
        desk = open_window(tmp_path, **given)  # type: ignore[arg-type]
        qtbot.addWidget(desk.window)
        desks.append(desk)
        return desk

    hook = sys.excepthook
    yield open_one
    sys.excepthook = hook
    for desk in desks:
        desk.answers.leave = Unsaved.DISCARD


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved map."""
    path = tmp_path / "small.argmap"
    document = new_document()
    transaction = document.editor.transaction()
    for record in small_map().values():
        transaction.put(record)
    document.editor.commit("Fill", transaction)
    document.save(path)
    return path
