"""Which pages of a book or a PDF a passage stands on, and how it is cited with them."""

from __future__ import annotations

from argmap.model.records import Source


def pages_of(source: Source, start: int, end: int) -> tuple[str, str] | None:
    """The labels of the first and the last page that a stretch of text, given by offsets, stands on."""
    begun = [page for page in source.pages if page.start <= start]
    if not begun:
        return None
    touched = [page for page in source.pages if page.start < max(end, start + 1)]
    return begun[-1].label, touched[-1].label


def page_words(source: Source, start: int, end: int) -> str:
    """“p. 12”, or “pp. 12–13”; empty for a text without pages."""
    found = pages_of(source, start, end)
    if found is None:
        return ""
    first, last = found
    return f"p. {first}" if first == last else f"pp. {first}–{last}"


def cited(source: Source, start: int, end: int) -> str:
    """The citation of a passage: that of its text, with its pages; one line of Markdown."""
    return ", ".join(part for part in (source.citation, page_words(source, start, end)) if part)
