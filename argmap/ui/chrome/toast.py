"""A passing word at the bottom of the canvas, with one thing that can be done about it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from argmap.ui.chrome.announce import announce
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import CENTRE, LEFT, fill_rounded
from argmap.ui.theme import mixed

STAYS_MS = 6000
_AGAIN_MS = 1000
_FADE_MS = 160
_HEIGHT = 38
_BUTTON_HEIGHT = 26
_RADIUS = 8.0
_LIFT = 74
"""How far its lower edge is from that of the canvas: above the tools."""
_PAD, _GAP, _END = 14, 12, 7


class Toast(QWidget):
    """The bar. It stays for six seconds, longer while the pointer or the keyboard is on it."""

    def __init__(self, parent: QWidget, look: Look, *, stays_ms: int = STAYS_MS) -> None:
        super().__init__(parent)
        self._stays_ms = stays_ms
        self._canvas = parent
        self._look = look
        self._text = ""
        self._action: QAction | None = None
        self.setFont(font(13))
        self._button = _ToastButton(look, self)
        self._button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave_if_idle)
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._repaint)
        self._fade.finished.connect(self._end_fade)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, action: QAction | None, *, label: str = "Undo") -> None:
        """Show a sentence, and a button with a label that triggers the action; a second text replaces it.

        The action is that of the moment: whoever changes the map while the toast is on screen has it
        dismissed, or its button would undo the wrong thing.
        """
        self._text, self._action = text, action
        self.setAccessibleName(text)
        self._button.setText(label)
        self._button.setVisible(action is not None)
        self._place()
        self.show()
        self.raise_()
        self._fade_to(1.0, start=0.0)
        self._timer.start(self._stays_ms)
        announce(self, text)

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self.isVisible():
            self._fade_to(0.0, start=self.opacity)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def opacity(self) -> float:
        """How far it has faded in, 1 for wholly."""
        value: float | None = self._fade.currentValue()
        return 1.0 if value is None else value

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self._button.set_look(look)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text and the button."""
        wide = _PAD + ceil(QFontMetricsF(self.font()).horizontalAdvance(self._text))
        rest = _GAP + self._button.sizeHint().width() + _END if self._action is not None else _PAD
        return QSize(wide + rest, _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the canvas changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the sentence, in the colours of tooltips."""
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(self.opacity)
            fill_rounded(painter, QRectF(self.rect()), fill=theme.ink1, radius=_RADIUS)
            painter.setPen(theme.canvas)
            painter.drawText(QRectF(_PAD, 0, self._room, self.height()), LEFT, self._shown_text())
        finally:
            painter.end()

    @property
    def _room(self) -> float:
        end = self._button.x() - _GAP if self._action is not None else self.width() - _PAD
        return end - _PAD

    def _shown_text(self) -> str:
        elide = QFontMetricsF(self.font()).elidedText
        return elide(self._text, Qt.TextElideMode.ElideRight, self._room)

    def _place(self) -> None:
        canvas, size = self._canvas, self.sizeHint()
        width = min(size.width(), max(0, canvas.width() - 2 * _PAD))
        left, top = (canvas.width() - width) // 2, canvas.height() - _LIFT - _HEIGHT
        self.setGeometry(left, max(0, top), width, _HEIGHT)
        button = self._button.sizeHint()
        inset = (_HEIGHT - _BUTTON_HEIGHT) // 2
        self._button.setGeometry(width - _END - button.width(), inset, button.width(), _BUTTON_HEIGHT)

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action.trigger()

    def _leave_if_idle(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(_AGAIN_MS)
        else:
            self.dismiss()

    def _fade_to(self, end: float, *, start: float) -> None:
        animates = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        # An animation of no length still has to run: it sets the end value and says that it has finished.
        self._fade.setDuration(_FADE_MS if animates else 0)
        self._fade.start()

    def _repaint(self) -> None:
        self._button.opacity = self.opacity
        self.update()

    def _end_fade(self) -> None:
        if self.opacity == 0.0:
            self.hide()


class _ToastButton(PaintedButton):
    """The button on the dark ground."""

    opacity = 1.0

    def __init__(self, look: Look, parent: Toast) -> None:
        super().__init__(look, radius=6, parent=parent)
        self.setFont(font(13, 600))

    def sizeHint(self) -> QSize:
        """Room for the word."""
        return QSize(ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 18, _BUTTON_HEIGHT)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the ground, a little lighter than the bar, and the word."""
        theme = self._look.theme
        painter.setOpacity(self.opacity)
        share = 0.28 if self.is_lit else 0.18
        ground = mixed(theme.canvas, theme.ink1, share=share)
        fill_rounded(painter, QRectF(self.rect()), fill=ground, radius=self._radius)
        painter.setFont(self.font())
        painter.setPen(theme.canvas)
        painter.drawText(QRectF(self.rect()), CENTRE, self.text())
