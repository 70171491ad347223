from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from argmap.layout.geometry import Point, Rect
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import Sheet, sheet_for
from argmap.ui.canvas.paint.states import CardState
from argmap.ui.canvas.view import View
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import DARK, LIGHT
from tests.ui.canvas.paint.drawing import (
    BOX,
    VIEW,
    Scene,
    card,
    colours,
    drawn_elements,
    drawn_map,
    drawn_sheet,
    is_near,
    pixel,
)


def _svg(painter: MapPainter, sample: MapGeometry, path: Path) -> str:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setFileName(str(path))
    generator.setSize(QSize(1900, 1400))
    generator.setViewBox(QRect(0, 0, 1900, 1400))
    canvas = QPainter(generator)
    try:
        view = View(1.0, Point(-50, -50), (1900, 1400))
        painter.paint_map(sheet_for(canvas, view, vector=True), sample)
    finally:
        canvas.end()
    return path.read_text(encoding="utf-8")


def test_text_stays_text_in_an_svg(painter: MapPainter, sample: MapGeometry, tmp_path: Path) -> None:
    svg = _svg(painter, sample, tmp_path / "map.svg")
    assert "Stalin wanted two things: power for" in svg
    assert "France." in svg
    assert "<image" not in svg


def test_from_afar_the_question_is_named_and_what_would_collide_is_not(
    painter: MapPainter, sample: MapGeometry
) -> None:
    view = View(0.1, Point(-400, -600), (300, 260))
    image = drawn_map(painter, sample, view)
    question = view.rect_to_view(sample.boxes[RecordId("q1")])
    above = Rect(question.center().x() - 60, question.top() - 18, 120, 14)
    assert LIGHT.ink1.name() in colours(image, above)
    inside = [box for key, box in sample.boxes.items() if sample.faces[key].role is Role.REASON]
    for box in inside:
        spot = view.rect_to_view(box).adjusted(2, 2, -2, -2)
        assert colours(image, Rect(*spot.getRect())) == {LIGHT.ink(Role.REASON).name()}  # type: ignore[misc]


@pytest.mark.parametrize("zoom", [0.1, 0.25, 0.52, 0.9, 1.37])
def test_cards_do_not_tremble_when_the_map_is_moved(
    painter: MapPainter, sample: MapGeometry, zoom: float
) -> None:
    """Moved by a few whole pixels, every band paints the same picture, only elsewhere."""
    size, by = (700, 500), 7

    def image(left: float) -> QImage:
        view = View(zoom, Point(300.3 + left / zoom, 170.7), size)
        return drawn_map(painter, sample, view)

    still, moved = image(0), image(by)
    different = [
        (x, y)
        for x in range(60, 440)
        for y in range(60, 340)
        if not is_near(pixel(still, x + by, y), pixel(moved, x, y), 24)
    ]
    assert different == []


def test_a_part_is_painted_as_the_whole(painter: MapPainter, sample: MapGeometry) -> None:
    view = View(0.6, Point(200, 50), (600, 400))
    part = QRectF(200, 100, 150, 120)

    def clipped(sheet: Sheet) -> None:
        sheet.painter.setClipRect(part)
        painter.paint_map(sheet, sample, part=part)

    whole = drawn_map(painter, sample, view)
    assert drawn_sheet(clipped, view).copy(part.toRect()) == whole.copy(part.toRect())


def _thesis(text: str, box: Rect) -> Scene:
    key = RecordId(text)
    return Scene(faces={key: card(Role.THESIS, text)}, boxes={key: box})


def test_of_two_map_labels_that_would_collide_one_is_written(painter: MapPainter) -> None:
    view, above = View(0.1, Point(0, 0), (320, 200)), QRect(0, 0, 320, 58)
    one = _thesis("Stalin wanted power", Rect(600, 600, 300, 200))
    other = _thesis("Stalin wanted safety", Rect(1000, 600, 300, 200))
    both = Scene(faces={**one.faces, **other.faces}, boxes={**one.boxes, **other.boxes})
    alone, second, together, nothing = (
        drawn_map(painter, scene, view).copy(above) for scene in (one, other, both, Scene())
    )
    assert second != nothing
    assert together == alone != second


def test_a_map_label_is_painted_in_parts_that_its_card_is_far_from(painter: MapPainter) -> None:
    scene = _thesis("Stalin wanted power and safety for his land", Rect(1500, 600, 300, 200))
    view, part = View(0.1, Point(0, 0), (320, 200)), QRectF(60, 30, 60, 40)

    def clipped(sheet: Sheet) -> None:
        sheet.painter.setClipRect(part)
        painter.paint_map(sheet, scene, part=part)

    painted = drawn_sheet(clipped, view).copy(part.toRect())
    assert painted == drawn_map(painter, scene, view).copy(part.toRect())
    assert LIGHT.ink1.name() in colours(painted, Rect(0, 0, 60, 40))


