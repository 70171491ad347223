"""Menus as they are painted, and the marks in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.ui.icons import Icons
from argmap.ui.look import Look
from argmap.ui.marks import check_mark, choice_mark
from argmap.ui.popup_menu import PopupMenu
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT, Theme, palette, stylesheet

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 12 for a, b in pairs)


def _has(image: QImage, colour: QColor) -> bool:
    return any(
        _near(image.pixelColor(x, y), colour) for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture
def menu(qtbot: QtBot) -> PopupMenu:
    made = PopupMenu()
    qtbot.addWidget(made)
    action = made.addAction("Bold words")
    action.setShortcut("Ctrl+W")
    action.setShortcutVisibleInContextMenu(True)
    return made


@themes
def test_keys_are_quieter_than_words(menu: PopupMenu, theme: Theme) -> None:
    before = QApplication.palette()
    try:
        QApplication.setPalette(palette(theme))
        menu.setStyleSheet(stylesheet(theme))
        menu.popup(QPoint(20, 20))
        row = menu.actionGeometry(menu.actions()[0])
        picture = menu.grab(row).toImage()
    finally:
        menu.close()
        QApplication.setPalette(before)
    edge = picture.width() - 20 - menu.fontMetrics().horizontalAdvance("Ctrl+W")
    words = picture.copy(0, 0, edge, picture.height())
    keys = picture.copy(edge, 0, picture.width() - edge, picture.height())
    assert _has(words, theme.ink1)
    assert _has(keys, theme.ink3)
    assert not _has(keys, theme.ink1)


def test_corners_are_cut_where_nothing_blends_windows(menu: PopupMenu) -> None:
    menu.popup(QPoint(20, 20))
    corners = (menu.rect().topLeft(), menu.rect().bottomRight())
    assert not any(menu.mask().contains(corner) for corner in corners)
    assert menu.mask().contains(menu.rect().center())
    menu.addAction("Another row, wider than the one before")
    QApplication.processEvents()
    assert menu.mask().boundingRect() == menu.rect()
    menu.close()


def _picture(icon: QIcon, state: QIcon.State) -> QImage:
    return icon.pixmap(QSize(16, 16), QIcon.Mode.Normal, state).toImage()


@themes
def test_marks_tell_on_from_off(qapp: QApplication, theme: Theme) -> None:
    look = Look(theme, Icons(), TextShaper())
    choice, check = choice_mark(look), check_mark(look)
    on, off = QIcon.State.On, QIcon.State.Off
    assert _near(_picture(choice, on).pixelColor(8, 8), theme.accent)
    assert _picture(choice, on).pixelColor(8, 8).alpha() > 200
    assert _picture(choice, off).pixelColor(8, 8).alpha() == 0
    assert _picture(choice, off).pixelColor(8, 1).alpha() > 100
    assert _has(_picture(check, on), theme.accent)
    assert not any(_picture(check, off).pixelColor(x, y).alpha() for x in range(16) for y in range(16))
