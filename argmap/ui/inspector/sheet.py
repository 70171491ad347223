"""The inspector's style sheet: what a palette cannot say of flat buttons, chips and the slider."""

from __future__ import annotations

from argmap.model.roles import Role
from argmap.ui.parts.field_rules import field_rules
from argmap.ui.theme import Theme, faint


def sheet(theme: Theme) -> str:
    """The rules in one theme's colours; widgets choose theirs by the dynamic property `look`."""
    names = "chrome panel line line2 field ink1 ink2 ink3 accent accent_soft warn danger".split()
    colours = {name: getattr(theme, name).name() for name in names}
    hover = faint(theme.ink1, 0.07)
    rest = _SHEET.format(
        **colours,
        flag_ground=theme.tint(Role.THESIS).name(),
        hover=f"rgba({hover.red()}, {hover.green()}, {hover.blue()}, {hover.alpha()})",
    )
    return field_rules(theme, within="#inspector") + rest


_SHEET = """
#inspector, #inspector QScrollArea, #inspectorColumn {{ background: {chrome}; border: none; }}
#inspector QToolButton::menu-indicator {{ image: none; }}

#inspector QAbstractButton[look="link"] {{
    background: transparent; border: none; border-bottom: 1px solid transparent; color: {accent}; padding: 0;
}}
#inspector QAbstractButton[look="link"]:hover,
#inspector QAbstractButton[look="link"]:focus {{ border-bottom-color: {accent}; }}

#inspector QSlider {{ background: transparent; min-height: 22px; }}
#inspector QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line2}; }}
#inspector QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
#inspector QSlider::handle:horizontal {{
    width: 12px; height: 12px; margin: -6px 0; border: 2px solid {accent}; border-radius: 8px;
    background: {panel};
}}
#inspector QSlider::handle:horizontal:focus {{ background: {accent_soft}; border-width: 2px; }}

#inspector QScrollBar:vertical {{ background: transparent; border: none; width: 8px; margin: 0; }}
#inspector QScrollBar::handle:vertical {{
    background: {line2}; border-radius: 2px; min-height: 30px; margin: 2px;
}}
#inspector QScrollBar::handle:vertical:hover {{ background: {ink3}; }}
#inspector QScrollBar::add-line:vertical, #inspector QScrollBar::sub-line:vertical {{ height: 0; }}
#inspector QScrollBar::add-page:vertical, #inspector QScrollBar::sub-page:vertical {{ background: none; }}
"""
