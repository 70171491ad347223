"""Addresses that lead out of the program: which are followed, and how."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("http", "https", "mailto")
"""Other kinds open nothing: a note must not start programs or open files."""


def leads_out(address: str) -> bool:
    """Whether it is a web or mail address."""
    return QUrl(address).scheme().lower() in _SCHEMES


def open_link(address: str) -> None:
    """Show a web or mail address in the program the desktop has for it; other kinds are left alone."""
    if leads_out(address):
        QDesktopServices.openUrl(QUrl(address))
