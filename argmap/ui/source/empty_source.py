"""What the source panel shows while the map has no text: ways to bring one in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from argmap.editor.commands.table import command
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import LEFT, draw_icon, draw_key_cap, draw_surface, key_cap_width, key_text
from argmap.ui.parts.dressing import dress

_TITLE = "Drop a text here"
_WORDS = (
    "Text, Markdown, HTML, Word, EPUB or PDF, or words from another program. "
    "Then select a sentence and drag it onto the map."
)
_HEIGHT, _WIDEST, _SIDE, _PAD = 272.0, 300.0, 16.0, 12.0
_ICON = 24
_ABOUT, _BUTTONS, _BUTTON, _GAP = 80.0, 176.0, 34.0, 8.0
"""From the frame's top to the words and to the first button; a button's height; between two."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TEXT_LEFT, _KEY_RIGHT = 34.0, 8.0


class WayButton(PaintedButton):
    """A way to bring in a text, with its key."""

    def __init__(self, words: str, key: str, *, look: Look, parent: QWidget) -> None:
        """`key` is the id of the command."""
        super().__init__(look, radius=6, parent=parent)
        self.key = key
        self._icon = command(key).icon
        self._keys = key_text(QKeySequence(command(key).keys[0]))
        self.setText(words)
        self.setFont(font(13, 500))
        self.setAccessibleDescription(self._keys)
        self.setToolTip(f"{command(key).title} ({command(key).keys[0]})")

    def paint_face(self, painter: QPainter) -> None:
        """Paint the shape, the icon, the words and the key."""
        theme, middle = self._look.theme, self.height() / 2
        border = theme.ink3 if self.is_lit else theme.line2
        draw_surface(painter, QRectF(self.rect()), fill=theme.panel, border=border, radius=self._radius)
        self.paint_ground(painter)
        centre = QPointF(19, middle)
        draw_icon(painter, self._look, name=self._icon, centre=centre, px=16, colour=theme.accent)
        painter.setPen(theme.ink1)
        painter.setFont(self.font())
        words = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT, self.height())
        painter.drawText(words, LEFT, self.text())
        if self._has_room():
            draw_key_cap(painter, theme, text=self._keys, right=self.width() - _KEY_RIGHT, middle=middle)

    def _has_room(self) -> bool:
        """Whether the key fits beside the words; the tooltip has it in any case."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return _TEXT_LEFT + words + _KEY_RIGHT + key_cap_width(self._keys) + _KEY_RIGHT <= self.width()


class EmptySource(QWidget):
    """A drop target with two buttons, which Tab reaches."""

    command = Signal(str)
    """The id of a command that brings in a text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_lit = False
        self.setAccessibleName(f"{_TITLE}. {_WORDS}")
        self.file = WayButton("Text from a file…", "source.add", look=look, parent=self)
        self.paste = WayButton("From the clipboard", "source.paste", look=look, parent=self)
        self._about = QLabel(f'<div align="center" style="line-height: 18px">{_WORDS}</div>', self)
        self._about.setFont(font(13))
        self._about.setWordWrap(True)
        self._about.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignTop)
        for way in (self.file, self.paste):
            way.clicked.connect(self._start)
        self.setFocusProxy(self.file)
        self.set_look(look)

    def _start(self) -> None:
        way = self.sender()
        if isinstance(way, WayButton):
            self.command.emit(way.key)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        dress(look, self.file, self.paste)
        palette = self._about.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.theme.ink2)
        self._about.setPalette(palette)
        self.update()

    def set_lit(self, is_lit: bool) -> None:
        """Show that what is held over the panel would be taken."""
        self._is_lit = is_lit
        self.update()

    def _frame(self) -> QRectF:
        wide = min(_WIDEST, self.width() - 2 * _SIDE)
        return QRectF((self.width() - wide) / 2, max(0.0, (self.height() - _HEIGHT) / 2), wide, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in the frame."""
        super().resizeEvent(event)
        frame, wide = self._frame(), self._frame().width() - 2 * _PAD
        about = QRectF(frame.left() + _PAD, frame.top() + _ABOUT, wide, _BUTTONS - _ABOUT)
        self._about.setGeometry(about.toRect())
        for place, way in enumerate((self.file, self.paste)):
            top = frame.top() + _BUTTONS + place * (_BUTTON + _GAP)
            box = QRectF(frame.left() + _PAD, top, wide, _BUTTON)
            way.setGeometry(box.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dashed frame with an icon and the words."""
        theme, frame = self._look.theme, self._frame()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.read)
            if self._is_lit:
                painter.setBrush(theme.accent_soft)
                painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
            else:
                painter.setPen(QPen(theme.field, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 10, 10)
            self._paint_title(painter, frame)
        finally:
            painter.end()

    def _paint_title(self, painter: QPainter, frame: QRectF) -> None:
        theme, centre = self._look.theme, QPointF(frame.center().x(), frame.top() + 36)
        draw_icon(painter, self._look, name="file-text", centre=centre, px=_ICON, colour=theme.ink2)
        painter.setPen(theme.ink1)
        painter.setFont(font(13, 600))
        painter.drawText(QRectF(frame.left(), frame.top() + 58, frame.width(), 20), _CENTRE, _TITLE)
