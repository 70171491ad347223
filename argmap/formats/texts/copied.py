"""Words from the clipboard or a drop: formatted ones become paragraphs, others are taken as they are."""

from __future__ import annotations

from dataclasses import replace

from argmap.formats.errors import TextProblem
from argmap.formats.texts.found_text import FoundText, one_line
from argmap.formats.texts.plain import pasted
from argmap.formats.texts.request import Request
from argmap.formats.texts.web_page import WebPage

_LONGEST_TITLE = 60
_UNNAMED = "Pasted text"


def copied(text: str, markup: str = "") -> FoundText:
    """What was copied, as plain text and maybe as HTML; a `TextProblem` where that is nothing, or too much.

    Its title is the one it brings, or its first line.
    """
    found = _read(text, markup)
    if any(map(str.isalnum, found.title)):
        return found
    return replace(found, title=_first_line(found.body), citation="")


def _read(text: str, markup: str) -> FoundText:
    if not markup:
        return pasted(text)
    try:
        return WebPage().read(Request(data=markup.encode("utf-8", "replace"), encoding="utf-8"))
    except TextProblem:
        if not text:
            raise
        return pasted(text)


def _first_line(body: str) -> str:
    line = one_line(body.lstrip().partition("\n")[0])
    if not any(map(str.isalnum, line)):
        return _UNNAMED
    if len(line) <= _LONGEST_TITLE:
        return line.rstrip(".")
    return f"{line[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"
