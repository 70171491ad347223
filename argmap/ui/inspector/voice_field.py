"""Whose claim it is: a flat list to choose from, with a new voice made in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton

from argmap.editor import labels
from argmap.edits import claims as claim_edits
from argmap.edits.participants import add_participant
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Participant
from argmap.model.transaction import Transaction
from argmap.ui.fonts import font
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.part import Part
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step
from argmap.ui.parts.voice_mark import MARK, mark_icon, paint_mark
from argmap.ui.plain_text import plain_title

_CHEVRON, _GAP = 12, 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class VoiceButton(QToolButton):
    """A voice's mark and name, with a chevron; opens its menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._voice: Participant | None = None
        self.words = ""
        """What it says: not the button's own text, in which & would name a key."""
        self.setFont(font(13))
        self.setFixedHeight(24)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        desk.restyled.connect(self.update)

    def show_voice(self, voice: Participant | None, words: str) -> None:
        """Show a voice, or words where there is no one voice."""
        self._voice, self.words = voice, words
        self.setAccessibleName(f"Voice: {words}")
        self.updateGeometry()
        self.update()

    @property
    def _left(self) -> int:
        return MARK + _GAP if self._voice else 0

    def sizeHint(self) -> QSize:
        """As wide as the mark, the name and the chevron."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.words)
        return QSize(round(self._left + wide + _GAP + _CHEVRON + 4), 24)

    def minimumSizeHint(self) -> QSize:
        """A long name is cut short."""
        return QSize(80, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, name and chevron."""
        theme, middle = self._desk.theme, self.height() / 2
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._voice:
                box = QRectF(0, middle - MARK / 2, MARK, MARK)
                paint_mark(painter, box, participant=self._voice, theme=theme)
            painter.setFont(self.font())
            painter.setPen(theme.ink1 if self._voice else theme.ink2)
            room = self.width() - self._left - _GAP - _CHEVRON - 4
            metrics = QFontMetricsF(self.font())
            words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(QRectF(self._left, 0, room + 2, self.height()), _MIDDLE, words)
            left = round(self._left + metrics.horizontalAdvance(words) + _GAP)
            ratio = self.devicePixelRatioF()
            icon = self._desk.icons.pixmap("chevron-down", _CHEVRON, colour=theme.ink2, dpr=ratio)
            painter.drawPixmap(left, round(middle - _CHEVRON / 2), icon)
            if self.hasFocus() or self.underMouse():
                painter.setPen(theme.accent if self.hasFocus() else theme.line2)
                painter.drawLine(QLineF(self._left, self.height() - 2, left + _CHEVRON, self.height() - 2))
        finally:
            painter.end()


class VoiceField(Part):
    """The voice that claims share."""

    reads = frozenset({Claim, Participant})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.button = VoiceButton(desk)
        self.menu = self.button.menu()
        self.new_name = LineField(name="Name of the new voice", placeholder="Name of the new voice")
        self.new_name.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.new_name, 1)
        row.addStretch()
        self.menu.aboutToShow.connect(self._fill_menu)
        desk.bind(self.new_name, self._named)
        self.new_name.binding.left.connect(self._end_naming)

    def refresh(self) -> None:
        """Show the shared voice."""
        voices = {self.map.claims[key].participant for key in self.elements}
        voice = self.map.find(Participant, next(iter(voices))) if len(voices) == 1 else None
        words = "Several voices" if len(voices) > 1 else voice.name if voice else "No voice"
        self.button.show_voice(voice, words)

    def _fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        held = {self.map.claims[key].participant for key in self.elements}
        for voice in (None, *self.map.participants.values()):
            action = self.menu.addAction(plain_title(voice.name) if voice else "No voice")
            action.setData(voice.id if voice else None)
            action.setCheckable(True)
            action.setChecked(held == {voice.id if voice else None})
            if voice:
                action.setIcon(mark_icon(voice, self.desk.theme))
            group.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction("New voice…").triggered.connect(self.begin_naming)
        group.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        voice = RecordId(action.data()) if action.data() else None
        edit = partial(claim_edits.set_participant, claims=self.elements, participant=voice)
        self.desk.commit(labels.SET_VOICE, edit)

    def begin_naming(self) -> None:
        """Ask, in place, for the name of a new voice."""
        if not self.desk.may_edit():
            return
        self.button.hide()
        self.new_name.set_given("")
        self.new_name.show()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> Step | None:
        edit = partial(_give_new_voice, claims=self.elements, name=name.strip())
        return Step(labels.ADD_VOICE, edit) if name.strip() else None

    def _end_naming(self) -> None:
        self.new_name.hide()
        self.button.show()


def _give_new_voice(transaction: Transaction, claims: tuple[RecordId, ...], name: str) -> None:
    voice = add_participant(transaction, name)
    claim_edits.set_participant(transaction, claims, voice)
