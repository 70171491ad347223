"""A damaged file: the window says so, and offers the version before the last save where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.model.ids import RecordId
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")


def buttons(desk: Desk) -> set[str]:
    """What the message bar offers."""
    found = desk.window.panes.messages.findChildren(QAbstractButton)
    return {button.text() for button in found if button.isVisible()}


@pytest.fixture
def saved_twice(opened: OpenWindow, file: Path) -> Desk:
    """A window that has saved the file twice, and left it for an empty map."""
    desk = opened(file=file)
    for words in ("before", "last"):
        desk.window.document.editor.edit("Reword", lambda t, words=words: claims.reword(t, A, words))
        desk.trigger("file.save")
    desk.trigger("file.new")
    return desk


def spoil(file: Path, *, is_gone: bool) -> None:
    """Damage the file, or remove it."""
    if is_gone:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:200])


def test_where_there_is_no_backup_none_is_offered(opened: OpenWindow, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])
    desk = opened(file=file)
    assert "“small.argmap” could not be opened" in desk.message
    assert "Open its backup" not in buttons(desk)


@pytest.mark.parametrize("is_gone", [False, True])
@pytest.mark.parametrize("kind", ["backup", "version"])
def test_what_is_kept_of_it_is_opened_as_a_copy_that_says_what_it_is(
    saved_twice: Desk, file: Path, is_gone: bool, kind: str
) -> None:
    desk = saved_twice
    spoil(file, is_gone=is_gone)
    desk.window.bridge.open_path(file)
    assert "“small.argmap” could not be opened" in desk.message
    words = next(words for words in buttons(desk) if kind in words)
    at = "backup" if kind == "backup" else words.removeprefix("Open the version of ").replace(",", "")
    assert words in ("Open its backup", f"Open the version of {at.replace(' ', ', ')}")
    desk.press(words)
    document = desk.window.document
    assert document.editor.map.claims[A].text == ("before" if kind == "backup" else "last")
    assert (document.path, document.is_read_only) == (None, False)
    assert desk.window.windowTitle() == f"small ({at})[*] — argmap"


@pytest.mark.parametrize("is_gone", [False, True])
def test_who_stays_with_the_open_map_is_offered_it_still(
    saved_twice: Desk, file: Path, is_gone: bool
) -> None:
    desk = saved_twice
    spoil(file, is_gone=is_gone)
    desk.window.bridge.open_path(file)
    told, offered = desk.message, buttons(desk)
    desk.trigger("insert.claim")
    QTest.keyClicks(QApplication.focusWidget(), "of now")
    for words in (words for words in offered if words.startswith("Open")):
        desk.press(words)
        assert (desk.message, buttons(desk)) == (told, offered)
    assert desk.answers.asked == ["unsaved Untitled map"] * 2
    assert [claim.text for claim in desk.window.document.editor.map.claims.values()] == ["of now"]
    desk.answers.leave = Unsaved.DISCARD
    desk.press("Open its backup")
    assert desk.window.document.editor.map.claims[A].text == "before"
