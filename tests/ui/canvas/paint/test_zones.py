"""The drop zones: each says by an icon, and where there is room by words, what it does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from argmap.editor.tools.zones import REACH
from argmap.layout.geometry import Point, Rect
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.zones import EFFECT_ROLES, zone_rects
from argmap.ui.canvas.view import View
from tests.ui.canvas.paint.drawing import colours, drawn_sheet, is_near

BOX = Rect(120, 60, 224, 80)


@pytest.mark.parametrize("zoom", [0.5, 1.0])
@pytest.mark.parametrize("effect", EFFECT_ROLES)
def test_every_zone_names_its_effect(painter: MapPainter, effect: str, zoom: float) -> None:
    view = View(zoom, Point(0, 0), (480, 220))
    image = drawn_sheet(lambda sheet: painter.zones.paint(sheet, BOX, chosen=""), view)
    shown = view.rect_to_view(zone_rects(BOX)[effect])
    inside = Rect(shown.x() + 4, shown.y() + 3, shown.width() - 8, shown.height() - 6)
    ink = painter.theme.ink(EFFECT_ROLES[effect])
    assert any(is_near(QColor(name), ink, within=60) for name in colours(image, inside))


def test_zones_lie_where_the_pointer_is_still_heard() -> None:
    assert all(
        BOX.grown(REACH).contains(Point(rect.x, rect.y))
        and BOX.grown(REACH).contains(Point(rect.right, rect.bottom))
        for rect in zone_rects(BOX).values()
    )


def test_the_words_fit_at_full_size(painter: MapPainter) -> None:
    view = View(1.0, Point(0, 0), (480, 220))
    image = drawn_sheet(lambda sheet: painter.zones.paint(sheet, BOX, chosen=""), view)
    for effect, rect in zone_rects(BOX).items():
        middle = rect.center
        letters = Rect(middle.x, middle.y - 6, 24, 12)
        assert painter.theme.ink(EFFECT_ROLES[effect]).name() in colours(image, letters)


def test_words_that_do_not_fit_are_left_out(painter: MapPainter) -> None:
    view = View(0.5, Point(0, 0), (480, 220))
    image = drawn_sheet(lambda sheet: painter.zones.paint(sheet, BOX, chosen=""), view)
    above = view.rect_to_view(zone_rects(BOX)["undercut"])
    for left in (above.left() - 22, above.right() + 2):
        assert colours(image, Rect(left, above.top(), 20, above.height())) == {"#ffffff"}
