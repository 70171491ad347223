"""Printed lines made into paragraphs again, as far as their places on the page tell.

A new paragraph begins where the type changes its size, where a gap is wider than between most lines, at a
bullet, where the line before was closed by a sentence's end and stopped short or the new one is indented, and
where the line before stopped at less than two thirds of its column. At the top of a column or a page it
begins only where the line before was closed, and never inside a word. All else is one paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

_SOFT_HYPHEN = "\u00ad"
_CLOSED = re.compile(r"[.!?…:][\"'”’»)\]\d]{0,4}$")
_BULLET = re.compile(r"[•‣▪●◦■–—*]\s|\(?\d{1,3}[.)]\s")
_CUT_WORD = re.compile(r"[^\W\d_][-\u00ad]$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LAST_WORD = re.compile(r"[\w-]*$")
_FIRST_WORD = re.compile(r"[\w-]*")
_EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
_SAME_SIZE, _WIDE_GAP, _INDENT = 0.12, 1.35, 0.6
_SHORT, _VERY_SHORT = 0.92, 0.66
_COLUMN = 40.0
_LONGEST_WORD = 60
_LINE_PITCH, _WIDEST_PITCH = 14.0, 1.6
_PAGE_ABOVE = 1e9


class Line(NamedTuple):
    """A printed line, and its place in points from the page's lower left corner."""

    text: str
    """Without line break; ends in U+00AD where a hyphen that may not belong to the word was."""
    left: float
    right: float
    bottom: float
    height: float
    """Of its type, with room above and below."""


Sheet = list[Line]
"""The lines of a page, in the order of reading."""


def composed(sheets: list[Sheet]) -> tuple[str, list[int]]:
    """The body of all pages, and the offset in it at which each page begins."""
    words = _vocabulary(sheets)
    parts: list[str] = []
    starts: list[int | None] = []
    length = 0
    last: Line | None = None
    for sheet in sheets:
        frame = _Frame(sheet)
        starts.append(None)
        for line in sheet:
            if last is not None:
                cut, glue = _joint(last, line, frame=frame, words=words)
                parts[-1] = parts[-1].removesuffix(cut)
                parts.append(glue)
                length += len(glue) - len(cut)
            starts[-1] = length if starts[-1] is None else starts[-1]
            parts.append(line.text)
            length += len(line.text)
            last = line
        last = last and last._replace(bottom=_PAGE_ABOVE)
    body = "".join(parts).removesuffix(_SOFT_HYPHEN)
    return body, _filled(starts, len(body))


def _filled(starts: list[int | None], end: int) -> list[int]:
    """The starts, with those of pages without text where the next page begins."""
    filled = []
    for start in reversed(starts):
        end = end if start is None else start
        filled.append(end)
    return filled[::-1]


class _Frame:
    """What is usual on a page: the pitch of its lines, and how far its columns reach."""

    def __init__(self, sheet: Sheet) -> None:
        steps = [above.bottom - below.bottom for above, below in pairwise(sheet)]
        usual = median_low([step for step in steps if step > 1] or [_LINE_PITCH])
        self.pitch = min(usual, _WIDEST_PITCH * max((line.height for line in sheet), default=usual))
        self._edges: dict[int, float] = {}
        for line in sheet:
            column = int(line.left // _COLUMN)
            self._edges[column] = max(self._edges.get(column, line.right), line.right)

    def edge(self, line: Line) -> float:
        """Where lines end that begin near where this one does."""
        column = int(line.left // _COLUMN)
        return max(self._edges.get(near, line.right) for near in (column - 1, column, column + 1))


def _joint(last: Line, line: Line, *, frame: _Frame, words: set[str]) -> tuple[str, str]:
    """What is cut off the end of the last line, and what is set between the two."""
    if _begins_paragraph(last, line, frame):
        return (_SOFT_HYPHEN, "-\n") if last.text.endswith(_SOFT_HYPHEN) else ("", "\n")
    if _CUT_WORD.search(last.text):
        return last.text[-1], _hyphen(last.text[:-1], line.text, words)
    is_dense = _EAST_ASIAN.match(last.text[-1]) and _EAST_ASIAN.match(line.text[0])
    return "", "" if is_dense else " "


def _begins_paragraph(last: Line, line: Line, frame: _Frame) -> bool:
    if _CUT_WORD.search(last.text) and line.text[0].isalpha():
        return False
    is_closed = bool(_CLOSED.search(last.text))
    step = last.bottom - line.bottom
    if abs(last.height - line.height) > _SAME_SIZE * max(last.height, line.height):
        return abs(step) > last.height / 3 or last.bottom == _PAGE_ABOVE
    if _BULLET.match(line.text):
        return True
    if last.bottom == _PAGE_ABOVE or step < -line.height / 3:
        return is_closed
    if step < line.height / 3:  # two stretches of one line
        return False
    reach = (last.right - last.left) / max(frame.edge(last) - last.left, 1.0)
    is_indented = line.left - last.left > _INDENT * line.height
    is_ended = is_closed and (reach < _SHORT or is_indented)
    return step > _WIDE_GAP * frame.pitch or is_ended or reach < _VERY_SHORT


def _hyphen(before: str, after: str, words: set[str]) -> str:
    """The hyphen between two lines, or nothing where it only cut a word: other places show which."""
    head, tail = _LAST_WORD.search(before[-_LONGEST_WORD:]), _FIRST_WORD.match(after[:_LONGEST_WORD])
    start, end = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
    if start + end in words:
        return ""
    is_compound = f"{start}-{end}" in words or not after[:1].islower()
    return "-" if is_compound else ""


def _vocabulary(sheets: list[Sheet]) -> set[str]:
    """All words that stand whole in a line."""
    return {
        word
        for sheet in sheets
        for line in sheet
        for word in _WORD.findall(line.text.lower().rpartition(" ")[0] + " ")
    }
