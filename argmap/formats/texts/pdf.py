"""PDF files that hold text, by PDFium; pages of pictures are told from them, and pages keep their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.formats.errors import Locked, TextTooLarge, WithoutText
from argmap.formats.texts.found_text import FoundText, Page, cited, one_line, tidied
from argmap.formats.texts.pdf_lines import Line, Sheet, composed
from argmap.formats.texts.plain import refuse_foreign
from argmap.formats.texts.request import Request, foreign_code
from argmap.formats.texts.running_lines import without_running_lines
from argmap.model.limits import LONGEST_SOURCE

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_KIND = "a PDF"
_SIGNATURE = b"%PDF-"
_SEARCHED = 1024
_WRONG_PASSWORD, _UNKNOWN_PROTECTION = 4, 5
# PDFium puts U+FFFE for a hyphen at the end of a line, and no break behind it.
_PRINTED_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
_TITLE_FILLED_IN = re.compile(
    r"^\W*((untitled|unnamed|anonymous|unknown|document|slide|title)\W*\d*|powerpoint presentation"
    r"|microsoft (word|powerpoint|excel|publisher) - .*)\W*$|\.(docx?|pptx?|odt|rtf|tex|dvi|indd|qxd|pdf)$",
    re.IGNORECASE,
)
_AUTHOR_FILLED_IN = re.compile(
    r"^\W*(anonymous|unknown|author|user|owner|admin(istrator)?|root|scan(ner)?"
    r"|(windows|microsoft office|preferred|valued) (user|customer))\W*$",
    re.IGNORECASE,
)
_LETTER_WIDTH, _LINE_HEIGHT = 5.0, 12.0


class Pdf:
    """The format."""

    title = "PDF"
    suffixes = (".pdf",)

    def can_read(self, data: bytes) -> bool:
        """Whether the bytes say early that they are a PDF, as PDFium demands."""
        return _SIGNATURE in data[:_SEARCHED]

    def read(self, request: Request) -> FoundText:
        """The text layer as paragraphs, without what runs along on most pages; no pictures, no forms.

        The day on which the file was made is not told: it is hardly ever that of the text.
        """
        if not self.can_read(request.data):
            refuse_foreign(request.data)
        request.report(0)
        with foreign_code(_KIND):
            document = _opened(request)
            try:
                return _found(document, request)
            finally:
                document.close()


def _opened(request: Request) -> PdfDocument:
    # Imported here because it would cost every start of the program, see the package.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(request.data, password=request.password)
    except PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            wrong = "That is not its password. " if request.password else ""
            raise Locked(
                f"{wrong}This PDF is locked with a password. Save a copy without one, and bring that in.",
                asks_for_password=True,
            ) from None
        if error.err_code == _UNKNOWN_PROTECTION:
            raise Locked("This PDF has a copy protection. Bring in a copy without protection.") from None
        raise


def _found(document: PdfDocument, request: Request) -> FoundText:
    sheets, labels = without_running_lines(list(_sheets(document, request)))
    body, starts = composed(sheets)
    if not any(map(str.isalnum, body)):
        raise WithoutText(
            "This PDF holds pictures of pages and no text: run it through text recognition (OCR) first."
        )
    labels = [
        one_line(document.get_page_label(number) or "") or label or str(number + 1)
        for number, label in enumerate(labels)
    ]
    told = document.get_metadata_dict(skip_empty=True)
    title = _told(told.get("Title", ""), unless=_TITLE_FILLED_IN) or request.stem
    author = _told(told.get("Author", ""), unless=_AUTHOR_FILLED_IN)
    request.report(1)
    return FoundText(
        title=title,
        author=author,
        body=body,
        citation=cited(title, author=author, pages=_range(labels)),
        file=request.name,
        pages=tuple(map(Page, starts, labels)),
    )


def _sheets(document: PdfDocument, request: Request) -> Iterator[Sheet]:
    """The printed lines of each page; `TextTooLarge` when they grow to more than a source can hold."""
    length = 0
    count = len(document)
    for number in range(count):
        request.report(number / count)
        sheet = _sheet(document, number)
        length += sum(len(line.text) for line in sheet)
        if length > LONGEST_SOURCE:
            raise TextTooLarge
        yield sheet


def _sheet(document: PdfDocument, number: int) -> Sheet:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return list(_lines(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(page: PdfTextPage) -> Iterator[Line]:
    text = page.get_text_range() if page.count_chars() else ""
    # Positions are known only where each of PDFium's characters is one of ours.
    is_placed = len(text) == page.count_chars()
    for number, found in enumerate(_PRINTED_LINE.finditer(text)):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        end = found.start() + len(found[0].rstrip("\ufffe").rstrip())
        shown = _shown(found[0])
        if shown and end > start:
            yield _placed(page, shown, start, end) if is_placed else _guessed(shown, number)


def _shown(text: str) -> str:
    """A printed line without control characters; the hyphen that ends it is U+00AD where PDFium found one."""
    is_cut = text.endswith(("\ufffe", "\u00ad"))
    plain = " ".join(tidied(text).replace("\u00ad", "").split())
    return plain + "\u00ad" if is_cut and plain else plain


def _placed(page: PdfTextPage, text: str, start: int, end: int) -> Line:
    left, bottom, _, top = page.get_charbox(start, loose=True)
    _, _, right, _ = page.get_charbox(end - 1, loose=True)
    return Line(text, left=left, right=right, bottom=bottom, height=top - bottom)


def _guessed(text: str, number: int) -> Line:
    right, bottom = len(text) * _LETTER_WIDTH, -number * _LINE_HEIGHT
    return Line(text, left=0.0, right=right, bottom=bottom, height=_LINE_HEIGHT)


def _told(words: str, *, unless: re.Pattern[str]) -> str:
    """The words, where they are not what a program filled in."""
    plain = one_line(words)
    return "" if unless.search(plain) else plain


def _range(labels: list[str]) -> str:
    return f"p. {labels[0]}" if len(labels) == 1 else f"pp. {labels[0]}–{labels[-1]}"
