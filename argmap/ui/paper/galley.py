"""Sets an annotated text as one document, and notes what is painted beside and beneath its words.

Every passage is a link to its entry in the list, every entry links back and to others: the document's own
anchors, of which Qt makes links within the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from argmap.formats.annotated.annotated_text import (
    AnnotatedText,
    Bearing,
    Entry,
    Mark,
    Paragraph,
    Phrase,
    Piece,
    Speaker,
    Spot,
)
from argmap.formats.annotated.html_page import CHECK, LOST, citation_markup
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.source.passages import Passage, Segment
from argmap.ui.fonts import SERIF, font
from argmap.ui.source.gutter import GUTTER
from argmap.ui.source.text_lines import LINE
from argmap.ui.theme import Theme

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
_LINE_BREAK, _NO_WIDTH = "\u2028", "\u2060"
_REFERENCE = 13
"""In pixels, before Qt makes raised letters a third smaller."""
_HANGING = 92
"""Beside so much room for what a claim does, in pixels, stand the claims it does that to."""
_NOBODY = RecordId("")


class Label(NamedTuple):
    """Words in the margin, beside the first line of a block."""

    block: int
    words: str
    weight: int = 400


class Bar(NamedTuple):
    """The stripe of a role beside some blocks, both ends included."""

    first: int
    last: int
    role: Role


@dataclass(slots=True)
class Galley:
    """The document, in pixels, with what goes beside it: blocks are given by their numbers."""

    document: QTextDocument
    segments: list[Segment] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    monograms: list[Label] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    """Blocks with a hairline above."""
    together: list[tuple[int, int]] = field(default_factory=list)
    """First and last of blocks that stand on one page where one page can hold them."""


def galley_of(text: AnnotatedText, theme: Theme, *, tell: Callable[[float], None]) -> Galley:
    """Set the text; `tell` hears which share is done, 0 to 1, and may raise to stop it."""
    return _Setter(text, theme, tell=tell).galley


class _Setter:
    """Writes down the document from its top."""

    def __init__(self, text: AnnotatedText, theme: Theme, *, tell: Callable[[float], None]) -> None:
        self._theme = theme
        self._tell = tell
        self._parts = len(text.body) + len(text.entries) + len(text.others)
        self._begun_parts = 0
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(font(15, family=SERIF))
        document.setUseDesignMetrics(True)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(GUTTER)
        document.rootFrame().setFrameFormat(frame)
        self.galley = Galley(document)
        self._cursor = QTextCursor(document)
        self._is_begun = False
        # Or a paragraph would be laid out anew for each piece that is written into it.
        self._cursor.beginEditBlock()
        self._opening(text)
        for paragraph in text.body:
            self._begin_part()
            self._paragraph(paragraph)
        self._list("Claims", text.entries)
        self._list("Further claims of the map", text.others)
        self._cursor.endEditBlock()

    @property
    def _block(self) -> int:
        return self._cursor.blockNumber()

    def _begin_part(self) -> None:
        """Tell how many of all paragraphs and entries are set."""
        self._tell(self._begun_parts / self._parts)
        self._begun_parts += 1

    def _begin(self, line: float, *, above: float = 0, below: float = 0, hanging: float = 0) -> None:
        """Begin a paragraph with lines of a height and space round it; `hanging` sets in all but one."""
        shape = QTextBlockFormat()
        shape.setLineHeight(line, _FIXED)
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        if hanging:
            shape.setLeftMargin(hanging)
            shape.setTextIndent(-hanging)
            shape.setTabPositions([QTextOption.Tab(hanging, QTextOption.TabType.LeftTab)])
        if self._is_begun:
            self._cursor.insertBlock(shape)
        else:
            self._cursor.setBlockFormat(shape)
        self._is_begun = True

    def _write(
        self, words: str, type_: QFont, ink: str = "ink1", *, href: str = "", names: Sequence[str] = ()
    ) -> None:
        style = QTextCharFormat()
        style.setFont(type_)
        style.setForeground(getattr(self._theme, ink))
        self._put(words, style, href=href, names=names)

    def _put(
        self, words: str, style: QTextCharFormat, *, href: str = "", names: Sequence[str] = ()
    ) -> tuple[int, int]:
        """Write words, as a link where they lead somewhere; where they stand in the document."""
        if names:
            # In a letter of its own: Qt passes over the names of what is a link itself.
            named = QTextCharFormat(style)
            named.setAnchor(True)
            named.setAnchorNames(list(names))
            self._cursor.insertText(_NO_WIDTH, named)
        start = self._cursor.position()
        if href:
            style.setAnchor(True)
            style.setAnchorHref(href)
        self._cursor.insertText(words.replace("\n", _LINE_BREAK), style)
        return start, self._cursor.position()

    def _opening(self, text: AnnotatedText) -> None:
        self._begin(34, below=6)
        self._write(text.title, font(26, 600, family=SERIF))
        by = " · ".join(part for part in (text.author, text.date) if part)
        if by:
            self._begin(20)
            self._write(by, font(13), "ink2")
        if text.citation:
            self._begin(20)
            self._cite(text.citation)
        if text.map_title:
            self._begin(20)
            self._write(f"Marked for the argument map “{text.map_title}”", font(12), "ink2")
        self._key(text)

    def _cite(self, citation: str) -> None:
        """Write a citation with its italics and its links."""
        start = self._cursor.position()
        self._cursor.insertHtml(citation_markup(citation))
        self._cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        plain = QTextCharFormat()
        made = font(12)
        plain.setFontFamilies(made.families())
        plain.setProperty(QTextCharFormat.Property.FontPixelSize, made.pixelSize())
        plain.setForeground(self._theme.ink2)
        plain.setFontUnderline(False)
        self._cursor.mergeCharFormat(plain)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _key(self, text: AnnotatedText) -> None:
        """Write how passages are marked."""
        if not text.roles:
            return
        self._begin(LINE, above=22, below=4)
        self.galley.rules.append(self._block)
        names = {entry.role: entry.kind for entry in text.entries if not entry.is_step}
        for role in text.roles:
            style = QTextCharFormat()
            style.setFont(font(12))
            style.setForeground(self._theme.ink2)
            self._tint(*self._put(names.get(role, role.capitalize()), style), role=role)
            self._write("     ", font(12))

    def _tint(self, start: int, end: int, *, role: Role) -> None:
        passage = Passage(excerpt=_NOBODY, element=_NOBODY, role=role, start=start, end=end)
        self.galley.segments.append(Segment(start, end, (passage,)))

    def _paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.speaker:
            self._speaker(paragraph.speaker)
        is_heading = paragraph.number is None
        self._begin(LINE, above=16 if is_heading else 0, below=10 if is_heading else 14)
        if paragraph.number is not None:
            self.galley.labels.append(Label(self._block, f"¶{paragraph.number}"))
        if paragraph.speaker:
            self.galley.together.append((self._block - 1, self._block))
        for piece in paragraph.pieces:
            self._piece(piece, font(17, 600, family=SERIF) if is_heading else font(15, family=SERIF))

    def _speaker(self, speaker: Speaker) -> None:
        self._begin(LINE, above=18, below=4)
        self.galley.monograms.append(Label(self._block, speaker.monogram, 600))
        self._write(speaker.name, font(12, 600))
        if speaker.change:
            self._write(f"  {speaker.change}", font(12), "ink3")

    def _piece(self, piece: Piece, type_: QFont) -> None:
        if not piece.marks:
            self._write(piece.text, type_)
            return
        shown = piece.marks[0]
        style = QTextCharFormat()
        style.setFont(type_)
        style.setForeground(self._theme.ink1)
        names = [f"passage-{mark.passage}" for mark in piece.begun]
        place = self._put(piece.text, style, href=f"#claim-{shown.entry}", names=names)
        self._tint(*place, role=shown.role)
        for number, mark in enumerate(piece.ended):
            self._reference(mark, comma=number > 0)

    def _reference(self, mark: Mark, *, comma: bool) -> None:
        """Write the number of the claim whose passage ends here, raised."""
        style = QTextCharFormat()
        style.setFont(font(_REFERENCE, 600))
        style.setVerticalAlignment(_RAISED)
        style.setForeground(self._theme.warn if mark.is_moved else self._theme.ink(mark.role))
        words = f"{mark.entry} {CHECK}" if mark.is_moved else str(mark.entry)
        self._put(", " if comma else "\u2009", QTextCharFormat(style))
        self._put(words, style, href=f"#claim-{mark.entry}")

    def _list(self, title: str, entries: Iterable[Entry]) -> None:
        first = None
        for entry in entries:
            self._begin_part()
            if first is None:
                self._begin(28, above=30, below=10)
                self._write(title, font(17, 600))
                first = self._block
                self.galley.rules.append(first)
            self._entry(entry, top=first if first == self._block else None)

    def _entry(self, entry: Entry, *, top: int | None) -> None:
        """Write an entry; `top` is the title above it, where it is the first one."""
        self._begin(18, above=8)
        start = self._block
        self.galley.labels.append(Label(start, str(entry.number), 600))
        style = QTextCharFormat()
        style.setFont(font(12, 600))
        style.setForeground(self._theme.ink(entry.role))
        self._put(entry.kind, style, names=[f"claim-{entry.number}"])
        facts = [entry.voice, f"credence {entry.credence}" if entry.credence else ""]
        self._write("".join(f" · {fact}" for fact in facts if fact), font(12), "ink2")
        self._begin(20)
        self._write(entry.text or "(empty)", font(14, 500, italic=entry.role is Role.IMPLICIT))
        self._spots(entry.spots)
        for words in entry.lost:
            self._begin(17, above=2)
            self._write(f"{LOST}: ", font(12, 600), "warn")
            self._write(f"“{words}”", font(13, family=SERIF), "ink2")
        for bearing in entry.bearings:
            self._bearing(bearing)
        self._end_entry(start, role=entry.role, top=top)

    def _end_entry(self, start: int, *, role: Role, top: int | None) -> None:
        shape = self._cursor.blockFormat()
        shape.setBottomMargin(8)
        self._cursor.setBlockFormat(shape)
        self.galley.bars.append(Bar(start, self._block, role))
        self.galley.together.append((start if top is None else top, self._block))

    def _spots(self, spots: tuple[Spot, ...]) -> None:
        if not spots:
            return
        self._begin(17, above=2)
        self._write("In the text: ", font(12), "ink2")
        for number, spot in enumerate(spots):
            if number:
                self._write(" · ", font(12), "ink2")
            self._write(spot.words, font(12), "accent", href=f"#passage-{spot.passage}")
            if spot.is_moved:
                self._write(f" {CHECK}", font(12, 600), "warn")

    def _bearing(self, bearing: Bearing) -> None:
        for number, said in enumerate(bearing.others):
            self._begin(17, above=1, hanging=_HANGING)
            self._write("\t" if number else f"{bearing.words}\t", font(12), "ink3")
            for phrase in said:
                self._phrase(phrase)

    def _phrase(self, phrase: Phrase) -> None:
        if phrase.entry is None:
            self._write(phrase.text, font(12), "ink2")
        else:
            self._write(f"{phrase.entry}. {phrase.text}", font(12), href=f"#claim-{phrase.entry}")
