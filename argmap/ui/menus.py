"""The menus, made from the command table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from argmap.editor.commands.command import Command, Context
from argmap.editor.commands.table import MENUS, TABLE, sections
from argmap.ui.plain_text import plain_tip, plain_title
from argmap.ui.popup_menu import PopupMenu
from argmap.ui.source.source_text import SourceText


class RecentMenu(PopupMenu):
    """The files used lately, listed anew each time it opens."""

    def __init__(
        self, recent: Callable[[], Sequence[Path]], open_path: Callable[[Path], None], parent: QWidget
    ) -> None:
        super().__init__("Open recent", parent)
        self._recent = recent
        self._open_path = open_path
        self.menuAction().setObjectName("file.recent")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._open)

    def fill(self) -> None:
        """List the files."""
        self.clear()
        for path in self._recent():
            action = self.addAction(plain_title(path.name))
            action.setToolTip(plain_tip(str(path)))
            action.setData(str(path))
        if self.isEmpty():
            self.addAction("No files yet").setEnabled(False)

    def _open(self, action: QAction) -> None:
        self._open_path(Path(action.data()))


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], recent: RecentMenu) -> None:
    """Add all menus to the bar; recent files stand under Open."""
    for name in MENUS:
        menu = PopupMenu(f"&{name}", bar)
        bar.addMenu(menu)
        menu.setObjectName(f"menu_{name.lower()}")
        for number, section in enumerate(sections(name)):
            if number:
                menu.addSeparator()
            for command in section:
                menu.addAction(actions[command.id])
                if command.id == "file.open":
                    menu.addMenu(recent)


def context_menu(actions: Mapping[str, QAction], context: Context, parent: QWidget) -> PopupMenu:
    """The menu for what is selected: the commands that can run on it, by section. Gone once it is closed."""
    menu = PopupMenu(parent=parent)
    menu.setObjectName("context_menu")
    menu.aboutToHide.connect(menu.deleteLater)
    last = ""
    for command in sorted(filter(_is_offered(context), TABLE), key=_place):
        if last and command.menu != last:
            menu.addSeparator()
        menu.addAction(actions[command.id])
        last = command.menu
    return menu


def text_menu(actions: Mapping[str, QAction], context: Context, text: SourceText) -> PopupMenu:
    """The menu for a place in the text: what can be done there now. Gone once it is closed."""
    menu = PopupMenu(parent=text)
    menu.setObjectName("text_menu")
    menu.aboutToHide.connect(menu.deleteLater)
    if text.textCursor().hasSelection():
        copy = menu.addAction("Copy")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(text.copy)
    for section in sections("Text"):
        offered = [command for command in section if command.when(context)]
        if offered and not menu.isEmpty():
            menu.addSeparator()
        for command in offered:
            menu.addAction(actions[command.id])
    return menu


def _is_offered(context: Context) -> Callable[[Command], bool]:
    bare = not context.editor.selection

    def is_offered(command: Command) -> bool:
        wanted = command.id in _ON_EMPTY_CANVAS if bare else command.context_menu
        return wanted and command.when(context)

    return is_offered


_ON_EMPTY_CANVAS = frozenset({"insert.claim", "insert.question", "edit.paste", "edit.select_all", "view.fit"})


def _place(command: Command) -> tuple[int, str]:
    menu, _, section = command.menu.partition("/")
    return _CONTEXT_ORDER.index(menu), section


_CONTEXT_ORDER = ("Insert", "Text", "Claim", "Edit", "View")
