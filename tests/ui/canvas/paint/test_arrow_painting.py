from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Plate, Route, Routing
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Strength
from argmap.model.roles import ArrowKind, Role
from argmap.ui.canvas.faces import ArrowFace
from argmap.ui.canvas.paint.layers import depth
from argmap.ui.canvas.paint.lines import corners_of, rounded_path, trimmed
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.states import ARROW_AT_REST, ArrowState
from argmap.ui.canvas.view import Band
from argmap.ui.theme import LIGHT
from tests.ui.canvas.paint.drawing import (
    Scene,
    colours,
    drawn_elements,
    drawn_map,
    drawn_sheet,
    is_near,
    one_arrow,
    pixel,
)

R = RecordId("r")
START, TIP = (160, 180), (160, 60)


def _face(kind: ArrowKind, **more: object) -> ArrowFace:
    return ArrowFace(relation=R, kind=kind, **more)  # type: ignore[arg-type]


def _width_at(
    painter: MapPainter,
    face: ArrowFace,
    y: float,
    *,
    state: ArrowState = ARROW_AT_REST,
    band: Band | None = None,
) -> int:
    image = drawn_elements(painter, one_arrow(face, START, TIP), arrows={R: state}, band=band)
    return sum(
        pixel(image, x, y) != LIGHT.canvas and pixel(image, x, y) != LIGHT.dot for x in range(151, 170)
    )


def test_a_support_ends_in_a_triangle(painter: MapPainter) -> None:
    face = _face(ArrowKind.SUPPORT)
    widths = [_width_at(painter, face, TIP[1] + dy) for dy in (0, 4, 9, 14, 40)]
    assert widths[0] == 0
    assert widths[1] < widths[2]
    assert widths[2] >= 8
    assert widths[3] == widths[4] == 2


def test_an_attack_ends_in_a_bar_before_the_card(painter: MapPainter) -> None:
    face = _face(ArrowKind.ATTACK)
    image = drawn_map(painter, one_arrow(face, START, TIP))
    ink = LIGHT.ink(Role.OBJECTION)
    assert is_near(pixel(image, 153, 64), ink, 60)
    assert is_near(pixel(image, 166, 64), ink, 60)
    assert not is_near(pixel(image, 160, 61), ink, 60)
    assert not is_near(pixel(image, 153, 70), ink, 60)


@pytest.mark.parametrize("kind", [ArrowKind.SUPPORT, ArrowKind.ATTACK])
def test_strength_is_width(painter: MapPainter, kind: ArrowKind) -> None:
    weak, normal, strong = (
        _width_at(painter, _face(kind, strength=strength), 120)
        for strength in (Strength.WEAK, Strength.NORMAL, Strength.STRONG)
    )
    assert normal == 2
    assert strong > normal
    image = drawn_map(painter, one_arrow(_face(kind, strength=Strength.WEAK), START, TIP))
    assert sum(is_near(pixel(image, x, 120), LIGHT.ink(_role(kind)), 30) for x in range(151, 170)) == 1
    assert weak >= 1


def _role(kind: ArrowKind) -> Role:
    return Role.REASON if kind is ArrowKind.SUPPORT else Role.OBJECTION


def test_an_arrow_of_a_selected_card_is_wider(painter: MapPainter) -> None:
    face = _face(ArrowKind.SUPPORT)
    assert _width_at(painter, face, 120, state=ArrowState(lit=True)) > _width_at(painter, face, 120)


def test_faint_arrows_lie_below_and_strong_ones_above() -> None:
    support, undercut = _face(ArrowKind.SUPPORT), _face(ArrowKind.UNDERCUT)
    faint, plain = (support, ArrowState(dimmed=True)), (support, ARROW_AT_REST)
    on_arrows, strong = (undercut, ARROW_AT_REST), (support, ArrowState(lit=True))
    assert sorted([strong, on_arrows, plain, faint], key=depth) == [faint, plain, on_arrows, strong]


def test_from_afar_arrows_have_no_heads(painter: MapPainter) -> None:
    face = _face(ArrowKind.SUPPORT)
    assert _width_at(painter, face, TIP[1] + 7, band=Band.TERRAIN) == 1


def test_an_undercut_is_dashed_and_ringed(painter: MapPainter) -> None:
    image = drawn_map(painter, one_arrow(_face(ArrowKind.UNDERCUT), START, TIP))
    ink = LIGHT.ink(Role.UNDERCUT)
    line = [is_near(pixel(image, 160, y), ink, 30) for y in range(80, 170)]
    assert 0.5 < line.count(True) / len(line) < 0.8
    assert is_near(pixel(image, 160, 60), ink, 40)
    assert is_near(pixel(image, 166, 60), ink, 60)
    assert pixel(image, 163, 60) == LIGHT.canvas


def _conflict() -> Scene:
    a, b = RecordId("a"), RecordId("b")
    shared = Route(a, (Point(60, 100), Point(260, 100)), b)
    face = ArrowFace(relation=a, kind=ArrowKind.CONFLICT, strength=Strength.NORMAL)
    return Scene(arrows={a: face}, routing=Routing({a: shared, b: shared}))


