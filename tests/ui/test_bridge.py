"""What commands ask of the window: where dialogs begin, which pane has the keys, how pictures look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from argmap.editor.host import Panel
from argmap.ui.theme import DARK, LIGHT, Theme
from tests.ui.windows import OpenWindow


def test_file_dialogs_begin_where_the_last_file_was(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    for command in ("file.open", "file.save_as", "file.export"):
        desk.trigger(command)
    assert desk.answers.folders == [file.parent] * 3


@pytest.mark.parametrize(("panel", "key"), [(Panel.SOURCE, Qt.Key.Key_1), (Panel.INSPECTOR, Qt.Key.Key_3)])
def test_hiding_the_panel_one_is_in_gives_the_keys_to_the_map(
    opened: OpenWindow, panel: Panel, key: Qt.Key
) -> None:
    desk = opened(sample=True)
    dock = desk.window.panes.docks[panel]
    dock.widget().setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert dock.isAncestorOf(focus)
    desk.key(key, Qt.KeyboardModifier.ControlModifier)
    assert dock.isHidden()
    assert desk.window.panes.canvas.hasFocus()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_a_picture_has_the_colours_on_screen(opened: OpenWindow, tmp_path: Path, theme: Theme) -> None:
    desk = opened(sample=True)
    desk.trigger("view.theme_dark" if theme.is_dark else "view.theme_light")
    desk.answers.export = tmp_path / "map.png"
    desk.trigger("file.export")
    assert QImage(str(desk.answers.export)).pixelColor(0, 0) == theme.canvas
