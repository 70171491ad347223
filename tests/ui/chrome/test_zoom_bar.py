"""The zoom bar shows the zoom and offers others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from argmap.ui.chrome.zoom_bar import ZoomBar


@pytest.fixture
def bar(actions, look, window):
    bar = ZoomBar(actions, look, parent=window)
    bar.show()
    return bar


def item(bar, text):
    return next(action for action in bar.menu.actions() if action.text() == text)


def test_it_shows_the_zoom(bar):
    bar.show_zoom(0.52, is_fitted=True)
    assert bar.text == "Fit · 52\N{NO-BREAK SPACE}%"
    bar.show_zoom(1.0, is_fitted=False)
    assert bar.text == "100\N{NO-BREAK SPACE}%"


def test_its_buttons_trigger_their_actions(bar, triggered, qtbot):
    for name in ("Zoom out", "Zoom in", "Fit map", "Fit selection"):
        button = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triggered == ["view.zoom_out", "view.zoom_in", "view.fit", "view.fit_selection"]


@pytest.mark.parametrize(("text", "zoom"), [("50", 0.5), ("200", 2.0)])
def test_the_menu_chooses_a_zoom(bar, qtbot, text, zoom):
    with qtbot.waitSignal(bar.zoom_chosen) as signal:
        item(bar, f"{text}\N{NO-BREAK SPACE}%").trigger()
    assert signal.args == [zoom]


def test_the_menu_offers_the_actions_too_and_they_are_no_other_zoom(bar, triggered, qtbot):
    with qtbot.assertNotEmitted(bar.zoom_chosen):
        for text in ("Fit map", "Fit selection", "100 %"):
            item(bar, text).trigger()
    assert triggered == ["view.fit", "view.fit_selection", "view.zoom_100"]


def test_a_click_on_the_zoom_opens_the_menu(bar, qtbot):
    label = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName().startswith("Zoom: "))
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert bar.menu.isVisible()
    bar.menu.close()
