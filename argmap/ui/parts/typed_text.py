"""Fields for longer text that grow with it: leaving one commits, Esc restores, Ctrl+Z is the field's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from argmap.ui.parts.binding import Binding
from argmap.ui.parts.document_words import words_in
from argmap.ui.parts.focus import comes_back
from argmap.ui.parts.most import TOO_MUCH, is_full_for, paste

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME = 1
"""The border that the style sheet gives every such field."""
_UNDO = QKeySequence.StandardKey.Undo
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class TypedText(QTextEdit):
    """Plain text with a fixed line pitch, as high as it needs to be.

    (A `QPlainTextEdit` would be simpler, but it knows no line pitch.)
    """

    overfull = Signal(str)
    """More was put in than can be kept; says so."""
    cancelled = Signal()
    """Esc was pressed; the text is again as it was."""

    def __init__(self, made: QFont, *, line: float, room: int, is_one_line: bool = False) -> None:
        """`room` is the padding round the text, frame included, in pixels; Return ends what is one line."""
        super().__init__()
        self._line = line
        self._room = room
        self._is_one_line = is_one_line
        self.binding = Binding(self, lambda: words_in(self.document()))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(made)
        self.document().setDocumentMargin(0)
        inner = room - _FRAME
        self.setViewportMargins(inner, inner, inner, inner)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fill("")
        self.textChanged.connect(self._on_text)

    def _on_text(self) -> None:
        self.binding.typed.emit()

    def set_given(self, text: str) -> None:
        """Show a text that is now the committed one; what is being typed is left alone."""
        is_changed, held = self.binding.is_changed, self.binding.given
        self.binding.settle(text)
        if self.hasFocus() and is_changed:
            return
        if is_changed or text != held:
            self._fill(text)
        self.binding.note_shown()

    def restore(self) -> None:
        """Throw away what has been typed."""
        self._fill(self.binding.given)

    def _fill(self, text: str) -> None:
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        shape = QTextBlockFormat()
        shape.setLineHeight(self._line, _FIXED)
        cursor.mergeBlockFormat(shape)
        self.setUndoRedoEnabled(True)
        self.binding.note_shown()
        self._fit()

    def _fit(self) -> None:
        high = round(self.document().size().height()) + 2 * self._room
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        """As high as the text; any width will do."""
        return QSize(120, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(60, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return keeps what is typed, Esc throws it away; a second Esc leaves the field."""
        if event.key() in _RETURN and (self._is_one_line or event.modifiers() & _CONTROL):
            self.binding.finish()
        elif event.key() == Qt.Key.Key_Escape:
            if self.binding.is_changed:
                self.binding.give_up()
            else:
                self.clearFocus()
            self.restore()
            self.cancelled.emit()
        elif is_full_for(self, event):
            self.overfull.emit(TOO_MUCH)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the map where there is nothing in the field to undo."""
        is_override = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_override and not self.document().isUndoAvailable() and event.matches(_UNDO):  # type: ignore[attr-defined]
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a line that Tab leads into, so that it is typed over, as in all forms."""
        super().focusInEvent(event)
        if self._is_one_line and event.reason() in _BY_TAB:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, unless only a menu or another window has come up."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.binding.leave()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, in the field's own line pitch."""
        if not paste(self, source):
            self.overfull.emit(TOO_MUCH)
