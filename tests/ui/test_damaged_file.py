"""A damaged file: the window says so, and offers the version before the last save where there is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from argmap.edits import claims
from argmap.model.ids import RecordId
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")


def buttons(desk: Desk) -> set[str]:
    """What the message bar offers."""
    found = desk.window.panes.messages.findChildren(QAbstractButton)
    return {button.text() for button in found if button.isVisible()}


def test_its_backup_is_opened_as_a_copy(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    for words in ("before", "last"):
        desk.window.document.editor.edit("Reword", lambda t, words=words: claims.reword(t, A, words))
        desk.trigger("file.save")
    desk.trigger("file.new")
    file.write_bytes(file.read_bytes()[:200])
    desk.window.bridge.open_path(file)
    assert "“small.argmap” could not be opened" in desk.message
    desk.press("Open its backup")
    assert desk.window.document.editor.map.claims[A].text == "before"
    assert desk.window.document.path is None


def test_where_there_is_no_backup_none_is_offered(opened: OpenWindow, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])
    desk = opened(file=file)
    assert "“small.argmap” could not be opened" in desk.message
    assert "Open its backup" not in buttons(desk)
