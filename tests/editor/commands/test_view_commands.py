"""Looking at the map, panels, colours, tools and help."""

from __future__ import annotations

import pytest

from argmap.editor.commands.table import command
from argmap.editor.host import Panel, ThemeChoice
from argmap.model.ids import RecordId
from tests.editor.commands.small_map import small_map
from tests.host import Bench, bench_on


@pytest.fixture
def bench() -> Bench:
    return bench_on(small_map())


def _is_checked(bench: Bench, key: str) -> bool:
    checked = command(key).checked
    assert checked is not None
    return checked(bench.context)


def test_zooming_in_and_out_returns(bench: Bench) -> None:
    bench.run("view.zoom_in")
    assert bench.host.canvas.zoom > 1.1
    bench.run("view.zoom_out")
    assert bench.host.canvas.zoom == pytest.approx(1.0)
    bench.host.canvas.zoom = 0.3
    bench.run("view.zoom_100")
    assert bench.host.canvas.zoom == 1.0


def test_the_map_or_the_selection_is_fitted(bench: Bench) -> None:
    bench.run("view.fit")
    assert bench.host.canvas.fitted is None
    bench.run("view.fit_selection", "a")
    assert bench.host.canvas.fitted == {RecordId("a")}
    assert not bench.can_run("view.fit_selection")


@pytest.mark.parametrize(
    ("key", "panel"), [("view.source", Panel.SOURCE), ("view.inspector", Panel.INSPECTOR)]
)
def test_a_panel_is_hidden_and_shown(bench: Bench, key: str, panel: Panel) -> None:
    bench.run(key)
    assert bench.host.panels == set(Panel) - {panel}
    assert not _is_checked(bench, key)
    bench.run(key)
    assert bench.host.panels == set(Panel)
    assert _is_checked(bench, key)


def test_both_panels_are_hidden_unless_both_are_hidden_already(bench: Bench) -> None:
    bench.run("view.source")
    bench.run("view.panels")
    assert bench.host.panels == set()
    bench.run("view.panels")
    assert bench.host.panels == set(Panel)


@pytest.mark.parametrize("theme", list(ThemeChoice))
def test_colours_are_chosen(bench: Bench, theme: ThemeChoice) -> None:
    bench.host.theme = ThemeChoice.DARK if theme is ThemeChoice.LIGHT else ThemeChoice.LIGHT
    bench.run(
        {
            ThemeChoice.SYSTEM: "view.theme_system",
            ThemeChoice.LIGHT: "view.theme_light",
            ThemeChoice.DARK: "view.theme_dark",
        }[theme]
    )
    assert bench.host.theme is theme
    assert _is_checked(bench, f"view.theme_{theme.value}")


def test_tools_are_taken_in_hand(bench: Bench) -> None:
    bench.run("view.pan_tool")
    assert bench.host.canvas.tool == "pan"
    assert _is_checked(bench, "view.pan_tool")
    assert not _is_checked(bench, "view.select_tool")
    bench.run("view.select_tool")
    assert bench.host.canvas.tool == "select"


def test_the_screen_is_filled_and_left(bench: Bench) -> None:
    bench.run("view.full_screen")
    assert _is_checked(bench, "view.full_screen")
    bench.run("view.full_screen")
    assert not bench.host.is_full_screen


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("view.next_pane", ("next pane", None)),
        ("edit.context_menu", ("context menu", None)),
        ("help.manual", ("help", "index")),
        ("help.keys", ("help", "keys")),
        ("help.about", ("help", "about")),
    ],
)
def test_the_window_is_asked(bench: Bench, key: str, done: tuple[str, object]) -> None:
    bench.run(key)
    assert bench.host.done == [done]
