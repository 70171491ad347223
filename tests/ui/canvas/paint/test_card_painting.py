from __future__ import annotations

from functools import partial
from itertools import groupby

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from argmap.layout.geometry import Point, Rect
from argmap.model.records import Flag
from argmap.model.roles import Role
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CardState
from argmap.ui.canvas.type_styles import CLAIM
from argmap.ui.canvas.view import Band, View
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import LIGHT
from tests.ui.canvas.paint.drawing import BOX, card, colours, drawn_card, drawn_sheet, is_near, pixel

TEXT_AREA = Rect(BOX.x + 16, BOX.y + 34, 190, 34)
"""Where the claim of a card at `BOX` is written."""


def _dark_pixels(image: QImage, rect: Rect) -> int:
    return sum(QColor(name).lightness() < 90 for name in colours(image, rect))


@pytest.mark.parametrize("role", [Role.REASON, Role.THESIS, Role.IMPLICIT, Role.CLAIM])
def test_a_solid_stripe_has_the_colour_of_its_role(painter: MapPainter, role: Role) -> None:
    image = drawn_card(painter, card(role))
    column = [pixel(image, BOX.x + 2, y) for y in range(60, 130)]
    assert all(is_near(colour, LIGHT.ink(role)) for colour in column)
    assert not is_near(pixel(image, BOX.x + 9, 100), LIGHT.ink(role))


def test_a_stripe_follows_the_round_corners_of_its_card(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.REASON))
    assert is_near(pixel(image, BOX.x + 1, BOX.center.y), LIGHT.ink(Role.REASON))
    for y in (BOX.y + 1, BOX.bottom - 2):
        assert not is_near(pixel(image, BOX.x + 1, y), LIGHT.ink(Role.REASON), 60)


def test_stripes_differ_without_colour(painter: MapPainter) -> None:
    """Evidence is notched straight across; objections rise to the right, undercutters fall."""

    def greys(role: Role, x: int) -> list[int]:
        image = drawn_card(painter, card(role)).convertToFormat(QImage.Format.Format_Grayscale8)
        return [image.pixelColor(int(BOX.x) + x, y).value() for y in range(56, 136)]

    def rise(role: Role) -> int:
        left, right = greys(role, 1), greys(role, 4)
        middle = slice(12, -12)

        def miss(shift: int) -> int:
            moved = right[12 + shift : len(right) - 12 + shift]
            return sum(abs(a - b) for a, b in zip(left[middle], moved, strict=True))

        return min(range(-3, 4), key=miss)

    assert len(set(greys(Role.REASON, 2))) == 1
    assert max(greys(Role.EVIDENCE, 2)) - min(greys(Role.EVIDENCE, 2)) > 60
    assert rise(Role.EVIDENCE) == 0
    assert rise(Role.OBJECTION) < 0 < rise(Role.UNDERCUT)


def test_a_question_has_no_stripe_and_a_dashed_frame(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.QUESTION))
    assert not is_near(pixel(image, BOX.x + 3, 94), LIGHT.ink(Role.QUESTION))
    edge = [is_near(pixel(image, x, BOX.y), LIGHT.ink(Role.QUESTION), 40) for x in range(80, 220)]
    assert True in edge
    assert False in edge


def test_a_thesis_is_framed_and_tagged(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.THESIS))
    assert is_near(pixel(image, 150, BOX.y), LIGHT.ink(Role.THESIS))
    assert LIGHT.tint(Role.THESIS).name() in colours(image, Rect(200, 50, 60, 24))
    plain = drawn_card(painter, card(Role.REASON))
    assert LIGHT.tint(Role.THESIS).name() not in colours(plain, Rect(200, 50, 60, 24))


def test_a_reported_voice_has_a_square_mark(painter: MapPainter) -> None:
    face = card(Role.REASON, monogram="P", voice="pohnpei")
    corner = (BOX.x + 17, BOX.y + 13)
    round_mark = pixel(drawn_card(painter, face), *corner)
    square_mark = pixel(drawn_card(painter, replace(face, is_reported=True)), *corner)
    assert is_near(square_mark, LIGHT.voice_tint(0), 20)
    assert not is_near(round_mark, LIGHT.voice_tint(0), 10)


