"""The manual: Markdown pages in a window of its own, with the key sheet made from the command table."""

from __future__ import annotations

import re
from urllib.parse import quote

import PySide6
from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QIcon, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from argmap import __version__
from argmap.editor.commands.key_sheet import key_sheet
from argmap.editor.commands.table import MENUS, TABLE
from argmap.resources import resource
from argmap.ui.dialogs.manual_page import KEY_SCHEME, ManualPage
from argmap.ui.icons import Icons
from argmap.ui.web import open_link

PAGES = ("index", "map", "text", "files", "sharing")
"""The pages that are written; `keys` and `about` are made."""

_TITLES = {
    "index": "Overview",
    "map": "The map",
    "text": "The text",
    "keys": "Keys",
    "files": "Files",
    "sharing": "For others",
    "about": "About argmap",
}
"""All pages as the list names them."""
_SIZE = QSize(860, 720)
_LIST_WIDTH, _ROW = 168, 31


class Manual(QDialog):
    """Shows the pages; links between them lead from one to the next. Gone when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown = ""
        self._before: list[str] = []
        self._icons = Icons()
        self._page = ManualPage(resource("help"), self)
        self._page.anchorClicked.connect(self._follow)
        self._back = QPushButton("Back")
        self._back.setObjectName("manual_back")
        self._back.setAutoDefault(False)
        self._back.setShortcut(QKeySequence.StandardKey.Back)
        self._back.clicked.connect(self._go_back)
        self._list = QListWidget()
        self._list.setObjectName("manual_pages")
        self._list.setAccessibleName("Pages")
        for title in _TITLES.values():
            item = QListWidgetItem(title, self._list)
            item.setSizeHint(QSize(0, _ROW))
        self._list.currentRowChanged.connect(self._choose)
        self._lay_out()
        self._draw_icon()
        self.resize(_SIZE)
        self._page.setFocus()

    def show_page(self, name: str) -> None:
        """Show a page: one of `PAGES`, `keys` or `about`."""
        name = name if name in _TITLES else "index"
        if self._shown and self._shown != name:
            self._before.append(self._shown)
        self._show(name)

    def _show(self, name: str) -> None:
        self._shown = name
        self._page.show_text(page_text(name))
        self._back.setEnabled(bool(self._before))
        self._list.setCurrentRow(list(_TITLES).index(name))
        self.setWindowTitle(f"{_TITLES[name]} — argmap manual")

    def _choose(self, row: int) -> None:
        name = list(_TITLES)[row]
        if name != self._shown:
            self.show_page(name)

    def _go_back(self) -> None:
        if self._before:
            self._show(self._before.pop())

    def _follow(self, url: QUrl) -> None:
        if url.isRelative():
            self.show_page(url.path().removesuffix(".md"))
        else:
            open_link(url.toString())

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_LIST_WIDTH)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 14, 10, 10)
        column.setSpacing(10)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list, 1)
        rule = QFrame()
        rule.setObjectName("manual_rule")
        rule.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(rule)
        row.addWidget(self._page, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        made = QIcon()
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            ink = self.palette().color(group, QPalette.ColorRole.WindowText)
            made.addPixmap(
                self._icons.pixmap("arrow-left", 16, colour=ink, dpr=self.devicePixelRatioF()), mode
            )
        self._back.setIcon(made)


def page_text(name: str) -> str:
    """A page as Markdown; the first one where there is no such page."""
    if name == "keys":
        return key_sheet(TABLE, MENUS, shown=_key_picture)
    if name == "about":
        return _ABOUT.format(version=__version__, pyside=PySide6.__version__)
    page = name if name in PAGES else "index"
    return _PICTURE.sub(_kept_picture, resource("help", f"{page}.md").read_text(encoding="utf-8"))


_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


def _kept_picture(found: re.Match[str]) -> str:
    """The picture where its file is there, nothing otherwise."""
    return found.group() if resource("help", *found.group(1).split("/")).is_file() else ""


def _key_picture(key: str) -> str:
    shown = shown_key(key)
    spelled = re.sub(r"([\\\[\]|*_`])", r"\\\1", shown)
    return f"![{spelled}]({KEY_SCHEME}:{quote(shown, safe='')})"


def shown_key(key: str) -> str:
    """A key as this desktop's users read it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


_ABOUT = """# About argmap

argmap {version}: see, drag and annotate the claims and counterclaims of an essay beside its text.

argmap is free software under the MIT licence. It is drawn with Qt (PySide6 {pyside}, LGPL); the typefaces
Inter, Source Serif 4 and JetBrains Mono come under the SIL Open Font License, the Lucide icons under the
ISC licence.
"""
