"""Tags as chips: × takes one away, + adds one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from argmap.editor import labels
from argmap.edits.claims import add_tag, remove_tag
from argmap.model.records import Claim
from argmap.ui.fonts import font
from argmap.ui.inspector.buttons import icon_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.flow import Flow
from argmap.ui.inspector.part import Part
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step
from argmap.ui.plain_text import plain_tip

_HEIGHT, _SIDE, _CROSS, _GAP = 22, 8, 11, 4


class TagChip(QWidget):
    """One tag. A click on its ×, or Del while it has the focus, asks for it to go."""

    removal_asked = Signal(str)

    def __init__(self, desk: Desk, tag: str, *, is_shared: bool) -> None:
        super().__init__()
        self._desk = desk
        self.tag = tag
        self._is_shared = is_shared
        self.setFont(font(12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Tag {tag}")
        self.setToolTip(plain_tip(f"{tag} (Del or ×: remove)"))
        desk.restyled.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as its word and the ×."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.tag)
        return QSize(round(wide) + 2 * _SIDE + _GAP + _CROSS, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A long tag is cut short rather than the panel widened."""
        return QSize(min(60, self.sizeHint().width()), _HEIGHT)

    @property
    def cross(self) -> QRectF:
        """Where its × takes clicks."""
        left = self.width() - _SIDE - _CROSS - _GAP / 2
        return QRectF(left, 0, self.width() - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill; pale where only some of several claims have the tag."""
        theme = self._desk.theme
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.accent if self.hasFocus() else theme.line2)
            painter.setBrush(theme.panel)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10.5, 10.5)
            painter.setPen(theme.ink1 if self._is_shared else theme.ink3)
            words = QRectF(_SIDE, 0, self.cross.left() - _SIDE, self.height())
            metrics = QFontMetricsF(self.font())
            shown = metrics.elidedText(self.tag, Qt.TextElideMode.ElideRight, words.width() + 1)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
            ratio = self.devicePixelRatioF()
            cross = self._desk.icons.pixmap("x", _CROSS, colour=theme.ink3, dpr=ratio)
            painter.drawPixmap(self.width() - _SIDE - _CROSS + 1, (self.height() - _CROSS) // 2, cross)
        finally:
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the ×."""
        if self.cross.contains(event.position()):
            self.removal_asked.emit(self.tag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit(self.tag)
        else:
            super().keyPressEvent(event)


class TagsField(Part):
    """The tags of claims; of several claims, those that not all have are pale."""

    reads = frozenset({Claim})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: dict[str, bool] = {}
        self.chips: dict[str, TagChip] = {}
        self.add = icon_button(desk, "plus", "Add a tag", px=14)
        self.new_tag = LineField(name="New tag", placeholder="New tag")
        self.new_tag.setFixedWidth(110)
        self.new_tag.hide()
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.new_tag)
        self.add.clicked.connect(self.begin_adding)
        desk.bind(self.new_tag, self._tagged)
        self.new_tag.binding.left.connect(self._end_adding)

    def refresh(self) -> None:
        """Show the tags."""
        claims = [self.map.claims[key] for key in self.elements]
        tags = dict.fromkeys(tag for claim in claims for tag in claim.tags)
        wanted = {tag: all(tag in claim.tags for claim in claims) for tag in tags}
        if wanted == self._shown:
            return
        self._shown = wanted
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._flow.removeWidget(self.new_tag)
        self.chips = {tag: self._make(tag, is_shared) for tag, is_shared in wanted.items()}
        for widget in (*self.chips.values(), self.add, self.new_tag):
            self._flow.addWidget(widget)
        for chip in self.chips.values():
            chip.show()
        self.updateGeometry()

    def _make(self, tag: str, is_shared: bool) -> TagChip:
        chip = TagChip(self.desk, tag, is_shared=is_shared)
        chip.setParent(self)
        chip.removal_asked.connect(self._remove)
        return chip

    def begin_adding(self) -> None:
        """Type a new tag, with those the map has to choose from."""
        if not self.desk.may_edit():
            return
        known = sorted({tag for claim in self.map.claims.values() for tag in claim.tags})
        completer = QCompleter(known, self.new_tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.new_tag.setCompleter(completer)
        self.new_tag.set_given("")
        self.add.hide()
        self.new_tag.show()
        self.new_tag.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tagged(self, tag: str) -> Step | None:
        edit = partial(add_tag, claims=self.elements, tag=tag.strip())
        return Step(labels.ADD_TAG, edit) if tag.strip() else None

    def _end_adding(self) -> None:
        self.new_tag.hide()
        self.add.show()

    def _remove(self, tag: str) -> None:
        self.desk.commit(labels.REMOVE_TAG, partial(remove_tag, claims=self.elements, tag=tag))
