"""The window: builds its parts, joins them, and shows one document at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from argmap.editor.commands.command import Context
from argmap.editor.commands.file import may_leave, notice_change, open_file, save_by_itself
from argmap.editor.document import Document
from argmap.editor.editor import Update
from argmap.editor.services import Services
from argmap.editor.session import Session
from argmap.editor.versions import Versions
from argmap.layout.geometry import Point
from argmap.model.delta import EMPTY_DELTA, Delta
from argmap.ui.actions import Actions
from argmap.ui.appearance import Appearance
from argmap.ui.autosave import Autosave
from argmap.ui.bridge import Bridge
from argmap.ui.dialogs.questions import Dialogs, Questions
from argmap.ui.dropped_files import dropped_files, is_map
from argmap.ui.file_watch import FileWatch
from argmap.ui.frame import Frame
from argmap.ui.links import Links
from argmap.ui.look import Look
from argmap.ui.menus import RecentMenu, fill_menu_bar
from argmap.ui.narrow import Narrow
from argmap.ui.overview import look_at
from argmap.ui.panes import INSPECTOR_WIDTH, NEEDS, SOURCE_WIDTH, build_panes
from argmap.ui.parts.step import Step
from argmap.ui.recovery import Recovery
from argmap.ui.status_report import report, saved_now
from argmap.ui.text_watch import TextWatch
from argmap.ui.typing_watch import TypingWatch

_ASIDE = QPoint(48, 48)
"""How far a window beside this one stands from it, so that both are seen."""
DEFAULT_SIZE, LEAST_SIZE = QSize(1600, 1000), QSize(960, 600)


class MainWindow(QMainWindow):
    """One open map with its text and its inspector."""

    def __init__(
        self, services: Services, *, questions: Questions | None = None, is_beside: bool = False
    ) -> None:
        """Build it; one that stands beside another leaves the place of that to be remembered."""
        super().__init__()
        self._is_beside = is_beside
        self._beside: list[MainWindow] = []
        self._questions = questions
        self.setObjectName("main_window")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(DEFAULT_SIZE)
        self.setAcceptDrops(True)
        self._services = services
        self.document = Document.new(services.ids, services.codecs)
        self._unsubscribe: Callable[[], None] | None = None
        self._is_framed = False
        self.appearance = Appearance(services.settings.theme, self)
        look = self.appearance.look
        self.panes = build_panes(self, self.document.editor, look=look, clock=services.clock)
        self.bridge = Bridge(
            self,
            self.panes,
            services=services,
            questions=questions or Dialogs(),
            appearance=self.appearance,
            document=lambda: self.document,
            keep_typing=self.keep_typing,
            may_leave=self._may_leave,
        )
        self.commands = Actions(self._context(), before=self.keep_typing, parent=self)
        self.frame = Frame(self.panes.canvas, self.commands.by_id, look=look)
        self.recovery = Recovery(services, self.bridge, may_leave=self._may_leave, look=self._look)
        self._typing = TypingWatch(lambda: self.document.editor, self._steps, self)
        self._autosave = Autosave(lambda: save_by_itself(self._context()), self)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_file_changed)
        self._text_watch = TextWatch(self.bridge)
        self.links = Links(self.panes, self.bridge, actions=self.commands, appearance=self.appearance)
        self._join()
        self._restore()
        needs = {dock: NEEDS[panel] for panel, dock in self.panes.docks.items()}
        self.narrow = Narrow(self, needs, canvas=self.panes.canvas)
        self.narrow.panels_changed.connect(self.commands.refresh)
        self.show_document(self.document)

    def _join(self) -> None:
        """Put the bar in its place, fill the menus, and connect what the window itself answers."""
        canvas = self.panes.canvas
        self.setMenuWidget(self.frame.top_bar)
        recent = RecentMenu(self._recent, self._open_recent, self)
        fill_menu_bar(self.frame.top_bar.menu_bar, self.commands.by_id, recent)
        self.commands.listen(self, canvas, self.panes.source.text)
        self.commands.set_look(self.appearance.look)
        self.bridge.undo_action = self.commands.by_id["edit.undo"]
        self.bridge.opened.connect(self.show_document)
        self.bridge.beside_wanted.connect(self._show_beside)
        self.appearance.changed.connect(self._set_look)
        self.bridge.panels_changed.connect(self.commands.refresh)
        self.panes.source.selection_changed.connect(self.commands.refresh)
        self.panes.source.selection_changed.connect(self._text_watch.look)
        self._typing.looked.connect(self._on_typing)
        canvas.text.drafted.connect(self._typing.note_key)
        self.panes.inspector.typed.connect(self._typing.note_key)
        self.panes.source.writer.typed.connect(self._typing.note_key)
        self.panes.source.drops.dropped.connect(self._take)

    def _restore(self) -> None:
        """Take the place, size and panels of the last time."""
        settings = self._services.settings
        docks = list(self.panes.docks.values())
        self.resizeDocks(docks, [SOURCE_WIDTH, INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        if settings.window:
            self.restoreGeometry(settings.window)
        if settings.docks:
            self.restoreState(settings.docks)

    def show_document(self, document: Document) -> None:
        """Show another document; what becomes of the present one has been asked before."""
        self._keep_session()
        self.keep_typing()
        if self._unsubscribe is not None:
            self._unsubscribe()
        self.recovery.take(document)
        self._autosave.stop()
        self.document = document
        document.versions = Versions(self._services.data / "versions")
        self.panes.set_editor(document.editor)
        self._unsubscribe = document.editor.subscribe(self._on_update)
        self.panes.status.show_saved("")
        self.commands.set_context(self._context())
        self._show_state()
        self.frame.show_map(document)
        self._is_framed = False
        if self.isVisible():
            self._frame_document()
        self.panes.canvas.setFocus()

    def keep_typing(self) -> bool:
        """Commit what is being typed, on a card or in a panel; take back what is being dragged.

        Whether nothing is left that could not be committed; else that has been told.
        """
        self.panes.canvas.cancel_gesture()
        panes = self.panes
        kept = [panes.source.commit_pending(), panes.inspector.commit_pending(), panes.canvas.keep_text()]
        is_kept = all(kept)
        if self.document.typed:
            self._typing.look()
        return is_kept

    def _steps(self) -> list[Step]:
        """What committing all that is being typed would do."""
        on_card = self.panes.canvas.text.step
        fields = [*self.panes.source.steps(), *self.panes.inspector.steps()]
        return [*fields, *([on_card] if on_card else [])]

    def _look(self) -> None:
        """Have the journal know what is typed just now."""
        if self._unsubscribe is not None:
            self._typing.look()

    def _on_typing(self, typed: Delta) -> None:
        self.document.typed = typed
        self.recovery.note_typing(typed)
        self.panes.source.drafting.show_typed(typed)
        self._show_state()

    def _may_leave(self) -> bool:
        """Whether the map may be closed: all of it is saved, or is given up."""
        is_kept = self.keep_typing()
        self._autosave.stop()  # nothing is to be saved while the user is asked, or once it is given up
        if is_kept and may_leave(self.commands.context):
            return True
        self._autosave.note_change()
        return False

    def _context(self) -> Context:
        return Context(self.document, self.bridge, self._services.clock)

    def _on_update(self, update: Update) -> None:
        """The map, the selection or the file changed."""
        self.recovery.follow(update)  # first: whatever fails after it, the step is kept
        if update.delta:
            self.panes.toast.dismiss()
            self.frame.show_map(self.document)
            self._autosave.note_change()
            self.document.typed = EMPTY_DELTA  # what is typed still is looked at in a moment
            self._typing.note_key()
        elif update.before is update.after:
            self.panes.status.show_saved(saved_now())
        self.links.follow(update)
        self.commands.refresh()
        self._show_state()

    def _show_state(self) -> None:
        document = self.document
        report(self.panes.status, document.editor.state)
        self.frame.show_name(document)
        kind = " (read-only)" if document.is_read_only else ""
        self.setWindowTitle(f"{document.name}{kind}[*] — argmap")
        self.setWindowModified(document.is_modified)
        self.setWindowFilePath(str(document.path or ""))
        self._watch.watch(document.path)
        self._text_watch.look()
        self.bridge.settle(document.path)

    def _on_file_changed(self) -> None:
        notice_change(self._context())
        self._show_state()

    def _set_look(self, look: Look) -> None:
        self.panes.set_look(look)
        self.frame.set_look(look)
        self.commands.set_look(look)
        self.commands.refresh()

    def _recent(self) -> tuple[Path, ...]:
        return self._services.settings.recent

    def _open_recent(self, path: Path) -> None:
        if self.keep_typing():
            open_file(self.commands.context, path)

    def _frame_document(self) -> None:
        """Look at the map as it was last looked at; at all of it the first time."""
        self._is_framed = True
        path = self.document.path
        session = self._services.settings.session(path) if path else None
        if session is None:
            self.panes.canvas.fit(at_once=True)
            return
        look_at(self.panes.canvas, Point(*session.centre), session.zoom)
        self.document.editor.select(session.selection)

    def _keep_session(self) -> None:
        if self.document.path is not None and self._is_framed:
            view = self.panes.canvas.camera.goal
            selection = tuple(sorted(self.document.editor.selection))
            session = Session(zoom=view.zoom, centre=view.visible().center, selection=selection)
            self._services.settings.keep_session(self.document.path, session)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_framed:
            self._frame_document()

    def _show_beside(self, document: Document) -> None:
        """Show a document in a window of its own, which closes with this one."""
        window = MainWindow(self._services, questions=self._questions, is_beside=True)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._beside = [*_open(self._beside), window]
        window.show_document(document)
        window.move(self.pos() + _ASIDE)
        window.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave() or not all(window.close() for window in _open(self._beside)):
            event.ignore()
            return
        self._typing.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.recovery.close()
        self.bridge.open_file.release()
        self._keep_session()
        if not self._is_beside:
            self._services.settings.window = bytes(self.saveGeometry().data())
            self._services.settings.docks = self.narrow.saved_state()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        """Open a map that was dropped; add texts to the one that is open."""
        paths = dropped_files(data)
        if paths and is_map(paths[0]):
            self._open_recent(paths[0])
        elif self.keep_typing():
            self.bridge.texts.add_dropped(data)


def _open(windows: list[MainWindow]) -> list[MainWindow]:
    """Those that have not been closed, which would have deleted them."""
    return [window for window in windows if shiboken6.isValid(window)]
