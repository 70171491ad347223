"""The tool pill triggers the tools, and lets clicks beside it through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from argmap.ui.chrome.floating import MARGIN
from argmap.ui.chrome.tool_pill import ToolPill
from argmap.ui.parts.buttons import ActionButton

TOOLS = ["view.select_tool", "view.pan_tool", "insert.claim", "relation.connect", "relation.link"]


class Ground(QWidget):
    """Counts the presses that reach it."""

    presses = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.presses += 1


@pytest.fixture
def ground(window):
    ground = Ground(window)
    ground.resize(800, 400)
    ground.show()
    return ground


@pytest.fixture
def pill(actions, look, ground):
    pill = ToolPill(actions, look, parent=ground)
    pill.show()
    return pill


def test_each_button_takes_its_tool(pill, triggered, qtbot):
    for button in pill.findChildren(ActionButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triggered == TOOLS


def test_each_button_is_named_with_its_key(pill):
    hints = [button.toolTip() for button in pill.findChildren(ActionButton)]
    assert [hint[-3:] for hint in hints] == ["(V)", "(H)", "(N)", "(C)", "(G)"]


def test_the_tool_in_hand_is_filled(pill, actions, look):
    actions["view.select_tool"].setChecked(True)
    first, second, *_ = pill.findChildren(ActionButton)
    assert first.grab().toImage().pixelColor(6, 6) == look.theme.accent_soft
    assert second.grab().toImage().pixelColor(6, 6) != look.theme.accent_soft


def test_a_press_on_the_card_stays_there_and_one_beside_it_falls_through(pill, ground, qtbot):
    middle = pill.height() // 2
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN + 2, middle))
    assert ground.presses == 0
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN // 2, middle))
    assert ground.presses == 1


def test_the_shadow_is_drawn_beside_the_card_only(pill, look, dark):
    picture = pill.grab().toImage()
    assert picture.pixelColor(MARGIN + 3, pill.height() // 2) == look.theme.panel
    pill.set_look(dark)
    assert pill.grab().toImage().pixelColor(MARGIN + 3, pill.height() // 2) == dark.theme.panel
