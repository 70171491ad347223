"""Web pages and Markdown: what a reader would read, a paragraph a line, and never a script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.errors import Cancelled, TextProblem, TextTooLarge, WithoutText
from argmap.formats.texts.registry import read_text

PAGE = """<!DOCTYPE html>
<html><head><title>On &amp; about
  argument</title><meta name="author" content="Ann Other">
<meta property="article:published_time" content="2020-02-03T10:00:00Z"><style>p { color: red }</style>
<script>var secret = "<p>SECRET</p>";</script></head>
<body><header><a href="/">SITE</a></header><nav>MENU</nav>
<article><header><h1>The <i>H</i>eading</h1></header>
<p>Un<b>believ</b>able, said <a href="x">she</a>.<script>SECRET()</script><br>A new line
   goes on.</p>
<p hidden>HIDDEN</p><p style="color: red; display:none">HIDDEN</p><div aria-hidden="true">HIDDEN</div>
<blockquote><p>A quote &#8212; &lt;whole&gt;.</p></blockquote>
<ul><li>first</li><li><p>second</p></li></ul><ol start="3"><li>third<li>fourth</ol>
<table><tr><th>Name</th><th>Age</th></tr><tr><td><p>Ann</p></td><td>7</td></tr></table>
<pre>one
  two</pre><!-- SECRET --><noscript>SECRET</noscript><button>PRESS</button></article>
<footer>IMPRINT</footer></body></html>"""
LINES = [
    "The Heading",
    "Unbelievable, said she.",
    "A new line goes on.",
    "A quote — <whole>.",
    "• first",
    "• second",
    "3. third",
    "4. fourth",
    "Name | Age",
    "Ann | 7",
    "one",
    "  two",
]
SECRET = "sEcReT"


def body(markup: str, name: str = "a.html") -> str:
    return read_text(markup.encode(), name).body


def test_a_page_becomes_its_readable_lines() -> None:
    found = read_text(PAGE.encode(), "saved.txt")
    assert found.body.split("\n") == LINES
    assert (found.title, found.author, found.date) == ("On & about argument", "Ann Other", "2020-02-03")
    assert found.citation == r"Ann Other, *On \& about argument*, 2020-02-03"


@pytest.mark.parametrize(
    "data",
    [
        b'<html><meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0</p>',
        '<html><meta charset="nonsense"><p>Привет мир</p>'.encode(),
        '<html><meta charset="windows-1251"><p>Привет мир</p>'.encode("utf-16"),
    ],
)
def test_the_encoding_that_a_page_names_is_used_where_it_makes_sense(data: bytes) -> None:
    assert read_text(data, "a.htm").body == "Привет мир"


def test_an_encoding_that_is_not_for_texts_is_not_used() -> None:
    assert read_text(rb'<html><meta charset="unicode_escape"><p>\u0041</p>', "a.htm").body == r"\u0041"


def test_a_title_is_found_in_the_heading_or_the_name() -> None:
    assert read_text(b"<h1>Head</h1><p>x", "a.html").title == "Head"
    assert read_text(b"<p>x", "name.html").title == "name"


def test_tables_that_lay_out_a_page_keep_their_paragraphs() -> None:
    assert body("<table><tr><td>menu<td><p>one</p><p>two</p></table>") == "menu\none\ntwo"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>seen<script>sEcReT",
        "<p>seen<SCRIPT type='a'>if (a < b) 'sEcReT'</SCRIPT >",
        "<p>seen<script/>sEcReT</script>",
        "<p>seen<!-- sEcReT",
        "<p>seen<style>sEcReT</style><template>sEcReT</template>",
        "<p>seen<svg><text>sEcReT</text></svg>",
        "<p>seen<scr<script>ipt>sEcReT</script>",
    ],
)
def test_what_is_no_text_never_comes_through(markup: str) -> None:
    assert body(markup).startswith("seen")
    assert SECRET not in body(markup)


def test_an_empty_script_of_xhtml_hides_nothing() -> None:
    assert (
        body('<?xml version="1.0"?><html><head><script src="a"/><title/></head><p>seen</p></html>') == "seen"
    )


def test_loose_brackets_are_text() -> None:
    assert body("<p>if a < b and c <b>d</b> <3") == "if a < b and c d <3"


@pytest.mark.parametrize("piece", ["<a ", "<", "<!--", "<!", "</", "<a b='", "<![CDATA[", "&#", "<script></"])
def test_markup_that_never_ends_is_soon_done(piece: str) -> None:
    assert body("<p>seen</p>" + piece * 100_000).startswith("seen")


@pytest.mark.parametrize("piece", ["<div>", "<p><b><i>", "<table><tr><td>", "<ol><li>"])
def test_markup_nested_without_end_is_read(piece: str) -> None:
    assert body("<p>seen</p>" + piece * 3000 + "deep").endswith("deep")


def test_more_tags_than_memory_could_hold_are_refused() -> None:
    with pytest.raises(TextTooLarge):
        body("<b>" * 1_000_001)


def test_a_page_of_scripts_only_holds_no_text() -> None:
    with pytest.raises(WithoutText):
        body("<html><script>words</script></html>")


@given(
    st.lists(
        st.sampled_from([*"<>/!-'\"= &;x", "script", "p", "td", "tr", "li", "</p>", "<p>", "<tr>", "]]>"])
    )
)
def test_any_markup_ends_in_lines_or_a_problem(pieces: list[str]) -> None:
    try:
        found = body("<html>" + "".join(pieces) + f"<script>{SECRET}</script>")
    except TextProblem:
        return
    assert SECRET not in found


MARKDOWN = """---
title: "A: Title"
author: [Ann Other, Ben More]
date: 2020-05-06
---
# The *Heading*

