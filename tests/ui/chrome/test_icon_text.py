"""A line of text shows what there is room for."""

from __future__ import annotations

from argmap.ui.chrome.icon_text import IconText, Tone
from argmap.ui.fonts import font


def test_it_asks_for_just_enough_room(look, window):
    text = IconText(look, type_=font(12))
    text.setParent(window)
    text.show()
    for words in ("Saved", "35 cards", "1 selected · Evidence · Second answerer"):
        text.set_content(words, icon="save")
        text.resize(text.sizeHint())
        assert text.shown_text == words
        assert text.toolTip() == ""


def test_what_is_cut_short_is_told_by_the_tooltip(look, window):
    text = IconText(look, type_=font(12))
    text.setParent(window)
    text.show()
    text.set_content("1 selected · Evidence · Second answerer")
    text.resize(80, 20)
    assert text.shown_text.endswith("…")
    assert text.toolTip() == "1 selected · Evidence · Second answerer"


def test_every_tone_is_a_colour_of_the_theme(look, dark):
    for tone in Tone:
        assert tone.colour(look.theme) != tone.colour(dark.theme)
