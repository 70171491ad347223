"""The colours of the program: one frozen set of tokens a theme, and the palette and style sheet of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from argmap.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """All colours of one theme, by what they are for."""

    name: str
    is_dark: bool
    canvas: QColor
    """The ground of the map."""
    dot: QColor
    """The dots on that ground."""
    chrome: QColor
    """Bars and docks."""
    panel: QColor
    """Fields and popups."""
    card: QColor
    read: QColor
    """The ground of the essay and the outline."""
    line: QColor
    """Hairlines."""
    line2: QColor
    """The border of a card."""
    field: QColor
    """The border of what can be typed into."""
    ink1: QColor
    """Text."""
    ink2: QColor
    """Quieter text."""
    ink3: QColor
    """The quietest text that still reads well."""
    accent: QColor
    """Selection, focus, the main button."""
    accent_soft: QColor
    on_accent: QColor
    ok: QColor
    warn: QColor
    danger: QColor
    hit: QColor
    """The marker of what a search found."""
    on_hit: QColor
    """Text on that marker's tag."""
    role_inks: Mapping[Role, QColor]
    role_tints: Mapping[Role, QColor]
    voice_tints: tuple[QColor, ...]

    def ink(self, role: Role) -> QColor:
        """The strong colour of a role: its stripe, its icon, its arrows."""
        return self.role_inks[role]

    def tint(self, role: Role) -> QColor:
        """The pale colour of a role: a ground for text."""
        return self.role_tints[role]

    def voice_tint(self, index: int) -> QColor:
        """The ground of a voice's monogram; the index wraps round."""
        return self.voice_tints[index % len(self.voice_tints)]


def mixed(colour: QColor, ground: QColor, *, share: float) -> QColor:
    """The colour laid over an opaque ground with an opacity of `share`, itself opaque."""
    rest = 1 - share
    return QColor(
        round(colour.red() * share + ground.red() * rest),
        round(colour.green() * share + ground.green() * rest),
        round(colour.blue() * share + ground.blue() * rest),
    )


def faint(colour: QColor, share: float) -> QColor:
    """The colour with an opacity of `share`."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def _tokens(**tokens: str) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in tokens.items()}


def _roles(**tokens: str) -> dict[Role, QColor]:
    return {Role(name): QColor(value) for name, value in tokens.items()}


def _cycle(*tokens: str) -> tuple[QColor, ...]:
    return tuple(map(QColor, tokens))


LIGHT = Theme(
    name="light",
    is_dark=False,
    role_inks=_roles(
        thesis="#6B4A00",
        reason="#0A736D",
        evidence="#1B56A0",
        objection="#C23D0E",
        undercut="#7C1A63",
        implicit="#626975",
        question="#3D4450",
        claim="#676D77",
    ),
    role_tints=_roles(
        thesis="#FCF0CC",
        reason="#DDF1EC",
        evidence="#DFEBF9",
        objection="#FDEAE1",
        undercut="#F8E1F0",
        implicit="#EEEEEE",
        question="#ECEAE4",
        claim="#EEEEEE",
    ),
    voice_tints=_cycle("#E8E1D3", "#D5DFE9", "#E4DBEC", "#F0D9D3", "#DAE6D6", "#E3E1FB"),
    **_tokens(
        canvas="#F5F3EE",
        dot="#DDD8CE",
        chrome="#FBFAF7",
        panel="#FFFFFF",
        card="#FFFFFF",
        read="#FFFEFB",
        line="#E5E1D8",
        line2="#D3CEC3",
        field="#8A857A",
        ink1="#1E2227",
        ink2="#545A63",
        ink3="#676D77",
        accent="#4F46E5",
        accent_soft="#ECEBFD",
        on_accent="#FFFFFF",
        ok="#1B7A43",
        warn="#8A5A00",
        danger="#B3261E",
        hit="#FFE45C",
        on_hit="#1E2227",
    ),
)
"""Paper."""

DARK = Theme(
    name="dark",
    is_dark=True,
    role_inks=_roles(
        thesis="#F0CB6A",
        reason="#42BFAF",
        evidence="#86BEF8",
        objection="#FF8255",
        undercut="#F6B6E1",
        implicit="#A3ABB7",
        question="#BAC1CB",
        claim="#98A0AC",
    ),
    role_tints=_roles(
        thesis="#3A3118",
        reason="#173833",
        evidence="#1B3149",
        objection="#44261A",
        undercut="#40233A",
        implicit="#2C3037",
        question="#2C3037",
        claim="#2C3037",
    ),
    voice_tints=_cycle("#4A4437", "#354453", "#463B52", "#533A35", "#384A35", "#3A3770"),
    **_tokens(
        canvas="#14161A",
        dot="#2A2E35",
        chrome="#1A1D22",
        panel="#1F2328",
        card="#23272E",
        read="#1B1E23",
        line="#2E333B",
        line2="#3C424C",
        field="#737B88",
        ink1="#ECEEF1",
        ink2="#B3BAC4",
        ink3="#98A0AC",
        accent="#9C95FF",
        accent_soft="#2C2A4D",
        on_accent="#14161A",
        ok="#5CCB8A",
        warn="#E6B450",
        danger="#FF8A80",
        hit="#6B5B00",
        on_hit="#ECEEF1",
    ),
)
"""Slate."""


def palette(theme: Theme) -> QPalette:
    """The palette of all widgets, with every role set in every group."""
    roles = _palette_roles(theme)
    made = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role, colour in roles.items():
            made.setColor(group, role, colour)
    quiet = mixed(theme.ink3, theme.chrome, share=0.55)
    disabled = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.PlaceholderText,
        QPalette.ColorRole.Link,
        QPalette.ColorRole.LinkVisited,
        QPalette.ColorRole.HighlightedText,
    ):
        made.setColor(disabled, role, quiet)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent):
        made.setColor(disabled, role, theme.line)
    made.setColor(disabled, QPalette.ColorRole.Base, theme.chrome)
    return made


def _palette_roles(theme: Theme) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.chrome,
        role.WindowText: theme.ink1,
        role.Text: theme.ink1,
        role.ButtonText: theme.ink1,
        role.BrightText: theme.danger,
        role.Base: theme.panel,
        role.Button: theme.panel,
        role.AlternateBase: theme.chrome,
        role.PlaceholderText: theme.ink3,
        role.Highlight: theme.accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Light: theme.panel,
        role.Midlight: theme.line,
        role.Mid: theme.line2,
        role.Dark: theme.field,
        role.Shadow: theme.ink1 if not theme.is_dark else theme.canvas,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.ink1,
    }


def stylesheet(theme: Theme) -> str:
    """The few rules that the palette cannot say: lines between panels, menus, tool tips and message boxes."""
    names = ("line", "line2", "ink1", "chrome", "panel", "accent", "accent_soft", "on_accent", "field")
    colours = {name: getattr(theme, name).name() for name in names}
    return _SHEET.format(
        **colours,
        pale=mixed(theme.ink3, theme.panel, share=0.6).name(),
        hover=mixed(theme.ink1, theme.panel, share=0.06).name(),
        pressed=mixed(theme.ink1, theme.panel, share=0.11).name(),
        main_hover=mixed(theme.ink1, theme.accent, share=0.12).name(),
    )


_SHEET = """
QSplitter::handle, QMainWindow::separator {{ background: {line}; }}
QSplitter::handle:horizontal, QMainWindow::separator:vertical {{ width: 1px; }}
QSplitter::handle:vertical, QMainWindow::separator:horizontal {{ height: 1px; }}
QSplitter::handle:hover, QMainWindow::separator:hover {{ background: {accent}; }}

