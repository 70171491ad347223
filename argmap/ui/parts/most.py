"""A text field takes no more than can be kept, and says so: what is pasted beyond stays on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from argmap.model.limits import LONGEST_TEXT

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TOO_MUCH = f"A text has {LONGEST_TEXT:,} characters at most: what went beyond was not taken."


def is_full_for(field: QTextEdit, event: QKeyEvent) -> bool:
    """Whether a key would put in more than there is room for."""
    typed = "\n" if event.key() in _RETURN else event.text()
    if event.modifiers() & _COMMANDS or not (typed == "\n" or typed.isprintable()):
        return False
    return _room(field) < len(typed)


def paste(field: QTextEdit, source: QMimeData) -> bool:
    """Put in the words alone, as far as there is room for them; whether there was for all."""
    text, room = source.text(), max(0, _room(field))
    field.textCursor().insertText(text[:room])
    return len(text) <= room


def _room(field: QTextEdit) -> int:
    """How many characters can be put in where the cursor is."""
    units = field.document().characterCount() - 1  # no less than there are characters, and known at once
    if units < LONGEST_TEXT // 2:
        return LONGEST_TEXT - units
    return LONGEST_TEXT - len(field.toPlainText()) + len(field.textCursor().selectedText())
