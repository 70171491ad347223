"""A source panel on the sample, as it comes up in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.ui.fonts import load_fonts
from argmap.ui.icons import Icons
from argmap.ui.source.source_view import SourceView
from argmap.ui.theme import LIGHT
from tests.builders import editor_of, sample


@pytest.fixture
def editor(qapp: QApplication) -> Editor:
    """An editor on the sample."""
    load_fonts()
    return editor_of(sample())


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> SourceView:
    """The panel, shown."""
    made = SourceView(editor, theme=LIGHT, icons=Icons())
    qtbot.addWidget(made)
    made.resize(304, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made