QWidget#panel_edge {{ background: {line}; }}

QMenu {{ background: {panel}; color: {ink1}; border: 1px solid {line2}; padding: 5px; menu-scrollable: 1; }}
QMenu[rounded="true"] {{ border-radius: 8px; }}
QMenu::item {{
    background: transparent; border-radius: 6px; margin: 0 1px; padding: 6px 16px 6px 10px; min-height: 16px;
}}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ background: transparent; color: {pale}; }}
QMenu::icon {{ padding-left: 9px; }}
QMenu::icon:checked {{ background: transparent; border: none; }}
QMenu::separator {{ background: {line}; height: 1px; margin: 5px 8px; }}

QToolTip {{
    background: {panel}; color: {ink1}; border: 1px solid {line2}; border-radius: 6px; padding: 1px 4px;
    font-size: 12px;
}}

QScrollBar#slim_bar:vertical {{ background: transparent; border: none; width: 10px; margin: 0; }}
QScrollBar#slim_bar::handle:vertical {{
    background: {line2}; border-radius: 3px; margin: 2px; min-height: 28px;
}}
QScrollBar#slim_bar::handle:vertical:hover {{ background: {field}; }}
QScrollBar#slim_bar::add-line, QScrollBar#slim_bar::sub-line {{ height: 0; }}
QScrollBar#slim_bar::add-page, QScrollBar#slim_bar::sub-page {{ background: none; }}

QListWidget#manual_pages {{ background: transparent; outline: none; }}
QListWidget#manual_pages::item {{ color: {ink1}; border-radius: 6px; padding: 6px 8px; margin-bottom: 1px; }}
QListWidget#manual_pages::item:hover {{ background: {hover}; }}
QListWidget#manual_pages::item:selected {{ background: {accent_soft}; color: {ink1}; }}
QListWidget#manual_pages::item:selected:focus {{ border: 1px solid {accent}; padding: 5px 7px; }}
QListWidget#version_list, QListWidget#encodings {{ background: transparent; outline: none; }}
QListWidget#version_list::item, QListWidget#encodings::item {{ border-radius: 6px; margin-bottom: 1px; }}
QListWidget#version_list::item:hover, QListWidget#encodings::item:hover {{ background: {hover}; }}
QListWidget#version_list::item:selected, QListWidget#encodings::item:selected {{ background: {accent_soft}; }}
QListWidget#version_list::item:selected:focus, QListWidget#encodings::item:selected:focus {{
    border: 1px solid {accent};
}}
QPushButton#manual_back {{
    background: transparent; border: none; border-radius: 6px; padding: 5px 9px 5px 6px;
}}
QPushButton#manual_back:hover {{ background: {hover}; }}
QPushButton#manual_back:focus {{ border: 1px solid {accent}; padding: 4px 8px 4px 5px; }}
QPushButton#manual_back:disabled {{ color: {pale}; }}
QFrame#manual_rule {{ background: {line}; border: none; }}

QMessageBox {{ background: {panel}; }}
QMessageBox QLabel#qt_msgbox_label {{ min-width: 390px; }}
QMessageBox QPushButton {{
    background: {panel}; color: {ink1}; border: 1px solid {line2}; border-radius: 6px;
    padding: 0 14px; min-width: 58px; height: 30px; font-weight: 600;
}}
QMessageBox QPushButton:hover {{ background: {hover}; }}
QMessageBox QPushButton:pressed {{ background: {pressed}; }}
QMessageBox QPushButton:focus {{ border: 2px solid {accent}; padding: 0 13px; }}
QMessageBox QPushButton:default {{ background: {accent}; color: {on_accent}; border: 1px solid {accent}; }}
QMessageBox QPushButton:default:hover {{ background: {main_hover}; }}
QMessageBox QPushButton:default:focus {{ border: 1px solid {accent}; outline: none; }}
"""
