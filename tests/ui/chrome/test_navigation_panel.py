"""The navigation panel holds the minimap above the zoom bar."""

from __future__ import annotations

import pytest

from argmap.ui.chrome.floating import MARGIN
from argmap.ui.chrome.navigation_panel import NavigationPanel


@pytest.fixture
def panel(actions, look, window):
    panel = NavigationPanel(actions, look, parent=window)
    panel.show()
    return panel


def test_its_card_is_as_large_as_in_the_design(panel):
    assert panel.width() - 2 * MARGIN == 196
    assert panel.minimap.height() == 128
    assert panel.zoom_bar.height() == 32
    assert panel.minimap.geometry().bottom() < panel.zoom_bar.geometry().top()


def test_without_the_minimap_only_the_zoom_bar_is_left(panel):
    assert panel.size() == panel.sizeHint()
    whole = panel.height()
    panel.show_minimap(False)
    assert whole - panel.height() == 129
    assert panel.width() - 2 * MARGIN == 196
    panel.show_minimap(True)
    assert panel.height() == whole