def test_a_flag_is_shown_and_a_long_voice_makes_way(painter: MapPainter) -> None:
    face = card(Role.REASON, monogram="1", voice="A voice with a name far too long for any card")
    plain, flagged = drawn_card(painter, face), drawn_card(painter, replace(face, flag=Flag.QUOTE_LOST))
    pill = Rect(170, 52, 60, 16)
    assert LIGHT.tint(Role.THESIS).name() in colours(flagged, pill)
    assert LIGHT.tint(Role.THESIS).name() not in colours(plain, pill)


def test_through_whom_a_voice_is_known_makes_way_for_the_voice(painter: MapPainter) -> None:
    face = card(Role.REASON, monogram="P", voice="Pohnpei")
    alone = drawn_card(painter, face)
    assert drawn_card(painter, replace(face, via="via St")) != alone
    assert drawn_card(painter, replace(face, via="via somebody of a long name")) == alone


def test_a_claim_too_long_for_its_card_ends_in_more(painter: MapPainter) -> None:
    view = View(1.0, Point(0, 0), (320, 300))

    def has_more(text: str) -> bool:
        """Whether anything on the card has the hue of the accent."""
        found = colours(drawn_card(painter, card(Role.REASON, text), view=view), Rect(0, 0, 320, 300))
        return any(QColor(name).blue() > QColor(name).green() + 60 for name in found)

    assert has_more("Stalin wanted power. " * 20)
    assert not has_more("Stalin wanted power.")


def test_on_a_low_card_the_label_stands_beside_its_marks(painter: MapPainter) -> None:
    low, view = BOX._replace(height=64), View(0.45, Point(0, 0), (320, 200))
    face = card(Role.REASON, "Power", monogram="St")
    image = drawn_sheet(lambda sheet: painter.paint_card(sheet, face, box=low), view)
    shown = view.rect_to_view(low)
    between_marks_and_icon = range(round(shown.left()) + 28, round(shown.right()) - 24)
    inked = [
        y
        for y in range(round(shown.top()) - 4, round(shown.bottom()) + 5)
        if any(pixel(image, x, y).lightness() < 100 for x in between_marks_and_icon)
    ]
    assert inked
    assert abs((inked[0] + inked[-1]) / 2 - shown.center().y()) <= 3


def test_text_is_left_out_while_it_is_edited(painter: MapPainter) -> None:
    assert _dark_pixels(drawn_card(painter, card(Role.REASON)), TEXT_AREA) > 0
    edited = drawn_card(painter, card(Role.REASON), state=CardState(editing=True))
    assert colours(edited, TEXT_AREA) == {LIGHT.card.name()}


def test_from_afar_nothing_is_written(painter: MapPainter) -> None:
    view = View(1.0, Point(0, 0), (320, 200))
    block = drawn_card(painter, card(Role.REASON), view=view, band=Band.TERRAIN)
    assert colours(block, BOX.grown(-2)) == {LIGHT.ink(Role.REASON).name()}
    outline = drawn_card(painter, card(Role.IMPLICIT), view=view, band=Band.TERRAIN)
    assert colours(outline, BOX.grown(-2)) == {LIGHT.canvas.name()}


def test_a_shape_is_filled_with_its_tint(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.OBJECTION), band=Band.SHAPE)
    assert pixel(image, BOX.x + 60, BOX.y + 20) == LIGHT.tint(Role.OBJECTION)
    read = drawn_card(painter, card(Role.OBJECTION), band=Band.READ)
    assert pixel(read, BOX.x + 60, BOX.y + 20) != LIGHT.tint(Role.OBJECTION)


