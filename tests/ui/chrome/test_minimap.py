"""The minimap turns presses and drags into points of the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from argmap.ui.chrome.minimap import Block, Minimap

BOUNDS = QRectF(-500, -200, 4000, 2000)
RED = QColor("#FF0000")


@pytest.fixture
def minimap(look, window):
    minimap = Minimap(look, parent=window)
    minimap.resize(194, 128)
    minimap.set_blocks([Block(QRectF(1300, 600, 400, 400), RED)], BOUNDS)
    minimap.show()
    return minimap


@pytest.fixture
def points(minimap):
    points: list[QPointF] = []
    minimap.moved_to.connect(points.append)
    return points


def in_view(minimap, x, y) -> QPoint:
    return minimap.to_view().map(QPointF(x, y)).toPoint()


def is_near(point: QPointF, x: float, y: float) -> bool:
    """Within a pixel of the picture, which is about 23 of this map."""
    return abs(point.x() - x) < 23 and abs(point.y() - y) < 23


def test_the_whole_map_is_in_the_picture(minimap):
    shown = minimap.to_view().mapRect(BOUNDS)
    assert QRectF(minimap.rect()).contains(shown)
    assert shown.width() > 170


def test_a_block_is_painted_where_its_card_stands(minimap, look):
    picture = minimap.grab().toImage()
    assert picture.pixelColor(in_view(minimap, 1500, 800)) == RED
    assert picture.pixelColor(in_view(minimap, 3000, 800)) == look.theme.canvas


def test_a_hollow_block_is_a_frame(minimap, look):
    minimap.set_blocks([Block(QRectF(0, 0, 3000, 1600), RED, is_hollow=True)], BOUNDS)
    picture = minimap.grab().toImage()
    assert picture.pixelColor(in_view(minimap, 1500, 800)) == look.theme.canvas
    left = in_view(minimap, 0, 800)
    column = [
        picture.pixelColor(left.x() + dx, y) for dx in (0, 1) for y in range(left.y() - 9, left.y() + 9)
    ]
    assert any(colour.red() > 240 and colour.green() < 160 for colour in column)


def test_a_press_asks_for_the_point_under_it(minimap, points, qtbot):
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=in_view(minimap, 3000, 1000))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton)
    assert is_near(points[-1], 3000, 1000)


def test_dragging_asks_for_each_point_on_the_way(minimap, points, qtbot):
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=in_view(minimap, 0, 0))
    qtbot.mouseMove(minimap, in_view(minimap, 1000, 500))
    qtbot.mouseMove(minimap, in_view(minimap, 2000, 1000))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=in_view(minimap, 2000, 1000))
    assert is_near(points[-2], 1000, 500)
    assert is_near(points[-1], 2000, 1000)


def test_a_box_taken_off_its_middle_does_not_jump(minimap, points, qtbot):
    minimap.set_viewport(QRectF(0, 0, 1000, 800))
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=in_view(minimap, 100, 100))
    assert is_near(points[-1], 500, 400)
    qtbot.mouseMove(minimap, in_view(minimap, 600, 100))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton)
    assert is_near(points[-1], 1000, 400)


def test_other_buttons_and_moves_without_one_say_nothing(minimap, points, qtbot):
    qtbot.mousePress(minimap, Qt.MouseButton.RightButton, pos=in_view(minimap, 0, 0))
    qtbot.mouseRelease(minimap, Qt.MouseButton.RightButton, pos=in_view(minimap, 0, 0))
    qtbot.mouseMove(minimap, in_view(minimap, 1000, 500))
    assert points == []


def test_the_box_is_drawn_and_hidden(minimap, look):
    without = minimap.grab().toImage()
    minimap.set_viewport(QRectF(2000, 200, 1000, 800))
    assert minimap.grab().toImage() != without
    minimap.set_viewport(None)
    assert minimap.grab().toImage() == without


def test_a_map_without_cards_is_just_ground(minimap, look, dark):
    minimap.set_blocks([], QRectF())
    minimap.set_look(dark)
    assert minimap.grab().toImage().pixelColor(97, 64) == dark.theme.canvas
