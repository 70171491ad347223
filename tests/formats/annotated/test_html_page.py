"""The page of an annotated text: it says what it should, leads where it should, and lets nothing through."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from argmap.formats.annotated.annotated_text import (
    AnnotatedText,
    Bearing,
    Entry,
    Mark,
    Paragraph,
    Phrase,
    Piece,
    Speaker,
    Spot,
)
from argmap.formats.annotated.html_page import citation_markup, html_page
from argmap.model.roles import Role

WILD = "<script>alert(\"1\")</script> & 'it' 😀 e\u0301tude </style> \x01"
SEEN = WILD.replace("\x01", "\ufffd")


def mark(passage: int, entry: int, role: Role = Role.REASON, *, is_moved: bool = False) -> Mark:
    return Mark(passage=passage, entry=entry, role=role, says=f"says {WILD}", is_moved=is_moved)


OUTER, INNER = mark(1, 1), mark(2, 2, Role.OBJECTION, is_moved=True)
TEXT = AnnotatedText(
    title=f"Title {WILD}",
    author=WILD,
    date="1924",
    citation="*Works*, [there](https://example.org/a?b=1&c=2)",
    map_title=WILD,
    paragraphs=(
        Paragraph(number=None, pieces=(Piece(text="Heading"),)),
        Paragraph(
            number=1,
            speaker=Speaker(name=WILD, monogram="<", change="voice change inferred"),
            pieces=(
                Piece(text=f"{WILD} ", marks=(OUTER,), begun=(OUTER,)),
                Piece(text="inner", marks=(INNER, OUTER), begun=(INNER,), ended=(INNER,)),
                Piece(text=" outer", marks=(OUTER,), ended=(OUTER,)),
                Piece(text=" free"),
            ),
        ),
    ),
    entries=(
        Entry(
            number=1,
            role=Role.REASON,
            kind="Reason",
            text=WILD,
            voice=WILD,
            credence="30%",
            spots=(Spot(passage=1, words="¶1", is_moved=False),),
            lost=(WILD,),
            bearings=(
                Bearing(words="Supports", others=((Phrase(text=WILD, entry=3), Phrase(text=" and more")),)),
            ),
        ),
        Entry(
            number=2,
            role=Role.OBJECTION,
            kind="Objection",
            text="No",
            spots=(Spot(passage=2, words="¶1", is_moved=True),),
        ),
    ),
    others=(Entry(number=3, role=Role.THESIS, kind="Thesis", text="Third"),),
)


@pytest.fixture(scope="module")
def raw() -> str:
    return html_page(TEXT, light={"read": "#fff"}, dark={"read": "#000"}).decode()


@pytest.fixture(scope="module")
def page(raw: str) -> BeautifulSoup:
    return BeautifulSoup(raw, "html.parser")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, selector
    return found[0]


def test_the_page_says_what_it_is(page: BeautifulSoup, raw: str) -> None:
    assert raw.startswith("<!DOCTYPE html>\n")
    assert one(page, "html")["lang"] == "en"
    assert one(page, "article")["lang"] == ""
    assert one(page, "meta[charset]")["charset"] == "utf-8"
    assert one(page, "title").text == f"Title {SEEN}"
    assert one(page, "h1").text == f"Title {SEEN}"
    assert one(page, ".by").text == f"{SEEN} · 1924"


def test_no_word_of_a_map_becomes_markup(page: BeautifulSoup, raw: str) -> None:
    assert page.select("script") == []
    assert raw.count("</style>") == 1
    assert "\x01" not in raw
    assert one(page, "#para-1").text.startswith(f"¶1{SEEN} inner")
    claim = one(page, "#claim-1")
    assert one(claim, ".says").text == SEEN
    assert one(claim, ".lost").text == f"No longer in the text: {SEEN}"
    assert one(claim, "dd").text == f"3. {SEEN} and more"
    assert SEEN in one(claim, ".what").text
    assert one(page, ".speaker b").text == SEEN
    assert one(page, "a#passage-1")["title"] == f"1: says {SEEN}"


def test_nothing_is_asked_of_any_other_place(page: BeautifulSoup, raw: str) -> None:
    assert not page.select("link, img, iframe, object, embed, audio, video, form, base, [src], [onclick]")
    assert "url(" not in raw
    assert "@import" not in raw
    style = raw.replace('href="https://example.org/a?b=1&amp;c=2"', "")
    assert "//" not in style.replace("<!DOCTYPE", "")


def test_every_link_in_the_page_leads_somewhere(page: BeautifulSoup) -> None:
    names = [tag["id"] for tag in page.select("[id]")]
    assert len(names) == len(set(names))
    inside = [str(a["href"])[1:] for a in page.select("a[href^='#']")]
    assert len(inside) >= 8
    assert set(inside) <= set(names)


def test_passages_lead_to_their_claims_and_back(page: BeautifulSoup) -> None:
    paragraph = one(page, "#para-1")
    assert [(a.text, a["href"], a.get("id")) for a in paragraph.select("a.m")] == [
        (f"{SEEN} ", "#claim-1", "passage-1"),
        ("inner", "#claim-2", "passage-2"),
        (" outer", "#claim-1", None),
    ]
    assert [(a.text, a["href"]) for a in paragraph.select(".refs a")] == [
        ("2 please check", "#claim-2"),
        ("1", "#claim-1"),
    ]
    assert one(page, "#claim-2 .spots a")["href"] == "#passage-2"


def test_a_passage_that_begins_beneath_another_can_be_reached() -> None:
    both = Piece(text="same", marks=(OUTER, INNER), begun=(OUTER, INNER), ended=(OUTER, INNER))
    text = AnnotatedText(title="T", paragraphs=(Paragraph(number=1, pieces=(both,)),), entries=TEXT.entries)
    page = BeautifulSoup(html_page(text, light={}, dark={}), "html.parser")
    assert one(page, "span.at")["id"] == "passage-2"
    assert one(page, "a#passage-1")["href"] == "#claim-1"
    assert [a["href"] for a in page.select(".refs a")] == ["#claim-1", "#claim-2"]


def test_roles_differ_without_colour(raw: str) -> None:
    lines = dict(re.findall(r"\.m\.(\w+) \{ text-decoration: underline (\S+ \S+) var", raw))
    told = [lines[role] for role in (Role.THESIS, Role.REASON, Role.EVIDENCE, Role.OBJECTION, Role.UNDERCUT)]
    assert told == ["solid 2.4px", "solid 1px", "dotted 2px", "wavy 1.1px", "dashed 1.4px"]


def test_unsure_passages_ask_to_be_checked(page: BeautifulSoup) -> None:
    assert one(page, "#claim-2 .spots .check").text == "please check"
    assert page.select("#claim-1 .spots .check") == []


@pytest.mark.parametrize(
    ("citation", "markup"),
    [
        ("*Works* & <b>more</b>", "<em>Works</em> &amp; &lt;b&gt;more&lt;/b&gt;"),
        ("[go](https://example.org)", '<a href="https://example.org">go</a>'),
        ("<https://example.org/>", '<a href="https://example.org/">https://example.org/</a>'),
        ("[go](javascript:alert(1))", "[go](javascript:alert(1))"),
        ("[go](file:///etc/passwd)", "[go](file:///etc/passwd)"),
        ("![seen](https://example.org/a.png)", '!<a href="https://example.org/a.png">seen</a>'),
    ],
)
def test_a_citation_is_a_line_of_markdown_that_can_do_no_harm(citation: str, markup: str) -> None:
    assert citation_markup(citation) == markup


def test_steps_are_not_called_claims() -> None:
    marks = (mark(1, 1), replace(mark(2, 2), is_step=True), replace(mark(3, 3, is_moved=True), is_step=True))
    piece = Piece(text="Words", marks=marks, begun=marks, ended=marks)
    kinds = enumerate(("Reason", "Step", "Step"), start=1)
    entries = tuple(Entry(number=n, role=Role.REASON, kind=kind, text=kind) for n, kind in kinds)
    text = AnnotatedText(title="T", paragraphs=(Paragraph(number=1, pieces=(piece,)),), entries=entries)
    page = BeautifulSoup(html_page(text, light={}, dark={}), "html.parser")
    names = ["Claim 1", "Step 2", "Step 3"]
    assert [tag["aria-label"] for tag in page.select(".entries .number")] == names
    assert [tag["aria-label"] for tag in page.select(".refs a")] == [*names[:2], "Step 3, please check"]


def test_words_that_are_lost_are_said_to_be_of_the_language_of_the_text(page: BeautifulSoup) -> None:
    assert one(page, ".lost q")["lang"] == ""


def test_a_text_that_no_claim_rests_on_is_a_page_too() -> None:
    empty = AnnotatedText(title="T", paragraphs=(Paragraph(number=1, pieces=(Piece(text="Words"),)),))
    page = BeautifulSoup(html_page(empty, light={}, dark={}), "html.parser")
    assert "No claim rests on this text." in one(page, "#claims").text
    assert page.select(".key, .entries") == []
