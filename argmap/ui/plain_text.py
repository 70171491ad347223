"""Words from a map or from the desktop, made fit for places where Qt would read more into them."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The text for a tool tip, shown as it was typed: what looks like HTML would be taken for it."""
    return f"<span>{escape(text)}</span>" if Qt.mightBeRichText(text) else text


def plain_title(text: str) -> str:
    """The text for a menu or a button: a single & would underline the letter behind it and vanish."""
    return text.replace("&", "&&")
