"""Saving by itself stops where a map is left: while one is asked, once another is shown, and at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.formats.native import read
from argmap.model.ids import RecordId
from tests.documents import open_document
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A map that is saved by itself as soon as there is time."""
    desk = opened(file=file)
    desk.window._autosave._soon.setInterval(0)
    desk.trigger("file.save_by_itself")
    return desk


def reword(desk: Desk, text: str) -> None:
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, A, text))


def let_time_pass() -> None:
    """Run all that is due, and what becomes due by it."""
    for _ in range(3):
        QApplication.processEvents()


def answer_slowly(desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: Unsaved) -> None:
    """Have the user take a while over the question what becomes of the changes."""

    def unsaved(parent: QWidget, name: str) -> Unsaved:
        desk.answers.asked.append(f"unsaved {name}")
        let_time_pass()
        return answer

    monkeypatch.setattr(desk.answers, "unsaved", unsaved)


def test_where_nobody_is_asked_it_is_saved_at_once(desk: Desk, file: Path) -> None:
    reword(desk, "changed")
    let_time_pass()
    assert read(file.read_bytes()).claims[A].text == "changed"


@pytest.mark.parametrize("is_typed", [False, True])
def test_what_is_given_up_is_saved_neither_while_one_is_asked_nor_afterwards(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch, is_typed: bool
) -> None:
    before = file.read_bytes()
    answer_slowly(desk, monkeypatch, Unsaved.DISCARD)
    if is_typed:
        desk.window.panes.canvas.edit_claim(A)
        QTest.keyClicks(QApplication.focusWidget(), "typed")
    else:
        reword(desk, "given up")
    assert desk.window.close()
    assert desk.answers.asked == ["unsaved small"]
    let_time_pass()
    assert file.read_bytes() == before


def test_after_staying_it_is_saved_again(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()
    reword(desk, "kept")
    answer_slowly(desk, monkeypatch, Unsaved.CANCEL)
    assert not desk.window.close()
    assert file.read_bytes() == before
    let_time_pass()
    assert read(file.read_bytes()).claims[A].text == "kept"


def test_a_change_of_one_map_does_not_save_the_next(desk: Desk, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.argmap"
    other.write_bytes(file.read_bytes())
    following = open_document(other)
    following.editor.edit("Reword", lambda t: claims.reword(t, A, "not to be saved yet"))
    before = file.read_bytes()
    reword(desk, "given up")
    desk.window.show_document(following)
    let_time_pass()
    assert desk.window.document is following
    assert (file.read_bytes(), other.read_bytes()) == (before, before)
