"""What stands in a text document, letter for letter: Qt's plain text would have other spaces."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

_NEWLINES = str.maketrans({"\u2029": "\n", "\u2028": "\n"})
"""How Qt spells the ends of paragraphs and of lines within them."""


def words_in(document: QTextDocument) -> str:
    """All of a document."""
    return document.toRawText().translate(_NEWLINES)


def words_at(cursor: QTextCursor) -> str:
    """What a cursor selects."""
    return cursor.selectedText().translate(_NEWLINES)
