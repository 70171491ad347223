"""The question of a text's encoding: rows that can be told apart, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.formats.texts.registry import read_text
from argmap.ui.dialogs.encoding_choice import EncodingChoice
from argmap.ui.dialogs.encoding_list import EncodingList
from argmap.ui.fonts import SERIF, font
from argmap.ui.theme import DARK, LIGHT, Theme, palette, stylesheet

TEXT = (
    f"Größe und Übermut. {'Es bleibt dabei, dass es so ist. ' * 9}"
    f"Das sagt Señora Peña. {'So ist es. ' * 9}Ça va."
)


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    """The window that asks, in a program that has its own palette back in the end."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = QApplication.palette()
    yield widget
    QApplication.setPalette(before)


def shown(parent: QWidget, theme: Theme) -> EncodingChoice:
    QApplication.setPalette(palette(theme))
    parent.setStyleSheet(stylesheet(theme))
    encodings = read_text(TEXT.encode("cp1252"), "old.txt").encodings
    dialog = EncodingChoice("old.txt", encodings, parent=parent)
    dialog.show()
    QApplication.processEvents()
    return dialog


def list_of(dialog: EncodingChoice) -> EncodingList:
    found = dialog.findChild(EncodingList)
    assert isinstance(found, EncodingList)
    return found


def row_of(listed: EncodingList, number: int) -> QImage:
    area = listed.visualItemRect(listed.item(number))
    return listed.viewport().grab(area).toImage()


def has(image: QImage, colour: QColor, *, about: int = 0) -> bool:
    """Whether a pixel has that colour, or one that differs by so much in red, green and blue."""
    places = product(range(image.width()), range(image.height()))
    return any(distance(image.pixelColor(x, y), colour) <= about for x, y in places)


def distance(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return max(abs(first - second) for first, second in pairs)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_rows_have_the_theme_s_colours_and_set_letters_off(theme: Theme, parent: QWidget) -> None:
    listed = list_of(shown(parent, theme))
    listed.setCurrentRow(0)
    chosen, other = row_of(listed, 0), row_of(listed, 1)
    assert has(chosen, theme.accent_soft)
    assert not has(other, theme.accent_soft)
    assert has(other, theme.accent, about=50)  # the line under a letter


def test_no_two_rows_look_alike_below_their_names(parent: QWidget) -> None:
    listed = list_of(shown(parent, LIGHT))
    passages = [listed.item(row).text().partition("\n")[2] for row in range(listed.count())]
    assert len(set(passages)) == len(passages) > 3


def test_a_row_is_as_high_as_its_passages(parent: QWidget) -> None:
    listed = list_of(shown(parent, LIGHT))
    lines = listed.item(0).text().count("\n")
    assert lines == 3
    name, line = (QFontMetrics(used).height() for used in (font(13, 600), font(14, family=SERIF)))
    assert listed.visualItemRect(listed.item(0)).height() > name + lines * line


def test_the_arrow_keys_choose_and_enter_adds(parent: QWidget, qtbot: QtBot) -> None:
    dialog = shown(parent, LIGHT)
    listed = list_of(dialog)
    wanted = listed.item(1).text().partition("\n")[0]
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentItem().text().startswith(wanted)
    with qtbot.waitSignal(dialog.chosen) as told:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert told.args == ["cp1250"]
