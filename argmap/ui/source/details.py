"""What is said of a text, below the panel's head: its title, author, date and citation, edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from argmap.editor import labels
from argmap.editor.editor import Editor, Listener, Update
from argmap.editor.words import count
from argmap.edits.sources import describe_source
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.model.transaction import Transaction
from argmap.ui.look import Look
from argmap.ui.parts.bare_text import OUTSET, bare_text
from argmap.ui.parts.field_rows import field_rows
from argmap.ui.parts.field_rules import field_rules
from argmap.ui.parts.fields import bindings_in, finish_in, set_read_only_in, steps_in
from argmap.ui.parts.label import label
from argmap.ui.parts.step import Step
from argmap.ui.parts.writer import Writer

_NAME = "source_details"
_SIDE, _NAMES = 16, 60
_RULE = 1
_HIGHEST = 320
"""What is longer is scrolled: the text must be seen as well."""
_FIELDS = {
    "title": ("Title", "Untitled text"),
    "author": ("Author", "Who wrote it"),
    "date": ("Date", "When it was written"),
    "citation": ("Citation", "How to cite it, in Markdown"),
}


class SourceDetails(QScrollArea):
    """Shows one text's details; nothing is committed but by leaving a field."""

    def __init__(self, editor: Editor, look: Look) -> None:
        super().__init__()
        self.writer = Writer(editor)
        self.writer.setParent(self)
        self.fields = {
            name: bare_text(title, size=13, line=18, weight=400, is_one_line=True)
            for name, (title, _) in _FIELDS.items()
        }
        self.origin = label(size=12, ink="3")
        self._source: Source | None = None
        self._column = QWidget()
        self._rows = QVBoxLayout(self._column)
        self._lay_out()
        for name, field in self.fields.items():
            field.setPlaceholderText(_FIELDS[name][1])
            self.writer.bind(field, partial(self._described, name))
        self.set_look(look)

    def _lay_out(self) -> None:
        self.setObjectName(_NAME)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().setObjectName("slim_bar")
        self._column.setObjectName(f"{_NAME}_column")
        self.origin.setWordWrap(True)
        self.origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = [(_FIELDS[name][0], field) for name, field in self.fields.items()]
        column = self._rows
        column.setContentsMargins(_SIDE, 0, _SIDE - OUTSET, 10)
        column.setSpacing(4)
        column.addLayout(field_rows(rows, names=_NAMES - OUTSET))
        column.addWidget(self.origin)
        self.setWidget(self._column)
        self._column.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Draw in another look from now on."""
        theme = look.theme
        ground = (
            f"#{_NAME} {{ border: none; border-bottom: 1px solid {theme.line.name()}; }}"
            f"#{_NAME}, #{_NAME}_column {{ background: {theme.chrome.name()}; }}"
        )
        self.setStyleSheet(ground + field_rules(theme, within=f"#{_NAME}"))

    def set_editor(self, editor: Editor) -> None:
        """Describe the texts of another open map; what is being typed is committed to the one before."""
        finish_in(self)
        self.writer.editor = editor
        self._source = None
        self._seal()

    def listening(self, listener: Listener) -> Listener:
        """The listener, by whom nothing is committed while it hears of an update."""

        def hear(update: Update) -> None:
            with self.writer.hearing():
                listener(update)
                if update.before is update.after:
                    self._seal()  # a save may have ended what could only be read

        return hear

    def _seal(self) -> None:
        set_read_only_in(self, bool(self.writer.editor.refusal))

    def show_source(self, source: Source) -> None:
        """Show a text as it is now; what was being typed is kept for the one before."""
        if self._source is not None and self._source.id != source.id:
            with self.writer.hearing():  # the map may just be telling of a change
                for binding in bindings_in(self):
                    binding.leave()
        self._source = source
        for name, field in self.fields.items():
            field.set_given(getattr(source, name))
        words = origin_words(source)
        self.origin.setText(words)
        self.origin.setVisible(bool(words))

    def begin(self) -> None:
        """Put the cursor into the first field."""
        field = self.fields["title"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def commit_pending(self) -> bool:
        """Commit what is being typed, as before a save; whether nothing is left that could not be."""
        return finish_in(self)

    def steps(self) -> list[Step]:
        """What committing all that is being typed would do."""
        return steps_in(self)

    def _described(self, name: str, text: str) -> Step | None:
        if self._source is None:
            return None
        edit = partial(_describe, source=self._source.id, field=name, words=" ".join(text.split()))
        return Step(labels.DESCRIBE_TEXT, edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as the fields once they have changed their heights."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def sizeHint(self) -> QSize:
        """As high as the fields, up to a bound."""
        return QSize(240, min(self._rows.totalHeightForWidth(self.width()) + _RULE, _HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """Never less: the text below can be scrolled."""
        return QSize(120, self.sizeHint().height())


def _describe(transaction: Transaction, source: RecordId, *, field: str, words: str) -> None:
    describe_source(transaction, source, **{field: words})


def origin_words(source: Source) -> str:
    """The file that a text was read from, and how many pages it had; empty where neither is known."""
    parts = [f"From {source.file}"] if source.file else []
    if source.pages:
        first, last = source.pages[0].label, source.pages[-1].label
        parts.append(count(len(source.pages), "page"))
        parts.append(f"p. {first}" if first == last else f"pp. {first}–{last}")
    return " · ".join(parts)
