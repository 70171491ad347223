"""A small control of which one segment is chosen: Weak | Normal | Strong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import CENTRE, draw_surface
from argmap.ui.parts.dressing import dress
from argmap.ui.theme import faint

_HEIGHT = 24
_PAD = 8
_RADIUS = 6.0
_STEPS: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segmented(QWidget):
    """The control; `chosen` gives the place of a segment that the user picked, by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, look: Look, labels: Sequence[str], *, name: str = "") -> None:
        """Show one segment a label; `name` says what is chosen here to those who hear the screen."""
        super().__init__()
        self._look = look
        self._current: int | None = None
        self._segments = [_Segment(label, look) for label in labels]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self._segments:
            segment.clicked.connect(self._pick_sender)
            row.addWidget(segment)
        self.set_current(None)

    @property
    def current(self) -> int | None:
        """The place of the chosen segment."""
        return self._current

    def set_current(self, place: int | None) -> None:
        """Show a segment as chosen, or none; says nothing to anybody."""
        self._current = place
        for number, segment in enumerate(self._segments):
            # Exclusive, they are radio buttons to those who hear the screen, but refuse to be switched off.
            segment.setAutoExclusive(False)
            segment.setChecked(number == place)
            segment.setAutoExclusive(True)
            # The keyboard stops once at the control and moves inside it with the arrow keys.
            stops = number == (place or 0)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)
        self.update()

    def set_label(self, place: int, label: str) -> None:
        """Call a segment something else."""
        self._segments[place].setText(label)
        self._segments[place].updateGeometry()

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        dress(look, *self._segments)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the segment beside the chosen one."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        place = 0 if self._current is None else self._current + step
        if 0 <= place < len(self._segments):
            self._pick(place)
            self._segments[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the chosen segment's ground and the lines between."""
        theme, box = self._look.theme, QRectF(self.rect())
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_surface(painter, box, fill=theme.panel, border=theme.line2, radius=_RADIUS)
            inside = QPainterPath()
            inside.addRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
            painter.setClipPath(inside)
            for segment in self._segments:
                place = QRectF(segment.geometry())
                if segment.isChecked():
                    painter.fillRect(place, theme.accent_soft)
                elif segment.is_lit:
                    painter.fillRect(place, faint(theme.ink1, 0.05))
                if segment is not self._segments[0]:
                    painter.fillRect(QRectF(place.left(), 0, 1, box.height()), theme.line2)
        finally:
            painter.end()

    def _pick_sender(self) -> None:
        for place, segment in enumerate(self._segments):
            if segment is self.sender():
                self._pick(place)

    def _pick(self, place: int) -> None:
        self.set_current(place)
        self.chosen.emit(place)


class _Segment(PaintedButton):
    """One choice; its ground is painted by the control, which knows the rounded ends."""

    def __init__(self, label: str, look: Look) -> None:
        super().__init__(look, radius=_RADIUS)
        self.setText(label)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leave it to the control which one is chosen."""

    def sizeHint(self) -> QSize:
        """As wide in bold as in plain type, so that nothing moves when the choice does."""
        return QSize(
            round(QFontMetricsF(font(11, 600)).horizontalAdvance(self.text())) + 2 * _PAD + 1, _HEIGHT
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the control."""
        if event.key() in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the label."""
        theme, is_chosen = self._look.theme, self.isChecked()
        painter.setFont(font(11, 600 if is_chosen else 400))
        painter.setPen(theme.accent if is_chosen else theme.ink2)
        painter.drawText(QRectF(self.rect()), CENTRE, self.text())
