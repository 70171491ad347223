"""The popup that asks how two claims are related, and what becomes of an arrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from argmap.ui.chrome.choice_row import MANNERS, ChoiceName, ChoiceRow, RelationChoice
from argmap.ui.chrome.floating import FloatingCard
from argmap.ui.chrome.icon_text import IconText, Rule, Tone
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.dressing import dress
from argmap.ui.parts.segmented import Segmented
from argmap.ui.rounded import cut_corners, prepare_corners
from argmap.ui.signs import STRENGTH_NAMES

_RADIUS = 10
_UPPER: tuple[ChoiceName, ...] = ("support", "attack", "undercut", "link", "insert")
_LOWER: tuple[ChoiceName, ...] = ("reverse", "delete")
_STRENGTHS = tuple(strength.value for strength in STRENGTH_NAMES)
_STRENGTH_KEYS: Mapping[int, int] = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_STEPS: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RelationPopup(FloatingCard):
    """The popup. `chosen` gives the name of a choice or a strength, once, after the popup has closed."""

    chosen = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        # A window of its own: what is outside the card would be black where nothing blends windows.
        super().__init__(look, radius=_RADIUS, margin=0, has_shadow=False, parent=parent)
        flags = Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        self.setWindowFlags(flags)
        prepare_corners(self)
        self.setAccessibleName("How are they related?")
        self._rows = {name: ChoiceRow(name, look) for name in MANNERS}
        self._rule = Rule(look)
        self._rule_row = QWidget()
        self._strength = Segmented(look, tuple(STRENGTH_NAMES.values()), name="Strength")
        self._strength_label = IconText(look, type_=font(12))
        self._strength_label.set_content("Strength", tone=Tone.QUIET)
        self._strength_row = QWidget()
        self._column = QVBoxLayout(self)
        self._lay_out()
        for row in self._rows.values():
            row.clicked.connect(self._choose_sender)
        self._strength.chosen.connect(self._choose_strength)

    def ask(
        self,
        at: QPoint,
        choices: Sequence[RelationChoice],
        *,
        preselected: ChoiceName = "support",
        strength: str | None = None,
    ) -> None:
        """Open at a point of the screen with these choices, moved so that it is wholly on the screen.

        `preselected` is highlighted where it can be chosen. `strength` (weak, normal, strong) offers to
        change that of an existing relation.
        """
        offered = {choice.name: choice.refused for choice in choices}
        for name, row in self._rows.items():
            row.setVisible(name in offered)
            row.set_refused(offered.get(name, ""))
        self._strength_row.setVisible(strength is not None)
        self._strength.set_current(_STRENGTHS.index(strength) if strength is not None else None)
        has_upper = any(name in offered for name in _UPPER)
        has_lower = strength is not None or any(name in offered for name in _LOWER)
        self._rule_row.setVisible(has_upper and has_lower)
        self._column.activate()
        self.move(self._kept_on_screen(at))
        self.show()
        self._highlight(preselected)

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        super().set_look(look)
        dress(look, *self._rows.values(), self._rule, self._strength, self._strength_label)

    @property
    def highlighted(self) -> ChoiceName | None:
        """The choice that Enter would take."""
        return next((name for name, row in self._rows.items() if row.hasFocus()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, choose with Enter or a choice's key, close with Esc."""
        key = event.key()
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _STRENGTH_KEYS and not self._strength_row.isHidden():
            self._choose_strength(_STRENGTH_KEYS[key])
        else:
            self._choose_by_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        cut_corners(self, _RADIUS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close with a click beside the card."""
        super().mousePressEvent(event)
        if not event.isAccepted():
            event.accept()
            self.hide()

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(6, 6, 6, 6)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setSpacing(0)
        for name in _UPPER:
            column.addWidget(self._rows[name])
        rule = QVBoxLayout(self._rule_row)
        rule.setContentsMargins(4, 5, 4, 5)
        rule.addWidget(self._rule)
        column.addWidget(self._rule_row)
        strength = QHBoxLayout(self._strength_row)
        strength.setContentsMargins(9, 6, 9, 6)
        strength.addWidget(self._strength_label)
        strength.addStretch(1)
        strength.addWidget(self._strength)
        column.addWidget(self._strength_row)
        for name in _LOWER:
            column.addWidget(self._rows[name])

    def _open_rows(self) -> list[ChoiceRow]:
        return [row for row in self._rows.values() if not row.isHidden() and row.isEnabled()]

    def _highlight(self, name: ChoiceName) -> None:
        rows = self._open_rows()
        wanted = [row for row in rows if row.name == name] or rows
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _step(self, step: int) -> None:
        rows = self._open_rows()
        if not rows:
            return
        place = next((place for place, row in enumerate(rows) if row.hasFocus()), -1 if step > 0 else 0)
        rows[(place + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_by_key(self, key: int) -> None:
        wanted = Qt.Key.Key_Delete if key == Qt.Key.Key_Backspace else key
        for row in self._open_rows():
            if row.manner.key == wanted:
                self._choose(row.name)
                return

    def _choose_sender(self) -> None:
        for row in self._rows.values():
            if row is self.sender():
                self._choose(row.name)
                return

    def _choose_strength(self, place: int) -> None:
        self._choose(_STRENGTHS[place])

    def _choose(self, name: str) -> None:
        self.hide()
        self.chosen.emit(name)

    def _kept_on_screen(self, at: QPoint) -> QPoint:
        room = (QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()).availableGeometry()
        most_right, most_down = room.right() - self.width(), room.bottom() - self.height()
        return QPoint(max(room.left(), min(at.x(), most_right)), max(room.top(), min(at.y(), most_down)))
