"""The key to the arrows is drawn in the arrows' colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from argmap.model.roles import Role
from argmap.ui.chrome.arrow_key import ArrowKey
from argmap.ui.parts.relation_glyphs import GLYPH_SIZE, Glyph, draw_glyph


def colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def glyph_picture(glyph: Glyph, look) -> QImage:
    picture = QImage(GLYPH_SIZE, QImage.Format.Format_RGB32)
    picture.fill(look.theme.panel)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_glyph(painter, glyph, at=QPointF(0, 0), theme=look.theme)
    finally:
        painter.end()
    return picture


def test_each_relation_is_shown_in_its_colour_in_both_looks(look, dark, window):
    key = ArrowKey(look, parent=window)
    for wanted in (look, dark):
        key.set_look(wanted)
        inks = {wanted.theme.ink(role).name() for role in (Role.REASON, Role.OBJECTION, Role.UNDERCUT)}
        assert inks <= colours(key.grab().toImage())


def test_no_two_glyphs_look_alike_even_without_colour(look):
    def shape(glyph):
        picture = glyph_picture(glyph, look)
        ground = QColor(look.theme.panel)
        return tuple(
            picture.pixelColor(x, y) != ground
            for x in range(picture.width())
            for y in range(picture.height())
        )

    assert len({shape(glyph) for glyph in Glyph}) == len(Glyph)


@pytest.mark.parametrize("word", ["supports", "attacks", "undercuts", "linked", "implicit"])
def test_it_is_told_in_words_too(look, window, word):
    assert word in ArrowKey(look, parent=window).accessibleName()
