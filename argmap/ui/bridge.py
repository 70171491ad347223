"""What commands ask of the window and the desktop: `Host`, answered with Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from argmap.editor.document import Document
from argmap.editor.host import Panel, ThemeChoice, Unsaved
from argmap.editor.services import Services
from argmap.editor.versions import Version
from argmap.formats.errors import Problem
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.ui.appearance import Appearance
from argmap.ui.bringing_in import BringingIn
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.chrome.message_bar import MessageKind
from argmap.ui.dialogs.manual import Manual
from argmap.ui.dialogs.questions import Questions
from argmap.ui.dialogs.version_browser import VersionBrowser
from argmap.ui.exchange import Exchange
from argmap.ui.open_files import OpenFile
from argmap.ui.opening import Opening
from argmap.ui.panes import Panes
from argmap.ui.source.source_view import SourceView

FRAGMENT = "application/x-argmap"
"""The clipboard's name for a piece of a map."""


class Bridge(QObject):
    """Answers commands for one window."""

    opened = Signal(object)
    """Another `Document` is to be shown."""
    panels_changed = Signal()
    """A panel was shown or hidden."""
    beside_wanted = Signal(object)
    """A `Document` is to be shown in a window beside this one."""
    menu_wanted = Signal(QPoint)
    """The context menu is to be shown at a place on the screen."""

    def __init__(
        self,
        window: QMainWindow,
        panes: Panes,
        *,
        services: Services,
        questions: Questions,
        appearance: Appearance,
        document: Callable[[], Document],
        keep_typing: Callable[[], bool],
        may_leave: Callable[[], bool],
    ) -> None:
        """`keep_typing` commits what is being typed; `may_leave` asks what becomes of unsaved changes."""
        super().__init__(window)
        self._keep_typing = keep_typing
        self.may_leave = may_leave
        self._document = document
        self._window = window
        self._panes = panes
        self._services = services
        self._questions = questions
        self._appearance = appearance
        self._manual: Manual | None = None
        self.open_file = OpenFile(services.data / "open")
        self._opening = Opening(self, services=services, messages=panes.messages, open_file=self.open_file)
        self.texts = BringingIn(
            window,
            document=document,
            ask=self._ask_text_paths,
            tell=self.show_problem,
            mention=self.show_toast,
            added=self._show_text,
        )
        self.undo_action: QAction | None = None
        """What a toast's Undo button triggers."""
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        """Where file dialogs begin."""
        self.exchange = Exchange(window, questions, document=document, folder=lambda: self.folder)

    @property
    def canvas(self) -> Canvas:
        """The canvas that shows the open map."""
        return self._panes.canvas

    @property
    def text(self) -> SourceView:
        """The text beside the map."""
        return self._panes.source

    def _ask_text_paths(self) -> Sequence[Path]:
        return self._questions.text_paths(self._window, self.folder)

    def _show_text(self, source: RecordId) -> None:
        self.show_panel(Panel.SOURCE, True)
        self._panes.source.show_source(source)

    def new_map(self) -> None:
        """Show an empty map in this window."""
        self.show_document(Document.new(self._services.ids, self._services.codecs))

    def open_path(self, path: Path) -> None:
        """Open a file in this window, or say why it cannot be opened."""
        self._opening.open_path(path)

    def open_sample(self) -> None:
        """Open the essay's map, as a copy."""
        self._opening.open_sample()

    def show_document(self, document: Document) -> None:
        """Show another document in this window."""
        self._panes.messages.clear()
        self.opened.emit(document)

    def ask_open_path(self) -> Path | None:
        """Ask which file to open."""
        return self._questions.open_path(self._window, self.folder)

    def ask_save_path(self, suggested: str) -> Path | None:
        """Ask where to save the map."""
        return self._questions.save_path(self._window, self.folder / suggested)

    def ask_export_path(self, suggested: str) -> Path | None:
        """Ask where to write a picture of the map."""
        return self._questions.export_path(self._window, self.folder / suggested)

    def ask_unsaved(self, name: str) -> Unsaved:
        """Ask what to do with a map's unsaved changes."""
        return self._questions.unsaved(self._window, name)

    def export_picture(self, path: Path) -> None:
        """Write a picture of the map in the colours on screen; raises OSError."""
        # Imported here: printing and SVG are asked for seldom, and cost time to load.
        from argmap.ui.export_image import PictureOptions, export_picture

        options = PictureOptions(theme=self._appearance.look.theme)
        export_picture(self.canvas.editor.map, path, options)

    def reserve(self, path: Path) -> bool:
        """Hold a file that is about to be saved to."""
        return self.open_file.reserve(path)

    def settle(self, path: Path | None) -> None:
        """Hold the open map's file and no other any more."""
        self.open_file.take(None if self._document().is_read_only else path)

    def note_saved(self, path: Path) -> None:
        """Remember a file as used just now; what was said about saving is settled."""
        self._panes.messages.settle()
        self.note_opened(path)

    def note_opened(self, path: Path) -> None:
        """Remember a file as used just now."""
        self.folder = path.absolute().parent
        self._services.settings.note_recent(path)

    def show_problem(self, sentence: str) -> None:
        """Say in the bar what went wrong."""
        self._panes.messages.show_message(MessageKind.DANGER, sentence, until_saved=True)

    def show_failure(self, report: str) -> None:
        """Say that something went wrong inside argmap, with the report to be copied."""
        sentence = (
            "Something went wrong inside argmap; your map is still here. "
            "Save it, and if this happens again report it: the report holds nothing of yours."
        )
        ways = [("Copy the report", partial(QGuiApplication.clipboard().setText, report))]
        self._panes.messages.show_message(MessageKind.DANGER, sentence, ways)

    def offer(
        self,
        sentence: str,
        ways: Sequence[tuple[str, Callable[[], None]]],
        *,
        until_saved: bool = False,
        is_lasting: bool = False,
    ) -> None:
        """Say in the bar what went wrong, with the ways on as buttons.

        One that lasts waits for its turn and outlives all others; any other is about the open map.
        """
        about = None if is_lasting else self._document()
        again = partial(self.offer, sentence, ways, until_saved=until_saved, is_lasting=is_lasting)
        kept = [(words, partial(self._answer, run, again, about=about)) for words, run in ways]
        self._panes.messages.show_message(
            MessageKind.WARNING, sentence, kept, until_saved=until_saved, is_lasting=is_lasting
        )

    def _answer(self, run: Callable[[], None], again: Callable[[], None], *, about: Document | None) -> None:
        """Do what was chosen, once what is being typed is committed; ask again where it cannot be."""
        if about is not None and about is not self._document():
            return  # another map is shown by now
        if self._keep_typing():
            run()
        else:
            again()

    def show_toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say in passing what happened."""
        self._panes.toast.show_text(sentence, self.undo_action if undo else None)

    def show_action(self, sentence: str, action: QAction) -> None:
        """Say in passing what happened, with a button that is called as the action is."""
        self._panes.toast.show_text(sentence, action, label=action.text())

    def take_back_offers(self) -> None:
        """Take away what lasts in the bar: it is about to be said anew."""
        self._panes.messages.forget_lasting()

    def copy(self, fragment: bytes, text: str) -> None:
        """Put a fragment, and the same as text, on the clipboard."""
        held = QMimeData()
        held.setData(FRAGMENT, fragment)
        held.setText(text)
        QGuiApplication.clipboard().setMimeData(held)

    def pasted(self) -> tuple[bytes | None, str]:
        """The clipboard's fragment, if it holds one, and its text."""
        held = QGuiApplication.clipboard().mimeData()
        fragment = bytes(held.data(FRAGMENT).data()) if held.hasFormat(FRAGMENT) else None
        return fragment, held.text()

    def is_panel_shown(self, panel: Panel) -> bool:
        """Whether a panel is on screen."""
        return not self._panes.docks[panel].isHidden()

    def show_panel(self, panel: Panel, shown: bool) -> None:
        """Show or hide a panel; the focus never stays in one that is hidden."""
        dock = self._panes.docks[panel]
        focus = QApplication.focusWidget()
        if not shown and focus is not None and dock.isAncestorOf(focus):
            self.canvas.setFocus()
        dock.setVisible(shown)
        self.panels_changed.emit()

    def show_context_menu(self) -> None:
        """Open the menu of what is selected, beside it."""
        canvas = self.canvas
        rects = [canvas.element_rect(key) for key in canvas.editor.selection]
        place = rects[0].center() if rects else canvas.rect().center()
        self.menu_wanted.emit(canvas.mapToGlobal(place))

    def focus_next_pane(self) -> None:
        """Move the focus to the next of source, canvas and inspector."""
        panes = self._panes.focusable
        focus = QApplication.focusWidget()
        held = [n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        following = panes[((held[0] if held else -1) + 1) % len(panes)]
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def write_note(self, element: RecordId, kind: str) -> None:
        """Open the inspector on an element with a new note of a kind under the cursor."""
        self.show_panel(Panel.INSPECTOR, True)
        self._panes.inspector.begin_note(element, kind)

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def show_full_screen(self, shown: bool) -> None:
        """Let the window fill the screen, or not."""
        full = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | full if shown else state & ~full)

    @property
    def theme(self) -> ThemeChoice:
        """Which colours are shown."""
        return self._appearance.choice

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Show other colours, now and from now on."""
        self._services.settings.theme = theme
        self._appearance.choose(theme)

    def show_versions(self) -> None:
        """Show the earlier versions of the open file."""
        document = self._document()
        kept = document.kept_versions()
        if not kept:
            self.show_toast("No version of this file is kept yet: one is with each save")
            return
        VersionBrowser(
            kept,
            now=document.editor.map,
            read=document.read_version,
            restore=self._restore,
            open_beside=self._open_beside,
            look=self._appearance.look,
            parent=self._window,
        ).open()

    def _restore(self, map_: ArgumentMap) -> None:
        self._document().restore(map_)
        self.show_toast("Took the version back", undo=True)

    def _open_beside(self, version: Version) -> None:
        try:
            self.beside_wanted.emit(self._document().beside(version))
        except Problem as problem:
            self.show_problem(str(problem))

    @property
    def saves_by_itself(self) -> bool:
        """Whether a map that has a file is saved a moment after each change."""
        return self._services.settings.saves_by_itself

    @saves_by_itself.setter
    def saves_by_itself(self, wanted: bool) -> None:
        self._services.settings.saves_by_itself = wanted

    def show_help(self, page: str) -> None:
        """Open the manual at a page."""
        if self._manual is None:
            self._manual = Manual(self._window)
            self._manual.destroyed.connect(self._forget_manual)
        self._manual.show_page(page)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def _forget_manual(self) -> None:
        self._manual = None

    def close(self) -> None:
        """Close the window, asking first what to do with unsaved changes."""
        self._window.close()
