"""Lines that run along at the top or bottom of most pages, told from the text itself.

A running line is one row at the very edge of a page, or two that stand together. It is set apart from the
text by a gap wider than is usual inside pages, or by smaller type. It is the same on most pages, but for a
number that grows by one with each page, or letter for letter at one height; left and right pages, and
chapters, may have their own. And the text runs on from page to page: where each page begins afresh, a
heading, a salutation or a refrain looks just the same. Only a bare page number needs no gap and no such text.
All else is text: in doubt it stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

from argmap.formats.texts.pdf_lines import Line, Sheet

_NUMBER = re.compile(r"[0-9]{1,6}")
_FEWEST_PAGES = 3
_MOST_PAGES = 0.45
_MOST_ROWS = 2
_MOST_NUMBERS = 4
_SAME_ROW = 3
_USUAL_SHARE = 0.1
_WIDE_GAP, _LEAST_WIDER = 1.35, 1.0
_SMALLER, _LARGER = 0.88, 1.3
_HYPHENS = ("-", "\u00ad")
_PITCH, _HEIGHT = 14.0, 12.0

Row = Sequence[Line]
"""What stands at one height, from left to right."""


class _Edge(NamedTuple):
    """What may be a running line of a page: its outermost row or two."""

    lines: Row
    text: str
    bottom: float
    is_apart: bool

    @property
    def form(self) -> str:
        return _NUMBER.sub("#", self.text)

    @property
    def is_bare(self) -> bool:
        return not any(map(str.isalpha, self.text))


class _Usual(NamedTuple):
    """What is usual inside the pages."""

    height: float
    gap: float
    """Between two lines; a gap that is no wider sets nothing apart."""


def without_running_lines(sheets: list[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without lines that certainly run through them; and the number printed on each, or ""."""
    labels = [""] * len(sheets)
    usual = _usual(sheets)
    sheets = list(sheets)
    for is_top in (True, False):
        _take(sheets, labels, is_top=is_top, usual=usual, bare_only=True)
    if _is_flowing(sheets, usual):
        for is_top in (True, False):
            _take(sheets, labels, is_top=is_top, usual=usual)
    return sheets, labels


def _take(
    sheets: list[Sheet], labels: list[str], *, is_top: bool, usual: _Usual, bare_only: bool = False
) -> None:
    """Take what runs along at one edge out of the pages, and note the numbers it has."""
    room = [_MOST_ROWS] * len(sheets)
    for _ in range(_MOST_ROWS):
        edges = {
            page: _edge(sheet, usual, is_top=is_top, most=room[page])
            for page, sheet in enumerate(sheets)
            if sheet and room[page]
        }
        for page, number in _running(sheets, edges, bare_only=bare_only).items():
            taken = edges[page].lines
            labels[page] = labels[page] or number
            room[page] -= len(_rows(taken, is_top=is_top))
            sheets[page] = [line for line in sheets[page] if line not in taken]


def _is_flowing(sheets: list[Sheet], usual: _Usual) -> bool:
    """Whether the text of some pages, at least a tenth, begins in the midst of a sentence."""
    return sum(_is_midway(sheet, usual) for sheet in sheets[1:]) > len(sheets) / 10


def _is_midway(sheet: Sheet, usual: _Usual) -> bool:
    body = sheet
    for _ in range(_MOST_ROWS):
        edge = _edge(body, usual, is_top=True, most=_MOST_ROWS) if body else None
        if edge and edge.is_apart:
            body = [line for line in body if line not in edge.lines]
    first = _rows(body, is_top=True)[0][0].text[0] if body else ""
    return first.isalpha() and not first.isupper()


def _usual(sheets: list[Sheet]) -> _Usual:
    height = median([line.height for sheet in sheets for line in sheet] or [_HEIGHT])
    # What runs along is itself among the first and last lines, and its gap is not to count.
    steps = [step for sheet in sheets for step in _steps(sheet)[_MOST_ROWS:-_MOST_ROWS] if step > 1]
    often = Counter(map(round, steps))
    usual = [step for step, count in often.items() if count >= max(2, _USUAL_SHARE * len(steps))]
    pitch = median_low(steps or [_PITCH])
    return _Usual(height, max(_WIDE_GAP * pitch, max(usual, default=0) + _LEAST_WIDER))


