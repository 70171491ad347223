"""What becomes of a text field when the focus goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def comes_back(event: QFocusEvent) -> bool:
    """Whether only a menu or another window has come up, after which the field goes on."""
    return event.reason() in _FOR_A_MOMENT
