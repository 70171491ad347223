"""Garbage is collected on the interface's own thread, and on no other.

Python collects it on whichever thread happens to ask for memory. The journal's would then destroy widgets no
longer in use, and Qt crashes when a widget goes on a thread that is not its own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY = 500
"""Milliseconds between two looks at how much there is."""
REST = 2000
"""A full collection is followed by a rest from them of so many times what it took.

With a map of 1,000 claims it takes about 30 ms, so that there is no more than one a minute.
"""


class Garbage(QObject):
    """Collects garbage by a timer in place of Python's own ways.

    The young is collected when Python would do so, seen from one look to the next. All of it is when there
    is young to collect, the rest since the last time is over, and no mouse button is held: a drag would halt.
    Python's own measure for this, how much has grown old since, cannot be asked for.
    """

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = clock
        self._rested = clock()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY)

    def collect(self) -> None:
        """Collect what is due, the older with the younger."""
        # The third number of each means something else, or nothing, from one Python to the next.
        (young, middle, _), (most_young, most_middle, _) = gc.get_count(), gc.get_threshold()
        if young <= most_young:
            return
        begun = self._clock()
        if begun < self._rested or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            gc.collect(int(middle > most_middle))
            return
        gc.collect()
        ended = self._clock()
        self._rested = ended + REST * (ended - begun)
