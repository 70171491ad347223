"""Which addresses lead out of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.edits import notes
from argmap.model.ids import RecordId
from argmap.ui.inspector.prose import Prose
from argmap.ui.web import leads_out, open_link, shown
from tests.ui.windows import OpenWindow


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


def test_what_is_shown_hides_no_letter_that_looks_like_another(desktop: Desktop) -> None:
    assert shown("https://ex\u0430mple.org/") == "https://xn--exmple-4nf.org/"
    assert shown("https://good.example:secret@evil.example/") == "https://evil.example/"
    long = "https://good.example:" + "a" * 300 + "@evil.example/" + "b" * 300
    assert shown(long).startswith("https://evil.example/b")
    assert len(shown(long)) < 130
    assert shown("https://example.org/" + "a" * 500).startswith("https://example.org/aaa")
    assert len(shown("https://example.org/" + "a" * 500)) < 130


def test_a_link_in_a_note_opens_only_after_its_address_is_shown(
    opened: OpenWindow, file: Path, desktop: Desktop
) -> None:
    desk = opened(file=file)
    body = "[the archive](https://example.org/a?b=c)"
    desk.window.document.editor.edit("Note", lambda t: notes.add_note(t, RecordId("a"), body))
    desk.select("a")
    words = next(p for p in desk.window.panes.inspector.findChildren(Prose) if p.text() == "the archive")
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(5, 9))
    assert desk.message.endswith("It opens https://example.org/a?b=c")
    assert desktop.opened == []
    desk.press("Open it")
    assert desktop.opened == ["https://example.org/a?b=c"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "other.argmap", "//example.org"]
)
def test_a_link_that_leads_elsewhere_says_why_nothing_opens(
    opened: OpenWindow, file: Path, desktop: Desktop, target: str
) -> None:
    desk = opened(file=file)
    body = f"[the archive]({target})"
    desk.window.document.editor.edit("Note", lambda t: notes.add_note(t, RecordId("a"), body))
    desk.select("a")
    words = next(p for p in desk.window.panes.inspector.findChildren(Prose) if p.text() == "the archive")
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(5, 9))
    assert "That is no web or mail address" in desk.window.panes.status.centre_text
    assert (desk.message, desktop.opened) == ("", [])
    assert words.isVisible(), "it is no click on the note either"
