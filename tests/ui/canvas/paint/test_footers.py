"""The footer of a card says what it has room for, and counts the rest."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from argmap.model.roles import Role
from argmap.ui.canvas.card_size import FOOTER
from argmap.ui.canvas.paint.footers import Footers
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import LIGHT
from tests.ui.canvas.paint.drawing import card, drawn, pixel

LEFT, RIGHT, TOP = 20, 200, 60


@pytest.fixture
def footers(shaper: TextShaper) -> Footers:
    inks = Inks(LIGHT)
    return Footers(inks, marks=Marks(inks, Icons(), shaper=shaper), shaper=shaper)


def test_without_room_all_that_is_left_out_is_counted_the_credence_too(footers: Footers) -> None:
    face = card(Role.REASON, notes=1, sources=1, comments=1, credence=0.5)
    assert [spot.words for spot in footers.spots(face, x=(0, 400))] == ["1", "1", "1", "50%"]
    assert [spot.words for spot in footers.spots(face, x=(0, 20))] == ["+4"]


def test_what_the_text_does_not_say_is_told(footers: Footers) -> None:
    unstated = card(Role.IMPLICIT, is_unstated=True, place="¶3")
    assert [spot.words for spot in footers.spots(unstated, x=(0, 400))] == ["not in text"]


def test_how_far_a_claim_is_believed_is_written_at_the_edge_beside_its_ring(footers: Footers) -> None:
    face = card(Role.REASON, credence=0.5)

    def paint(painter: QPainter) -> None:
        footers.paint(painter, face, x=(LEFT, RIGHT), top=TOP)

    image, rows = drawn(paint), range(TOP, TOP + FOOTER)
    inked = {x for x in range(320) for y in rows if pixel(image, x, y).name() != "#ffffff"}
    assert RIGHT - 3 <= max(inked) <= RIGHT
    (spot,) = footers.spots(face, x=(LEFT, RIGHT))
    assert min(inked) < spot.left + 2
