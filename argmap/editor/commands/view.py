"""Commands that change what is seen, and never the map."""

from __future__ import annotations

from functools import partial

from argmap.editor.commands.command import Command, Context, Scope
from argmap.editor.commands.conditions import has_map, has_selection
from argmap.editor.host import Panel, ThemeChoice

ZOOM_STEP = 1.25
"""One press of a zoom key."""


def zoom_by(factor: float, context: Context) -> None:
    """Scale about the middle of the view."""
    context.canvas.set_zoom(context.canvas.zoom * factor)


def zoom_to_full(context: Context) -> None:
    """Show the map at 100 %."""
    context.canvas.set_zoom(1.0)


def fit_map(context: Context) -> None:
    """Bring the whole map into view."""
    context.canvas.fit()


def fit_selection(context: Context) -> None:
    """Bring what is selected into view, as large as it fits."""
    context.canvas.fit(context.editor.selection)


def toggle_panel(panel: Panel, context: Context) -> None:
    """Show a panel, or hide it if it is shown."""
    context.host.show_panel(panel, not context.host.is_panel_shown(panel))


def is_panel_shown(panel: Panel, context: Context) -> bool:
    """Whether the panel is on screen."""
    return context.host.is_panel_shown(panel)


def toggle_panels(context: Context) -> None:
    """Hide all panels; if all are hidden, show them."""
    wanted = not any(context.host.is_panel_shown(panel) for panel in Panel)
    for panel in Panel:
        context.host.show_panel(panel, wanted)


def next_pane(context: Context) -> None:
    """Move the focus to the next part of the window."""
    context.host.focus_next_pane()


def choose_theme(theme: ThemeChoice, context: Context) -> None:
    """Show other colours."""
    context.host.choose_theme(theme)


def is_theme(theme: ThemeChoice, context: Context) -> bool:
    """Whether these colours are chosen."""
    return context.host.theme is theme


def choose_tool(name: str, context: Context) -> None:
    """Take a tool in hand."""
    context.canvas.choose_tool(name)


def is_tool(name: str, context: Context) -> bool:
    """Whether the tool is in hand."""
    return context.canvas.tool == name


def toggle_full_screen(context: Context) -> None:
    """Fill the screen with the window, or stop that."""
    context.host.show_full_screen(not context.host.is_full_screen)


def is_full_screen(context: Context) -> bool:
    """Whether the window fills the screen."""
    return context.host.is_full_screen


def _panel(panel: Panel, *, title: str, key: str, icon: str) -> Command:
    return Command(
        id=f"view.{panel.value}",
        title=title,
        run=partial(toggle_panel, panel),
        checked=partial(is_panel_shown, panel),
        keys=(key,),
        menu="View/3",
        icon=icon,
        keywords=("panel", "show", "hide"),
    )


def _theme(theme: ThemeChoice, *, title: str, icon: str) -> Command:
    return Command(
        id=f"view.theme_{theme.value}",
        title=title,
        run=partial(choose_theme, theme),
        checked=partial(is_theme, theme),
        menu="View/4",
        icon=icon,
        keywords=("theme", "colours"),
    )


def _tool(name: str, *, title: str, key: str, icon: str) -> Command:
    return Command(
        id=f"view.{name}_tool",
        title=title,
        run=partial(choose_tool, name),
        checked=partial(is_tool, name),
        keys=(key,),
        scope=Scope.CANVAS,
        menu="View/2",
        icon=icon,
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="view.zoom_in",
        title="Zoom in",
        run=partial(zoom_by, ZOOM_STEP),
        keys=("Ctrl++", "Ctrl+="),
        menu="View/1",
        icon="plus",
    ),
    Command(
        id="view.zoom_out",
        title="Zoom out",
        run=partial(zoom_by, 1 / ZOOM_STEP),
        keys=("Ctrl+-",),
        menu="View/1",
        icon="minus",
    ),
    Command(id="view.zoom_100", title="100 %", run=zoom_to_full, keys=("Ctrl+0",), menu="View/1"),
    Command(
        id="view.fit",
        title="Fit map",
        run=fit_map,
        when=has_map,
        keys=("Ctrl+9",),
        menu="View/1",
        icon="maximize",
        keywords=("overview",),
    ),
    Command(
        id="view.fit_selection",
        title="Fit selection",
        run=fit_selection,
        when=has_selection,
        keys=("Ctrl+8",),
        menu="View/1",
        icon="locate",
    ),
    _tool("select", title="Select tool", key="V", icon="mouse-pointer-2"),
    _tool("pan", title="Hand tool", key="H", icon="hand"),
    _panel(Panel.SOURCE, title="Source panel", key="Ctrl+1", icon="panel-left"),
    _panel(Panel.INSPECTOR, title="Inspector panel", key="Ctrl+3", icon="panel-right"),
    Command(
        id="view.panels", title="Show or hide both panels", run=toggle_panels, keys=("Ctrl+.",), menu="View/3"
    ),
    Command(id="view.next_pane", title="Next pane", run=next_pane, keys=("F6",), menu="View/3"),
    _theme(ThemeChoice.SYSTEM, title="Theme: system", icon="palette"),
    _theme(ThemeChoice.LIGHT, title="Theme: light", icon="sun"),
    _theme(ThemeChoice.DARK, title="Theme: dark", icon="moon"),
    Command(
        id="view.full_screen",
        title="Full screen",
        run=toggle_full_screen,
        checked=is_full_screen,
        keys=("F11",),
        menu="View/5",
        icon="scan",
    ),
)
"""View."""
