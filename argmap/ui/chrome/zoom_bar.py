"""The row of zoom buttons: out, the present zoom with a menu, in, fit the map, fit the selection."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from argmap.ui.chrome.icon_text import Rule
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import ActionButton, PaintedButton
from argmap.ui.parts.drawing import CENTRE
from argmap.ui.parts.dressing import dress

HEIGHT = 32
_SIDE = 26
_HALF, _DOUBLE = 0.5, 2.0
_SPACE = "\N{NO-BREAK SPACE}"


class ZoomBar(QWidget):
    """The row. `zoom_chosen` gives a zoom picked from the menu that no action stands for, 1 for 100 %."""

    zoom_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Zoom")
        self._label = _ZoomLabel(look)
        self._buttons = [
            ActionButton(actions[name], icon, look=look, side=_SIDE, px=16)
            for name, icon in (
                ("view.zoom_out", "minus"),
                ("view.zoom_in", "plus"),
                ("view.fit", "maximize"),
                ("view.fit_selection", "locate"),
            )
        ]
        self._rule = Rule(look, width=1, height=16)
        self._menu = self._made_menu(actions)
        self._label.clicked.connect(self._open_menu)
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        self.show_zoom(1.0, is_fitted=False)

    def show_zoom(self, zoom: float, *, is_fitted: bool) -> None:
        """Show a zoom, and whether the whole map has been fitted into the view."""
        self._label.show_text(f"Fit · {_percent(zoom)}" if is_fitted else _percent(zoom))

    @property
    def text(self) -> str:
        """What the middle button says."""
        return self._label.text()

    @property
    def menu(self) -> QMenu:
        """The menu of the middle button."""
        return self._menu

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        dress(look, *self._buttons, self._label, self._rule)

    def _made_menu(self, actions: Mapping[str, QAction]) -> QMenu:
        menu = QMenu(self)
        menu.addAction(actions["view.fit"])
        menu.addAction(actions["view.fit_selection"])
        menu.addSeparator()
        menu.addAction(_percent(_HALF)).setData(_HALF)
        menu.addAction(actions["view.zoom_100"])
        menu.addAction(_percent(_DOUBLE)).setData(_DOUBLE)
        menu.triggered.connect(self._choose)
        return menu

    def _lay_out(self) -> None:
        minus, plus, fit, locate = self._buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(1)
        for part in (minus, self._label, plus):
            row.addWidget(part)
        row.addSpacing(1)
        row.addWidget(self._rule)
        row.addSpacing(1)
        row.addWidget(fit)
        row.addWidget(locate)

    def _open_menu(self) -> None:
        above = QPoint(0, -self._menu.sizeHint().height() - 4)
        self._menu.popup(self._label.mapToGlobal(above))

    def _choose(self, action: QAction) -> None:
        zoom = action.data()
        if isinstance(zoom, float):
            self.zoom_chosen.emit(zoom)


class _ZoomLabel(PaintedButton):
    """The present zoom, as a button."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=6)
        self.setFont(font(12, 600))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip("Choose a zoom")

    def show_text(self, text: str) -> None:
        """Show another zoom."""
        self.setText(text)
        self.setAccessibleName(f"Zoom: {text}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest text."""
        return QSize(74, _SIDE)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the ground and the text."""
        self.paint_ground(painter)
        painter.setFont(self.font())
        painter.setPen(self._look.theme.ink1)
        painter.drawText(QRectF(self.rect()), CENTRE, self.text())


def _percent(zoom: float) -> str:
    return f"{round(zoom * 100)}{_SPACE}%"
