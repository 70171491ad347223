from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from argmap.formats.native import read
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.resources import resource
from argmap.source.numbering import Numberings
from argmap.ui.canvas.card_size import card_size, measures_of, shaped_claim
from argmap.ui.canvas.faces import CardFace, face_of
from argmap.ui.fonts import load_fonts
from argmap.ui.text_shaper import TextShaper

# The sizes that the sample's cards have in the design, which a browser laid out in the same typeface.
DESIGNED = {
    "q1": (440, 52), "c12": (344, 144), "c20": (344, 124), "c15": (272, 144), "c01": (248, 128),
    "c08": (224, 128), "c14": (224, 148), "c22": (224, 108), "c23": (148, 108), "c21": (148, 108),
    "c02": (224, 108), "c03": (208, 128), "c04": (224, 128), "c05": (208, 128), "c06": (224, 128),
    "c07": (224, 128), "c10": (224, 128), "c09": (194, 128), "i1": (194, 128), "c11": (194, 128),
    "c13": (194, 148), "c19": (194, 128), "c18": (194, 128), "c16": (224, 128), "u1": (224, 128),
    "c17": (224, 108), "i2": (208, 128), "c31": (208, 128), "c30": (224, 128), "c27": (196, 128),
    "c28": (196, 128), "c29": (180, 128), "c25": (224, 128), "c26": (208, 128),
}  # fmt: skip


@pytest.fixture(scope="module")
def shaper(qapp: QApplication) -> TextShaper:
    load_fonts()
    return TextShaper()


@pytest.fixture(scope="module")
def sample() -> ArgumentMap:
    return read(resource("examples", "stalins-goals.argmap").read_bytes())


@pytest.mark.parametrize("claim", DESIGNED)
def test_the_sample_has_the_sizes_of_the_design(claim: str, sample: ArgumentMap, shaper: TextShaper) -> None:
    width, height = DESIGNED[claim]
    face = replace(face_of(sample, sample.claims[RecordId(claim)], numberings=Numberings()), width=width)
    assert card_size(face, shaper) == (width, height)


def _face(role: Role, text: str = "A claim.", **more: object) -> CardFace:
    return CardFace(claim=RecordId("c"), role=role, text=text, label="", **more)  # type: ignore[arg-type]


def test_each_kind_has_its_own_width(shaper: TextShaper) -> None:
    widths = [card_size(_face(role), shaper)[0] for role in (Role.REASON, Role.THESIS, Role.QUESTION)]
    assert widths == [224, 344, 400]
    assert card_size(_face(Role.REASON, width=160), shaper)[0] == 160


def test_a_card_without_anything_to_count_has_no_footer(shaper: TextShaper) -> None:
    bare, counted = card_size(_face(Role.REASON), shaper), card_size(_face(Role.REASON, notes=1), shaper)
    assert counted[1] == bare[1] + 24
    assert card_size(_face(Role.REASON, credence=0.0), shaper) == counted


def test_heights_lie_on_the_grid_and_grow_with_the_text(shaper: TextShaper) -> None:
    heights = [card_size(_face(Role.REASON, "Some words. " * count), shaper)[1] for count in range(1, 12)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]
    assert all(height % 4 == 0 for height in heights)


def test_a_card_stops_growing_after_eight_lines(shaper: TextShaper) -> None:
    long = _face(Role.REASON, "Some words that go on. " * 30)
    assert shaped_claim(long, shaper, width=224).line_count == 8
    assert card_size(long, shaper) == card_size(_face(Role.REASON, "Some words that go on. " * 60), shaper)


def test_a_question_grows_beyond_its_pill(shaper: TextShaper) -> None:
    assert card_size(_face(Role.QUESTION), shaper)[1] == 52
    assert card_size(_face(Role.QUESTION, "What did he want? " * 8), shaper)[1] > 52


def test_implicit_cards_are_set_in_italics() -> None:
    assert measures_of(Role.IMPLICIT).claim.italic
    assert not measures_of(Role.REASON).claim.italic
