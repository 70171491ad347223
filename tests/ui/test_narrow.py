"""Panels in a real window that becomes narrow and wide again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget
from pytestqt.qtbot import QtBot

from argmap.editor.host import Panel, Unsaved
from tests.ui.windows import Desk, open_window, settings_in


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    opened = open_window(tmp_path, sample=True)
    qtbot.addWidget(opened.window)
    _resize(opened, 1600)
    yield opened
    opened.answers.leave = Unsaved.DISCARD


def _resize(desk: Desk, width: int) -> None:
    desk.window.resize(width, 900)
    QTest.qWait(0)


def _docks(desk: Desk) -> tuple[QDockWidget, QDockWidget]:
    docks = desk.window.panes.docks
    return docks[Panel.SOURCE], docks[Panel.INSPECTOR]


def _shown(desk: Desk) -> tuple[bool, bool]:
    source, inspector = _docks(desk)
    return source.isVisible(), inspector.isVisible()


def test_panels_go_one_by_one_as_the_window_narrows_and_come_back(desk: Desk) -> None:
    seen = []
    for width in (1600, 1240, 1239, 1000, 999, 960, 1239, 1600):
        _resize(desk, width)
        seen.append(_shown(desk))
    both, left, none = (True, True), (True, False), (False, False)
    assert seen == [both, both, left, left, none, none, left, both]
    source, inspector = _docks(desk)
    assert (source.width(), inspector.width()) == (304, 308)
    assert desk.window.panes.canvas.width() == 1600 - 304 - 308 - 2


def test_a_panel_asked_for_lies_over_the_canvas_at_its_edge(desk: Desk) -> None:
    _resize(desk, 960)
    canvas = desk.window.panes.canvas
    before = canvas.size()
    assert before.width() == 960
    desk.trigger("view.source")
    desk.trigger("view.inspector")
    source, inspector = _docks(desk)
    assert canvas.size() == before
    room = desk.window.centralWidget().geometry()
    assert (source.geometry().topLeft(), source.height()) == (room.topLeft(), room.height())
    assert inspector.geometry().bottomRight() == room.bottomRight()
    for dock in (source, inspector):
        middle = dock.geometry().center()
        assert dock.isAncestorOf(desk.window.childAt(middle))
    _resize(desk, 980)
    assert inspector.geometry().right() == desk.window.centralWidget().geometry().right()
    desk.trigger("view.inspector")
    assert _shown(desk) == (True, False)
    assert not canvas.isAncestorOf(desk.window.childAt(source.geometry().center()))


def test_the_menus_know_which_panels_are_gone(desk: Desk) -> None:
    actions = desk.window.commands.by_id
    _resize(desk, 1100)
    assert (actions["view.source"].isChecked(), actions["view.inspector"].isChecked()) == (True, False)
    _resize(desk, 1600)
    assert actions["view.inspector"].isChecked()


def test_the_focus_goes_to_the_canvas_with_a_panel_that_goes(desk: Desk) -> None:
    desk.window.panes.inspector.setFocus()
    assert _docks(desk)[1].isAncestorOf(QApplication.focusWidget())
    _resize(desk, 1100)
    assert QApplication.focusWidget() is desk.window.panes.canvas


def test_a_focus_elsewhere_is_left_alone(desk: Desk) -> None:
    desk.window.panes.source.setFocus()
    held = QApplication.focusWidget()
    _resize(desk, 1100)
    _resize(desk, 1600)
    assert QApplication.focusWidget() is held is not None


def test_a_panel_hidden_by_hand_stays_hidden(desk: Desk) -> None:
    desk.trigger("view.inspector")
    _resize(desk, 1100)
    _resize(desk, 1600)
    assert _shown(desk) == (True, False)


def test_a_window_closed_while_narrow_has_its_panels_when_it_is_wide_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    _resize(desk, 960)
    desk.answers.leave = Unsaved.DISCARD
    desk.window.close()
    again = open_window(tmp_path, sample=True, settings=settings_in(tmp_path))
    qtbot.addWidget(again.window)
    assert _shown(again) == (False, False)
    _resize(again, 1600)
    assert _shown(again) == (True, True)
    source, inspector = _docks(again)
    assert (source.width(), inspector.width()) == (304, 308)


def test_the_zoom_stays_on_the_smallest_canvas_and_the_minimap_goes(desk: Desk) -> None:
    desk.window.resize(1000, 600)
    QTest.qWait(0)
    frame, canvas = desk.window.frame, desk.window.panes.canvas
    assert frame.navigation.zoom_bar.isVisible()
    desk.window.panes.docks[Panel.SOURCE].widget().setFixedWidth(480)
    QTest.qWait(0)
    assert canvas.width() < frame.tools.width() + 2 * frame.navigation.width()
    assert frame.navigation.zoom_bar.isVisible()
    assert not frame.navigation.minimap.isVisible()
    assert not frame.navigation.geometry().intersects(frame.tools.geometry())
    assert canvas.rect().contains(frame.tools.geometry())
