"""The source panel: the author's text beside the map, with every passage that the map rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.editor.editor import Editor, Update
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, MapInfo, Participant, Relation, Source
from argmap.source.lines import lines_of
from argmap.source.listing import listed
from argmap.source.quote import Quote
from argmap.source.review import is_doubtful
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.parts.step import Step
from argmap.ui.parts.title_row import TitleRow
from argmap.ui.source.drafting import Drafting
from argmap.ui.source.empty_source import EmptySource
from argmap.ui.source.head import SourceHead
from argmap.ui.source.passage_painter import Emphasis
from argmap.ui.source.passages import Passage, first_of, passages_of
from argmap.ui.source.review_strip import ReviewStrip
from argmap.ui.source.reviewing import Reviewing
from argmap.ui.source.shown_text import ShownText, plain
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.strip import EditingStrip
from argmap.ui.source.text_drops import TextDrops

_ROLE_KINDS = {MapInfo, Claim, Relation}
"""What the roles, and with them the colours of passages, follow from."""


class SourceView(QWidget):
    """Shows one of the map's texts. It edits nothing: clicks are told by signals."""

    claim_clicked = Signal(str)
    """An element's id: the innermost passage at a place first, the next one out on the next click."""
    claim_double_clicked = Signal(str)
    claim_hovered = Signal(str)
    """The element whose passage is under the pointer; empty when there is none."""
    passage_redrawn = Signal(str, int, int)
    """An excerpt's id, and the offsets that its ends were dragged to."""
    selection_changed = Signal()
    """Another passage is selected, or none."""
    command = Signal(str)
    """The id of a command to run."""

    def __init__(self, editor: Editor, look: Look) -> None:
        super().__init__()
        self.setObjectName("source")
        self._editor = editor
        self._unsubscribe: Callable[[], None] | None = None
        self._shown: ShownText | None = None
        self._chosen: RecordId | None = None
        """The text that was last asked for: it is shown again when an undo brings it back."""
        self._emphasis = Emphasis()
        self._awaited = ""
        """The element whose passage is to be shown once the text is not edited any more."""
        self._title = TitleRow("Source", look)
        self._head = SourceHead(editor, look)
        self.details = self._head.details
        self.text = SourceText(look, carried=self._carried, snap=self._snap)
        self.writer = self.details.writer
        self._editing_strip = EditingStrip(look)
        self.drafting = Drafting(self.text, self._head, strip=self._editing_strip, map_=self._map_now)
        self.editing = self.drafting.editing
        self.review_strip = ReviewStrip(look)
        self._strips = (self._editing_strip, self.review_strip)
        self._reviewing = Reviewing(self.review_strip, self._map_now, self)
        self._empty = EmptySource(look)
        self.drops = TextDrops(self, light=self._empty.set_lit)
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.set_editor(editor)

    def _map_now(self) -> ArgumentMap:
        return self._editor.map

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._head, *self._strips, self.text, self._empty):
            column.addWidget(part)
        column.setStretchFactor(self.text, 1)
        column.setStretchFactor(self._empty, 1)

    def _connect(self) -> None:
        self._head.source_chosen.connect(self._choose)
        self._head.command.connect(self.command)
        self._empty.command.connect(self.command)
        self.text.pointing.clicked.connect(self.claim_clicked)
        self.text.pointing.double_clicked.connect(self.claim_double_clicked)
        self.text.pointing.hovered.connect(self.claim_hovered)
        self.text.ends.redrawn.connect(self._on_redrawn)
        self.text.selectionChanged.connect(self._note_text)
        self.editing.begun.connect(self._note_text)
        self.editing.ended.connect(self._on_edited)
        self.review_strip.command.connect(self.command)

    @property
    def selected_quote(self) -> Quote | None:
        """The passage that is selected, without white space at its ends; None where none is."""
        if self._shown is None or self.is_editing:
            return None
        return self._shown.quote(self.text.textCursor())

    @property
    def place(self) -> tuple[RecordId, int] | None:
        """Which text is shown, and the offset of the text cursor, behind what is selected."""
        if self._shown is None:
            return None
        return self._shown.source.id, self._shown.offset_behind(self.text.textCursor())

    @property
    def is_described(self) -> bool:
        """Whether the details of the text stand over it."""
        return self._head.is_described

    def describe(self, shown: bool) -> None:
        """Show the details of the text, ready to be typed into, or hide them."""
        if self._head.describe(shown):
            self.text.setFocus()

    def select_quote(self, quote: Quote) -> None:
        """Show a passage, selected, and take the focus."""
        self._turn_to(quote.source)
        self.text.select(*self._now.positions(quote))
        self.text.setFocus()

    @property
    def is_editing(self) -> bool:
        """Whether the text can be typed into."""
        return self.editing.is_on

    def begin_editing(self) -> None:
        """Let the text that is shown be typed into, and take the focus."""
        if self._shown is not None and not self.is_editing:
            self.editing.begin(self._shown.source)

    def steps(self) -> list[Step]:
        """What committing all that is being typed would do."""
        step = self.editing.step
        return [*([step] if step else []), *self.details.steps()]

    def commit_pending(self) -> bool:
        """Commit what is being typed, as before a save; whether nothing is left that could not be."""
        return all([self.editing.finish(), self.details.commit_pending()])

    def _on_edited(self) -> None:
        """The text is only to be read again."""
        self._note_text()
        if self._shown is not None:
            self.drafting.show_as_it_is(self._shown.source)
            awaited, self._awaited = self._awaited, ""
            self.reveal(awaited)

    def show_passage(self, excerpt: RecordId) -> None:
        """Bring one passage into view, in its own text; one that is to be checked comes under review."""
        held = self._editor.map.excerpts[excerpt]
        if is_doubtful(held):
            self.review(excerpt)
            return
        self._turn_to(held.source)
        self._reveal(held)

    @property
    def reviewed(self) -> RecordId | None:
        """The passage that is under review."""
        return self._reviewing.excerpt

    def review(self, excerpt: RecordId | None) -> None:
        """Put a passage under review, or none; its place is brought into view."""
        held = self._reviewing.take_up(excerpt)
        if held is None:
            return
        self._turn_to(held.source)
        self.text.clear_selection()
        if held.anchoring is not Anchoring.LOST:
            self._reveal(held)
        self.text.setFocus()

    def _note_text(self) -> None:
        has_selection = self.selected_quote is not None
        self._reviewing.note_text(has_selection=has_selection, is_editing=self.is_editing)
        self.selection_changed.emit()

    def _on_redrawn(self, passage: Passage) -> None:
        self.passage_redrawn.emit(passage.excerpt, *self._now.span(passage))

    def _snap(self, position: int, is_end: bool) -> int:
        return self._now.snap(position, is_end)

    def _carried(self) -> QMimeData:
        cursor = self.text.textCursor()
        return plain(cursor) if self.is_editing else self._now.carried(cursor)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        dress(look, self._title, self._head, *self._strips, self.text, self._empty)

    def set_editor(self, editor: Editor) -> None:
        """Show another open map."""
        self.editing.end()
        self._stop_hearing()
        self.details.set_editor(editor)
        self._editor = editor
        self._unsubscribe = editor.subscribe(self.details.listening(self._hear))
        self._emphasis = Emphasis(editor.selection)
        self.text.set_emphasis(self._emphasis)
        self._show(next(iter(listed(editor.map)), None))
        self._reviewing.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop hearing of updates."""
        self._stop_hearing()
        super().closeEvent(event)

    def _stop_hearing(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def light(self, claim: str | None) -> None:
        """Let the passages of one element stand out, as when the pointer is on its card; it never scrolls."""
        self._emphasis = replace(self._emphasis, lit=RecordId(claim) if claim else None)
        self.text.set_emphasis(self._emphasis)

    def reveal(self, claim: str) -> None:
        """Bring an element's first passage into view, in its own text; nothing where it has none.

        While the text is edited that waits: what is typed there has to be kept before another text is shown.
        """
        if self.is_editing:
            self._awaited = claim
            return
        excerpts = self._editor.map.excerpts_of(RecordId(claim))
        if excerpts and first_of(excerpts, self._now.source.id) is None:
            self._turn_to(excerpts[0].source)
        found = first_of(excerpts, self._now.source.id) if excerpts else None
        if found is not None:
            self._reveal(found)

    def _reveal(self, excerpt: Excerpt) -> None:
        shown = self._now
        for passage in passages_of(self._editor.map, shown.source, shown.offsets, among=[excerpt]):
            self.text.reveal(passage)

    @property
    def _now(self) -> ShownText:
        assert self._shown is not None
        return self._shown

    def _choose(self, source: str) -> None:
        if self.commit_pending():  # a click on the list leaves the focus in the details
            self.show_source(source)

    def _turn_to(self, source: RecordId) -> None:
        """Show a text, unless it is shown already."""
        if self._shown is None or self._shown.source.id != source:
            self.show_source(source)

    def show_source(self, source: str) -> None:
        """Show another of the map's texts, once what is typed into this one is kept."""
        if not self.editing.end():
            return
        self._chosen = RecordId(source)
        self._show(self._editor.map.sources[RecordId(source)])

    def _hear(self, update: Update) -> None:
        if update.after.selection != update.before.selection:
            self._emphasis = replace(self._emphasis, selected=update.after.selection)
            self.text.set_emphasis(self._emphasis)
        self._reviewing.follow(update)
        kinds = update.delta.kinds()
        map_ = update.after.map
        if Source in kinds:
            before = self._shown.source.id if self._shown else None
            shown = map_.find(Source, self._chosen) or map_.find(Source, before)
            self._show_again(shown or next(iter(listed(map_)), None))
        elif Participant in kinds and self._shown:
            self.text.set_lines(lines_of(map_, self._shown.source))
        if kinds & (_ROLE_KINDS | {Excerpt}) and self._shown:
            self._show_passages(map_)
        if Excerpt in kinds and self._shown:
            self._show_numbers(map_)
        if Excerpt in kinds and not self.is_editing:
            self.text.clear_selection()  # it has become a passage, which is marked as such

    def _show_again(self, source: Source | None) -> None:
        """Show a source after an edit: only what differs of the text is put in anew."""
        before = self.editing.source or (self._shown.source if self._shown else None)
        if source is None or before is None or source.id != before.id:
            self._show(source)
            return
        lines = lines_of(self._editor.map, source)
        if self.is_editing and source.body == self._now.source.body:
            self._shown = self._now.described(source)
            self._show_numbers(self._editor.map)
            return  # what is being typed is left alone
        if source.body == before.body:
            self.text.set_lines(lines)
        else:
            self.editing.aside(partial(self.text.change_text, before.body, source.body, lines))
        if self.is_editing:
            self.editing.rebase(source)
        self._shown = self._now.described(source)
        self._show_passages(self._editor.map)
        self._show_numbers(self._editor.map)

    def _show(self, source: Source | None) -> None:
        self.editing.drop()
        self._shown = ShownText(source) if source else None
        for part in (self._head, self.text):
            part.setVisible(source is not None)
        self._empty.setVisible(source is None)
        self.setFocusProxy(self.text if source else self._empty)
        if source is None:
            return
        self.text.set_text(source.body, lines_of(self._editor.map, source))
        self.text.setAccessibleName(f"Text: {source.title}")
        self._show_passages(self._editor.map)
        self._show_numbers(self._editor.map)
        self._note_text()

    def _show_passages(self, map_: ArgumentMap) -> None:
        self.text.set_passages(passages_of(map_, self._now.source, self._now.offsets))

    def _show_numbers(self, map_: ArgumentMap) -> None:
        self._head.show_sources(listed(map_), self._now.source, self._now.numbers(map_))
