"""Word files, `.docx`: their text as mammoth reads it, footnotes and endnotes after it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Protocol

from argmap.formats.errors import TextTooLarge
from argmap.formats.texts.found_text import FoundText, day_of, one_line
from argmap.formats.texts.plain import refuse_foreign
from argmap.formats.texts.request import Request, foreign_code
from argmap.formats.texts.unpacking import SIGNATURE, Package, first_text, xml
from argmap.formats.texts.web_page import read_markup

_KIND = "a Word file"
_MAIN = b"word/document"
_CORE = "docProps/core.xml"
_MOST_ELEMENTS = 1_000_000
_REPORT_EVERY = 50
_READ, _MADE = 0.3, 0.55
_BACK_LINK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>')
_OF_A_PICTURE = re.compile(r"(^|/)media/|\.(png|jpe?g|gif|emf|wmf|bin|odttf|ttf)$", re.IGNORECASE)


class WordFile:
    """The format."""

    title = "Word file"
    suffixes = (".docx", ".docm", ".dotx")

    def can_read(self, data: bytes) -> bool:
        """Whether the bytes are a zip file with a Word text in it."""
        return data.startswith(SIGNATURE) and _MAIN in data

    def read(self, request: Request) -> FoundText:
        """The text as it stands with all changes accepted; no headers, footers, comments and pictures."""
        if not request.data.startswith(SIGNATURE):
            refuse_foreign(request.data)
        request.report(0)
        with foreign_code(_KIND):
            package = Package(request.data)
            plain = _without_pictures(package)
            known = _properties(package) if _CORE in package else {}
            markup = _as_markup(plain, request)
            return read_markup(_BACK_LINK.sub("", markup), request, known=known, begun=_MADE)


def _without_pictures(package: Package) -> bytes:
    """The same file, of parts that were bounded and looked at: mammoth's own parser bounds nothing."""
    kept, elements = BytesIO(), _MOST_ELEMENTS
    with zipfile.ZipFile(kept, "w") as copy:
        for name in package.names:
            if not _OF_A_PICTURE.search(name) and not name.endswith("/"):
                data = package.read(name)
                if b"<!DOCTYPE" in data.replace(b"\0", b""):
                    raise ValueError(f"{name} declares a document type, which no Word file does")
                elements -= data.count(b"<")
                if elements < 0:
                    raise TextTooLarge
                copy.writestr(name, data)
    return kept.getvalue()


def _properties(package: Package) -> dict[str, str]:
    core = xml(package.read(_CORE))
    return {
        "title": one_line(first_text(core, "title")),
        "author": one_line(first_text(core, "creator")),
        "date": day_of(first_text(core, "created")),
    }


class _Document(Protocol):
    """What mammoth has read of a file, before it makes HTML of it."""

    children: list[object]

    def copy(self, *, children: list[object]) -> _Document:
        """The same document with other paragraphs."""


class _Watched(list[object]):
    """Paragraphs that report how far they have been gone through: mammoth itself knows no progress."""

    def __init__(self, children: list[object], request: Request) -> None:
        super().__init__(children)
        self._request = request

    def __iter__(self) -> Iterator[object]:
        for number, child in enumerate(super().__iter__()):
            if number % _REPORT_EVERY == 0:
                self._request.report(_READ + (_MADE - _READ) * number / len(self))
            yield child


def _as_markup(data: bytes, request: Request) -> str:
    # Imported here because it would cost every start of the program, see the package.
    import mammoth

    def watched(document: _Document) -> _Document:
        return document.copy(children=_Watched(document.children, request))

    result = mammoth.convert_to_html(
        BytesIO(data),
        transform_document=watched,
        convert_image=lambda _: [],
        include_embedded_style_map=False,
        external_file_access=False,
    )
    return str(result.value)
