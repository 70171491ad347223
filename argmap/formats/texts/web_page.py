"""HTML files: saved web pages, and what browsers put on the clipboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.texts.decoding import is_usable, letters
from argmap.formats.texts.found_text import FoundText, body_of, cited, day_of, one_line
from argmap.formats.texts.markup import headings, lines, parsed
from argmap.formats.texts.plain import refuse_foreign
from argmap.formats.texts.request import Request, foreign_code

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_HEAD = 4096
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_AUTHOR = ("author", "citation_author", "dc.creator", "dcterms.creator", "article:author", "parsely-author")
_DATE = (
    "article:published_time citation_publication_date datepublished dc.date dcterms.date dcterms.created "
    "citation_date date pubdate"
).split()


class WebPage:
    """The format."""

    title = "Web page (HTML)"
    suffixes = (".html", ".htm", ".xhtml")

    def can_read(self, data: bytes) -> bool:
        """Whether the bytes begin as a whole page does."""
        head = data[:_HEAD].replace(b"\0", b"")  # UTF-16 has zeros between the letters
        return bool(_BEGINNING.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")))

    def read(self, request: Request) -> FoundText:
        """The readable text of the page, with title, author and date from its head."""
        refuse_foreign(request.data)
        request.report(0)
        with foreign_code("a web page"):
            return read_markup(page_text(request.data, request.encoding), request)


def read_markup(
    markup: str, request: Request, *, known: dict[str, str] | None = None, begun: float = 0.0
) -> FoundText:
    """The text of a page; what is already known of its title, author and date goes before what it says.

    `begun` is the share of the work that was done before.
    """
    known = known or {}
    page = parsed(markup, lambda share: request.report(begun + (0.85 - begun) * share))
    request.report(0.85)
    title = known.get("title") or _title(page) or request.stem
    request.report(0.85)
    author = known.get("author") or _meta(page, _AUTHOR)
    request.report(0.85)
    date = day_of(known.get("date") or _meta(page, _DATE))
    body = body_of(lines(page, lambda share: request.report(0.85 + 0.15 * share)))
    request.report(1)
    return FoundText(
        title=title,
        author=author,
        date=date,
        body=body,
        citation=cited(title, author=author, date=date),
        file=request.name,
    )


def page_text(data: bytes, encoding: str | None = None) -> str:
    """The markup's letters: as asked, as the page itself says, or as the bytes let guess."""
    if encoding is None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        said = _CHARSET.search(data[:_HEAD])
        encoding = _said(said[1].decode("ascii"), data) if said else None
    return letters(data, encoding)


def _said(name: str, data: bytes) -> str | None:
    """The encoding a page names; None where that cannot be."""
    # Browsers read these as Windows-1252, and so do those who write them.
    wanted = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name
    return wanted if is_usable(wanted, data) else None


def _title(page: BeautifulSoup) -> str:
    if page.title is not None and (title := one_line(page.title.get_text())):
        return title
    return one_line(next(headings(page), ""))


def _meta(page: BeautifulSoup, names: tuple[str, ...] | list[str]) -> str:
    """What the page's head says under the first of these names; addresses are no answer."""
    said: dict[str, str] = {}
    for meta in page.find_all("meta", limit=200):
        name = str(meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        content = one_line(str(meta.get("content") or ""))
        if content and not content.startswith(("http:", "https:")):
            said.setdefault(name, content)
    return next((said[name] for name in names if name in said), "")
