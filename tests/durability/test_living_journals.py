"""The journal of a window that is open: when it is written, who may not touch it, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.document import Document
from argmap.editor.leftovers import Leftover, journal_folders, read_leftover
from argmap.edits import claims
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import RecordId
from argmap.source.anchor import is_exact
from tests.ui.windows import Desk

CLAIM = RecordId("claim")
LONG = 20.0
"""More seconds than any of this takes; it is never waited out."""


def reword(desk: Desk, text: str) -> None:
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, text))


def type_into_card(desk: Desk, words: str) -> None:
    desk.window.panes.canvas.edit_claim(CLAIM)
    QTest.keyClicks(QApplication.focusWidget(), words)


def left_in(data: Path) -> Leftover | None:
    """What would come back if the only window ended now."""
    folders = [*journal_folders(data / "journals")]
    assert len(folders) <= 1
    return read_leftover(folders[0], CodecRegistry()) if folders else None


def wording(data: Path) -> str:
    left = left_in(data)
    return left.map.claims[CLAIM].text if left is not None else ""


def go_to_another_program() -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


@pytest.fixture
def slow(opened: Callable[..., Desk], file: Path) -> Desk:
    """A window whose journal waits for more steps longer than any test does."""
    desk = opened(file=file)
    desk.window.recovery._journal._pause = LONG
    return desk


def test_what_is_committed_goes_to_the_disk_when_one_turns_to_another_program(
    slow: Desk, data: Path, qtbot: QtBot
) -> None:
    reword(slow, "committed")
    go_to_another_program()
    qtbot.waitUntil(lambda: wording(data) == "committed")


def test_what_is_typed_goes_with_it_though_nobody_has_looked_at_it_yet(slow: Desk, data: Path) -> None:
    type_into_card(slow, "x")
    assert not slow.window.document.typed
    go_to_another_program()
    assert slow.window.recovery._journal.wait(LONG)
    assert wording(data) == "claimx"


def test_what_is_typed_into_the_text_comes_back_with_its_passages_moved(
    opened: Callable[..., Desk], data: Path
) -> None:
    desk = opened(sample=True)
    before = desk.window.document.editor.map
    desk.trigger("source.edit")
    QTest.keyClicks(QApplication.focusWidget(), "New")
    go_to_another_program()
    assert desk.window.recovery._journal.wait(LONG)
    left = left_in(data)
    assert left is not None
    (source,) = left.map.sources.values()
    assert source.body == f"New{next(iter(before.sources.values())).body}"
    assert all(is_exact(source, held) for held in left.map.excerpts.values())
    assert desk.window.document.editor.map is before


def test_the_journal_hears_of_a_step_though_showing_it_fails(
    opened: Callable[..., Desk], file: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(file=file)

    def fail(document: Document) -> None:
        raise RuntimeError("the frame cannot be drawn")

    with monkeypatch.context() as broken:
        broken.setattr(desk.window.frame, "show_map", fail)
        with pytest.raises(RuntimeError, match="cannot be drawn"):
            reword(desk, "kept all the same")
    assert desk.window.recovery.write()
    assert wording(data) == "kept all the same"


@pytest.mark.parametrize("is_typed", [False, True])
def test_a_closed_window_leaves_no_journal_and_holds_no_lock(
    opened: Callable[..., Desk], file: Path, data: Path, is_typed: bool
) -> None:
    desk = opened(file=file)
    reword(desk, "given up")
    assert desk.window.recovery.write()
    assert len([*data.rglob("*.lock")]) == 2
    if is_typed:
        type_into_card(desk, "x")
    assert desk.window.close()
    go_to_another_program()
    for _ in range(3):
        QApplication.processEvents()  # what was due
    assert [path for path in data.rglob("*") if path.is_file()] == []
    assert [*journal_folders(data / "journals")] == []


def test_a_journal_that_could_not_be_held_at_first_is_its_windows_once_it_is_written(
    opened: Callable[..., Desk], file: Path, data: Path, qtbot: QtBot
) -> None:
    data.mkdir()
    (data / "journals").write_bytes(b"a file stands where the folder should be")
    desk = opened(file=file)
    reword(desk, "first")
    qtbot.waitUntil(lambda: "Changes cannot be kept for recovery just now" in desk.message)
    (data / "journals").unlink()
    qtbot.waitUntil(lambda: wording(data) == "first")
    assert opened(sample=True).message == ""
    assert wording(data) == "first"
