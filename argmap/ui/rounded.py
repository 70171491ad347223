"""Rounded corners for windows without a frame: menus and popups.

Where the desktop always blends windows, the corners are left clear. X11 may run without anything that
blends; there the corners are cut off instead, since clear ones would be black.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

_BLENDING = ("cocoa", "wayland", "windows")


def prepare_corners(window: QWidget) -> None:
    """Let the corners be clear where they can be; before the window is shown first."""
    window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, _is_blended())


def cut_corners(window: QWidget, radius: float) -> None:
    """Cut the corners off where they cannot be clear; after each change of size."""
    if not _is_blended():
        window.setMask(rounded_region(window.rect(), radius))


def rounded_region(rect: QRect, radius: float) -> QRegion:
    """The part of a rectangle inside its rounded corners, in whole pixels."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return QRegion(path.toFillPolygon().toPolygon())


def _is_blended() -> bool:
    return QGuiApplication.platformName().startswith(_BLENDING)
