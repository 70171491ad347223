"""The parts of a window that show the map, built and put in their places."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from argmap.editor.commands.command import Clock
from argmap.editor.editor import Editor
from argmap.editor.host import Panel
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.chrome.message_bar import MessageBar
from argmap.ui.chrome.status_line import StatusLine
from argmap.ui.chrome.toast import Toast
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.look import Look
from argmap.ui.narrow import Need
from argmap.ui.parts.dressing import dress
from argmap.ui.source.source_view import SourceView

SOURCE_WIDTH, INSPECTOR_WIDTH = 304, 308
NEEDS = {Panel.SOURCE: Need(1000, SOURCE_WIDTH), Panel.INSPECTOR: Need(1240, INSPECTOR_WIDTH)}
"""In how wide a window the panels stand beside the canvas."""
_SOURCE_RANGE, _INSPECTOR_RANGE = (240, 480), (264, 420)
_CANVAS_LEAST = 440


@dataclass(frozen=True, slots=True, kw_only=True)
class Panes:
    """The panes, and where the window tells what happens."""

    canvas: Canvas
    source: SourceView
    inspector: Inspector
    docks: dict[Panel, QDockWidget]
    messages: MessageBar
    toast: Toast
    status: StatusLine

    def set_editor(self, editor: Editor) -> None:
        """Show another map."""
        for pane in (self.canvas, self.source, self.inspector):
            pane.set_editor(editor)

    def set_look(self, look: Look) -> None:
        """Show other colours."""
        dress(look, self.canvas, self.source, self.inspector, self.messages, self.toast, self.status)

    @property
    def focusable(self) -> list[QWidget]:
        """What F6 walks through: the panes on screen, from left to right."""
        shown = [(self.source, Panel.SOURCE), (self.canvas, None), (self.inspector, Panel.INSPECTOR)]
        return [pane for pane, panel in shown if panel is None or not self.docks[panel].isHidden()]


def build_panes(window: QMainWindow, editor: Editor, *, look: Look, clock: Clock) -> Panes:
    """Build the panes and put them into the window."""
    canvas = Canvas(editor, look)
    canvas.setMinimumWidth(_CANVAS_LEAST)
    source = SourceView(editor, look)
    inspector = Inspector(editor, look, clock=clock)
    messages = MessageBar(look)
    panes = Panes(
        canvas=canvas,
        source=source,
        inspector=inspector,
        docks={
            Panel.SOURCE: _dock(source, "Source", _SOURCE_RANGE),
            Panel.INSPECTOR: _dock(inspector, "Inspector", _INSPECTOR_RANGE),
        },
        messages=messages,
        toast=Toast(canvas, look),
        status=StatusLine(look),
    )
    window.setCentralWidget(_column(messages, canvas))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, panes.docks[Panel.SOURCE])
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panes.docks[Panel.INSPECTOR])
    window.setStatusBar(panes.status)
    return panes


def _column(*parts: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    return held


def _dock(pane: QWidget, title: str, widths: tuple[int, int]) -> QDockWidget:
    dock = QDockWidget(title)
    dock.setObjectName(f"{title.lower()}_dock")
    dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
    dock.setTitleBarWidget(QWidget(dock))  # an empty one: the panes have title rows of their own
    pane.setMinimumWidth(widths[0])
    pane.setMaximumWidth(widths[1])
    dock.setWidget(pane)
    return dock
