"""The part of a style sheet that fields and their names have in common, wherever they stand."""

from __future__ import annotations

from argmap.ui.theme import Theme


def field_rules(theme: Theme, *, within: str) -> str:
    """The rules in one theme's colours, for all that is inside the widget that a selector names.

    Fields choose theirs by the dynamic property `look`, labels by `ink`.
    """
    names = "chrome panel line2 field ink1 ink2 ink3 accent".split()
    colours = {name: getattr(theme, name).name() for name in names}
    return _RULES.format(**colours, within=within)


_RULES = """
{within} QLabel {{ background: transparent; color: {ink1}; }}
{within} QLabel[ink="2"] {{ color: {ink2}; }}
{within} QLabel[ink="3"] {{ color: {ink3}; }}

{within} QLineEdit[look="field"] {{
    background: {panel}; border: 1px solid {line2}; border-radius: 6px; color: {ink1}; padding: 2px 6px;
    selection-background-color: {accent}; selection-color: {chrome};
}}
{within} QLineEdit[look="field"][quiet="true"] {{
    background: transparent; border-color: transparent; padding-left: 0;
}}
{within} QLineEdit[look="field"][quiet="true"]:hover {{ border-color: {line2}; }}
{within} QLineEdit[look="field"]:focus {{ background: {panel}; border-color: {accent}; }}

{within} QTextEdit[look="bare"] {{
    background: transparent; border: 1px solid transparent; border-radius: 6px; color: {ink1};
}}
{within} QTextEdit[look="bare"]:hover {{ border-color: {line2}; }}
{within} QTextEdit[look="bare"]:focus {{ background: {panel}; border-color: {accent}; }}
{within} QTextEdit[look="bare"][ink="2"] {{ color: {ink2}; }}
{within} QTextEdit[look="source"] {{
    background: {panel}; border: 1px solid {field}; border-radius: 6px; color: {ink1};
}}
{within} QTextEdit[look="source"]:focus {{ border-color: {accent}; }}
"""
