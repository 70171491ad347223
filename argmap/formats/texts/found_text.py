"""What is read from a file, ready to become a source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from argmap.formats.errors import TextTooLarge, WithoutText
from argmap.model.limits import LONGEST_SOURCE
from argmap.model.text import normalized

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_PAGE_BREAK = re.compile("[\f\v]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&])")
_LONGEST_TITLE = 300


class Page(NamedTuple):
    """Where a page of a book or a PDF begins."""

    start: int
    """Offset of its first code point in the body; a page without text begins where the next one does."""
    label: str
    """Its number as a reader would cite it: “12”, “xiv”."""


class Passage(NamedTuple):
    """A few words of a text, on one line."""

    text: str
    letters: tuple[tuple[int, int], ...] = ()
    """Where letters stand that read differently in other encodings: the start and the end of each run."""


class FittingEncoding(NamedTuple):
    """A way to read the bytes of a plain text."""

    name: str
    """Python's name for it."""
    title: str
    """Its name for people."""
    passages: tuple[Passage, ...]
    """How those passages read in it that tell it from others: the same ones for all, three at most."""

    @property
    def preview(self) -> str:
        """The passages, each on a line."""
        return "\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text with what its file tells about it; unknown things are empty."""

    title: str
    author: str = ""
    date: str = ""
    """When it was written or published, as the file has it; days are ISO 8601."""
    body: str
    """Fit for a source: see `tidied`."""
    citation: str = ""
    """One line of Markdown."""
    file: str = ""
    """The file's own name, without a folder."""
    pages: tuple[Page, ...] = ()
    """All pages in order, where the file has any."""
    encodings: tuple[FittingEncoding, ...] = ()
    """How else the bytes can be read, best first; the first is the one used. Plain text and Markdown."""

    @property
    def is_reading_sure(self) -> bool:
        """Whether the bytes mean this text and no other: nothing reads as UTF-8 by chance."""
        return len(self.encodings) < 2 or self.encodings[0].name == "utf-8"


def tidied(text: str) -> str:
    """The text fit for a source: as `normalized`, without control characters and runs of empty lines."""
    broken = _PAGE_BREAK.sub("\n\n", normalized(text))
    lines = (line.rstrip() for line in _CONTROL.sub("", broken).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def one_line(text: str) -> str:
    """A title or a name on one line, not too long."""
    return _SPACES.sub(" ", tidied(text)).strip()[:_LONGEST_TITLE].rstrip()


def body_of(lines: Iterable[str]) -> str:
    """The body made of paragraphs, one a line; refused as `checked` does."""
    return checked(tidied("\n".join(lines)))


def checked(body: str) -> str:
    """The same body; `WithoutText` where it holds no letter or digit, `TextTooLarge` beyond the limit."""
    if len(body) > LONGEST_SOURCE:
        raise TextTooLarge
    if not any(map(str.isalnum, body)):
        raise WithoutText("There is no text in this file. Choose another one, or paste the text.")
    return body


def day_of(date: str) -> str:
    """The day of a date with a time; other dates as they are."""
    plain = one_line(date)
    return plain[:10] if re.match(r"\d{4}-\d\d-\d\d(T|$| )", plain) else plain[:40]


def cited(title: str, *, author: str = "", date: str = "", pages: str = "") -> str:
    """One line of Markdown: “Ada Lovelace, *On Engines*, 1843, pp. 1–12”."""
    parts = (_escaped(author), f"*{_escaped(title)}*" if title else "", _escaped(date), _escaped(pages))
    return ", ".join(part for part in parts if part)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
