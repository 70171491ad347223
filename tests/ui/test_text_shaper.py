from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from argmap.ui.fonts import load_fonts
from argmap.ui.text_shaper import ShapedText, TextShaper, TextStyle

STYLE = TextStyle(px=14, line_height=19, weight=500)
TEXT = "Keeping pace with the West was urgent amid economic crises and world wars."


@pytest.fixture
def shaper(qapp: QApplication) -> TextShaper:
    load_fonts()
    return TextShaper()


def test_lines_break_between_words_and_keep_the_whole_text(shaper: TextShaper) -> None:
    shaped = shaper.shape(TEXT, STYLE, 165)
    assert [line.rstrip() for line in shaped.lines] == [
        "Keeping pace with the",
        "West was urgent amid",
        "economic crises and",
        "world wars.",
    ]
    assert "".join(shaped.lines) == TEXT
    assert shaped.height == 4 * 19
    assert shaped.width <= 165
    assert not shaped.is_cut
    assert not shaped.breaks_words


def test_a_word_longer_than_a_line_is_broken(shaper: TextShaper) -> None:
    shaped = shaper.shape("Donaudampfschifffahrtsgesellschaft", STYLE, 90)
    assert shaped.line_count > 1
    assert shaped.breaks_words
    assert shaped.width <= 90


def test_what_exceeds_the_lines_ends_in_an_ellipsis(shaper: TextShaper) -> None:
    shaped = shaper.shape(TEXT, STYLE, 165, 2)
    assert shaped.line_count == 2
    assert shaped.is_cut
    assert shaped.lines[0].rstrip() == "Keeping pace with the"
    assert shaped.lines[1].startswith("West was")
    assert shaped.lines[1].endswith("…")
    assert shaped.width <= 165


def test_room_can_be_left_behind_the_ellipsis(shaper: TextShaper) -> None:
    plain, short = shaper.shape(TEXT, STYLE, 165, 2), shaper.shape(TEXT, STYLE, 165, 2, tail=60)
    assert len(short.lines[1]) < len(plain.lines[1])


def test_letters_outside_the_first_plane_are_not_torn(shaper: TextShaper) -> None:
    text = "𝔸𝔹 🐟🐠 first line, and then 𝔸𝔹 once more and more and more"
    shaped = shaper.shape(text, STYLE, 120)
    assert "".join(shaped.lines) == text
    cut = shaper.shape(text, STYLE, 120, 2)
    assert cut.lines[0] == shaped.lines[0]
    assert cut.lines[1].endswith("…")


def test_a_line_break_of_the_writer_is_kept(shaper: TextShaper) -> None:
    assert shaper.shape("one\ntwo", STYLE, 400).lines == ("one", "two")


def test_the_same_text_is_shaped_once(shaper: TextShaper) -> None:
    first = shaper.shape(TEXT, STYLE, 165)
    assert shaper.shape(TEXT, TextStyle(px=14, line_height=19, weight=500), 165) is first
    assert shaper.shape(TEXT, STYLE, 166) is not first


def test_no_more_texts_are_kept_than_allowed(qapp: QApplication) -> None:
    load_fonts()
    shaper = TextShaper(kept=2)
    first = shaper.shape("one", STYLE)
    for text in ("two", "three"):
        shaper.shape(text, STYLE)
    assert shaper.shape("one", STYLE) is not first


def test_what_was_used_last_is_kept(qapp: QApplication) -> None:
    load_fonts()
    shaper = TextShaper(kept=2)
    first, second = shaper.shape("one", STYLE), shaper.shape("two", STYLE)
    assert shaper.shape("one", STYLE) is first
    shaper.shape("three", STYLE)
    assert shaper.shape("one", STYLE) is first
    assert shaper.shape("two", STYLE) is not second


def test_half_sizes_lie_between_whole_ones(shaper: TextShaper) -> None:
    widths = [shaper.shape(TEXT, STYLE._replace(px=px)).width for px in (11, 11.5, 12)]
    assert widths[1] == pytest.approx((widths[0] + widths[2]) / 2, rel=0.01)


def _ink(shaped: ShapedText) -> tuple[int, int, int, int]:
    """The box of all that is painted, drawn at 20, 20."""
    image = QImage(300, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        painter.setPen(QColor("black"))
        shaped.draw(painter, QPointF(20, 20))
    finally:
        painter.end()
    dark = [(x, y) for x in range(300) for y in range(80) if image.pixelColor(x, y).lightness() < 160]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("px", [12, 11.5])
def test_text_is_painted_where_it_was_measured(shaper: TextShaper, px: float) -> None:
    shaped = shaper.shape("HHHH", TextStyle(px=px, line_height=20, weight=600))
    left, top, right, bottom = _ink(shaped)
    assert left == pytest.approx(21, abs=1)
    assert right == pytest.approx(20 + shaped.width - 1, abs=1.5)
    assert 20 < top < bottom < 40
