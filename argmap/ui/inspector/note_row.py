"""One note: rendered, and its Markdown when it is clicked. A new one begins as an open field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from argmap.editor import labels
from argmap.edits import notes as edits
from argmap.model.ids import RecordId
from argmap.model.records import Note, NoteKind, Participant
from argmap.ui.fonts import MONO, font
from argmap.ui.inspector.buttons import icon_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.prose import Prose, Run
from argmap.ui.inspector.words import NOTE_NAMES, day_of
from argmap.ui.parts.step import Step
from argmap.ui.parts.typed_text import TypedText
from argmap.ui.parts.voice_mark import MARK, paint_mark

_INDENT = 26
_TOP = Qt.AlignmentFlag.AlignTop
_RESOLVABLE = {NoteKind.QUESTION, NoteKind.FACT_CHECK, NoteKind.COMMENT}


def markdown_field(name: str) -> TypedText:
    """A field for Markdown source."""
    made = TypedText(font(12, family=MONO), line=17, room=7)
    made.setProperty("look", "source")
    made.setAccessibleName(name)
    made.setPlaceholderText("Markdown")
    return made


class Badge(QWidget):
    """What stands before a note: its number, or its author's mark."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = ""
        self._author: Participant | None = None
        self.setFixedSize(MARK, MARK)

    def show_number(self, number: int) -> None:
        """Show a number."""
        self._number, self._author = str(number), None
        self.update()

    def show_author(self, author: Participant | None) -> None:
        """Show an author's mark."""
        self._number, self._author = "", author
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, or the number on a quiet square."""
        theme = self._desk.theme
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            if self._author:
                paint_mark(painter, box, participant=self._author, theme=theme)
            elif self._number:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.line)
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(theme.ink2)
                painter.setFont(font(11, 500))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._number)
        finally:
            painter.end()


class NoteRow(QWidget):
    """Shows one note of the map; its tools come up under the pointer or the focus."""

    def __init__(self, desk: Desk, note: RecordId) -> None:
        super().__init__()
        self._desk = desk
        self.note = note
        self._kind = desk.map.notes[note].kind
        self.badge = Badge(desk)
        self.head = Prose(desk)
        self.words = Prose(desk, line=19.5 if self._kind in (NoteKind.NOTE, NoteKind.QUESTION) else 18)
        self.words.make_clickable("Edit")
        self.field = markdown_field(f"{NOTE_NAMES[self._kind]}, as Markdown")
        self.field.hide()
        self.resolve = icon_button(desk, "check", "Mark as resolved", px=14)
        self.delete = icon_button(desk, "trash-2", f"Delete this {NOTE_NAMES[self._kind].lower()}", px=14)
        self._lay_out()
        self._connect()
        self._show_tools(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.words, self.field):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(_INDENT - MARK)
        row.addWidget(self.badge, 0, _TOP)
        row.addLayout(column, 1)
        self.badge.setVisible(self._kind in (NoteKind.SOURCE, NoteKind.COMMENT))
        for tool in (self.resolve, self.delete):
            tool.setParent(self)
            tool.set_ground(True)

    def _connect(self) -> None:
        self.words.clicked.connect(self.begin_editing)
        self._desk.bind(self.field, self._written)
        self.field.binding.committed.connect(self._end_editing)
        self.field.binding.left.connect(self._end_editing)
        self.field.cancelled.connect(self._end_editing)
        self.resolve.clicked.connect(self._toggle_resolved)
        self.delete.clicked.connect(self._delete)

    def refresh(self, number: int) -> None:
        """Show the note as it is now; `number` is its place among those of its section."""
        note = self._desk.map.notes[self.note]
        author = self._desk.map.find(Participant, note.author)
        self.words.set_markdown(note.body, ink="ink3" if note.resolved else "ink1")
        self.field.set_given(note.body)
        if self._kind is NoteKind.SOURCE:
            self.badge.show_number(number)
        else:
            self.badge.show_author(author)
        head = _head_of(note, author, now=self._desk.clock())
        self.head.set_runs(head)
        self.head.setVisible(bool(head))
        self.resolve.set_icon("rotate-ccw" if note.resolved else "check")
        self.resolve.set_hint("Open again" if note.resolved else "Mark as resolved")

    def begin_editing(self) -> None:
        """Show the Markdown to be edited in place."""
        if not self._desk.may_edit():
            return
        self.words.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._show_tools(False)

    def _end_editing(self) -> None:
        had_focus = self.field.hasFocus()
        self.words.show()
        if had_focus:
            self.words.setFocus()
        self.field.hide()

    def _written(self, body: str) -> Step:
        label_ = labels.note_step("Edit" if body.strip() else "Delete", NOTE_NAMES[self._kind])
        return Step(label_, partial(edits.edit_note, note=self.note, body=body))

    def _toggle_resolved(self) -> None:
        resolved = not self._desk.map.notes[self.note].resolved
        name = NOTE_NAMES[self._kind]
        label_ = labels.note_step("Resolve" if resolved else "Reopen", name)
        self._desk.commit(label_, partial(edits.resolve, note=self.note, resolved=resolved))

    def _delete(self) -> None:
        label = labels.note_step("Delete", NOTE_NAMES[self._kind])
        self._desk.commit(label, partial(edits.remove_note, note=self.note))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the tools."""
        super().enterEvent(event)
        self._show_tools(self.field.isHidden())

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tools away."""
        super().leaveEvent(event)
        self._show_tools(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same by a menu, which the keyboard reaches too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Edit").triggered.connect(self.begin_editing)
        if self._kind in _RESOLVABLE:
            menu.addAction(self.resolve.toolTip()).triggered.connect(self._toggle_resolved)
        menu.addAction("Delete").triggered.connect(self._delete)
        menu.popup(event.globalPos())

    def _show_tools(self, shown: bool) -> None:
        self.resolve.setVisible(shown and self._kind in _RESOLVABLE)
        self.delete.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tools at the top right."""
        super().resizeEvent(event)
        self.delete.move(self.width() - 24, -3)
        self.resolve.move(self.width() - 48, -3)


def _head_of(note: Note, author: Participant | None, *, now: str) -> list[Run]:
    """Who wrote it and when, or what kind of note it is; nothing for a plain note."""
    runs = []
    if note.kind is NoteKind.COMMENT:
        runs = [
            Run(author.name if author else "Somebody", weight=600),
            Run(f" {day_of(note.time, now)}", "ink2"),
        ]
    elif note.kind in _RESOLVABLE:
        runs = [Run(NOTE_NAMES[note.kind], "ink2")]
    return [*runs, Run(" · resolved", "ink3")] if note.resolved else runs


class DraftRow(QWidget):
    """A note that is being written and is not in the map yet."""

    left = Signal()
    """It is written, or given up."""

    def __init__(self, kind: NoteKind) -> None:
        super().__init__()
        self.field = markdown_field(f"New {NOTE_NAMES[kind].lower()}, as Markdown")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2, 0)
        column.addWidget(self.field)
        self.field.binding.committed.connect(self.left)
        self.field.binding.left.connect(self.left)
        self.field.cancelled.connect(self.left)

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
