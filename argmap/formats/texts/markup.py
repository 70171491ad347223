"""HTML into plain lines: what a reader would read, one block a line.

The standard library's parser takes quadratic time over tags that never end, and so would take hours over a
file made to harm. So scripts, comments and declarations are cut out, and loose angle brackets written as
text, in one pass before it sees the markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.errors import TextTooLarge
from argmap.model.limits import LONGEST_SOURCE

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag

_UNREAD = r"script|style|noscript|template|iframe|object|svg"
_CUT = re.compile(
    rf"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<({_UNREAD})(?=[\s/>])(?:[^<>]*>)?.*?(?:</\1\s*>|\Z)|<[!?][^<>]*>?",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY_UNREAD = re.compile(rf"<(?:{_UNREAD})(?:\s[^<>]*)?/>", re.IGNORECASE)
_LOOSE = re.compile(r"(</?[a-z][^<>]*>)|<", re.IGNORECASE)
_IS_XML = re.compile(r"\s*(<\?xml|<!DOCTYPE html[^>]*XHTML)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DROPPED = frozenset(
    "head nav script style noscript template iframe object svg button input select textarea rt rp audio "
    "video canvas datalist".split()
)
_DROPPED_ROLES = frozenset("navigation banner contentinfo search menu menubar".split())
_PAGE_ENDS = frozenset(("header", "footer"))
_CONTENT = frozenset(("article", "main", "section", "blockquote", "figure"))
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre "
    "search section summary table tbody tfoot thead ul".split()
)
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ol", "ul", "menu"))
_BULLET = "• "
_MOST_TAGS = 1_000_000
_OFTEN = 500
"""After so many elements it is told how far it has come: a few hundredths of a second."""

Report = Callable[[float], None]
"""Told the share that is done; it may raise, to stop."""


def parsed(markup: str, report: Report = lambda share: None) -> BeautifulSoup:
    """The markup as a tree, without scripts; `TextTooLarge` beyond what a source can hold.

    `report` is told the share that is done, again and again.
    """
    # Imported here because it would cost every start of the program, see the package.
    from bs4 import BeautifulSoup

    if len(markup) > LONGEST_SOURCE or markup.count("<") > _MOST_TAGS:
        raise TextTooLarge
    harmless = _harmless(markup)
    all_tags, seen = harmless.count("<") + 1, 0

    class Reporting(BeautifulSoup):
        """A tree that says how many of its tags have been read."""

        def object_was_parsed(
            self, o: PageElement, parent: Tag | None = None, most_recent_element: PageElement | None = None
        ) -> None:
            nonlocal seen
            seen += 1
            if seen % _OFTEN == 0:
                report(min(seen / all_tags, 1.0))
            super().object_was_parsed(o, parent, most_recent_element)

    return Reporting(harmless, "html.parser")


def lines(root: Tag, report: Report = lambda share: None) -> list[str]:
    """The readable text under an element, a paragraph, an item or a row of a table each on its line.

    `report` is told now and then; how much there will be is not known, so the share is a guess.
    """
    from bs4.element import NavigableString, PreformattedString, Tag

    page = _Lines()
    # A stack of its own instead of recursion: unclosed tags nest thousands deep.
    waiting, steps, share = [_Step(root)], 0, 0.0
    while waiting:
        step = waiting.pop()
        steps += 1
        if steps % _OFTEN == 0:
            share = max(share, steps / (steps + len(waiting)))
            report(share)
        if isinstance(step.node, NavigableString):
            page.add("" if isinstance(step.node, PreformattedString) else step.node)
        elif not isinstance(step.node, Tag):
            continue
        elif step.is_end:
            page.close(_name(step.node))
        elif not _is_dropped(step.node, step.in_content):
            page.open(_name(step.node), first=_first_number(step.node))
            waiting.append(_Step(step.node, is_end=True))
            inside = step.in_content or _name(step.node) in _CONTENT
            waiting.extend(_Step(child, inside) for child in reversed(step.node.contents))
    return page.finished()


def text_of(element: Tag | None) -> str:
    """All text of an element on one line; nothing for none."""
    return " ".join(lines(element)) if element is not None else ""


def headings(root: Tag) -> Iterator[str]:
    """The texts of the first headings that hold any."""
    for name in ("h1", "h2"):
        yield from filter(None, (text_of(found) for found in root.find_all(name, limit=3)))


def _harmless(markup: str) -> str:
    if _IS_XML.match(markup[:2000]):
        markup = _EMPTY_UNREAD.sub(" ", markup)
    return _LOOSE.sub(lambda found: found[1] or "&lt;", _CUT.sub("", markup))


class _Step(NamedTuple):
    """One stop on the way through a tree."""

    node: PageElement
    in_content: bool = False
    is_end: bool = False


def _name(tag: Tag) -> str:
    return tag.name.rpartition(":")[2].lower()


def _is_dropped(tag: Tag, in_content: bool) -> bool:
    name, attributes = _name(tag), tag.attrs
    if not attributes:
        return name in _DROPPED or (name in _PAGE_ENDS and not in_content)
    return (
        name in _DROPPED
        or (name in _PAGE_ENDS and not in_content)
        or ("hidden" in attributes and attributes["hidden"] != "until-found")
        or attributes.get("aria-hidden") == "true"
        or str(attributes.get("role", "")).lower() in _DROPPED_ROLES
        or bool(_HIDDEN.search(str(attributes.get("style", ""))))
    )


def _first_number(tag: Tag) -> int:
    """What a numbered list begins with."""
    start = str(tag.get("start", "1"))
    return int(start) if re.fullmatch("[0-9]{1,9}", start) else 1


class _Lines:
    """Lines as they grow; those of a table's cell wait until its row is whole."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._rows: list[list[list[str]]] = []
        self._prefix = ""
        self._verbatim = 0
        self._lists: list[int | None] = []  # the next item's number; None for one with bullets

    def add(self, text: str) -> None:
        """Some text goes on where the last ended."""
        if not self._verbatim:
            self._parts.append(_SPACES.sub(" ", text))
            return
        first, *others = text.split("\n")
        self._parts.append(first)
        for line in others:
            self._flush()
            self._parts.append(line)

    def open(self, name: str, *, first: int) -> None:
        """An element begins; `first` is what it counts from, if it is a numbered list."""
        if name == "br" or name in _BLOCKS or name == "tr" or name in _CELLS:
            self._flush()
        if name == "tr":
            self._rows.append([])
        elif name in _CELLS and self._rows:
            self._rows[-1].append([])
        self._verbatim += name == "pre"
        if name in _LISTS:
            self._lists.append(first if name == "ol" else None)
        elif name == "li":
            self._prefix = self._item()

    def close(self, name: str) -> None:
        """An element that was opened ends."""
        if name in _BLOCKS or name == "tr" or name in _CELLS:
            self._flush()
        if name == "tr" and self._rows:
            self._close_row(self._rows.pop())
        self._verbatim -= name == "pre"
        if name == "li":
            self._prefix = ""
        elif name in _LISTS:
            self._lists.pop()

    def finished(self) -> list[str]:
        """All lines."""
        self._flush()
        return self._lines

    def _item(self) -> str:
        """What stands before a list's next item."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return _BULLET
        self._lists[-1] = number + 1
        return f"{number}. "

    def _close_row(self, cells: list[list[str]]) -> None:
        """Cells of one line each make one line; others lay out a page, and keep theirs."""
        if all(len(cell) <= 1 for cell in cells):
            self._emit(" | ".join(line for cell in cells for line in cell))
            return
        for cell in cells:
            for line in cell:
                self._emit(line)

    def _flush(self) -> None:
        text = "".join(self._parts)
        line = text.rstrip() if self._verbatim else _SPACES.sub(" ", text).strip()
        self._parts.clear()
        if line:
            self._emit(self._prefix + line)
            self._prefix = ""

    def _emit(self, line: str) -> None:
        if line:
            target = self._rows[-1][-1] if self._rows and self._rows[-1] else self._lines
            target.append(line)
