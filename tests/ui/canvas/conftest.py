"""A real canvas on a real editor, shown, with a hand on its mouse."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.model.argument_map import ArgumentMap
from argmap.ui.fonts import load_fonts
from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import LIGHT
from tests.builders import sample
from tests.ui.canvas.table import LayTable, Table


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme, drawn with the program's own type."""
    load_fonts()
    return Look(LIGHT, Icons(), TextShaper())


@pytest.fixture
def lay(qtbot: QtBot, look: Look) -> LayTable:
    """Lays a map on a canvas of some size and shows it."""

    def lay_out(map_: ArgumentMap, *, width: int = 900, height: int = 640) -> Table:
        table = Table.laid(map_, look, size=(width, height))
        qtbot.addWidget(table.canvas)
        with qtbot.waitExposed(table.canvas):
            table.canvas.show()
        table.canvas.activateWindow()
        table.canvas.setFocus()
        qtbot.waitUntil(table.canvas.hasFocus)
        return table

    return lay_out


@pytest.fixture
def essay(lay: LayTable) -> Table:
    """The sample at 100 %, its middle in view."""
    table = lay(sample(), width=1200, height=800)
    table.look_at("c25")
    return table