def test_a_key_conflict_has_two_bars_and_a_badge(painter: MapPainter) -> None:
    image = drawn_map(painter, _conflict())
    ink = LIGHT.ink(Role.OBJECTION)
    assert is_near(pixel(image, 64, 108), ink, 60)
    assert is_near(pixel(image, 255, 108), ink, 60)
    assert is_near(pixel(image, 151, 100), ink)
    assert pixel(image, 147, 92) == LIGHT.canvas
    assert LIGHT.canvas.name() in colours(image, Rect(155, 94, 10, 12))


def test_linked_premises_stand_on_a_plate_with_a_disc(painter: MapPainter) -> None:
    plate = Plate(R, Rect(40, 90, 120, 80), (Point(100, 130),))
    scene = one_arrow(_face(ArrowKind.SUPPORT, is_linked=True), (100, 90), (100, 40), plate=plate)
    image = drawn_map(painter, scene)
    on_plate = pixel(image, 55, 155)
    assert on_plate != LIGHT.canvas
    assert on_plate.green() > on_plate.red()
    assert is_near(pixel(image, 94, 134), LIGHT.ink(Role.REASON))
    assert is_near(pixel(image, 100, 130), LIGHT.canvas)
    against = one_arrow(_face(ArrowKind.ATTACK, is_linked=True), (100, 90), (100, 40), plate=plate)
    assert pixel(drawn_map(painter, against), 55, 155).red() > on_plate.red()


def test_a_skipped_arrow_takes_its_plate_along(painter: MapPainter) -> None:
    plate = Plate(R, Rect(40, 90, 120, 80), (Point(100, 130),))
    scene = one_arrow(_face(ArrowKind.SUPPORT, is_linked=True), (100, 90), (100, 40), plate=plate)
    image = drawn_map(painter, scene, skip={R})
    assert colours(image, Rect(0, 0, 320, 200)) == colours(drawn_map(painter, Scene()), Rect(0, 0, 320, 200))


def test_a_dimmed_arrow_is_nearly_gone(painter: MapPainter) -> None:
    image = drawn_elements(
        painter, one_arrow(_face(ArrowKind.SUPPORT), START, TIP), arrows={R: ArrowState(dimmed=True)}
    )
    colour = pixel(image, 160, 120)
    assert colour != LIGHT.canvas
    assert colour.lightness() > 200


def test_corners_are_rounded_and_needless_ones_forgotten() -> None:
    points = [Point(0, 0), Point(0, 0), Point(0, 50), Point(0, 100), Point(80, 100)]
    corners = corners_of(points)
    assert corners == [Point(0, 0), Point(0, 100), Point(80, 100)]
    path = rounded_path(corners, radius=12)
    assert not path.contains(path.currentPosition())
    sharp = [path.pointAtPercent(step / 400) for step in range(401)]
    nearest = min((point.x() ** 2 + (point.y() - 100) ** 2) ** 0.5 for point in sharp)
    assert 4 < nearest < 6


def test_a_line_is_never_cut_beyond_its_next_corner() -> None:
    corners = [Point(0, 0), Point(0, 100), Point(3, 100)]
    assert trimmed(corners, start=0, end=10)[-1] == Point(0, 100)


def test_a_route_of_one_place_paints_no_line(painter: MapPainter) -> None:
    image = drawn_map(painter, one_arrow(_face(ArrowKind.SUPPORT), (160, 100), (160, 100)))
    assert not is_near(pixel(image, 160, 130), LIGHT.ink(Role.REASON), 60)


def test_a_refused_draft_is_told_from_an_open_one(painter: MapPainter) -> None:
    def end_colours(*, refused: bool) -> set[str]:
        ends = [Point(40, 40), Point(200, 100)]
        image = drawn_sheet(
            lambda sheet: painter.drafts.paint_arrow(sheet, ends, kind=RelationKind.SUPPORT, refused=refused)
        )
        return colours(image, Rect(190, 90, 20, 20))

    assert LIGHT.danger.name() in end_colours(refused=True)
    assert LIGHT.accent.name() not in end_colours(refused=True)
    assert LIGHT.accent.name() in end_colours(refused=False)


@pytest.mark.parametrize(
    ("kind", "ink"),
    [
        (None, LIGHT.accent),
        (RelationKind.SUPPORT, LIGHT.ink(Role.REASON)),
        (RelationKind.ATTACK, LIGHT.ink(Role.OBJECTION)),
        (RelationKind.ANSWER, LIGHT.ink(Role.QUESTION)),
    ],
)
def test_a_draft_starts_in_the_colour_of_its_kind(
    painter: MapPainter, kind: RelationKind | None, ink: QColor
) -> None:
    ends = [Point(40, 40), Point(200, 100)]
    image = drawn_sheet(lambda sheet: painter.drafts.paint_arrow(sheet, ends, kind=kind, refused=False))
    assert pixel(image, 40, 40) == ink
