"""The line at the bottom of the window: what is in the map, what is selected, when it was saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStatusBar, QWidget

from argmap.editor.words import count
from argmap.ui.chrome.announce import announce
from argmap.ui.chrome.icon_text import IconText, Tone
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.signs import FLAG_ICON

HEIGHT = 26
_PROBLEM_MS = 4000


class StatusLine(QStatusBar):
    """The line, in three parts; the middle one also says in passing why something was refused."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._claims, self._relations, self._voices, self._flags = (_text(look) for _ in range(4))
        self._centre, self._saved = _text(look), _text(look)
        self._selection, self._hint, self._problem = "", "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end_problem)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Status")
        self.addWidget(self._row(), 1)
        self.show_counts(0, 0, voices=0, flags=0)

    def show_counts(self, claims: int, relations: int, *, voices: int, flags: int) -> None:
        """Say how much there is; nothing is said of what there is none of. `flags` counts flagged claims."""
        self._claims.set_content(count(claims, "card") if claims else "Empty map", tone=Tone.QUIET)
        for part, number, noun in (
            (self._relations, relations, "relation"),
            (self._voices, voices, "voice"),
        ):
            part.set_content(count(number, noun), tone=Tone.QUIET)
            part.setVisible(number > 0)
        self._flags.set_content(f"{flags:,} to check", tone=Tone.WARN, icon=FLAG_ICON)
        self._flags.setVisible(flags > 0)

    def show_selection(self, text: str) -> None:
        """Say what is selected; empty for nothing."""
        self._selection = text
        self._show_centre()

    def show_saved(self, text: str) -> None:
        """Say when the map was saved; empty while it never was."""
        self._saved.set_content(text, tone=Tone.QUIET, icon="save" if text else "")

    def show_hint(self, text: str) -> None:
        """Say in place of the selection what a gesture would do; until it is emptied."""
        self._hint = text
        self._show_centre()

    def show_problem(self, text: str, *, lasting_ms: int = _PROBLEM_MS) -> None:
        """Say in passing, before all else, why something cannot be."""
        if text and text != self._problem:
            announce(self, text)
        self._problem = text
        self._timer.stop()
        if text:
            self._timer.start(lasting_ms)
        self._show_centre()

    @property
    def centre_text(self) -> str:
        """What the middle says now."""
        return self._centre.text

    @property
    def counts_text(self) -> str:
        """What the left side says now, as one line."""
        parts = (self._claims, self._relations, self._voices, self._flags)
        return " · ".join(part.text for part in parts if not part.isHidden())

    @property
    def saved_text(self) -> str:
        """What the right side says now."""
        return self._saved.text

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        dress(look, *self.findChildren(IconText))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairline above, without the style's frames."""
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.chrome)
            painter.fillRect(0, 0, self.width(), 1, theme.line)
        finally:
            painter.end()

    def _row(self) -> QWidget:
        row = QWidget()
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(16)
        for part in (self._claims, self._relations, self._voices, self._flags):
            left.addWidget(part)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self._saved)
        grid = QGridLayout(row)
        grid.setContentsMargins(10, 1, 10, 0)
        grid.setSpacing(16)
        grid.addLayout(left, 0, 0)
        grid.addWidget(self._centre, 0, 1)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        return row

    def _show_centre(self) -> None:
        tone = Tone.DANGER if self._problem else Tone.QUIET
        self._centre.set_content(self._problem or self._hint or self._selection, tone=tone)

    def _end_problem(self) -> None:
        self.show_problem("")


def _text(look: Look) -> IconText:
    return IconText(look, type_=font(12), px=13)
