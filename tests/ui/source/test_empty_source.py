"""The panel of a map without a text: two buttons, and a place to drop things on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.quote import Quote
from argmap.ui.look import Look
from argmap.ui.parts.passage_drag import carried
from argmap.ui.source.empty_source import EmptySource
from argmap.ui.source.source_view import SourceView
from tests.builders import editor_of

LEFT = Qt.MouseButton.LeftButton
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
NO_KEYS, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
"""Shift asks for a move, which would take the words away where they came from."""


@pytest.fixture
def panel(view: SourceView) -> SourceView:
    """A panel without a text."""
    view.set_editor(editor_of(ArgumentMap()))
    return view


@pytest.fixture
def empty(panel: SourceView) -> EmptySource:
    """What it shows."""
    return panel.findChild(EmptySource)


def words(text: str = "The engine weaves.") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def enter(panel: SourceView, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(50, 50), MOVE | COPY, data, LEFT, SHIFT)
    QApplication.sendEvent(panel, event)
    return event


def test_each_button_asks_for_its_command(panel: SourceView, empty: EmptySource) -> None:
    asked: list[str] = []
    panel.command.connect(asked.append)
    for way in (empty.file, empty.paste):
        QTest.mouseClick(way, LEFT)
    assert asked == ["source.add", "source.paste"]


def test_tab_walks_through_them_and_enter_presses_one(
    panel: SourceView, empty: EmptySource, qtbot: QtBot
) -> None:
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(empty.file.hasFocus)
    QTest.keyClick(empty.file, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is empty.paste
    with qtbot.waitSignal(panel.command) as told:
        QTest.keyClick(empty.paste, Qt.Key.Key_Return)
    assert told.args == ["source.paste"]


def test_their_keys_are_told(empty: EmptySource) -> None:
    assert empty.file.accessibleDescription() == "Ctrl I"
    assert "Ctrl+Shift+V" in empty.paste.toolTip()


def test_a_key_that_has_no_room_never_covers_the_words(empty: EmptySource) -> None:
    words = QRect(30, 2, 126, 30)
    wide = empty.paste.grab().toImage().copy(words)
    empty.paste.resize(164, empty.paste.height())
    assert empty.paste.grab().toImage().copy(words) == wide


@pytest.mark.parametrize("width", [240, 304, 480])
def test_all_of_it_stands_in_the_frame(panel: SourceView, empty: EmptySource, width: int) -> None:
    panel.resize(width, 700)
    QApplication.processEvents()
    assert empty.file.geometry().bottom() < empty.paste.geometry().top()
    for way in (empty.file, empty.paste):
        assert empty.rect().contains(way.geometry())
    (about,) = [child for child in empty.children() if child.metaObject().className() == "QLabel"]
    assert about.heightForWidth(about.width()) <= about.height()
    assert about.geometry().bottom() <= empty.file.geometry().top()


def drop(panel: SourceView, data: QMimeData) -> None:
    QApplication.sendEvent(panel, QDropEvent(QPointF(50, 50), COPY, data, LEFT, NO_KEYS))


def test_words_that_are_dropped_are_told_and_taken_as_a_copy(panel: SourceView, qtbot: QtBot) -> None:
    data = words()
    event = enter(panel, data)
    assert event.isAccepted()
    assert event.dropAction() is COPY
    with qtbot.waitSignal(panel.drops.dropped) as told:
        drop(panel, data)
    assert told.args[0].text() == "The engine weaves."


def test_what_would_be_taken_lights_the_frame_until_it_leaves(panel: SourceView, empty: EmptySource) -> None:
    data, dark = words(), empty.grab().toImage()
    enter(panel, data)
    assert empty.grab().toImage() != dark
    QApplication.sendEvent(panel, QDragLeaveEvent())
    assert empty.grab().toImage() == dark
    enter(panel, data)
    drop(panel, data)
    assert empty.grab().toImage() == dark


def test_what_is_no_text_is_not_taken(panel: SourceView, empty: EmptySource) -> None:
    picture, link, program = QMimeData(), QMimeData(), QMimeData()
    picture.setData("image/png", b"\x89PNG")
    link.setUrls([QUrl("https://example.org/a")])
    link.setText("https://example.org/a")
    program.setUrls([QUrl.fromLocalFile("/tmp/a.exe")])
    dark = empty.grab().toImage()
    for data in (picture, link, program):
        assert not enter(panel, data).isAccepted()
    assert empty.grab().toImage() == dark


def test_a_passage_of_a_text_belongs_on_the_map(panel: SourceView) -> None:
    source = Source(id=RecordId("t"), title="T", body="The engine weaves.")
    assert not enter(panel, carried(source, Quote(source.id, 0, 10))).isAccepted()


def test_it_follows_the_look(panel: SourceView, empty: EmptySource, dark: Look) -> None:
    panel.set_look(dark)
    assert empty.grab().toImage().pixelColor(4, 4) == dark.theme.read
