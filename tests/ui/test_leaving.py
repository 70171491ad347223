"""A map is left in the middle of a word: what is being typed is asked about like any other change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from argmap.editor.host import Unsaved
from argmap.model.ids import RecordId
from tests.documents import open_document
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")
SAID = "Claim a and more"


def open_another_of_the_recent_files(desk: Desk) -> None:
    menu = desk.window.frame.top_bar.menu_bar.findChild(QMenu, "menu_file")
    (entry,) = (action for action in menu.actions() if action.objectName() == "file.recent")
    entry.menu().aboutToShow.emit()
    next(action for action in entry.menu().actions() if action.text() == "other.argmap").trigger()


@pytest.fixture
def desk(opened: OpenWindow, file: Path, tmp_path: Path) -> Desk:
    """A file of which a card is being typed into, after another file."""
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    desk = opened(file=other)
    desk.window.bridge.open_path(file)
    desk.select(A)
    desk.key(Qt.Key.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    return desk


@pytest.mark.parametrize(
    "leave", [lambda desk: desk.window.close(), open_another_of_the_recent_files], ids=["close", "recent"]
)
@pytest.mark.parametrize("answer", [Unsaved.SAVE, Unsaved.CANCEL])
def test_what_is_being_typed_is_asked_about(
    desk: Desk, file: Path, leave: Callable[[Desk], object], answer: Unsaved
) -> None:
    desk.answers.leave = answer
    leave(desk)
    assert desk.answers.asked == ["unsaved small"]
    if answer is Unsaved.SAVE:
        assert open_document(file).editor.map.claims[A].text == SAID
    else:
        assert desk.window.document.path == file
        assert desk.window.document.editor.map.claims[A].text == SAID
