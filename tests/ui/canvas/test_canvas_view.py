"""Looking round on the canvas: wheel, pinch, fit and reveal, and whether cards are where the canvas says."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.layout.geometry import bounding
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.ui.canvas.camera import LEAST, MOST, NOTCH
from tests.builders import ids, sample, sketch, with_fields
from tests.ui.canvas.table import LayTable, Table
from tests.ui.mouse import CTRL, SHIFT


def test_the_wheel_scrolls_and_shift_sideways(essay: Table) -> None:
    origin = essay.view.origin
    essay.mouse.wheel((600, 400), -1)
    assert essay.view.origin == origin.moved(0, 120)
    essay.mouse.wheel((600, 400), 1, keys=SHIFT)
    assert essay.view.origin == origin.moved(-120, 120)
    essay.mouse.wheel((600, 400), 0, sideways=-1)
    assert essay.view.origin == origin.moved(0, 120)


def test_two_fingers_scroll_by_their_pixels(essay: Table) -> None:
    origin = essay.view.origin
    essay.mouse.wheel((600, 400), 0.1, pixels=(-7, 13))
    assert essay.view.origin == origin.moved(7, -13)


@pytest.mark.parametrize("spot", [(600, 400), (3, 3), (1190, 790), (217.5, 611.5)])
def test_ctrl_and_the_wheel_zoom_at_the_pointer(essay: Table, spot: tuple[float, float]) -> None:
    at = QPointF(*spot)
    held, zoom = essay.under(at), essay.view.zoom
    for turned in (1, 1, 1, -1, -1, -1, -1, -1):
        essay.mouse.wheel(at, turned, keys=CTRL)
        zoom *= NOTCH**turned
        assert essay.view.zoom == pytest.approx(zoom)
        assert math.dist(essay.view.to_view(held), spot) <= 1.0


def test_pinching_zooms_between_the_fingers(essay: Table) -> None:
    at = QPointF(310, 220)
    held = essay.under(at)
    for spread, zoom in ((0.25, 1.25), (-0.5, 0.625)):
        _pinch(essay, at, spread)
        assert essay.view.zoom == pytest.approx(zoom)
        assert math.dist(essay.view.to_view(held), (310, 220)) <= 1.0


def _pinch(table: Table, at: QPointF, spread: float) -> None:
    touchpad = QPointingDevice(
        "touchpad",
        1,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        2,
        0,
    )
    kind = Qt.NativeGestureType.ZoomNativeGesture
    there = QPointF(table.canvas.mapToGlobal(at))
    QApplication.sendEvent(
        table.canvas, QNativeGestureEvent(kind, touchpad, 2, at, at, there, spread, QPointF())
    )


def test_zooming_ends_at_its_limits(essay: Table) -> None:
    for turned, end in ((1, MOST), (-1, LEAST)):
        for _ in range(40):
            essay.mouse.wheel((600, 400), turned, keys=CTRL)
        assert essay.view.zoom == end


def test_fit_shows_the_whole_map_clear_of_the_panels(essay: Table) -> None:
    essay.canvas.fit(at_once=True)
    whole = bounding(essay.canvas.boxes.values())
    assert whole is not None
    shown = essay.view.rect_to_view(whole)
    assert shown.left() >= 20
    assert shown.right() <= 1180
    assert shown.top() >= 56
    assert shown.bottom() <= 732


def test_what_was_fitted_stays_fitted_when_the_window_changes(essay: Table) -> None:
    essay.canvas.fit(at_once=True)
    small = essay.view.zoom
    essay.canvas.resize(1500, 1000)
    whole = bounding(essay.canvas.boxes.values())
    assert whole is not None
    assert essay.view.zoom > small
    assert essay.view.rect_to_view(whole).right() <= 1480


def test_a_window_that_changes_keeps_the_place_one_looked_at(essay: Table) -> None:
    before = essay.view
    essay.canvas.resize(900, 700)
    assert (essay.view.zoom, essay.view.origin) == (before.zoom, before.origin)
    assert essay.view.size == (900, 700)


def test_fit_of_some_elements_shows_those(essay: Table) -> None:
    essay.canvas.fit(ids("c30"), at_once=True)
    assert essay.view.zoom == 1.0
    assert _is_inside(essay, "c30")
    assert not _is_inside(essay, "c01")


def _is_inside(table: Table, element: str) -> bool:
    return table.canvas.rect().contains(table.canvas.element_rect(element))


def test_reveal_scrolls_only_to_what_is_out_of_view(essay: Table, qtbot: QtBot) -> None:
    before = essay.view
    essay.canvas.reveal(ids("c25"))
    assert essay.canvas.camera.goal == before
    essay.look_at("c30")
    assert not _is_inside(essay, "c01")
    essay.canvas.reveal(ids("c01"))
    qtbot.waitUntil(lambda: not essay.canvas.camera.is_gliding)
    assert _is_inside(essay, "c01")
    assert essay.view.zoom == 1.0


@pytest.mark.parametrize("order", [("left", "right"), ("right", "left")])
def test_of_what_does_not_fit_together_the_first_is_revealed(
    lay: LayTable, qtbot: QtBot, order: tuple[str, str]
) -> None:
    table = lay(with_fields(sketch("left; right"), placement_id(RecordId("right")), x=4000.0))
    table.canvas.camera.scroll(2000, 0)
    table.canvas.reveal(ids(*order))
    qtbot.waitUntil(lambda: not table.canvas.camera.is_gliding)
    assert [_is_inside(table, claim) for claim in order] == [True, False]


def test_nothing_happens_for_what_is_not_on_the_map(essay: Table) -> None:
    before = essay.view
    essay.canvas.reveal(ids("nobody"))
    essay.canvas.fit(ids("nobody"))
    essay.canvas.edit_claim(RecordId("nobody"))
    assert essay.canvas.camera.goal == before
    assert essay.field is None
    assert essay.canvas.element_rect("nobody") == QRect()


def test_an_empty_map_can_be_fitted_scrolled_and_clicked(lay: LayTable) -> None:
    table = lay(ArgumentMap())
    table.canvas.fit()
    table.mouse.wheel((30, 30), 1, keys=CTRL)
    table.mouse.drag((30, 30), (200, 200))
    assert table.selected == set()
    assert table.picture().pixelColor(3, 3).name() in {
        table.look.theme.canvas.name(),
        table.look.theme.dot.name(),
    }


@pytest.mark.parametrize("zoom", [0.3, 0.55, 1.0, 1.7])
def test_cards_are_painted_where_the_canvas_says_they_stand(lay: LayTable, zoom: float) -> None:
    far = with_fields(sketch("claim"), placement_id(RecordId("claim")), x=313.3, y=-77.7)
    table = lay(far)
    table.look_at("claim", zoom)
    rect, picture = table.canvas.element_rect("claim"), table.picture()
    ground = {table.look.theme.canvas.name()}
    middle = rect.center().y()
    inked = [x for x in range(picture.width()) if picture.pixelColor(x, middle).name() not in ground]
    stripe = [x for x in inked if rect.left() - 40 <= x <= rect.right() + 40]
    shadow = 16 * zoom
    assert min(stripe) >= rect.left() - shadow
    assert max(stripe) <= rect.right() + shadow
    inside, outside = picture.pixelColor(rect.left() + 2, middle), picture.pixelColor(rect.left() - 2, middle)
    assert abs(inside.lightness() - outside.lightness()) > 20
    right = picture.pixelColor(rect.right() - 4, middle), picture.pixelColor(rect.right() + 1, middle)
    assert right[0] != right[1]


def test_the_place_of_an_arrow_is_that_of_its_line(essay: Table) -> None:
    relation = next(iter(essay.map.relations))
    rect = essay.canvas.element_rect(relation)
    assert rect.adjusted(-1, -1, 1, 1).contains(essay.along(relation, 0.3).toPoint())


def test_every_change_of_the_view_is_told(essay: Table) -> None:
    told: list[float] = []
    essay.canvas.view_changed.connect(lambda: told.append(essay.view.zoom))
    essay.mouse.wheel((600, 400), -1)
    essay.mouse.wheel((600, 400), 1, keys=CTRL)
    essay.mouse.move((20, 20))
    assert told == [1.0, NOTCH]


def test_a_zoom_by_key_glides_to_its_end(essay: Table, qtbot: QtBot) -> None:
    middle = essay.under(QPointF(600, 400))
    essay.canvas.set_zoom(2.0)
    assert essay.canvas.zoom == 2.0
    qtbot.waitUntil(lambda: essay.view.zoom == 2.0)
    assert math.dist(essay.view.to_view(middle), (600, 400)) <= 1.0


def test_the_whole_sample_can_be_looked_at_at_every_scale(lay: LayTable) -> None:
    table = lay(sample(), width=500, height=400)
    table.look_at("c25")
    for _ in range(12):
        table.mouse.wheel((250, 200), -2, keys=CTRL)
        assert not table.picture().isNull()
        box = table.canvas.element_rect("c25")
        assert table.canvas.rect().intersects(box)
