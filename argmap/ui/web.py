"""Addresses that lead out of the program: which are followed, and how."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("http", "https", "mailto")
"""Other kinds open nothing: a note must not start programs or open files."""

_LONGEST = 120


def leads_out(address: str) -> bool:
    """Whether it is a web or mail address."""
    return QUrl(address).scheme().lower() in _SCHEMES


def shown(address: str) -> str:
    """An address as it is, nothing in it made to look like something else; never without its whole host."""
    # A user's name stands before the host, and may look like one.
    url, encoded = QUrl(address), QUrl.ComponentFormattingOption.FullyEncoded
    whole = url.toString(encoded).replace(f"//{url.userInfo(encoded)}@", "//", 1)
    start = whole.find(url.host(encoded)) + len(url.host(encoded))
    most = max(_LONGEST, start + 1)
    return whole if len(whole) <= most else f"{whole[:most]}…"


def open_link(address: str) -> None:
    """Show a web or mail address in the program the desktop has for it; other kinds are left alone."""
    if leads_out(address):
        QDesktopServices.openUrl(QUrl(address))
