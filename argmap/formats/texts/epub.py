"""EPUB books: their chapters in reading order, each read as a web page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from argmap.formats.errors import BrokenText, Locked
from argmap.formats.texts.found_text import FoundText, body_of, cited, day_of, one_line
from argmap.formats.texts.markup import lines, parsed
from argmap.formats.texts.plain import refuse_foreign
from argmap.formats.texts.request import Request, foreign_code
from argmap.formats.texts.unpacking import SIGNATURE, Package, first_text, local_name, xml
from argmap.formats.texts.web_page import page_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KIND = "an EPUB book"
_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/html"))
_FONT_OBFUSCATION = re.compile(r"idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC")


class Epub:
    """The format."""

    title = "EPUB book"
    suffixes = (".epub",)

    def can_read(self, data: bytes) -> bool:
        """Whether the bytes are a zip file that says that it is a book."""
        return data.startswith(SIGNATURE) and (_MIMETYPE in data[:200] or _CONTAINER.encode() in data)

    def read(self, request: Request) -> FoundText:
        """The text of all chapters; no pictures and no list of contents that is only for navigation."""
        if not request.data.startswith(SIGNATURE):
            refuse_foreign(request.data)
        request.report(0)
        with foreign_code(_KIND):
            package = Package(request.data)
            _refuse_protected(package)
            place = _package_document(package)
            book = xml(package.read(place))
            return _found(book, list(_chapters(package, book, place, request)), request)


def _found(book: Element, text: list[str], request: Request) -> FoundText:
    title = one_line(first_text(book, "title")) or request.stem
    author = one_line(first_text(book, "creator"))
    date = day_of(first_text(book, "date"))
    body = body_of(text)
    request.report(1)
    citation = cited(title, author=author, date=date)
    return FoundText(title=title, author=author, date=date, body=body, citation=citation, file=request.name)


def _refuse_protected(package: Package) -> None:
    """`Locked` where more than fonts is encrypted: fonts often are, and nobody reads them."""
    if _ENCRYPTION not in package:
        return
    for entry in xml(package.read(_ENCRYPTION)).iter():
        if local_name(entry) == "EncryptedData":
            methods = [part.get("Algorithm", "") for part in entry if local_name(part) == "EncryptionMethod"]
            if not any(map(_FONT_OBFUSCATION.search, methods)):
                raise Locked(
                    "This book has a copy protection, so only its own reader can open it. "
                    "Bring in a copy without protection, or paste the passages you need."
                )


def _package_document(package: Package) -> str:
    container = xml(package.read(_CONTAINER))
    places = (found.get("full-path") for found in container.iter() if local_name(found) == "rootfile")
    place = next(filter(None, places), None)
    if place is None:
        raise BrokenText(_KIND)
    return place


def _chapters(package: Package, book: Element, place: str, request: Request) -> Iterator[str]:
    """The lines of every chapter, with an empty line between two of them."""
    places = [name for name in _spine(book, posixpath.dirname(place)) if name in package]
    if not places:
        raise BrokenText(_KIND)
    for number, name in enumerate(dict.fromkeys(places)):
        request.report(number / len(places))
        page = parsed(page_text(package.read(name)))
        yield from lines(page)
        yield ""
        page.decompose()  # a tree is a circle of references, and the next chapter's may be as large


def _spine(book: Element, folder: str) -> Iterator[str]:
    """The names of the pages in reading order."""
    items = {item.get("id"): item for item in book.iter() if local_name(item) == "item"}
    for entry in book.iter():
        item = items.get(entry.get("idref")) if local_name(entry) == "itemref" else None
        if item is not None and item.get("media-type") in _PAGES:
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
