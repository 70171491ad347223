"""Rows of the map's page: something countable, or a finding; a click chooses what it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from argmap.editor.words import count
from argmap.evaluation.findings import Finding
from argmap.model.ids import RecordId
from argmap.model.records import Participant
from argmap.model.roles import Role
from argmap.ui.fonts import font
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.finding_words import detail_of, sign_of, title_of
from argmap.ui.inspector.prose import Prose, Run
from argmap.ui.parts.voice_mark import MARK, paint_mark
from argmap.ui.theme import faint

_HEIGHT, _ICON = 28, 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CountRow(QAbstractButton):
    """A mark or an icon, a name, words aside, and how many there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._voice: Participant | None = None
        self._icon: tuple[str, Role] | None = None
        self.name = ""
        """Not the button's own text, in which & would name a key."""
        self._aside = ""
        self._elements: tuple[RecordId, ...] = ()
        self.setFont(font(13))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)
        desk.restyled.connect(self.update)

    def show_voice(self, voice: Participant, *, aside: str, elements: tuple[RecordId, ...]) -> None:
        """Show a voice and how many claims are its."""
        self._voice, self._aside = voice, aside
        self._show(voice.name, elements)

    def show_kind(self, name: str, *, role: Role, icon: str, elements: tuple[RecordId, ...]) -> None:
        """Show a role and how many claims play it."""
        self._icon = (icon, role)
        self._show(name, elements)

    def _show(self, name: str, elements: tuple[RecordId, ...]) -> None:
        self._elements, self.name = elements, name
        told = f"{name}, {self._aside}" if self._aside else name
        self.setAccessibleName(f"{told}: {count(len(elements), 'claim')}")
        self.setToolTip("Select these claims" if elements else "")
        self.update()

    def _choose(self) -> None:
        if self._elements:
            self._desk.elements_chosen.emit(list(self._elements))

    def sizeHint(self) -> QSize:
        """Wide enough for a short name."""
        return QSize(110, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A long name is cut short."""
        return QSize(60, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.hasFocus():
                self._paint_ground(painter)
            left = self._paint_mark(painter)
            self._paint_words(painter, left)
        finally:
            painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._desk.theme
        painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(faint(theme.ink1, 0.06))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5)

    def _paint_mark(self, painter: QPainter) -> float:
        """Draw what stands before the name; where the name begins."""
        theme, middle = self._desk.theme, self.height() / 2
        if self._voice is not None:
            box = QRectF(0, middle - MARK / 2, MARK, MARK)
            paint_mark(painter, box, participant=self._voice, theme=theme)
            return MARK + 8
        if self._icon is not None:
            name, role = self._icon
            ratio = self.devicePixelRatioF()
            icon = self._desk.icons.pixmap(name, _ICON, colour=theme.ink(role), dpr=ratio)
            painter.drawPixmap(0, round(middle - _ICON / 2), icon)
        return _ICON + 8

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme, high = self._desk.theme, self.height()
        metrics = QFontMetricsF(self.font())
        number = str(len(self._elements))
        right = self.width() - metrics.horizontalAdvance(number)
        painter.setFont(self.font())
        painter.setPen(theme.ink2)
        painter.drawText(self.rect(), _AT_RIGHT, number)
        painter.setPen(theme.ink1)
        words = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, right - left - 6)
        painter.drawText(QRectF(left, 0, right - left, high), _MIDDLE, words)
        left += metrics.horizontalAdvance(words) + 8
        aside = metrics.elidedText(self._aside, Qt.TextElideMode.ElideRight, max(0.0, right - left - 6))
        painter.setPen(theme.ink2)
        painter.drawText(QRectF(left, 0, max(0.0, right - left), high), _MIDDLE, aside)


class _Icon(QWidget):
    """One icon in a role's colour, or in that of warnings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look: tuple[str, Role | None] = ("info", None)
        self.setFixedSize(20, 18)
        desk.restyled.connect(self.update)

    def show_icon(self, name: str, role: Role | None) -> None:
        self._look = (name, role)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, role = self._look
        theme = self._desk.theme
        colour = theme.warn if role is None else theme.ink(role)
        painter = QPainter(self)
        try:
            icon = self._desk.icons.pixmap(name, 16, colour=colour, dpr=self.devicePixelRatioF())
            painter.drawPixmap(2, 1, icon)
        finally:
            painter.end()


class FindingRow(QWidget):
    """An icon, a title and a line of detail."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._elements: tuple[RecordId, ...] = ()
        self._icon = _Icon(desk)
        self.title = Prose(desk)
        self.title.make_clickable("Select it")
        self.detail = Prose(desk)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.title.clicked.connect(self._choose)
        self.detail.clicked.connect(self._choose)
        self.detail.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_finding(self, finding: Finding) -> None:
        """Show another finding."""
        self._elements = finding.claims
        self._icon.show_icon(*sign_of(finding))
        self.title.set_runs([Run(title_of(finding))])
        self.detail.set_runs(
            [Run(detail_of(self._desk.map, finding, numberings=self._desk.numberings), "ink2")]
        )

    def _choose(self) -> None:
        self._desk.elements_chosen.emit(list(self._elements))
