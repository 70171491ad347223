"""One map after another in the same window: what is kept of the first, and what does not go with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from argmap.model.ids import RecordId
from tests.documents import open_document
from tests.ui.mouse import ALT, Mouse
from tests.ui.windows import OpenWindow


def test_a_file_left_for_another_map_is_looked_at_again_as_before(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    canvas = desk.window.panes.canvas
    canvas.set_zoom(2.0)
    desk.select("d")
    desk.trigger("file.new")
    desk.answers.open = file
    desk.trigger("file.open")
    assert canvas.zoom == pytest.approx(2.0)
    assert desk.selected == {"d"}


def test_when_the_map_before_was_saved_is_not_said_of_the_next(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.select("a")
    desk.trigger("edit.delete")
    desk.trigger("file.save")
    assert desk.window.panes.status.saved_text.startswith("Saved ")
    desk.trigger("file.new")
    assert desk.window.panes.status.saved_text == ""


def test_a_card_in_hand_is_put_back_before_the_map_is_saved(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    canvas, home = desk.window.panes.canvas, desk.window.panes.canvas.boxes[RecordId("u")]
    mouse, at = Mouse(canvas), canvas.element_rect("u").center().toPointF()
    mouse.hold(at, at + QPointF(200, 0), keys=ALT)
    assert canvas.boxes[RecordId("u")] != home
    desk.trigger("file.save")
    assert canvas.boxes[RecordId("u")] == home
    mouse.move(at + QPointF(300, 0), keys=ALT)
    mouse.release()
    place = open_document(file).editor.map.placement(RecordId("u"))
    assert place is not None
    assert (place.x, place.y) == (home.x, home.y)
    assert not desk.window.isWindowModified()
