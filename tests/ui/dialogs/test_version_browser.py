"""Earlier versions of the open file, in the real window."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.model.ids import RecordId
from argmap.ui.dialogs.version_browser import VersionBrowser
from argmap.ui.main_window import MainWindow
from tests.ui.windows import Desk, OpenWindow

A = RecordId("a")


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A map that was saved twice."""
    desk = opened(file=file)
    for text in ("first", "second"):
        desk.window.document.editor.edit("Reword", lambda t, text=text: claims.reword(t, A, text))
        desk.trigger("file.save")
    return desk


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[timedelta]:
    """How much later it is than in Greenwich, on this place's clock."""
    if sys.platform == "win32":
        pytest.skip("the clock's place cannot be moved there")
    monkeypatch.setenv("TZ", "EAST-9")
    time.tzset()
    yield timedelta(hours=9)
    monkeypatch.undo()
    time.tzset()


def browser_of(desk: Desk) -> VersionBrowser:
    desk.trigger("file.versions")
    found = desk.window.findChild(VersionBrowser)
    assert isinstance(found, VersionBrowser)
    return found


def part(browser: VersionBrowser, kind: type, name: str) -> QListWidget | QLabel | QPushButton:
    found = browser.findChild(kind, name)
    assert isinstance(found, kind)
    return found  # type: ignore[return-value]


def test_each_save_is_a_version_that_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    browser = browser_of(desk)
    listed = part(browser, QListWidget, "version_list")
    assert listed.count() >= 1
    assert " KB" in listed.item(0).text()
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, A, "third"))
    part(browser, QPushButton, "version_restore").click()
    assert desk.window.document.editor.map.claims[A].text == "second"
    assert desk.window.isWindowModified()
    assert desk.window.document.editor.undo()
    assert desk.window.document.editor.map.claims[A].text == "third"


def test_when_a_version_was_saved_is_told_by_the_clock_of_the_place(desk: Desk, far_east: timedelta) -> None:
    saved = desk.window.document.kept_versions()[0].at.astimezone(UTC) + far_east
    told = part(browser_of(desk), QListWidget, "version_list").item(0).text()
    assert told.startswith(f"{saved:%Y-%m-%d, %H:%M:%S}")


def test_a_version_is_shown_as_a_picture(desk: Desk) -> None:
    browser = browser_of(desk)
    picture = part(browser, QLabel, "version_picture").pixmap().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 640, 3) for y in range(0, 440, 3)}
    assert desk.window.appearance.look.theme.canvas.name() in colours
    assert len(colours) > 5


def test_a_version_that_is_the_open_map_is_told_to_be_the_same(desk: Desk) -> None:
    words = part(browser_of(desk), QLabel, "version_words")
    assert words.text() == "7 claims, 5 relations\nThe same as the open map"


def test_what_has_changed_since_a_version_is_told(desk: Desk) -> None:
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, A, "third"))
    desk.select("u")
    desk.trigger("edit.delete")
    words = part(browser_of(desk), QLabel, "version_words")
    since = "Since then: 1 claim removed, 1 reworded, 1 relation removed"
    assert words.text() == f"7 claims, 5 relations\n{since}"


def test_what_each_version_changed_is_told_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    listed = part(browser_of(desk), QListWidget, "version_list")
    assert isinstance(listed, QListWidget)
    qtbot.waitUntil(lambda: listed.item(0).text().endswith("\n1 claim reworded"))


def test_the_longest_words_about_a_version_fit_where_there_were_none_at_first(desk: Desk, file: Path) -> None:
    assert desk.window.document.versions is not None
    desk.window.document.versions.keep(file, b"{", at=datetime.now(UTC) + timedelta(days=1))
    browser = browser_of(desk)
    words = part(browser, QLabel, "version_words")
    assert isinstance(words, QLabel)
    assert words.text() == ""
    many = "8,888 claims reworded, 8,888 relations changed, 8,888 passages changed, and more"
    words.setText(f"8,888 claims, 8,888 relations\nSince then: {many}")
    assert words.heightForWidth(words.width()) <= words.height()


def test_a_version_is_opened_in_a_window_beside_the_map(desk: Desk, qtbot: QtBot) -> None:
    assert _beside(desk) == []
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, A, "third"))
    part(browser_of(desk), QPushButton, "version_beside").click()
    (other,) = _beside(desk)
    shown = other.document.editor
    assert (shown.map.claims[A].text, desk.window.document.editor.map.claims[A].text) == ("second", "third")
    assert other.windowTitle().startswith("small, 20")
    assert "(read-only)" in other.windowTitle()
    shown.select([A])
    other.commands.by_id["edit.copy"].trigger()
    other.commands.by_id["edit.delete"].trigger()
    assert A in shown.map.claims
    desk.trigger("edit.paste")
    texts = [claim.text for claim in desk.window.document.editor.map.claims.values()]
    assert {"second", "third"} <= {*texts}
    desk.answers.leave = Unsaved.DISCARD
    desk.window.close()
    assert _beside(desk) == []


def _beside(desk: Desk) -> list[MainWindow]:
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if isinstance(w, MainWindow) and w is not desk.window and w.isVisible()]


def test_a_version_that_is_damaged_is_told_and_cannot_be_taken_back(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path / "data" / "versions").glob("*/*"):
        path.write_bytes(b"{")
    browser = browser_of(desk)
    assert "not an argument map" in part(browser, QLabel, "version_picture").text()
    assert not part(browser, QPushButton, "version_restore").isEnabled()


def test_of_a_damaged_version_nothing_of_the_one_shown_before_is_left(desk: Desk, file: Path) -> None:
    assert desk.window.document.versions is not None
    desk.window.document.versions.keep(file, b"{", at=datetime(2020, 1, 1, tzinfo=UTC))
    browser, counted = browser_of(desk), f"{len(desk.claims)} claims"
    assert any(counted in label.text() for label in browser.findChildren(QLabel))
    QTest.keyClick(part(browser, QListWidget, "version_list"), Qt.Key.Key_End)
    assert "not an argument map" in part(browser, QLabel, "version_picture").text()
    assert not any(counted in label.text() for label in browser.findChildren(QLabel))
    assert not part(browser, QPushButton, "version_restore").isEnabled()


def test_a_file_that_was_never_saved_here_has_no_versions(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.trigger("file.versions")
    assert desk.window.findChild(VersionBrowser) is None
    assert desk.window.panes.toast.isVisible()
