"""The inspector panel: one page at a time, chosen by the selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from argmap.editor.editor import Editor, Update
from argmap.model.ids import RecordId
from argmap.model.records import NoteKind
from argmap.ui.inspector.claim_page import ClaimPage
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.floating_bar import FloatingBar
from argmap.ui.inspector.map_page import MapPage
from argmap.ui.inspector.notes_section import SECTIONS
from argmap.ui.inspector.page import Page
from argmap.ui.inspector.page_column import PageColumn
from argmap.ui.inspector.relation_page import RelationPage
from argmap.ui.inspector.several_page import SeveralPage
from argmap.ui.inspector.sheet import sheet
from argmap.ui.look import Look
from argmap.ui.parts.fields import finish_in, set_read_only_in, steps_in
from argmap.ui.parts.step import Step
from argmap.ui.parts.title_row import TitleRow

_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Inspector(QWidget):
    """Shows and edits what is selected, or the map when nothing is."""

    elements_chosen = Signal(list)
    """Ids of elements to select: a relation, a voice's claims, a finding was clicked."""
    typed = Signal()
    """Something has been typed, and is not committed yet."""
    given_up = Signal()
    """What was typed has not been kept; redo brings it back."""
    warned = Signal(str)
    """One sentence that must not be overlooked."""
    problem = Signal(str)
    """One sentence on why an edit was refused."""
    link_activated = Signal(str)
    """A web or mail address in a note was clicked."""
    passage_chosen = Signal(str)
    """The id of an element whose passage is to be shown in the text."""
    connect_requested = Signal(str)
    """The id of a claim from which a relation is to be drawn."""

    def __init__(self, editor: Editor, look: Look, *, clock: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = Desk(editor, look, clock=clock)
        self._desk.setParent(self)
        self._unsubscribe: Callable[[], None] | None = None
        self._title = TitleRow("Map", look)
        self.map_page = MapPage(self._desk)
        self.claim_page = ClaimPage(self._desk)
        self.relation_page = RelationPage(self._desk)
        self.several_page = SeveralPage(self._desk)
        self._pages = (self.map_page, self.claim_page, self.relation_page, self.several_page)
        self._page: Page = self.map_page
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.set_editor(editor)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(_NEVER)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = FloatingBar(self._scroll)
        self._column = PageColumn(self._scroll, self._pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._title)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._desk.elements_chosen.connect(self.elements_chosen)
        self._desk.problem.connect(self.problem)
        self._desk.typed.connect(self.typed)
        self._desk.given_up.connect(self.given_up)
        self._desk.warned.connect(self.warned)
        self._desk.link_activated.connect(self.link_activated)
        self._desk.passage_chosen.connect(self.passage_chosen)
        self._desk.connect_requested.connect(self.connect_requested)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self.setStyleSheet(sheet(look.theme))
        self._title.set_look(look)
        self._desk.set_look(look)

    def set_editor(self, editor: Editor) -> None:
        """Show another open map; what is being typed is committed to the one before."""
        if self._unsubscribe is not None:
            self.commit_pending()
            self._stop_hearing()
        self._desk.editor = editor
        self._unsubscribe = editor.subscribe(self._hear)
        self._show_selection()
        self._seal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts at the new width."""
        super().resizeEvent(event)
        self._column.settle(self._page)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up laid out."""
        super().showEvent(event)
        self._column.settle(self._page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop hearing of updates."""
        self._stop_hearing()
        super().closeEvent(event)

    def _stop_hearing(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def commit_pending(self) -> bool:
        """Commit what is being typed, as before a save; whether nothing is left that could not be."""
        return finish_in(self._page)

    def steps(self) -> list[Step]:
        """What committing all that is being typed would do."""
        return steps_in(self._page)

    def begin_note(self, element: str, kind: NoteKind | str) -> None:
        """Open an element's page with a new note of a kind under the cursor."""
        note_kind = NoteKind(kind)
        self._desk.editor.select([RecordId(element)])
        if isinstance(self._page, ClaimPage | RelationPage):
            title = next(title for title, kinds in SECTIONS.items() if note_kind in kinds)
            section = self._page.notes[title]
            section.begin(note_kind)
            self._column.settle(self._page)
            self._scroll.ensureWidgetVisible(section)

    def focus_section(self, name: str) -> None:
        """Bring a section of the page into view and give it the focus: `Relations`, `Notes`, `Sources`…"""
        page = self._page
        if isinstance(page, ClaimPage | RelationPage):
            sections = {title: notes.section for title, notes in page.notes.items()}
            if isinstance(page, ClaimPage):
                sections["Relations"] = page.relations.section
            section = sections.get(name.capitalize())
            if section is not None:
                section.unfold()
                self._column.settle(page)
                self._scroll.ensureWidgetVisible(section)
                section.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, update: Update) -> None:
        with self._desk.hearing():
            if update.after.selection != update.before.selection:
                self._show_selection()
            elif self._page.hear(update.delta.kinds()):
                self._column.settle(self._page)
            if update.before is update.after:
                self._seal()  # a save may have ended what could only be read

    def _seal(self) -> None:
        for page in self._pages:
            set_read_only_in(page, bool(self._desk.editor.refusal))

    def _show_selection(self) -> None:
        map_ = self._desk.map
        order = [*map_.claims, *map_.relations] if len(self._desk.editor.selection) > 1 else None
        chosen = self._desk.editor.selection
        elements = tuple(chosen) if order is None else tuple(key for key in order if key in chosen)
        page = self._page_for(elements)
        page.point_at(elements)
        self._title.set_title("Map" if page is self.map_page else "Inspector")
        if page is not self._page or page.isHidden():
            self._page.hide()
            self._page = page
            page.show()
        self._column.settle(self._page)
        self._scroll.verticalScrollBar().setValue(0)

    def _page_for(self, elements: tuple[RecordId, ...]) -> Page:
        if not elements:
            return self.map_page
        if len(elements) > 1:
            return self.several_page
        return self.claim_page if elements[0] in self._desk.map.claims else self.relation_page