def test_the_label_is_as_large_at_every_zoom_of_its_band(painter: MapPainter) -> None:
    def letters(zoom: float) -> int:
        size = (400, 260)
        view = View(zoom, Point(0, 0), size)
        image = drawn_card(painter, card(Role.REASON, "Won"), view=view, band=Band.SCAN)
        x, y, width, height = BOX.x * zoom, BOX.y * zoom, BOX.width * zoom, BOX.height * zoom
        rows = [
            row
            for row in range(int(y + height / 2), int(y + height - 3))
            if any(pixel(image, x + dx, row).lightness() < 100 for dx in range(8, int(width) - 22))
        ]
        return rows[-1] - rows[0]

    assert letters(0.45) == letters(0.75)


def test_the_ring_of_one_selected_card_stands_further_off(painter: MapPainter) -> None:
    alone = drawn_card(painter, card(Role.REASON), state=CardState(selected=True, alone=True))
    many = drawn_card(painter, card(Role.REASON), state=CardState(selected=True))
    middle = BOX.center.y
    assert pixel(alone, BOX.right + 3, middle) == LIGHT.accent
    assert not is_near(pixel(alone, BOX.right + 1, middle), LIGHT.accent, 40)
    assert pixel(many, BOX.right + 1, middle) == LIGHT.accent
    assert not is_near(pixel(many, BOX.right + 3, middle), LIGHT.accent, 40)


def test_the_light_from_the_essay_is_a_halo_of_the_tint_in_a_line_of_the_ink(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.REASON), state=CardState(lit=True))
    assert pixel(image, BOX.right + 1, BOX.center.y) == LIGHT.tint(Role.REASON)
    assert pixel(image, BOX.right + 3, BOX.center.y) == LIGHT.ink(Role.REASON)


def test_a_ring_keeps_its_width_when_the_map_is_small(painter: MapPainter) -> None:
    view = View(0.5, Point(0, 0), (320, 200))
    image = drawn_card(painter, card(Role.REASON), view=view, state=CardState(selected=True, alone=True))
    row = [pixel(image, BOX.right * 0.5 + dx, BOX.center.y * 0.5) for dx in range(8)]
    assert [colour == LIGHT.accent for colour in row].count(True) == 2


def test_a_drop_fills_the_card_with_what_it_would_make(painter: MapPainter) -> None:
    spot = BOX.x + 100, BOX.y + 6
    support = drawn_card(painter, card(Role.REASON), state=CardState(drop="support"))
    attack = drawn_card(painter, card(Role.REASON), state=CardState(drop="attack"))
    assert pixel(support, *spot) == LIGHT.tint(Role.REASON)
    assert pixel(attack, *spot) == LIGHT.tint(Role.OBJECTION)


def test_a_dimmed_card_is_faint_and_casts_no_shadow(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.REASON), state=CardState(dimmed=True))
    stripe = pixel(image, BOX.x + 2, BOX.center.y)
    assert stripe.lightness() > 180
    below = [pixel(image, BOX.center.x, BOX.bottom + dy) for dy in range(2, 8)]
    assert {colour.name() for colour in below} == {LIGHT.canvas.name()}


def test_a_card_at_rest_casts_a_soft_shadow(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.REASON))
    below = [pixel(image, BOX.center.x, BOX.bottom + dy).lightness() for dy in range(1, 14)]
    assert below == sorted(below)
    assert below[0] < below[-1] == LIGHT.canvas.lightness()


def test_what_was_searched_for_is_marked_where_it_stands(painter: MapPainter, shaper: TextShaper) -> None:
    """Hits count code points; Qt counts the first six letters double."""
    text = "𝔸𝔸𝔸𝔸𝔸𝔸 want the sea"
    image = drawn_card(painter, card(Role.REASON, text), state=CardState(hits=((12, 15),)))
    marked = [x for x in range(40, 264) if LIGHT.hit.name() in colours(image, Rect(x, 74, 1, 18))]
    left = BOX.x + 16 + shaper.shape(text[:12], CLAIM).width
    right = BOX.x + 16 + shaper.shape(text[:15], CLAIM).width
    assert marked[0] == pytest.approx(left, abs=2)
    assert marked[-1] == pytest.approx(right, abs=2)
    assert LIGHT.hit.name() not in colours(drawn_card(painter, card(Role.REASON, text)), BOX)


