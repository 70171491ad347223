"""The chips at a page's head: the role with its menu, and the flag."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton

from argmap.editor import labels
from argmap.editor.words import ROLE_NAMES
from argmap.edits import claims as edits
from argmap.model.records import Claim, ClaimKind, Flag, MapInfo, Relation
from argmap.model.roles import Role, role_of
from argmap.ui.fonts import font
from argmap.ui.inspector.buttons import icon_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.flow import Flow
from argmap.ui.inspector.part import Part
from argmap.ui.inspector.words import KIND_NAMES
from argmap.ui.signs import FLAG_ICON, FLAGS, ROLE_ICONS
from argmap.ui.theme import faint

_HEIGHT, _SIDE, _ICON, _GAP, _CHEVRON = 26, 8, 14, 6, 12


class Chip(QToolButton):
    """An icon and a word on a tint, with a menu."""

    def __init__(self, desk: Desk, *, role: Role, icon: str, has_chevron: bool) -> None:
        super().__init__()
        self._desk = desk
        self._look: tuple[Role, str] = (role, icon)
        self._ink: QColor | None = None
        self._has_chevron = has_chevron
        self.setFont(font(13, 600))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.restyled.connect(self.update)

    def show_look(self, words: str, *, role: Role, icon: str) -> None:
        """Show a word in a role's colours."""
        self._look = (role, icon)
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        tail = _GAP + _CHEVRON if self._has_chevron else 0
        return QSize(round(2 * _SIDE + _ICON + _GAP + wide + tail), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It keeps its size."""
        return self.sizeHint()

    def _inks(self) -> tuple[QColor, QColor]:
        role = self._look[0]
        return self._desk.theme.ink(role), self._desk.theme.tint(role)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, the icon, the word and the chevron."""
        ink, tint = self._inks()
        theme = self._desk.theme
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(tint)
            painter.setPen(self._edge(ink, tint))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            ratio, middle = self.devicePixelRatioF(), self.height() / 2
            icon = self._desk.icons.pixmap(self._look[1], _ICON, colour=ink, dpr=ratio)
            painter.drawPixmap(_SIDE, round(middle - _ICON / 2), icon)
            painter.setPen(ink)
            left = _SIDE + _ICON + _GAP
            words = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self._has_chevron:
                down = self._desk.icons.pixmap("chevron-down", _CHEVRON, colour=ink, dpr=ratio)
                painter.drawPixmap(self.width() - _SIDE - _CHEVRON, round(middle - _CHEVRON / 2), down)
            if self.hasFocus():
                painter.setPen(theme.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        finally:
            painter.end()

    def _edge(self, ink: QColor, tint: QColor) -> QColor:
        return faint(ink, 0.5) if self.underMouse() else tint


class FlagChip(Chip):
    """A chip in the colour of warnings."""

    def _inks(self) -> tuple[QColor, QColor]:
        return self._desk.theme.warn, self._desk.theme.tint(Role.THESIS)


class Chips(Part):
    """The role and the flag of one claim or, where they share them, of several."""

    reads = frozenset({Claim, Relation, MapInfo})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.role = Chip(desk, role=Role.CLAIM, icon="message-square", has_chevron=True)
        self.flag = FlagChip(desk, role=Role.THESIS, icon=FLAG_ICON, has_chevron=False)
        self.add_flag = icon_button(desk, FLAG_ICON, "Flag for a second look", px=14)
        self.add_flag.clicked.connect(self._open_flags)
        row = Flow(gap=8)
        self.setLayout(row)
        for button in (self.role, self.flag, self.add_flag):
            row.addWidget(button)
        self._fill_role_menu()
        self._fill_flag_menu()

    def _fill_role_menu(self) -> None:
        menu = self.role.menu()
        self._kinds = QActionGroup(menu)
        for kind, name in KIND_NAMES.items():
            _add_choice(menu, self._kinds, name=name, value=kind)
        menu.addSeparator()
        self._implicit = menu.addAction("Implicit: the text does not say it")
        self._implicit.setCheckable(True)
        self._kinds.triggered.connect(self._set_kind)
        self._implicit.triggered.connect(self._set_implicit)

    def _fill_flag_menu(self) -> None:
        menu = self.flag.menu()
        self._flags = QActionGroup(menu)
        for flag in Flag:
            _add_choice(menu, self._flags, name=FLAGS[flag].name, value=flag)
        menu.addSeparator()
        _add_choice(menu, self._flags, name="No flag", value=None)
        self._flags.triggered.connect(self._set_flag)

    def _open_flags(self) -> None:
        self.flag.menu().popup(self.add_flag.mapToGlobal(self.add_flag.rect().bottomLeft()))

    def _set_kind(self, action: QAction) -> None:
        kind = ClaimKind(action.data())
        self.desk.commit(labels.SET_KIND, partial(edits.set_kind, claims=self.elements, kind=kind))
        self.refresh()

    def _set_implicit(self, implicit: bool) -> None:
        edit = partial(edits.set_implicit, claims=self.elements, implicit=implicit)
        self.desk.commit(labels.SET_IMPLICIT, edit)
        self.refresh()

    def _set_flag(self, action: QAction) -> None:
        flag = Flag(action.data()) if action.data() else None
        label = labels.SET_FLAG if flag else labels.REMOVE_FLAG
        self.desk.commit(label, partial(edits.set_flag, claims=self.elements, flag=flag))
        self.refresh()

    def refresh(self) -> None:
        """Show the shared role and flag; “Mixed” where they differ."""
        claims = [self.map.claims[key] for key in self.elements]
        roles = {role_of(self.map, claim) for claim in claims}
        role = roles.pop() if len(roles) == 1 else None
        words = "Mixed roles" if role is None else ROLE_NAMES[role]
        self.role.show_look(words, role=role or Role.CLAIM, icon=ROLE_ICONS[role or Role.CLAIM])
        self.role.setAccessibleName(f"Role: {words}")
        self._show_checked(claims)
        self._show_flag({claim.flag for claim in claims})

    def _show_checked(self, claims: list[Claim]) -> None:
        kinds, marks = {claim.kind for claim in claims}, {claim.implicit for claim in claims}
        self._kinds.setExclusive(False)
        for action in self._kinds.actions():
            action.setChecked(kinds == {action.data()} and marks == {False})
        self._kinds.setExclusive(True)
        self._implicit.setChecked(marks == {True})

    def _show_flag(self, flags: set[Flag | None]) -> None:
        shared = next(iter(flags)) if len(flags) == 1 else None
        words = "Mixed flags" if len(flags) > 1 else FLAGS[shared].name if shared else ""
        self.flag.show_look(words, role=Role.THESIS, icon=FLAG_ICON)
        self.flag.setAccessibleName(f"Flag: {words}")
        self.flag.setVisible(bool(words))
        self.add_flag.setVisible(not words)
        self._flags.setExclusive(False)
        for action in self._flags.actions():
            action.setChecked(flags == {action.data()})
        self._flags.setExclusive(True)


def _add_choice(menu: QMenu, group: QActionGroup, *, name: str, value: str | None) -> None:
    action = menu.addAction(name)
    action.setData(value)
    action.setCheckable(True)
    group.addAction(action)
