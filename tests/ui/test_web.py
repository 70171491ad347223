"""Which addresses lead out of the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from argmap.ui.web import leads_out, open_link


class Desktop(QObject):
    """What a desktop would be asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    """Opens nothing, and remembers what it was asked to open."""
    desktop = Desktop()
    schemes = ("http", "https", "mailto", "file", "javascript")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize("address", ["http://example.org/", "HTTPS://example.org/", "mailto:ann@example.org"])
def test_web_and_mail_lead_out(desktop: Desktop, address: str) -> None:
    assert leads_out(address)
    open_link(address)
    assert len(desktop.opened) == 1


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "/etc/passwd", "page.md", ""]
)
def test_nothing_else_does(desktop: Desktop, address: str) -> None:
    assert not leads_out(address)
    open_link(address)
    assert desktop.opened == []
