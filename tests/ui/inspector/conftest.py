"""An inspector on the sample; the selections it asks for are made, as the window makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.model.ids import RecordId
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.look import Look
from tests.builders import editor_of, sample

NOW = "2026-11-24T12:00:00Z"
Select = Callable[..., None]


def clock() -> str:
    """The same time always."""
    return NOW


@pytest.fixture
def editor() -> Editor:
    """An editor on the sample."""
    return editor_of(sample())


@pytest.fixture
def inspector(qtbot: QtBot, editor: Editor, look: Look) -> Iterator[Inspector]:
    """The panel in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Inspector(editor, look, clock=clock)
    made.elements_chosen.connect(editor.select)
    QVBoxLayout(window).addWidget(made)
    window.resize(330, 1400)
    window.move(20, 20)
    QCursor.setPos(0, 0)  # so that nothing begins as hovered, wherever the test before left the pointer
    with qtbot.waitActive(window):
        window.show()
    yield made
    window.close()


@pytest.fixture
def select(inspector: Inspector, editor: Editor) -> Select:
    """Selects elements by name."""

    def choose(*names: str) -> None:
        editor.select([RecordId(name) for name in names])
        QApplication.processEvents()

    return choose
