"""Words from the clipboard: formatting becomes paragraphs, plain words stay, the first line is the title."""

from __future__ import annotations

import pytest

from argmap.formats.errors import TextTooLarge, WithoutText
from argmap.formats.texts.copied import copied
from argmap.model.limits import LONGEST_SOURCE

BROWSER = (
    '<meta charset="utf-8"><h2>On <em>engines</em></h2><p>The engine weaves\nalgebra.</p>'
    "<p>It has no pretensions.</p><script>bad()</script>"
)
WORD = (
    "<html><head><style>p.MsoNormal {margin: 0}</style></head><body>"
    '<!--StartFragment--><p class="MsoNormal"><b>Größe</b><o:p></o:p></p>'
    '<p class="MsoNormal">Ein Satz.</p><!--EndFragment--></body></html>'
)


def test_formatted_words_become_paragraphs_with_their_heading_as_title() -> None:
    found = copied("On engines The engine weaves algebra. It has no pretensions.", BROWSER)
    lines = [line for line in found.body.split("\n") if line]
    assert lines == ["On engines", "The engine weaves algebra.", "It has no pretensions."]
    assert found.title == "On engines"
    assert found.file == ""


def test_words_from_word_have_no_style_in_them() -> None:
    found = copied("Größe\nEin Satz.", WORD)
    assert [line for line in found.body.split("\n") if line] == ["Größe", "Ein Satz."]
    assert found.title == "Größe"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On engines\n\nThe engine weaves.", "On engines"),
        ("The engine weaves.", "The engine weaves"),
        ("* * *\n\nThe engine weaves.", "Pasted text"),
        ("word " * 40, "word word word word word word word word word word word word…"),
        ("x" * 80, "x" * 60 + "…"),
    ],
)
def test_the_title_is_the_first_line(text: str, title: str) -> None:
    assert copied(text).title == title


def test_plain_words_do_where_the_markup_says_nothing() -> None:
    assert copied("The engine weaves.", "<img src='x.png'>").body == "The engine weaves."


@pytest.mark.parametrize(("text", "markup"), [("", ""), (" \n ", ""), ("", "<img src='x.png'>"), ("—", "")])
def test_nothing_is_no_text(text: str, markup: str) -> None:
    with pytest.raises(WithoutText):
        copied(text, markup)


def test_half_a_letter_harms_nothing() -> None:
    assert "weaves" in copied("", "<p>\ud83d weaves</p>").body


def test_too_much_is_refused() -> None:
    with pytest.raises(TextTooLarge):
        copied("x" * (LONGEST_SOURCE + 1))