def test_skipped_cards_are_left_out(painter: MapPainter) -> None:
    key = RecordId("c")
    scene = Scene(faces={key: card(Role.REASON)}, boxes={key: BOX})
    spot = BOX.x + 2, BOX.center.y
    assert pixel(drawn_map(painter, scene), *spot) == LIGHT.ink(Role.REASON)
    assert pixel(drawn_map(painter, scene, skip={key}), *spot) != LIGHT.ink(Role.REASON)


def test_states_reach_the_cards_they_name(painter: MapPainter) -> None:
    key = RecordId("c")
    scene = Scene(faces={key: card(Role.REASON)}, boxes={key: BOX})
    image = drawn_elements(painter, scene, cards={key: CardState(selected=True)})
    assert pixel(image, BOX.right + 1, BOX.center.y) == LIGHT.accent


def test_without_ground_nothing_is_filled(painter: MapPainter) -> None:
    assert colours(drawn_map(painter, Scene(), ground=False), Rect(0, 0, 320, 200)) == {"#ffffff"}
    assert LIGHT.canvas.name() in colours(drawn_map(painter, Scene()), Rect(0, 0, 320, 200))


def test_dots_keep_their_distance_and_vanish_from_afar(painter: MapPainter) -> None:
    def dots(zoom: float) -> list[int]:
        image = drawn_map(painter, Scene(), View(zoom, Point(0, 0), (200, 40)))
        return [x for x in range(200) if pixel(image, x, 10) != LIGHT.canvas]

    near, nearer = dots(0.5), dots(1.5)
    assert near
    assert near == nearer
    assert {b - a for a, b in pairwise(near)} <= {1, 19}
    assert dots(0.3) == []


def test_dots_move_with_the_map(painter: MapPainter) -> None:
    still = drawn_map(painter, Scene(), View(1.0, Point(0, 0), (100, 100)))
    moved = drawn_map(painter, Scene(), View(1.0, Point(7, 3), (100, 100)))
    assert still.copy(27, 23, 60, 60) == moved.copy(20, 20, 60, 60)
    assert still.copy(27, 20, 60, 60) != moved.copy(20, 20, 60, 60)


def test_the_dark_theme_paints_on_slate(sample: MapGeometry, shaper: TextShaper) -> None:
    dark = MapPainter(DARK, Icons(), shaper=shaper)
    image = drawn_map(dark, sample, View(0.52, Point(0, 0), (900, 700)))
    found = colours(image, Rect(0, 0, 900, 700))
    assert {DARK.card.name(), DARK.canvas.name(), DARK.ink(Role.REASON).name()} <= found
    assert "#ffffff" not in found


def test_pucks_are_painted_where_they_are_said_to_be(painter: MapPainter) -> None:
    image = drawn_sheet(lambda sheet: painter.controls.paint_pucks(sheet, BOX))
    reason, objection = painter.controls.puck_rects(VIEW, BOX)
    assert reason.right < objection.x
    assert reason.y < BOX.bottom < reason.bottom
    for rect, role in ((reason, Role.REASON), (objection, Role.OBJECTION)):
        assert pixel(image, rect.center.x, rect.y + 3) == LIGHT.ink(role)
        assert pixel(image, rect.center.x, rect.bottom + 2).name() == "#ffffff"


@pytest.mark.parametrize(
    ("effect", "ink"),
    [
        ("support", LIGHT.ink(Role.REASON)),
        ("attack", LIGHT.ink(Role.OBJECTION)),
        ("undercut", LIGHT.ink(Role.UNDERCUT)),
        ("ask", LIGHT.accent),
    ],
)
def test_what_letting_go_would_do_is_said_in_its_colour(
    painter: MapPainter, effect: str, ink: QColor
) -> None:
    paint = painter.controls.paint_drop_puck
    image = drawn_sheet(lambda sheet: paint(sheet, BOX, text="Connect", effect=effect))
    found = [pixel(image, BOX.x + 40, y) for y in range(int(BOX.y))]
    assert ink in found


def test_ports_stand_on_the_middles_of_the_edges(painter: MapPainter) -> None:
    image = drawn_sheet(lambda sheet: painter.controls.paint_ports(sheet, BOX))
    for x, y in (
        (BOX.center.x, BOX.y),
        (BOX.center.x, BOX.bottom),
        (BOX.x, BOX.center.y),
        (BOX.right, BOX.center.y),
    ):
        assert LIGHT.accent.name() in colours(image, Rect(x - 6, y - 6, 12, 12))
        assert pixel(image, x, y) == LIGHT.panel


def test_the_chosen_drop_zone_is_solid(painter: MapPainter) -> None:
    image = drawn_sheet(lambda sheet: painter.zones.paint(sheet, BOX, chosen="support"))
    assert pixel(image, BOX.x + 12, BOX.bottom + 12) == LIGHT.ink(Role.REASON)
    assert pixel(image, BOX.x + 12, BOX.y - 12) == LIGHT.tint(Role.UNDERCUT)