def _steps(sheet: Sheet) -> list[float]:
    return [above.bottom - below.bottom for above, below in pairwise(sheet)]


def _rows(lines: Row, *, is_top: bool) -> list[list[Line]]:
    """The rows, the outermost first."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.bottom, reverse=is_top):
        if rows and abs(rows[-1][0].bottom - line.bottom) < line.height / _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _edge(sheet: Sheet, usual: _Usual, *, is_top: bool, most: int) -> _Edge:
    """The outermost row; with the next one where only both together are set apart."""
    rows = _rows(sheet, is_top=is_top)
    for count in range(1, most + 1):
        lines = [line for row in rows[:count] for line in row]
        if _is_apart(lines, rows[count : count + 1], usual):
            return _Edge(lines, _text(lines), rows[0][0].bottom, is_apart=True)
    return _Edge(rows[0], _text(rows[0]), rows[0][0].bottom, is_apart=False)


def _text(lines: Row) -> str:
    return " ".join(line.text for line in lines)


def _is_apart(lines: Row, beyond: list[list[Line]], usual: _Usual) -> bool:
    tallest = max(line.height for line in lines)
    if tallest > _LARGER * usual.height or lines[-1].text.endswith(_HYPHENS):
        return False
    if not beyond:
        return True
    gap = min(abs(line.bottom - other.bottom) for line in lines for other in beyond[0])
    is_smaller = tallest < _SMALLER * min(line.height for line in beyond[0])
    return gap > usual.gap or is_smaller


def _running(sheets: list[Sheet], edges: dict[int, _Edge], *, bare_only: bool) -> dict[int, str]:
    """The pages whose edge runs through most, each with its number or ""."""
    groups: dict[str, list[int]] = {}
    for page, edge in edges.items():
        if edge.is_bare or (edge.is_apart and not bare_only):
            groups.setdefault(edge.form, []).append(page)
    found: dict[int, str] = {}
    for pages in groups.values():
        numbered = _counting(edges, pages)
        rests = {_rest(sheets[page], edges[page]) for page in pages}
        is_told_apart = not bare_only and len(rests) > len(pages) / 2
        found |= (_unchanging(edges, pages) if is_told_apart else {}) | numbered
    return found if len(found) >= _MOST_PAGES * len(sheets) else {}


def _rest(sheet: Sheet, edge: _Edge) -> tuple[str, ...]:
    """What else the page says, but for numbers; pages that are alike throughout tell nothing."""
    return tuple(_NUMBER.sub("#", line.text) for line in sheet if line not in edge.lines)


def _counting(edges: dict[int, _Edge], pages: list[int]) -> dict[int, str]:
    """Those of the pages whose lines have a number that grows with them, with that number."""
    rows = {page: _NUMBER.findall(edges[page].text)[:_MOST_NUMBERS] for page in pages}
    for column in range(len(rows[pages[0]])):
        ahead = Counter(int(numbers[column]) - page for page, numbers in rows.items())
        offset, count = ahead.most_common(1)[0]
        if count >= _FEWEST_PAGES:
            return {page: row[column] for page, row in rows.items() if int(row[column]) - page == offset}
    return {}


def _unchanging(edges: dict[int, _Edge], pages: list[int]) -> dict[int, str]:
    """Those of the pages whose lines are the same, letter for letter and at one height."""
    text, _ = Counter(edges[page].text for page in pages).most_common(1)[0]
    same = [page for page in pages if edges[page].text == text]
    height = median(edges[page].bottom for page in same)
    level = [
        page for page in same if abs(edges[page].bottom - height) < edges[page].lines[0].height / _SAME_ROW
    ]
    return dict.fromkeys(level, "") if len(level) >= _FEWEST_PAGES else {}
