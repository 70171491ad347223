"""What the pointer tells the canvas besides gestures: what is under it, and when to scroll."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.edits import claims
from argmap.model.ids import RecordId, placement_id
from argmap.ui.canvas.pointer import EDGE_TIME
from tests.builders import sketch, with_fields
from tests.ui.canvas.table import LayTable, Table, differing
from tests.ui.mouse import ALT, MIDDLE


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection below it, and a free claim far to the right."""
    map_ = sketch("thesis <- reason; thesis <x- objection; free")
    table = lay(with_fields(map_, placement_id(RecordId("free")), x=560.0, y=0.0))
    table.canvas.camera.scroll(-60, -60)
    return table


def test_a_press_from_nowhere_lights_the_card_under_it(table: Table) -> None:
    told: list[str] = []
    table.canvas.claim_hovered.connect(told.append)
    table.mouse.press(table.on("free"))
    assert told == ["free"]


def test_what_lies_under_a_pointer_that_rests_is_noticed_when_the_map_is_scrolled(table: Table) -> None:
    told: list[str] = []
    table.canvas.claim_hovered.connect(told.append)
    at = table.on("free")
    table.mouse.move(at)
    table.mouse.wheel(at, -4)
    assert told == ["free", ""]


def test_a_card_that_comes_back_under_the_pointer_is_hovered_again(table: Table) -> None:
    table.mouse.move(table.on("free"))
    rest = table.on_screen()
    table.editor.edit("Remove", lambda t: claims.remove_elements(t, [RecordId("free")]))
    table.editor.undo()
    table.mouse.move(table.on("free", 3, 3))
    assert differing(table.on_screen(), rest) is None


def test_over_a_panel_nothing_is_hovered_after_a_drag(table: Table) -> None:
    panel = QWidget(table.canvas)
    panel.setGeometry(0, 0, 300, 640)
    panel.show()
    told: list[str] = []
    table.mouse.move(table.on("free"))
    table.canvas.claim_hovered.connect(told.append)
    table.mouse.drag(table.on("free"), QPointF(100, 300), keys=ALT)
    assert told[-1:] == [""]


def test_a_drag_beyond_the_border_never_leaves_the_map_behind(table: Table, qtbot: QtBot) -> None:
    table.mouse.hold(table.on("free"), QPointF(-300, 320), keys=ALT)
    rest = [box for key, box in table.canvas.boxes.items() if key != "free"]
    seen: list[float] = []

    def has_stopped() -> bool:
        seen.append(table.canvas.visible.x)
        return len(seen) > 30 and seen[-1] == seen[-20]

    qtbot.waitUntil(has_stopped)
    assert seen[-1] < seen[0]
    assert any(box.intersects(table.canvas.visible) for box in rest)
    table.mouse.release(keys=ALT)


def test_near_the_border_a_map_in_hand_stays_where_it_is_held(table: Table, qtbot: QtBot) -> None:
    table.mouse.hold((400, 300), QPointF(table.canvas.width() - 5, 300), button=MIDDLE)
    held = table.view.origin
    later = QTimer(table.canvas, singleShot=True, interval=5 * EDGE_TIME)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert table.view.origin == held


def test_a_space_bar_let_go_elsewhere_is_not_held_any_more(table: Table, qtbot: QtBot) -> None:
    qtbot.keyPress(table.canvas, Qt.Key.Key_Space)
    table.canvas.clearFocus()
    origin, home = table.view.origin, table.box("free")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(0, 200), keys=ALT)
    assert (table.view.origin, table.box("free")) == (origin, home.moved(0, 200))
