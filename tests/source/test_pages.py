"""The pages of a passage, and its citation."""

from __future__ import annotations

import pytest

from argmap.model.ids import RecordId
from argmap.model.records import PageStart, Source
from argmap.source.pages import cited, page_words, pages_of

BODY = "Cover\nOne one one\nTwo two two"
PAGES = (
    PageStart(start=6, label="xiv"),
    PageStart(start=18, label="1"),
    PageStart(start=18, label="2"),  # the page before has no text
)
BOOK = Source(id=RecordId("t"), title="Book", body=BODY, citation="Ada, *Book*", pages=PAGES)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 5, ""),
        (6, 9, "p. xiv"),
        (6, 18, "p. xiv"),
        (14, 21, "pp. xiv–2"),
        (18, 21, "p. 2"),
        (18, 18, "p. 2"),
        (29, 29, "p. 2"),
    ],
)
def test_pages_are_those_that_the_passage_has_words_on(start: int, end: int, words: str) -> None:
    assert page_words(BOOK, start, end) == words


def test_a_text_without_pages_has_none() -> None:
    plain = Source(id=RecordId("t"), title="", body=BODY, citation="Ada")
    assert pages_of(plain, 6, 9) is None
    assert cited(plain, 6, 9) == "Ada"


def test_a_citation_ends_with_the_pages() -> None:
    assert cited(BOOK, 14, 21) == "Ada, *Book*, pp. xiv–2"
    assert cited(BOOK, 0, 3) == "Ada, *Book*"
