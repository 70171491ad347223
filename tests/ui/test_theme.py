from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from argmap.model.roles import Role
from argmap.ui.theme import DARK, LIGHT, Theme, mixed, palette, stylesheet

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(a: QColor, b: QColor) -> float:
    """By WCAG 2.1."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@themes
def test_text_reads_well_on_every_ground(theme: Theme) -> None:
    for ink in (theme.ink1, theme.ink2, theme.ink3):
        for ground in (theme.canvas, theme.chrome, theme.panel, theme.card, theme.read):
            assert _contrast(ink, ground) >= 4.5


@themes
def test_roles_are_seen_on_cards_and_on_the_canvas(theme: Theme) -> None:
    for role in Role:
        assert _contrast(theme.ink(role), theme.card) >= 4.5
        assert _contrast(theme.ink(role), theme.canvas) >= 4.5
        assert _contrast(theme.ink1, theme.tint(role)) >= 7


@themes
def test_the_palette_leaves_nothing_to_the_desktop(theme: Theme) -> None:
    made = palette(theme)
    groups = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    assert [(g, r) for g in groups for r in roles if not made.isBrushSet(g, r)] == []
    assert (
        _contrast(made.color(QPalette.ColorRole.HighlightedText), made.color(QPalette.ColorRole.Highlight))
        >= 4.5
    )
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) != made.color(
        QPalette.ColorRole.Text
    )


@themes
def test_the_line_between_panels_is_thin_and_in_the_theme(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = QDockWidget("Dock", window)
    dock.setWidget(QLabel("In the dock"))
    window.setCentralWidget(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.setStyleSheet(stylesheet(theme))
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: dock.geometry().left() == 0)
    assert window.centralWidget().x() - dock.geometry().right() == 2
    assert window.grab().toImage().pixelColor(dock.geometry().right() + 1, 100) == theme.line


def test_voice_tints_wrap_round() -> None:
    assert LIGHT.voice_tint(0) == LIGHT.voice_tint(6)
    assert LIGHT.voice_tint(0) != LIGHT.voice_tint(1)


def test_a_mixed_colour_lies_between_its_two() -> None:
    assert mixed(QColor("black"), QColor("white"), share=0.25).name() == "#bfbfbf"
    assert mixed(QColor("#123456"), QColor("white"), share=1).name() == "#123456"
