from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from argmap.model.roles import Role
from argmap.ui.icons import Icons
from argmap.ui.signs import ROLE_ICONS
from argmap.ui.theme import DARK, LIGHT

RED = QColor("#c00000")


def _strongest(image: QImage) -> QColor:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda colour: colour.alpha())


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    colour = _strongest(Icons().pixmap("zap", 24, colour=RED, dpr=1.0).toImage())
    assert colour.alpha() > 200
    assert (colour.red() > 180, colour.green(), colour.blue()) == (True, 0, 0)


@pytest.mark.parametrize(("dpr", "side"), [(1.0, 14), (1.5, 21), (2.0, 28)])
def test_an_icon_has_the_device_pixels_of_its_screen(qapp: QApplication, dpr: float, side: int) -> None:
    picture = Icons().pixmap("flag", 14, colour=RED, dpr=dpr)
    assert picture.size() == QSize(side, side)
    assert picture.devicePixelRatio() == dpr


def test_the_same_icon_is_drawn_once(qapp: QApplication) -> None:
    icons = Icons()
    first = icons.pixmap("flag", 14, colour=RED, dpr=1.0)
    assert icons.pixmap("flag", 14, colour=QColor(RED), dpr=1.0).cacheKey() == first.cacheKey()
    assert icons.pixmap("flag", 14, colour=QColor("blue"), dpr=1.0).cacheKey() != first.cacheKey()


def test_a_disabled_icon_is_paler(qapp: QApplication) -> None:
    icon = Icons().icon("save", LIGHT)
    normal = _strongest(icon.pixmap(QSize(16, 16), QIcon.Mode.Normal).toImage())
    disabled = _strongest(icon.pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage())
    assert disabled.lightness() > normal.lightness() + 40
    switched_on = _strongest(icon.pixmap(QSize(16, 16), QIcon.Mode.Normal, QIcon.State.On).toImage())
    assert switched_on.hue() == pytest.approx(LIGHT.accent.hue(), abs=6)


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    icons = Icons()
    light, dark = (
        _strongest(icons.icon("save", theme).pixmap(QSize(16, 16)).toImage()) for theme in (LIGHT, DARK)
    )
    assert dark.lightness() > light.lightness() + 60


def test_every_role_has_an_icon_of_its_own(qapp: QApplication) -> None:
    assert set(ROLE_ICONS) == set(Role)
    assert len(set(ROLE_ICONS.values())) == len(Role)
    assert set(ROLE_ICONS.values()) <= set(Icons().names())


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        Icons().pixmap("no-such-icon", 16, colour=RED, dpr=1.0)