A **bold**ly [linked](http://example.org) word, <script>kept as text</script>
wrapped in the source.
<!-- a draft -->

> quoted

1. one
2. two

| a | b |
|---|---|
| c | d |

![picture](x.png)
"""


def test_markdown_loses_its_signs_and_keeps_its_lines() -> None:
    found = read_text(MARKDOWN.encode(), "a.md")
    assert found.body.split("\n") == [
        "The Heading",
        "A boldly linked word, <script>kept as text</script> wrapped in the source.",
        "quoted",
        "1. one",
        "2. two",
        "a | b",
        "c | d",
    ]
    assert (found.title, found.author, found.date) == ("A: Title", "Ann Other, Ben More", "2020-05-06")


def test_markdown_in_an_old_encoding_offers_others() -> None:
    found = read_text("Gr\u00f6\u00dfe".encode("cp1252"), "a.md")
    assert (found.body, found.encodings[0].name, len(found.encodings) > 1) == (
        "Gr\u00f6\u00dfe",
        "cp1252",
        True,
    )


def test_markdown_without_front_matter_has_its_heading_for_a_title() -> None:
    found = read_text(b"Intro\n\n## Head\n\n---\n\ntitle: no\n\n---\n", "a.markdown")
    assert (found.title, found.author) == ("Head", "")


def long_page() -> str:
    items = "".join(f"<li>Loom {number}</li>" for number in range(600))
    words = "".join(f"<p>The <b>engine</b> weaves pattern {number}.</p>" for number in range(2000))
    return f"<html><body>{words}<ul>{items}</ul></body></html>"


def long_markdown() -> str:
    return "\n\n".join(f"The *engine* weaves pattern {number}." for number in range(2000))


@pytest.mark.parametrize(("name", "text"), [("a.html", long_page()), ("a.md", long_markdown())])
def test_all_parts_of_reading_tell_how_far_it_has_come_and_can_be_stopped(name: str, text: str) -> None:
    shares: list[float] = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return True

    read_text(text.encode(), name, progress=go_on)
    assert shares == sorted(shares)
    assert max(after - before for before, after in pairwise(shares)) < 0.25
    for last in shares[1 : -1 : max(1, len(shares) // 6)]:
        with pytest.raises(Cancelled):
            read_text(text.encode(), name, progress=lambda share, last=last: share < last)
