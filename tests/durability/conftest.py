"""A saved map of two claims, and windows on it that leave without a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.formats.native import write
from tests.builders import sketch
from tests.ui.windows import Desk, open_window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved map of two claims."""
    path = tmp_path / "essay.argmap"
    path.write_bytes(write(sketch("claim <- reason")))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the windows of these tests keep journals."""
    return tmp_path / "data"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Callable[..., Desk]:
    """Opens windows that leave without a question."""
    held: list[Desk] = []  # a window that nobody holds is collected while it is on screen

    def open_one(**given: object) -> Desk:
        desk = open_window(tmp_path, **given)  # type: ignore[arg-type]
        desk.answers.leave = Unsaved.DISCARD
        qtbot.addWidget(desk.window)
        held.append(desk)
        return desk

    return open_one
