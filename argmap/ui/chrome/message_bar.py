"""The bar under the top bar that says what happened, what is safe, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from html import escape
from typing import NamedTuple, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from argmap.ui.chrome.announce import announce
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import IconButton, TextButton
from argmap.ui.parts.drawing import draw_icon, draw_surface
from argmap.ui.parts.dressing import dress
from argmap.ui.theme import Theme

_OUTSIDE = 6
"""Room between the card and the edges of the bar."""
_STRIPE = 4.0
_RADIUS = 8.0
_ICON = 18
_FIRST_SENTENCE = re.compile(r"(.+?[.!?…])(\s.*|)", re.DOTALL)


class MessageKind(Enum):
    """How grave a message is."""

    WARNING = "warning"
    DANGER = "danger"


class _Message(NamedTuple):
    """What is said, and what can be answered."""

    kind: MessageKind
    text: str
    answers: tuple[tuple[str, Callable[[], object]], ...]
    until_saved: bool
    is_lasting: bool


class MessageBar(QWidget):
    """Shows a message until it is answered or closed. Those that last wait for their turn, and come back."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: _Message | None = None
        self._waiting: list[_Message] = []  # all of them last
        self._buttons: list[_AnswerButton] = []
        self._text = QLabel()
        self._text.setFont(font(13))
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._close = IconButton("x", "Close this message", look=look, side=28, px=16)
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_OUTSIDE + 44, _OUTSIDE + 7, _OUTSIDE + 8, _OUTSIDE + 7)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_look(look)
        self.hide()

    def settle(self) -> None:
        """Take away what a save has settled."""
        if self._shown is not None and self._shown.until_saved:
            self.dismiss()

    def withdraw(self, text: str) -> None:
        """Take a message away that is not true any more, where it is the one that is shown."""
        if self._shown is not None and self._shown.text == text:
            self.dismiss()

    def clear(self) -> None:
        """Take away what was about a map that is not shown any more; what lasts stays."""
        if self._shown is not None and not self._shown.is_lasting:
            self.dismiss()

    def forget_lasting(self) -> None:
        """Take away what lasts, shown or waiting."""
        self._waiting = []
        if self._shown is not None and self._shown.is_lasting:
            self.dismiss()

    def dismiss(self) -> None:
        """Take the message away; one that has waited comes up."""
        self._shown = None
        if self._waiting:
            self._show_now(self._waiting.pop(0))
        else:
            self.hide()

    def show_message(
        self,
        kind: MessageKind,
        text: str,
        buttons: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        until_saved: bool = False,
        is_lasting: bool = False,
    ) -> None:
        """Show a message in place of the last; its first sentence is set bold, the last button filled.

        A button takes the message away, then runs its callable. A message that lasts waits while there is
        another, and comes back when one has been shown over it.
        """
        message = _Message(kind, text, tuple(buttons), until_saved, is_lasting)
        if is_lasting and self._shown is not None:
            self._waiting.append(message)
            return
        if self._shown is not None and self._shown.is_lasting:
            self._waiting.insert(0, self._shown)
        self._show_now(message)

    def _show_now(self, message: _Message) -> None:
        self._shown = message
        self._text.setText(_emphasised(message.text))
        self.setAccessibleName(message.text)
        self._replace_buttons(message.answers)
        self.show()
        self.update()
        announce(self, message.text)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        dress(look, *self._buttons, self._close)
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.theme.ink1)
        self._text.setPalette(palette)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc while the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the card with its coloured edge, and the icon."""
        theme = self._look.theme
        colour = _colour(self._shown.kind if self._shown else MessageKind.WARNING, theme)
        card = QRectF(self.rect()).adjusted(_OUTSIDE, _OUTSIDE, -_OUTSIDE, -_OUTSIDE)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.chrome)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
            draw_surface(painter, card, fill=theme.panel, border=theme.line2, radius=_RADIUS)
            edge = QPainterPath()
            edge.addRoundedRect(card, _RADIUS, _RADIUS)
            painter.setClipPath(edge)
            painter.fillRect(QRectF(card.left(), card.top(), _STRIPE, card.height()), colour)
            painter.setClipping(False)
            centre = QPointF(card.left() + 26, card.center().y())
            draw_icon(painter, self._look, name="triangle-alert", centre=centre, px=_ICON, colour=colour)
        finally:
            painter.end()

    def _replace_buttons(self, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for place, (label, run) in enumerate(buttons):
            is_main = place == len(buttons) - 1
            button = _AnswerButton(label, run, bar=self, look=self._look, is_primary=is_main)
            self._row.insertWidget(1 + place, button)
            button.show()
            self._buttons.append(button)


class _AnswerButton(TextButton):
    """One answer to a message."""

    def __init__(
        self, label: str, run: Callable[[], object], *, bar: MessageBar, look: Look, is_primary: bool
    ) -> None:
        super().__init__(label, look=look, is_primary=is_primary)
        self._run, self._bar = run, bar
        self.clicked.connect(self._answer)

    def _answer(self) -> None:
        # Taken away first: the answer may put the next message into the same bar.
        self._bar.dismiss()
        self._run()


def _colour(kind: MessageKind, theme: Theme) -> QColor:
    match kind:
        case MessageKind.WARNING:
            return theme.warn
        case MessageKind.DANGER:
            return theme.danger
        case _:
            assert_never(kind)


def _emphasised(text: str) -> str:
    """The text as HTML, its first sentence in semibold."""
    match = _FIRST_SENTENCE.fullmatch(text)
    first, rest = match.groups() if match else (text, "")
    return f'<span style="font-weight:600">{escape(first)}</span>{escape(rest)}'
