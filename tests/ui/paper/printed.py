"""Reads a PDF as a reader's program does: its words, where they stand, and where its links lead."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw


class Link(NamedTuple):
    """A link within the document."""

    page: int
    words: str
    """What is under it."""
    aim: str
    """What stands at its aim: the words of about one line."""
    aimed_page: int


def pages_of(data: bytes) -> list[str]:
    """The words of each page, lines joined."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_joined(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def links_of(data: bytes) -> list[Link]:
    """All links that lead about in the document."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [link for number in range(len(document)) for link in _links_on(document, number)]
    finally:
        document.close()


def colours_of(data: bytes, page: int) -> set[tuple[int, int, int]]:
    """The colours that many pixels of a page have."""
    document = pypdfium2.PdfDocument(data)
    try:
        picture = document[page].render(scale=1)
        pixels = bytes(picture.buffer)
        rows = range(0, len(pixels), picture.n_channels)
        counts: dict[tuple[int, int, int], int] = {}
        for at in rows:
            blue, green, red = pixels[at : at + 3]
            counts[red, green, blue] = counts.get((red, green, blue), 0) + 1
        return {colour for colour, count in counts.items() if count > 300}
    finally:
        document.close()


def left_of(data: bytes, page: int) -> float:
    """Where the ink of a page begins, in points."""
    scale = 4
    document = pypdfium2.PdfDocument(data)
    try:
        picture = document[page].render(scale=scale, grayscale=True)
        pixels = bytes(picture.buffer)
        columns = range(picture.width)
        return next(x for x in columns if min(pixels[x :: picture.stride]) < 200) / scale
    finally:
        document.close()


def _links_on(document: pypdfium2.PdfDocument, number: int) -> list[Link]:
    page = document[number]
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        try:
            link = raw.FPDFAnnot_GetLink(note)
            aim = raw.FPDFLink_GetDest(document, link)
            if aim:
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(note, box)
                found.append(_link(document, number, box, aim=aim))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return found


def _link(document: pypdfium2.PdfDocument, number: int, box: raw.FS_RECTF, *, aim: object) -> Link:
    words = document[number].get_textpage().get_text_bounded(box.left, box.bottom - 1, box.right, box.top + 1)
    has = [ctypes.c_int() for _ in range(3)]
    place = [ctypes.c_float() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(aim, *has, *place)
    aimed = raw.FPDFDest_GetDestPageIndex(document, aim)
    x, y = place[0].value, place[1].value
    there = document[aimed].get_textpage().get_text_bounded(x - 2, y - 16, x + 260, y + 8)
    return Link(number, _joined(words), _joined(there), aimed)


def _joined(words: str) -> str:
    return " ".join(words.replace("\u2060", "").replace("\ufffe", "").split())
