"""A source panel on the sample, as it comes up in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.ui.look import Look
from argmap.ui.source.source_view import SourceView
from tests.builders import editor_of, sample


@pytest.fixture
def editor() -> Editor:
    """An editor on the sample."""
    return editor_of(sample())


@pytest.fixture
def view(qtbot: QtBot, editor: Editor, look: Look) -> SourceView:
    """The panel, shown."""
    made = SourceView(editor, look)
    qtbot.addWidget(made)
    made.resize(304, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made
