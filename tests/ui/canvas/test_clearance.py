"""What floats over the canvas hides nothing that is to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from argmap.edits.arranging import place
from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from argmap.ui.canvas.clearance import is_clear
from argmap.ui.canvas.view import View
from tests.ui.windows import Desk, open_window

CLAIM = RecordId("c14")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    desk = open_window(tmp_path, sample=True)
    qtbot.addWidget(desk.window)
    return desk


def _put(desk: Desk, *, at: tuple[float, float]) -> None:
    """Move the map so that the claim's card has its top left corner at a place in the canvas."""
    canvas = desk.window.panes.canvas
    box, size = canvas.boxes[CLAIM], canvas.camera.view.size
    canvas.camera.go(View(1.0, Point(box.x - at[0], box.y - at[1]), size), time=0)


def test_a_card_under_a_floating_panel_is_brought_out(desk: Desk, qtbot: QtBot) -> None:
    canvas = desk.window.panes.canvas
    _put(desk, at=(canvas.width() - 230, canvas.height() - 160))
    assert canvas.rect().contains(canvas.element_rect(CLAIM))
    assert not is_clear(canvas, canvas.element_rect(CLAIM))
    canvas.reveal([CLAIM])
    qtbot.waitUntil(lambda: not canvas.camera.is_gliding)
    assert is_clear(canvas, canvas.element_rect(CLAIM))


def test_a_card_that_can_be_seen_stays_where_it_is(desk: Desk) -> None:
    canvas = desk.window.panes.canvas
    _put(desk, at=(300, 300))
    before = canvas.camera.view
    canvas.reveal([CLAIM])
    assert canvas.camera.goal == before


def test_what_is_out_of_view_is_not_clear(desk: Desk) -> None:
    assert not is_clear(desk.window.panes.canvas, QRect(-20, 300, 100, 100))


def test_fitting_keeps_every_card_clear_of_the_panels(desk: Desk) -> None:
    """A map as deep as it is wide would reach under the pill and the minimap."""
    canvas, editor = desk.window.panes.canvas, desk.window.document.editor
    bounds = canvas.picture.bounds
    assert bounds is not None
    corner = (bounds.right - 200, bounds.bottom + 500)
    editor.edit("Move", lambda t: place(t, CLAIM, corner))
    canvas.fit(at_once=True)
    assert all(is_clear(canvas, canvas.element_rect(key)) for key in canvas.boxes)
