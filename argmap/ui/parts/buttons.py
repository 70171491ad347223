"""Buttons painted by ourselves: the same flat shape, hover, and focus ring everywhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.drawing import CENTRE, draw_focus_ring, draw_icon, draw_surface, fill_rounded, pale
from argmap.ui.theme import faint

_FIXED = QSizePolicy.Policy.Fixed
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HOVER, _DOWN = 0.06, 0.11
"""How strongly ink covers a button under the pointer, and one that is held down."""


class PaintedButton(QAbstractButton):
    """A button that leaves its face to a subclass, and adds the focus ring.

    A click does not take the focus, so that the canvas or a text keeps it; Tab reaches the button.
    """

    has_ring = True
    """Whether the keyboard focus is shown by a ring; a subclass without one must show it by its face."""

    def __init__(self, look: Look, *, radius: float = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        self._look = look
        self.update()

    def paint_face(self, painter: QPainter) -> None:
        """Paint the button without its focus ring."""
        raise NotImplementedError

    @property
    def is_lit(self) -> bool:
        """Whether the pointer is over the button and a click would do something."""
        return self.isEnabled() and self.underMouse()

    def paint_ground(self, painter: QPainter) -> None:
        """Fill the button as far as it is hovered, held or switched on."""
        theme = self._look.theme
        fill: QColor | None = None
        if self.isChecked():
            fill = theme.accent_soft
        elif self.isDown():
            fill = faint(theme.ink1, _DOWN)
        elif self.is_lit:
            fill = faint(theme.ink1, _HOVER)
        if fill is not None:
            fill_rounded(painter, QRectF(self.rect()), fill=fill, radius=self._radius)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face and, if the keyboard is here, the ring."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_face(painter)
            if self.has_ring and self.hasFocus():
                accent = self._look.theme.accent
                draw_focus_ring(painter, QRectF(self.rect()), colour=accent, radius=self._radius)
        finally:
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter as with Space."""
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(PaintedButton):
    """A square button with an icon, named by its tooltip."""

    def __init__(
        self,
        icon: str,
        hint: str,
        *,
        look: Look,
        side: int = 32,
        px: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._icon, self._px = icon, px
        self._has_ground = False
        self.setFixedSize(side, side)
        self.set_hint(hint)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_ground(self, has_ground: bool) -> None:
        """Hide what lies under the button, where it comes up over text."""
        self._has_ground = has_ground
        self.update()

    def set_hint(self, hint: str, *, name: str = "") -> None:
        """Set the tooltip, and the accessible name where it differs."""
        self.setToolTip(hint)
        self.setAccessibleName(name or hint)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the ground and the icon."""
        if self._has_ground:
            painter.fillRect(self.rect(), self._look.theme.chrome)
        self.paint_ground(painter)
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_icon(painter, self._look, name=self._icon, centre=centre, px=self._px, colour=self._ink())

    def _ink(self) -> QColor:
        theme = self._look.theme
        if not self.isEnabled():
            return pale(theme, theme.chrome)
        if self.isChecked():
            return theme.accent
        return theme.ink1 if self.is_lit else theme.ink2


def action_hint(action: QAction, name: str = "") -> str:
    """What a button for an action says when hovered: `Undo Reword Claim (Ctrl+Z)`; `name` for its text."""
    hint = name or action.toolTip()
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{hint} ({keys})" if keys and f"({keys})" not in hint else hint


class ActionButton(IconButton):
    """An icon button that triggers an action and shows its state."""

    def __init__(
        self,
        action: QAction,
        icon: str,
        *,
        look: Look,
        name: str = "",
        side: int = 32,
        px: int = 18,
    ) -> None:
        """Show `icon`; `name` says what the button does where the action's own text is too short."""
        super().__init__(icon, "", look=look, side=side, px=px)
        self._action = action
        self._name = name
        action.changed.connect(self._follow)
        self.clicked.connect(self._trigger)
        self._follow()

    def set_action(self, action: QAction, *, icon: str, name: str = "") -> None:
        """Trigger another action from now on."""
        self._action.changed.disconnect(self._follow)
        self._action, self._name = action, name
        action.changed.connect(self._follow)
        self.set_icon(icon)
        self._follow()

    @property
    def action(self) -> QAction:
        """The action it triggers."""
        return self._action

    def nextCheckState(self) -> None:
        """Leave the state to the action: it alone says what is on."""

    def _follow(self) -> None:
        action = self._action
        self.setEnabled(action.isEnabled())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.set_hint(action_hint(action, self._name), name=self._name or action.iconText())
        self.update()

    def _trigger(self) -> None:
        self._action.trigger()


class TextButton(PaintedButton):
    """A button with a word: quiet with a border, or filled with accent where it is the main one.

    The word is in the colour of dangers where the button takes something away.
    """

    def __init__(self, text: str, *, look: Look, is_primary: bool = False, is_danger: bool = False) -> None:
        super().__init__(look, radius=6)
        self._is_primary, self._is_danger = is_primary, is_danger
        self.setText(text)
        self.setFont(font(12, 600))
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        """Wide enough for the word."""
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 22, 28)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the shape and the word."""
        theme = self._look.theme
        box = QRectF(self.rect())
        fill, border, ink = theme.panel, theme.line2, theme.danger if self._is_danger else theme.ink1
        if self._is_primary:
            fill, border, ink = theme.accent, theme.accent, theme.on_accent
        draw_surface(painter, box, fill=fill, border=border, radius=self._radius)
        if self.is_lit:
            share = _DOWN if self.isDown() else _HOVER
            fill_rounded(painter, box, fill=faint(theme.ink1, share), radius=self._radius)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(box, CENTRE, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face; a filled button shows the focus by a gap inside its edge as well."""
        super().paintEvent(event)
        if not (self._is_primary and self.hasFocus()):
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            draw_focus_ring(painter, inner, colour=self._look.theme.on_accent, radius=self._radius - 2)
        finally:
            painter.end()
