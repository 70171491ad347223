"""The command table is whole: ids and keys are unique, every command is tested, every key is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from argmap.editor.commands.command import Scope
from argmap.editor.commands.table import MENUS, TABLE, command, sections
from argmap.resources import resource
from tests.architecture.checkout import ROOT, python_files


def test_ids_are_unique_and_well_formed() -> None:
    counts = Counter(row.id for row in TABLE)
    assert [key for key, count in counts.items() if count > 1] == []
    assert [key for key in counts if not re.fullmatch(r"[a-z]+\.[a-z0-9_]+", key)] == []


@pytest.mark.parametrize("pane", [Scope.CANVAS, Scope.SOURCE])
def test_no_key_means_two_things(pane: Scope) -> None:
    # Keys of the window are heard in every pane too, so it shares one set with each.
    counts = Counter(key.lower() for row in TABLE for key in row.keys if row.scope in (Scope.WINDOW, pane))
    assert [key for key, count in counts.items() if count > 1] == []


def test_single_letters_are_heard_in_a_pane_alone() -> None:
    assert [row.id for row in TABLE for key in row.keys if len(key) == 1 and row.scope is Scope.WINDOW] == []


def test_every_command_is_named_in_a_test() -> None:
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in python_files("tests")]
    named = set(re.findall(r"[\"']([a-z]+\.[a-z0-9_]+)[\"']", "\n".join(texts)))
    assert [row.id for row in TABLE if row.id not in named] == []


def test_every_command_is_reached_by_a_menu_or_a_key() -> None:
    assert [row.id for row in TABLE if not row.menu and not row.keys] == []
    in_menus = {row.id for name in MENUS for section in sections(name) for row in section}
    assert in_menus == {row.id for row in TABLE if row.menu}


def test_every_icon_is_there() -> None:
    missing = [row.icon for row in TABLE if row.icon and not resource("icons", f"{row.icon}.svg").is_file()]
    assert missing == []


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("Tab", "insert.reason"),
        ("Shift+Tab", "insert.objection"),
        ("Return", "insert.sibling"),
        ("E", "edit.text"),
        ("F2", "edit.text"),
        ("Left", "walk.left"),
        ("Shift+Down", "walk.extend_down"),
        ("Alt+Up", "arrange.nudge_up"),
        ("Alt+Shift+Up", "arrange.nudge_up_far"),
        ("Ctrl+Up", "arrange.earlier"),
        ("Ctrl+Down", "arrange.later"),
        ("N", "insert.claim"),
        ("Q", "insert.question"),
        ("I", "claim.implicit"),
        ("C", "relation.connect"),
        ("G", "relation.link"),
        ("U", "insert.undercutter"),
        ("R", "relation.reverse"),
        ("S", "relation.support"),
        ("A", "relation.attack"),
        ("1", "relation.weak"),
        ("2", "relation.normal"),
        ("3", "relation.strong"),
        ("Shift+F10", "edit.context_menu"),
        ("Del", "edit.delete"),
        ("Shift+Del", "edit.delete_branch"),
        ("Ctrl+D", "edit.duplicate"),
        ("Ctrl+C", "edit.copy"),
        ("Ctrl+X", "edit.cut"),
        ("Ctrl+I", "source.add"),
        ("Ctrl+Shift+V", "source.paste"),
        ("Ctrl+V", "edit.paste"),
        ("P", "claim.pin"),
        ("V", "view.select_tool"),
        ("H", "view.pan_tool"),
        ("Ctrl+0", "view.zoom_100"),
        ("Ctrl+9", "view.fit"),
        ("Ctrl+8", "view.fit_selection"),
        ("Ctrl++", "view.zoom_in"),
        ("Ctrl+-", "view.zoom_out"),
        ("Ctrl+1", "view.source"),
        ("Ctrl+3", "view.inspector"),
        ("F6", "view.next_pane"),
        ("Ctrl+.", "view.panels"),
        ("F11", "view.full_screen"),
        ("Ctrl+Z", "edit.undo"),
        ("Ctrl+Shift+Z", "edit.redo"),
        ("F1", "help.manual"),
        ("?", "help.keys"),
        ("Esc", "edit.select_none"),
    ],
)
def test_a_promised_key_runs_its_command(key: str, wanted: str) -> None:
    assert key in command(wanted).keys
