"""The empty map offers ways to begin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from argmap.ui.chrome.empty_map import EmptyMap

OFFERS = ["insert.claim", "source.add", "file.open", "file.sample"]


class Ground(QWidget):
    """Counts the double clicks that reach it."""

    double_clicks = 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicks += 1


@pytest.fixture
def ground(window):
    ground = Ground(window)
    ground.resize(800, 500)
    ground.show()
    return ground


@pytest.fixture
def empty(actions, look, ground):
    empty = EmptyMap(actions, look, parent=ground)
    empty.show()
    return empty


def test_each_row_begins_in_its_way(empty, triggered, qtbot):
    for row in empty.findChildren(QAbstractButton):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert triggered == OFFERS


def test_the_rows_can_be_reached_and_pressed_by_keyboard(empty, triggered, window, qtbot):
    window.activateWindow()
    rows = empty.findChildren(QAbstractButton)
    rows[0].setFocus()
    qtbot.waitUntil(rows[0].hasFocus)
    for row in rows:
        assert row.hasFocus()
        qtbot.keyClick(row, Qt.Key.Key_Return)
        qtbot.keyClick(row, Qt.Key.Key_Tab)
    assert triggered == OFFERS


def test_a_double_click_between_the_rows_reaches_the_canvas(empty, ground, qtbot):
    first, second, *_ = empty.findChildren(QAbstractButton)
    between = QPoint(empty.width() // 2, (first.geometry().bottom() + second.geometry().top()) // 2)
    qtbot.mouseDClick(empty, Qt.MouseButton.LeftButton, pos=between)
    assert ground.double_clicks == 1


def test_all_of_it_is_shown(empty):
    assert empty.size() == empty.sizeHint()
    for label in empty.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_what_cannot_be_done_is_not_offered(empty, actions, triggered, qtbot):
    actions["file.open"].setEnabled(False)
    row = next(row for row in empty.findChildren(QAbstractButton) if row.text() == "Open a map")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert triggered == []
