"""Text that is set, not typed: runs of differing ink, or rendered Markdown, at a fixed line pitch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from argmap.ui.fonts import INTER, font
from argmap.ui.inspector.desk import Desk
from argmap.ui.web import leads_out

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


class Run(NamedTuple):
    """Words in one ink."""

    words: str
    ink: str = "ink1"
    """The name of a theme's token."""
    weight: int = 400


class _Sealed(QTextDocument):
    """A document that loads nothing: a note must not make the program read files or call home."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class Prose(QWidget):
    """Shows text over as many lines as it needs. A click on it is told, and so is one on a link."""

    clicked = Signal()

    def __init__(self, desk: Desk, *, size: int = 13, line: float = 18, family: str = INTER) -> None:
        super().__init__()
        self._desk = desk
        self._line = line
        self._font: QFont = font(size, family=family)
        self._ink = "ink1"
        self._runs: tuple[Run, ...] = ()
        self._markdown: str | None = None
        self._document = _Sealed(self)
        self._document.setDocumentMargin(0)
        self._pressed = False
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.restyled.connect(self._set)

    def set_runs(self, runs: Iterable[Run]) -> None:
        """Show runs of plain text."""
        wanted = tuple(runs)
        if wanted != self._runs or self._markdown is not None:
            self._runs, self._markdown = wanted, None
            self._set()

    def set_markdown(self, source: str, *, ink: str = "ink1") -> None:
        """Show rendered Markdown. HTML is shown as it is written; pictures are not loaded."""
        if (source, ink) != (self._markdown, self._ink):
            self._markdown, self._ink = source, ink
            self._set()

    def text(self) -> str:
        """The text without its looks."""
        return self._document.toPlainText()

    def make_clickable(self, name: str) -> None:
        """Let it be reached by Tab and pressed by Return; `name` says what that does."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(name)

    def _set(self) -> None:
        self._document.setDefaultFont(self._font)
        if self._markdown is None:
            self._write_runs()
        else:
            self._document.setMarkdown(_SINGLE_BREAK.sub("  \n", self._markdown), _MARKDOWN)
            self._colour_links()
        self._space_lines()
        self._heights.clear()
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def _write_runs(self) -> None:
        self._document.clear()
        cursor = QTextCursor(self._document)
        for run in self._runs:
            look = QTextCharFormat()
            look.setForeground(getattr(self._desk.theme, run.ink))
            look.setFontWeight(run.weight)
            cursor.insertText(run.words, look)

    def _space_lines(self) -> None:
        for block in _blocks(self._document):
            shape = QTextBlockFormat()
            shape.setLineHeight(self._line, _FIXED)
            shape.setTopMargin(0)
            shape.setBottomMargin(4 if block.next().isValid() and block.textList() is None else 0)
            QTextCursor(block).mergeBlockFormat(shape)

    def _colour_links(self) -> None:
        for block in _blocks(self._document):
            for fragment in _fragments(block):
                if fragment.charFormat().isAnchor():
                    cursor = QTextCursor(self._document)
                    cursor.setPosition(fragment.position())
                    end = fragment.position() + fragment.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    look = QTextCharFormat()
                    look.setForeground(self._desk.theme.accent)
                    cursor.mergeCharFormat(look)

    def hasHeightForWidth(self) -> bool:
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        high = self._heights.get(width)
        if high is None:
            self._document.setTextWidth(max(1, width))
            high = self._heights[width] = round(self._document.size().height())
        return high

    def sizeHint(self) -> QSize:
        """As high as it needs to be at its present width."""
        width = self.width() or 200
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as a word."""
        return QSize(40, round(self._line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and a ring while it has the focus."""
        self._document.setTextWidth(max(1, self.width()))
        context = QAbstractTextDocumentLayout.PaintContext()
        ink = getattr(self._desk.theme, self._ink if self._markdown is not None else "ink1")
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        painter = QPainter(self)
        try:
            self._document.documentLayout().draw(painter, context)
            if self.hasFocus():
                painter.setPen(self._desk.theme.accent)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()

    def _link_at(self, place: QPointF) -> str:
        return self._document.documentLayout().anchorAt(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._pressed = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click: on a link, or on the text."""
        pressed, self._pressed = self._pressed, False
        if not pressed or not self.rect().contains(event.position().toPoint()):
            return
        link = self._link_at(event.position())
        if not link:
            self.clicked.emit()
        elif leads_out(link):
            self._desk.link_activated.emit(link)
        else:
            self._desk.problem.emit("That is no web or mail address: argmap opens nothing else from a note")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when what is inherited changes."""
        super().changeEvent(event)
        self.update()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The fragments of a block, read before any of them is changed."""
    found = []
    walk = block.begin()
    while not walk.atEnd():
        found.append(walk.fragment())
        walk += 1
    return iter(found)
