"""A strip between the panel's header and the text: what is going on in the text, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from argmap.model.roles import Role
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import TextButton
from argmap.ui.theme import Theme


class Strip(QWidget):
    """A coloured ground with a hairline under it."""

    is_warning = False
    """Whether it is in the colour of what is to be checked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def theme(self) -> Theme:
        """The colours of the present look."""
        return self.look.theme

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self.look = look
        for words in self.findChildren(QLabel):
            ink_in(words, look.theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground and draw the hairline."""
        theme = self.theme
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.tint(Role.THESIS) if self.is_warning else theme.accent_soft)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        finally:
            painter.end()


def words_in(theme: Theme, *, size: int = 12, weight: int = 400, is_quiet: bool = False) -> QLabel:
    """A label for a strip."""
    words = QLabel()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setFont(font(size, weight))
    words.setProperty("quiet", is_quiet)
    ink_in(words, theme)
    return words


def ink_in(words: QLabel, theme: Theme) -> None:
    """Give a label the theme's ink."""
    palette = QPalette(words.palette())
    palette.setColor(QPalette.ColorRole.WindowText, theme.ink2 if words.property("quiet") else theme.ink1)
    words.setPalette(palette)


class EditingStrip(Strip):
    """Says that the text is being edited, and how that ends."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        title, hint = words_in(look.theme, weight=600), words_in(look.theme, is_quiet=True)
        title.setText("Editing the text")
        hint.setText("Passages move with their words.")
        self.done = TextButton("Done", look=look, is_primary=True)
        self.done.setToolTip("Keep the text as it is now (Ctrl+Return). Esc takes it back.")
        self.done.setAccessibleName("Done editing the text")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 9)
        row.setSpacing(10)
        row.addLayout(column, 1)
        row.addWidget(self.done)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        self.done.set_look(look)
