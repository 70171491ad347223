"""The manual: Markdown pages in a window of its own, with the key sheet made from the command table."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from argmap import __version__
from argmap.editor.commands.key_sheet import key_sheet
from argmap.editor.commands.table import TABLE
from argmap.resources import resource

PAGES = ("index", "map", "text", "files")
"""The pages that are written; `keys` and `about` are made."""

_SIZE = QSize(720, 760)


class Manual(QDialog):
    """Shows the pages; links between them lead from one to the next. Gone when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._browser = QTextBrowser(self)
        self._browser.setObjectName("manual_page")
        self._browser.setOpenLinks(False)
        self._browser.anchorClicked.connect(self._follow)
        self._browser.document().setDocumentMargin(20)
        self.resize(_SIZE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._browser)

    def show_page(self, name: str) -> None:
        """Show a page: one of `PAGES`, `keys` or `about`."""
        text = page_text(name)
        features = QTextDocument.MarkdownFeature
        self._browser.document().setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._browser.moveCursor(self._browser.textCursor().MoveOperation.Start)
        self.setWindowTitle(f"{text.partition(chr(10))[0].lstrip('# ')} — argmap manual")

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif url.isRelative():
            self.show_page(url.path().removesuffix(".md"))


def page_text(name: str) -> str:
    """A page as Markdown; the first one where there is no such page."""
    if name == "keys":
        return key_sheet(TABLE, shown_key)
    if name == "about":
        return _ABOUT.format(version=__version__, pyside=PySide6.__version__)
    page = name if name in PAGES else "index"
    return resource("help", f"{page}.md").read_text(encoding="utf-8")


def shown_key(key: str) -> str:
    """A key as this desktop's users read it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


_ABOUT = """# About argmap

argmap {version}: see, drag and annotate the claims and counterclaims of an essay beside its text.

argmap is free software under the MIT licence. It is drawn with Qt (PySide6 {pyside}, LGPL); the typefaces
Inter, Source Serif 4 and JetBrains Mono come under the SIL Open Font License, the Lucide icons under the
ISC licence.
"""
