"""Typing into a card, in place: a real text field over it, in the same type, that the card grows with."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from argmap.ui.fonts import font
from argmap.ui.parts.document_words import words_in
from argmap.ui.parts.focus import comes_back
from argmap.ui.parts.most import TOO_MUCH, is_full_for, paste
from argmap.ui.text_shaper import TextStyle
from argmap.ui.theme import Theme

_CURSOR = 2
"""Room for the text cursor behind the longest line, in pixels."""


class CardTextEditor(QTextEdit):
    """Edits one claim: Enter keeps, Esc restores, Shift+Enter breaks the line, Tab keeps and goes on."""

    kept = Signal(str)
    """The text is to be kept; carries the id of the command that follows, or nothing."""
    dropped = Signal()
    """The text is to be as it was."""
    text_edited = Signal(str)
    overfull = Signal(str)
    """More was put in than can be kept; says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card_text")
        self.setAccessibleName("Claim")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self._dress: tuple[TextStyle, Theme, float] | None = None
        self._line_height = 19.0
        self._enlarged = 1.0
        self._room = 0.0
        self.textChanged.connect(self._tell)

    def dress(self, style: TextStyle, theme: Theme, *, scale: float) -> None:
        """Take a card's type at a scale, and a theme's colours."""
        dress = (style, theme, scale)
        if dress == self._dress:
            return
        self._dress = dress
        px = max(1, round(style.px * scale))
        made = font(px, style.weight, italic=style.italic)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.letter_spacing * px)
        self._enlarged = px / style.px
        self._line_height = style.line_height * scale
        self.setFont(made)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        colours.setColor(QPalette.ColorRole.Text, theme.ink1)
        self.setPalette(colours)
        document = self.document()
        is_untouched = not document.isUndoAvailable()
        self._space_lines()
        if is_untouched:
            document.clearUndoRedoStacks()  # how far the lines are apart is no step of the user's

    def begin(self, text: str) -> None:
        """Start with a text, the cursor behind it; `dress` and `place` are to follow."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, rect: QRectF, *, room: float, baseline: float) -> None:
        """Stand over a text on the canvas, whose first line stands `baseline` below the rectangle's top.

        `room` is the width in pixels at 100 % that the text is broken in. Fonts come in whole pixels, which
        the scale need not give: as the room is enlarged by as much as the font, lines break as on the card.
        """
        self._room = room * self._enlarged
        line = self.document().firstBlock().layout().lineAt(0)
        own = line.y() + line.ascent() if line.isValid() else baseline
        top = round(rect.y() + baseline - own)
        width = math.ceil(max(rect.width(), self._room)) + _CURSOR
        self.setGeometry(round(rect.x()), top, width, math.ceil(rect.height() + _CURSOR))
        self._break_lines()
        self.ensureCursorVisible()

    def _break_lines(self) -> None:
        if self._room:
            self.document().setTextWidth(self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_lines()

    def _space_lines(self) -> None:
        """Set the lines as far apart as the card does."""
        blocks = QTextCursor(self.document())
        blocks.joinPreviousEditBlock()
        blocks.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight
        spacing.setLineHeight(self._line_height, kind.value)
        blocks.mergeBlockFormat(spacing)
        blocks.endEditBlock()

    def _tell(self) -> None:
        self.text_edited.emit(words_in(self.document()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.kept.emit("")
        elif key == Qt.Key.Key_Tab:
            self.kept.emit("insert.reason")
        elif key == Qt.Key.Key_Backtab:
            self.kept.emit("insert.objection")
        elif is_full_for(self, event):
            self.overfull.emit(TOO_MUCH)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone."""
        if not paste(self, source):
            self.overfull.emit(TOO_MUCH)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not comes_back(event):
            self.kept.emit("")
