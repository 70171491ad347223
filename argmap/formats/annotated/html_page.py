"""An annotated text as one web page: whole in itself, without scripts, asking nothing of other places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

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
from argmap.formats.annotated.style import style_sheet

CHECK = "please check"
"""Said of a passage whose place is only the likeliest."""
LOST = "No longer in the text"
_LEADS_OUT = re.compile("(?:https?|mailto):", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def html_page(text: AnnotatedText, *, light: Mapping[str, str], dark: Mapping[str, str]) -> bytes:
    """The page, in UTF-8, with the colours of two themes, see `style_sheet`.

    The language of the text is not known, and said to be so; all else is English.
    """
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        *_head(text, style_sheet(light, dark)),
        "<body>",
        '<a class="skip" href="#claims">Skip to the claims</a>',
        "<main>",
        *_opening(text),
        '<article lang="" aria-label="The text">',
        *map(_paragraph, text.body),
        "</article>",
        *_lists(text),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(part for part in parts if part).encode() + b"\n"


def citation_markup(citation: str) -> str:
    """A citation, one line of Markdown, as HTML: no raw HTML, no pictures, links to web and mail only."""
    # Imported here because it would cost every start of the program.
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            return _LEADS_OUT.match(url) is not None

    reader = Reader("commonmark", {"html": False}).disable("image")
    return str(reader.renderInline(_seen(citation)))


def _words(text: str) -> str:
    """Any text as HTML."""
    return escape(_seen(text))


def _seen(text: str) -> str:
    """The text without the characters that HTML does not hold."""
    return _UNSEEN.sub("\ufffd", text)


def _head(text: AnnotatedText, style: str) -> list[str]:
    return [
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="generator" content="argmap">',
        f'<meta name="author" content="{_words(text.author)}">' if text.author else "",
        f"<title>{_words(text.title)}</title>",
        f"<style>\n{style}\n</style>",
        "</head>",
    ]


def _opening(text: AnnotatedText) -> list[str]:
    by = " · ".join(part for part in (text.author, text.date) if part)
    mapped = f"Marked for the argument map “{text.map_title}”"
    return [
        "<header>",
        f'<h1 lang="" dir="auto">{_words(text.title)}</h1>',
        f'<p class="by" dir="auto">{_words(by)}</p>' if by else "",
        f'<p class="cited" dir="auto">{citation_markup(text.citation)}</p>' if text.citation else "",
        f'<p class="of-map">{_words(mapped)}</p>' if text.map_title else "",
        *_key(text),
        "</header>",
    ]


def _key(text: AnnotatedText) -> list[str]:
    """How passages are marked."""
    if not text.roles:
        return []
    kinds = {entry.role: entry.kind for entry in text.entries if not entry.is_step}
    rows = (
        f'<li><span class="m {role}">{_words(kinds.get(role, str(role).capitalize()))}</span></li>'
        for role in text.roles
    )
    return ['<ul class="key" aria-label="How passages are marked">', *rows, "</ul>"]


def _paragraph(paragraph: Paragraph) -> str:
    words = "".join(map(_piece, paragraph.pieces))
    speaker = _speaker(paragraph.speaker) if paragraph.speaker else ""
    if paragraph.number is None:
        return f'{speaker}<h2 dir="auto">{words}</h2>'
    number = f'<span class="n">¶{paragraph.number}</span>'
    return f'{speaker}<p id="para-{paragraph.number}" dir="auto">{number}{words}</p>'


def _speaker(speaker: Speaker) -> str:
    change = f"<span>{_words(speaker.change)}</span>" if speaker.change else ""
    mark = f'<span class="monogram" aria-hidden="true">{_words(speaker.monogram)}</span>'
    return f'<div class="speaker" lang="en">{mark}<b dir="auto">{_words(speaker.name)}</b>{change}</div>\n'


def _piece(piece: Piece) -> str:
    if not piece.marks:
        return _words(piece.text)
    shown = piece.marks[0]
    own = f' id="passage-{shown.passage}"' if shown in piece.begun else ""
    others = (mark for mark in piece.begun if mark != shown)
    places = "".join(f'<span class="at" id="passage-{mark.passage}"></span>' for mark in others)
    title = f' title="{_words(f"{shown.entry}: {shown.says}")}"'
    link = f'<a class="m {shown.role}"{own} href="#claim-{shown.entry}"{title}>{_words(piece.text)}</a>'
    return f"{places}{link}{_references(piece.ended)}"


def _references(marks: Iterable[Mark]) -> str:
    """The numbers of the claims whose passages end here."""
    rows = "<span>,</span>".join(map(_reference, marks))
    return f'<sup class="refs" lang="en">{rows}</sup>' if rows else ""


def _reference(mark: Mark) -> str:
    link = f'href="#claim-{mark.entry}" aria-label="{_called(mark.entry, is_step=mark.is_step)}'
    if mark.is_moved:
        return f'<a class="{mark.role} check" {link}, {CHECK}">{mark.entry} {CHECK}</a>'
    return f'<a class="{mark.role}" {link}">{mark.entry}</a>'


def _called(number: int, *, is_step: bool) -> str:
    """An entry's number for those who hear it."""
    return f"{'Step' if is_step else 'Claim'} {number}"


def _lists(text: AnnotatedText) -> list[str]:
    further = "Further claims of the map"
    return [
        '<section id="claims" aria-labelledby="claims-title">',
        '<h2 id="claims-title">Claims</h2>',
        *(_list(text.entries) or ["<p>No claim rests on this text.</p>"]),
        "</section>",
        *([f"<section><h2>{further}</h2>", *_list(text.others), "</section>"] if text.others else []),
    ]


def _list(entries: tuple[Entry, ...]) -> list[str]:
    return ['<ol class="entries">', *map(_entry, entries), "</ol>"] if entries else []


def _entry(entry: Entry) -> str:
    facts = [f"<b>{_words(entry.kind)}</b>"]
    facts += [f'<span dir="auto">{_words(entry.voice)}</span>'] if entry.voice else []
    facts += [f"credence {_words(entry.credence)}"] if entry.credence else []
    called = _called(entry.number, is_step=entry.is_step)
    parts = [
        f'<li id="claim-{entry.number}" class="{entry.role}">',
        f'<span class="number" aria-label="{called}">{entry.number}</span>',
        f'<p class="what">{" · ".join(facts)}</p>',
        f'<p class="says" lang="" dir="auto">{_words(entry.text) or "(empty)"}</p>',
        _spots(entry.spots),
        *map(_lost, entry.lost),
        _bearings(entry.bearings),
        "</li>",
    ]
    return "".join(parts)


def _lost(words: str) -> str:
    return f'<p class="lost"><b>{LOST}:</b> <q class="quoted" lang="">{_words(words)}</q></p>'


def _spots(spots: tuple[Spot, ...]) -> str:
    links = (
        f'<a href="#passage-{spot.passage}">{_words(spot.words)}</a>'
        + (f' <span class="check">{CHECK}</span>' if spot.is_moved else "")
        for spot in spots
    )
    return f'<p class="spots">In the text: {" · ".join(links)}</p>' if spots else ""


def _bearings(bearings: tuple[Bearing, ...]) -> str:
    rows = "".join(
        f"<dt>{_words(bearing.words)}</dt>"
        + "".join(f'<dd dir="auto">{"".join(map(_phrase, said))}</dd>' for said in bearing.others)
        for bearing in bearings
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _phrase(phrase: Phrase) -> str:
    if phrase.entry is None:
        return _words(phrase.text)
    return f'<a href="#claim-{phrase.entry}">{phrase.entry}. {_words(phrase.text)}</a>'
