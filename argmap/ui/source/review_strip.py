"""The strip that walks the passages which want a person's eye after their text was changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from argmap.editor.words import count
from argmap.model.records import Anchoring, Excerpt
from argmap.ui.fonts import SERIF, font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import IconButton, TextButton
from argmap.ui.parts.drawing import draw_icon
from argmap.ui.parts.dressing import dress
from argmap.ui.source.strip import Strip, words_in

_LEFT, _ICON = 16, 14
_LONGEST = 150
"""So many characters of a passage are shown; the map and the inspector have all of it."""
_MOVED = "Moved, please check. It was quoted as"
_LOST = "Lost: these words are not in the text any more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is to be checked, and which of it is being looked at."""

    count: int
    """How many passages there are to check."""
    number: int = 0
    """Which of them is under review, counted from 1; 0 for none."""
    excerpt: Excerpt | None = None
    has_selection: bool = False
    """Whether there is a passage selected in the text that could be taken instead."""


class ReviewStrip(Strip):
    """Says how many passages are to be checked; under review, shows one with what can be done about it."""

    is_warning = True
    command = Signal(str)
    """The id of a command to run."""
    closed = Signal()
    """Enough for now."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._body = QWidget()
        self._title = words_in(look.theme, weight=600)
        self._title.setWordWrap(False)
        self._state = words_in(look.theme, is_quiet=True)
        self._quote = words_in(look.theme)
        self._quote.setFont(font(14, family=SERIF))
        self.start = TextButton("Review", look=look)
        self.previous = _small("chevron-up", "Previous passage to check", look=look)
        self.next = _small("chevron-down", "Next passage to check (Ctrl+Shift+J)", look=look)
        self.close_button = _small("x", "Go on later", look=look)
        self.keep = TextButton("Keep", look=look, is_primary=True)
        self.take = TextButton("Take selection", look=look)
        self.detach = TextButton("Detach", look=look)
        self._connect()
        self._lay_out()
        self.hide()

    def _connect(self) -> None:
        for button, command, hint in (
            (self.start, "source.check_next", "Walk through them (Ctrl+Shift+J)"),
            (self.next, "source.check_next", ""),
            (self.previous, "source.check_previous", ""),
            (self.keep, "source.keep", "The passage stands where it is marked now (K in the text)"),
            (
                self.take,
                "source.take_selection",
                "What is selected in the text is the passage (R in the text)",
            ),
            (
                self.detach,
                "source.detach",
                "The claim does not rest on this passage any more (Del in the text)",
            ),
        ):
            button.setProperty("command", command)
            button.clicked.connect(self._run)
            if hint:
                button.setToolTip(hint)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        head, foot, body = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self._body)
        head.setSpacing(2)
        head.addSpacing(_ICON + 6)
        head.addWidget(self._title, 1)
        for button in (self.start, self.previous, self.next, self.close_button):
            head.addWidget(button)
        foot.setSpacing(6)
        foot.setContentsMargins(0, 4, 0, 0)
        for answer in (self.keep, self.take, self.detach):
            foot.addWidget(answer)
        foot.addStretch(1)
        body.setContentsMargins(0, 0, 0, 2)
        body.setSpacing(3)
        body.addWidget(self._state)
        body.addWidget(self._quote)
        body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 6, 12, 7)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._body)

    def show_review(self, review: Review) -> None:
        """Show what is to be checked; nothing where nothing is."""
        self.setVisible(review.count > 0)
        held = review.excerpt
        for part in (self._body, self.previous, self.next, self.close_button):
            part.setVisible(held is not None)
        self.start.setVisible(held is None)
        if held is None:
            self._title.setText(f"{count(review.count, 'passage')} to check")
            return
        is_lost = held.anchoring is Anchoring.LOST
        self._title.setText(f"{review.number} of {review.count} to check")
        self._state.setText(_LOST if is_lost else _MOVED)
        self._quote.setText(f"“{shortened(held.exact)}”")
        self.keep.setVisible(not is_lost)
        self.take.setEnabled(review.has_selection)
        self.setAccessibleName(f"{self._title.text()}. {self._state.text()}: {self._quote.text()}")

    def _run(self) -> None:
        self.command.emit(self.sender().property("command"))

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        dress(look, self.start, self.previous, self.next, self.close_button)
        dress(look, self.keep, self.take, self.detach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            centre = QPointF(_LEFT + _ICON / 2, self._title.geometry().center().y() + 0.5)
            colour = self.theme.warn
            draw_icon(painter, self.look, name="triangle-alert", centre=centre, px=_ICON, colour=colour)
        finally:
            painter.end()


def shortened(words: str) -> str:
    """The words on one line, cut where they are too many to be shown beside others."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _small(icon: str, hint: str, *, look: Look) -> IconButton:
    button = IconButton(icon, hint, look=look, side=28, px=14)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
