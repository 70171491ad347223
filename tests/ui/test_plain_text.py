"""What looks like HTML in a map is shown as it was typed, wherever the window tells it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.formats.native import write
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import MAP_ID, RecordId, placement_id
from argmap.model.records import Claim, MapInfo, Note, Participant, Placement, Source
from argmap.ui.dialogs.questions import unsaved_box
from argmap.ui.plain_text import plain_tip, plain_title
from tests.ui.windows import Desk, open_window

PICTURE, BOLD = "<img src='file:///x.png'>", "<b>x</b> & y"


def nasty(words: str) -> ArgumentMap:
    """A map that says the same words wherever it can say any."""
    claim, voice = RecordId("c"), RecordId("v")
    return ArgumentMap(
        [
            MapInfo(id=MAP_ID, title=words, abstract=words),
            Claim(id=claim, text=words, label=words, tags=(words,), participant=voice),
            Placement(id=placement_id(claim), element=claim, x=0.0, y=0.0),
            Participant(id=voice, name=words, monogram="V"),
            Source(id=RecordId("s"), title=words, body=words),
            Note(id=RecordId("n"), element=claim, body=words, author=voice),
        ]
    )


@pytest.fixture(params=[PICTURE, BOLD])
def words(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, words: str) -> Iterator[Desk]:
    """A window on a nasty map, with its claim selected."""
    file = tmp_path / "map.argmap"
    file.write_bytes(write(nasty(words)))
    hook = sys.excepthook
    made = open_window(tmp_path, file=file)
    qtbot.addWidget(made.window)
    made.select("c")
    yield made
    sys.excepthook = hook
    made.answers.leave = Unsaved.DISCARD


def shown(tip: str) -> str:
    """What a tool tip's reader sees."""
    document = QTextDocument()
    if tip.startswith("<span>"):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def labels_that_read_html(window: QWidget, words: str) -> list[str]:
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if words in label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]


def tips(window: QWidget) -> list[str]:
    widgets = [widget.toolTip() for widget in window.findChildren(QWidget)]
    return widgets + [action.toolTip() for action in window.findChildren(QAction)]


def test_a_tool_tip_shows_what_was_typed(words: str) -> None:
    assert "&lt;" in plain_tip(words)
    assert shown(plain_tip(words)) == words


def test_a_plain_tool_tip_stays_as_it_is() -> None:
    assert plain_tip("Undo (Ctrl+Z), 1 < 2 & 3") == "Undo (Ctrl+Z), 1 < 2 & 3"


def test_an_ampersand_names_no_key() -> None:
    assert plain_title("Ann & Bob") == "Ann && Bob"


def test_no_label_and_no_tool_tip_takes_words_of_the_map_for_html(desk: Desk, words: str) -> None:
    inspector = desk.window.panes.inspector
    tags = inspector.claim_page.tags.chips
    assert list(tags) == [words]
    assert shown(tags[words].toolTip()).startswith(words)
    for selection in (["c"], []):
        desk.select(*selection)
        QApplication.processEvents()
        assert labels_that_read_html(desk.window, words) == []
        assert [tip for tip in tips(desk.window) if words in tip] == []


def test_a_voice_is_named_as_it_was_typed(desk: Desk, words: str) -> None:
    voice = desk.window.panes.inspector.claim_page.voice
    assert voice.button.words == words
    assert voice.button.shortcut().isEmpty()
    voice.menu.aboutToShow.emit()
    assert plain_title(words) in [action.text() for action in voice.menu.actions()]


def test_a_name_that_is_cut_short_is_told_whole(desk: Desk, words: str, tmp_path: Path) -> None:
    file = tmp_path / "map.argmap"
    named = file.with_name(f"{words.replace('/', '')} {'long ' * 30}.argmap")
    file.rename(named)
    desk.window.bridge.open_path(named)
    QApplication.processEvents()
    told = [tip for tip in tips(desk.window) if "long long" in tip]
    assert told
    assert all(shown(tip).startswith(words.replace("/", "")) for tip in told)


def test_the_question_about_changes_names_the_map_as_it_was_typed(qtbot: QtBot, words: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box: QMessageBox = unsaved_box(parent, words)
    assert f"“{words[:2]}" in box.text()
    (label,) = (label for label in box.findChildren(QLabel) if label.text() == box.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
