"""Garbage is collected on the interface's own thread, and on no other.

Python collects it on whichever thread happens to ask for memory. The journal's would then destroy widgets no
longer in use, and Qt crashes when a widget goes on a thread that is not its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between two looks at how much there is."""


class Garbage(QObject):
    """Collects garbage by a timer in place of Python's own ways, as often as those would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY)

    def _collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(due[-1])
