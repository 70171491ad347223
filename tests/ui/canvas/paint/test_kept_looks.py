"""What painting keeps to be quick is never shown in place of what looks other than it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Plate
from argmap.model.ids import RecordId
from argmap.model.roles import ArrowKind, Role
from argmap.ui.canvas.faces import ArrowFace, CardFace
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.states import ARROW_AT_REST, CARD_AT_REST, ArrowState, CardState
from argmap.ui.canvas.view import Band
from argmap.ui.icons import Icons
from argmap.ui.text_shaper import TextShaper
from argmap.ui.theme import LIGHT
from tests.ui.canvas.paint.drawing import card, drawn_card, drawn_elements, one_arrow

Look = Callable[[MapPainter], QImage]
R = RecordId("r")


def _card(face: CardFace, *, band: Band = Band.READ, state: CardState = CARD_AT_REST) -> Look:
    return lambda painter: drawn_card(painter, face, band=band, state=state)


def _arrow(kind: ArrowKind, *, state: ArrowState = ARROW_AT_REST, plate: Plate | None = None) -> Look:
    face = ArrowFace(relation=R, kind=kind, is_linked=plate is not None)
    scene = one_arrow(face, (100, 90), (100, 30), plate=plate)
    return lambda painter: drawn_elements(painter, scene, arrows={R: state})


REASON = card(Role.REASON)
VOICED = card(Role.REASON, monogram="P", voice="Pohnpei")
IN_HAND = CardState(selected=True, is_kept=True)
PLATE = Plate(R, Rect(40, 90, 120, 80), (Point(100, 130),))
HOVERED, LIT = ArrowState(hovered=True), ArrowState(lit=True)

ALIKE: Mapping[str, tuple[Look, Look]] = {
    "upright and slanting labels": (
        _card(REASON, band=Band.SCAN),
        _card(replace(REASON, role=Role.IMPLICIT, is_unstated=True), band=Band.SCAN),
    ),
    "two voices of the same letters": (
        _card(VOICED, band=Band.SCAN),
        _card(replace(VOICED, tint=1), band=Band.SCAN),
    ),
    "a voice in the text and a reported one": (
        _card(VOICED, band=Band.SCAN),
        _card(replace(VOICED, is_reported=True), band=Band.SCAN),
    ),
    "the shadow of a card at rest and under the pointer": (
        _card(REASON),
        _card(REASON, state=CardState(hovered=True)),
    ),
    "a card in hand that may be dropped and one that may not": (
        _card(REASON, state=IN_HAND),
        _card(REASON, state=replace(IN_HAND, refused=True)),
    ),
    "discs of reasons and of objections": (
        _arrow(ArrowKind.SUPPORT, plate=PLATE),
        _arrow(ArrowKind.ATTACK, plate=PLATE),
    ),
    "an arrow at rest and under the pointer": (
        _arrow(ArrowKind.SUPPORT),
        _arrow(ArrowKind.SUPPORT, state=HOVERED),
    ),
    "lines that end in a triangle and before a bar": (_arrow(ArrowKind.SUPPORT), _arrow(ArrowKind.ATTACK)),
    "the dashes of an undercut, wider with its card selected": (
        _arrow(ArrowKind.UNDERCUT),
        _arrow(ArrowKind.UNDERCUT, state=LIT),
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_two_that_are_nearly_alike_are_told_apart_whichever_comes_first(
    shaper: TextShaper, name: str
) -> None:
    def pictures(*looks: Look) -> list[QImage]:
        painter = MapPainter(LIGHT, Icons(), shaper=shaper)
        return [look(painter) for look in looks]

    one, other = ALIKE[name]
    (first,), (second,) = pictures(one), pictures(other)
    assert first != second
    assert pictures(one, other) == [first, second]
    assert pictures(other, one) == [second, first]
