"""The analyst's own degree of belief: a slider in steps of five per cent, hidden until it is set."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider

from argmap.editor import labels
from argmap.edits.claims import set_credence
from argmap.model.records import Claim
from argmap.ui.inspector.buttons import link_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.part import Part
from argmap.ui.parts.label import label

STEPS = 20
"""The slider's range: one step is 5 %."""
_FIRST = STEPS // 2
_HANDLE = 16


class CredenceSlider(QSlider):
    """Goes to where it is clicked, and not with the wheel, which scrolls the page."""

    cleared = Signal()
    gesture_begun = Signal()
    """From here on changes are one act: a drag, or keys until the focus goes."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setPageStep(2)
        self.setAccessibleName("Credence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the pointer, then drag it as usual."""
        self.gesture_begun.emit()
        if event.button() is Qt.MouseButton.LeftButton:
            span = max(1, self.width() - _HANDLE)
            share = (event.position().x() - _HANDLE / 2) / span
            self.setValue(round(min(1.0, max(0.0, share)) * STEPS))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the credence away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an act of the keyboard."""
        self.gesture_begun.emit()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class CredenceField(Part):
    """The credence that claims share."""

    reads = frozenset({Claim})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.slider = CredenceSlider()
        self.slider.setToolTip("How far you believe it. Del: not set")
        self.value = label(weight=600)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.value.setFixedWidth(42)
        self.set_link = link_button("Set credence")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        row.addWidget(self.set_link)
        row.addStretch()
        self._gesture = object()
        self.slider.gesture_begun.connect(self._begin_gesture)
        self.slider.valueChanged.connect(self._commit)
        self.slider.cleared.connect(self._clear)
        self.set_link.clicked.connect(self._set_first)

    def refresh(self) -> None:
        """Show the shared credence; “Mixed” where it differs."""
        held = {self.map.claims[key].credence for key in self.elements}
        shared = next(iter(held)) if len(held) == 1 else None
        is_set = held != {None}
        for part in (self.slider, self.value):
            part.setVisible(is_set)
        self.set_link.setVisible(not is_set)
        self.value.setText("Mixed" if len(held) > 1 else f"{(shared or 0) * 100:.0f}%")
        self.slider.blockSignals(True)
        self.slider.setValue(round((shared if shared is not None else 0.5) * STEPS))
        self.slider.blockSignals(False)

    def _begin_gesture(self) -> None:
        self._gesture = object()

    def _commit(self, value: int) -> None:
        edit = partial(set_credence, claims=self.elements, credence=value / STEPS)
        self.desk.commit(labels.SET_CREDENCE, edit, gesture=self._gesture)

    def _clear(self) -> None:
        self.desk.commit(labels.REMOVE_CREDENCE, partial(set_credence, claims=self.elements, credence=None))
        self.set_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_first(self) -> None:
        edit = partial(set_credence, claims=self.elements, credence=_FIRST / STEPS)
        self.desk.commit(labels.SET_CREDENCE, edit)
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