def test_folded_cards_are_counted_below(painter: MapPainter) -> None:
    image = drawn_card(painter, card(Role.REASON), state=CardState(hidden=3))
    below = Rect(BOX.center.x - 20, BOX.bottom + 4, 40, 10)
    assert LIGHT.ink1.name() in colours(image, below)
    assert LIGHT.ink1.name() not in colours(drawn_card(painter, card(Role.REASON)), below)


def test_badges_are_found_where_they_are_painted(painter: MapPainter) -> None:
    face = card(Role.REASON, place="¶3", notes=2, credence=0.5)
    footer = BOX.y + 10 + 1 + 18 + 5 + 19 + 8 + 8
    parts = [painter.badge_at(face, BOX, Point(BOX.x + dx, footer)) for dx in range(0, 224, 4)]
    assert [part for part, _ in groupby(parts) if part] == ["place", "notes", "credence"]
    assert painter.badge_at(face, BOX, Point(BOX.x + 20, BOX.y + 40)) == ""


def test_narrow_cards_drop_comments_first_and_the_credence_last(painter: MapPainter) -> None:
    face = card(Role.REASON, place="¶3", notes=11, sources=12, comments=13, credence=0.5)

    def parts(width: float) -> set[str]:
        box = Rect(0, 0, width, 400)
        places = (Point(x, y) for x in range(0, int(width), 3) for y in range(40, 160, 6))
        return {painter.badge_at(face, box, place) for place in places} - {""}

    assert parts(400) == {"place", "notes", "sources", "comments", "credence"}
    assert parts(210) == {"place", "notes", "sources", "credence"}
    assert parts(170) == {"place", "notes", "credence"}
    assert parts(145) == {"place", "credence"}
    assert parts(130) == {"place"}


def test_twice_the_pixels_show_the_same_picture(painter: MapPainter) -> None:
    face = card(Role.OBJECTION, monogram="1", voice="First", place="¶3")

    def paint(sheet: Sheet) -> None:
        painter.paint_card(sheet, face, box=BOX)

    once, twice = drawn_sheet(paint), drawn_sheet(paint, dpr=2)
    for x, y in ((BOX.x + 100, BOX.y + 5), (BOX.right - 1, BOX.center.y), (10, 10)):
        assert is_near(pixel(once, x, y), pixel(twice, 2 * x, 2 * y), 8)


@pytest.mark.parametrize("zoom", [0.13, 0.31, 0.69, 1.0, 1.7])
@pytest.mark.parametrize("dpr", [1.0, 2.0])
@pytest.mark.parametrize("role", [Role.THESIS, Role.OBJECTION, Role.QUESTION])
def test_a_card_in_hand_is_painted_as_on_the_map_wherever_it_is_held(
    painter: MapPainter, role: Role, dpr: float, zoom: float
) -> None:
    face = card(role, monogram="St", flag=Flag.DATE, notes=2, credence=0.4)
    state = CardState(selected=True, hovered=True, alone=True)
    view = View(zoom, Point(13.7, 9.2), (400, 300))
    for step in range(3):
        box = BOX.moved(step * 0.37, step * 5.21)
        pictures = [
            drawn_sheet(partial(_on_canvas, painter, face=face, box=box, state=held), view, dpr=dpr)
            for held in (state, replace(state, is_kept=True))
        ]
        assert _farthest_apart(*pictures) <= 2


def _on_canvas(painter: MapPainter, sheet: Sheet, *, face: CardFace, box: Rect, state: CardState) -> None:
    painter.paint_ground(sheet)
    for _ in range(2):  # the second may be a copy of what the first has kept
        painter.paint_ground(sheet)
        painter.paint_card(sheet, face, box=box, state=state)


def _farthest_apart(one: QImage, other: QImage) -> int:
    """How far apart the two are where they differ most, of 255."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    assert len(a) == len(b)
    return max(abs(x - y) for x, y in zip(a, b, strict=True) if x != y) if a != b else 0
