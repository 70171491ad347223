"""The source panel: the author's text beside the map, with every passage that the map rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.editor.editor import Editor, Update
from argmap.editor.words import count
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Excerpt, MapInfo, Participant, Relation, Source
from argmap.source.coverage import coverage
from argmap.source.quote import Quote, quote_of, word_edge
from argmap.source.text import paragraphs, word_count
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.parts.passage_drag import carried
from argmap.ui.parts.title_row import TitleRow
from argmap.ui.source.empty_source import EmptySource
from argmap.ui.source.gutter import lines_of
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.passage_painter import Emphasis
from argmap.ui.source.passages import Passage, first_of, passages_of
from argmap.ui.source.source_text import SourceText

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

    def __init__(self, editor: Editor, look: Look) -> None:
        super().__init__()
        self.setObjectName("source")
        self._editor = editor
        self._unsubscribe: Callable[[], None] | None = None
        self._shown: Source | None = None
        self._offsets = Utf16Offsets("")
        self._emphasis = Emphasis()
        self._title = TitleRow("Source", look)
        self._header = SourceHeader(look)
        self.text = SourceText(look, carried=self._carried, snap=self._snap)
        self._empty = EmptySource(look)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.text)
        self.set_look(look)
        self.set_editor(editor)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._title, self._header, self.text, self._empty):
            column.addWidget(part)
        column.setStretchFactor(self.text, 1)
        column.setStretchFactor(self._empty, 1)

    def _connect(self) -> None:
        self._header.source_chosen.connect(self._choose)
        self.text.passage_clicked.connect(self.claim_clicked)
        self.text.passage_double_clicked.connect(self.claim_double_clicked)
        self.text.passage_hovered.connect(self.claim_hovered)
        self.text.selectionChanged.connect(self.selection_changed)
        self.text.ends.redrawn.connect(self._on_redrawn)

    @property
    def selected_quote(self) -> Quote | None:
        """The passage that is selected, without white space at its ends; None where none is."""
        cursor = self.text.textCursor()
        if self._shown is None or not cursor.hasSelection():
            return None
        start, end = (
            self._offsets.from_utf16(place) for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return quote_of(self._shown, start, end)

    @property
    def place(self) -> tuple[RecordId, int] | None:
        """Which text is shown, and the offset of the text cursor, behind what is selected."""
        if self._shown is None:
            return None
        return self._shown.id, self._offsets.from_utf16(self.text.textCursor().selectionEnd())

    def select_quote(self, quote: Quote) -> None:
        """Show a passage, selected, and take the focus."""
        if self._shown is None or self._shown.id != quote.source:
            self._choose(quote.source)
        self.text.select(self._offsets.to_utf16(quote.start), self._offsets.to_utf16(quote.end))
        self.text.setFocus()

    def show_source(self, source: RecordId) -> None:
        """Show another of the map's texts."""
        self._choose(source)

    def _snap(self, position: int, is_end: bool) -> int:
        offset = word_edge(self._source.body, self._offsets.from_utf16(position), is_end=is_end)
        return self._offsets.to_utf16(offset)

    def _on_redrawn(self, passage: Passage) -> None:
        start, end = self._offsets.from_utf16(passage.start), self._offsets.from_utf16(passage.end)
        self.passage_redrawn.emit(passage.excerpt, start, end)

    def _carried(self) -> QMimeData:
        quote = self.selected_quote
        return QMimeData() if quote is None else carried(self._source, quote)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        dress(look, self._title, self._header, self.text, self._empty)

    def set_editor(self, editor: Editor) -> None:
        """Show another open map."""
        self._stop_hearing()
        self._editor = editor
        self._unsubscribe = editor.subscribe(self._hear)
        self._emphasis = Emphasis(editor.selection)
        self.text.set_emphasis(self._emphasis)
        self._show(next(iter(editor.map.sources.values()), None))

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
        """Bring an element's first passage into view, in its own text; nothing where it has none."""
        excerpts = self._editor.map.excerpts_of(RecordId(claim))
        if excerpts and (self._shown is None or first_of(excerpts, self._shown.id) is None):
            self._choose(excerpts[0].source)
        found = first_of(excerpts, self._shown.id) if self._shown else None
        if found is not None:
            self.text.reveal(self._passage(found))

    def _passage(self, excerpt: Excerpt) -> Passage:
        passages = passages_of(self._editor.map, self._source, self._offsets)
        return next(passage for passage in passages if passage.excerpt == excerpt.id)

    @property
    def _source(self) -> Source:
        assert self._shown is not None
        return self._shown

    def _choose(self, source: str) -> None:
        self._show(self._editor.map.sources[RecordId(source)])

    def _hear(self, update: Update) -> None:
        if update.after.selection != update.before.selection:
            self._emphasis = replace(self._emphasis, selected=update.after.selection)
            self.text.set_emphasis(self._emphasis)
        kinds = update.delta.kinds()
        map_ = update.after.map
        if Source in kinds:
            shown = map_.find(Source, self._shown.id if self._shown else None)
            self._show_again(shown or next(iter(map_.sources.values()), None))
        elif Participant in kinds and self._shown:
            self.text.set_lines(lines_of(map_, self._shown))
        if kinds & (_ROLE_KINDS | {Excerpt}) and self._shown:
            self._show_passages(map_)
        if Excerpt in kinds:
            self.text.clear_selection()  # it has become a passage, which is marked as such

    def _show_again(self, source: Source | None) -> None:
        """Show a source after an edit; its text keeps its place where the text is still the same."""
        is_same_text = source is not None and self._shown is not None and source.body == self._shown.body
        if source is None or not is_same_text or self._shown is None or source.id != self._shown.id:
            self._show(source)
            return
        self._shown = source
        self.text.set_lines(lines_of(self._editor.map, source))
        self._show_passages(self._editor.map)

    def _show(self, source: Source | None) -> None:
        self._shown = source
        for part in (self._header, self.text):
            part.setVisible(source is not None)
        self._empty.setVisible(source is None)
        if source is None:
            return
        self._offsets = Utf16Offsets(source.body)
        self.text.set_text(source.body, lines_of(self._editor.map, source))
        self.text.setAccessibleName(f"Text: {source.title}")
        self._show_passages(self._editor.map)

    def _show_passages(self, map_: ArgumentMap) -> None:
        self.text.set_passages(passages_of(map_, self._source, self._offsets))
        sources = list(map_.sources.values())
        self._header.show_sources(sources, self._source, numbers_of(map_, self._source))


def numbers_of(map_: ArgumentMap, source: Source) -> str:
    """How long a text is and how much of it the map rests on, as one line."""
    filled = [paragraph for paragraph in paragraphs(source.body) if paragraph.end > paragraph.start]
    number = len([p for p in filled if p.number > 0]) or len(filled)
    words = word_count(source.body)
    share = round(100 * coverage(source, map_.excerpts.values()))
    return f"{count(number, 'paragraph')} · {count(words, 'word')} · {share} % mapped"
