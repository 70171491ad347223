"""Offset arithmetic: where spans of a text go while the text is edited.

Words that a change leaves alone keep their exact span; text put in at an end of a span is not taken in. A
change to the words themselves leaves the best span that remains, marked. What is cut out and put in again in
the same step, as when a paragraph is moved, takes its spans along.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from argmap.model.records import Anchoring
from argmap.source.anchor import CONTEXT, Place
from argmap.source.text import cuts_edge


class TextChange(NamedTuple):
    """One stretch of a text replaced by another; offsets and lengths in code points."""

    start: int
    removed: int
    inserted: str = ""

    @property
    def end(self) -> int:
        """The offset behind what is removed, in the text before."""
        return self.start + self.removed

    @property
    def growth(self) -> int:
        """By how much what stands behind it moves."""
        return len(self.inserted) - self.removed

    def shift(self) -> Shift:
        """The change as far as it moves what stands behind it."""
        return Shift(self.start, self.removed, len(self.inserted))


class Shift(NamedTuple):
    """One stretch of a text replaced by another, whatever that is; offsets and lengths in any one unit."""

    start: int
    removed: int
    added: int

    @property
    def end(self) -> int:
        """The offset behind what is removed, in the text before."""
        return self.start + self.removed

    def through(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span is after the change; None where nothing of it remains."""
        growth = self.added - self.removed
        if self.end <= start:
            return start + growth, end + growth
        if self.start >= end:
            return start, end
        if self.start <= start and end <= self.end:
            return None
        if start <= self.start and self.end <= end:
            return start, end + growth
        if self.start < start:
            return self.start + self.added, end + growth
        return start, self.start

    def back(self, offset: int, *, is_end: bool) -> int:
        """Where an offset was before the change; within what was put in, the end of it that is asked for."""
        if offset <= self.start:
            return offset
        if offset >= self.start + self.added:
            return offset - self.added + self.removed
        return self.end if is_end else self.start


class Step(NamedTuple):
    """A change with what it removes."""

    change: TextChange
    removed: str


class _Span(NamedTuple):
    start: int
    end: int
    is_guess: bool = False


class _Run(NamedTuple):
    """A stretch of the old text that no change has touched, and where it is now."""

    now: int
    then: int
    length: int

    def part(self, low: int, high: int) -> _Run:
        """What of it lies between two offsets of the text as it is now; of length 0 where nothing does."""
        low = min(max(low - self.now, 0), self.length)
        high = max(low, min(high - self.now, self.length))
        return _Run(self.now + low, self.then + low, high - low)


class Edit:
    """Some changes of a text, each made on what the one before it left."""

    def __init__(self, body: str, changes: Sequence[TextChange]) -> None:
        """`ValueError` where a change does not lie within the text."""
        self.before = body
        self._steps: list[Step] = []
        for change in changes:
            if change.removed < 0 or not 0 <= change.start <= change.end <= len(body):
                raise ValueError("A change lies outside the text.")
            change = trimmed(change, body)
            self._steps.append(Step(change, body[change.start : change.end]))
            body = body[: change.start] + change.inserted + body[change.end :]
        self.after = body
        self._runs = _untouched(len(self.before), (change.shift() for change, _ in self._steps))
        self._begun = [run.then for run in self._runs]

    def place(self, start: int, end: int) -> Place:
        """Where a span goes: kept, moved where its words were touched, or lost; score 1, 0.5 or 0."""
        run = self._runs[max(0, bisect_right(self._begun, start) - 1)]
        if run.then <= start < end <= run.then + run.length:  # most are, and there may be very many
            by = run.now - run.then
            return self._arrived(start, end, span=_Span(start + by, end + by))
        return self._walked(start, end)

    def _walked(self, start: int, end: int) -> Place:
        """The same for a span that was touched: through one change after another."""
        span = _Span(start, end)
        for number, step in enumerate(self._steps):
            moved = _through(span, step.change)
            if moved is None:
                journey = self._journey(span, number)
                return self._arrived(start, end, span=journey) if journey else _lost(start, end)
            span = moved
        return self._arrived(start, end, span=span)

    def turn(self, offset: int) -> int:
        """Where the beginning of a voice's turn goes; lines that are put in before it end the turn before."""
        for change, _ in self._steps:
            offset = turned(offset, change)
        return offset

    def inserted(self) -> list[tuple[int, int]]:
        """The spans of the new text that were put in, as far as they are still there."""
        found = []
        for number, (change, _) in enumerate(self._steps):
            span = _Span(change.start, change.start + len(change.inserted))
            kept = self._onward(span, number + 1) if change.inserted else None
            if kept is not None:
                found.append((kept.start, kept.end))
        return found

    def _arrived(self, start: int, end: int, *, span: _Span) -> Place:
        before, after = self.before, self.after
        same = before[start:end] == after[span.start : span.end]
        torn = cuts_edge(after, span.start, span.end) and not cuts_edge(before, start, end)
        if not same or torn or span.is_guess:
            return Place(span.start, span.end, Anchoring.MOVED, 0.5)
        return Place(span.start, span.end, Anchoring.KEPT, 1.0)

    def _onward(self, span: _Span, first: int) -> _Span | None:
        """The span after the changes from one of them on; None where nothing of it remains."""
        left: _Span | None = span
        for change, _ in self._steps[first:]:
            left = left and _through(left, change)
        return left

    def _journey(self, span: _Span, number: int) -> _Span | None:
        """The same span within what was cut out, where another change puts that in again."""
        cut, removed = self._steps[number]
        for core in (removed, removed.strip()):
            offset = cut.start + removed.index(core)
            if not core or span.start < offset or span.end > offset + len(core):
                continue
            for other, (change, _) in enumerate(self._steps):
                at = change.inserted.find(core) if other != number else -1
                by = change.start + at - offset
                there = _Span(
                    span.start + by, span.end + by, span.is_guess or _is_guess(core, change.inserted)
                )
                arrived = self._onward(there, other + 1) if at >= 0 else None
                if arrived is not None:
                    return arrived
        return None


def _untouched(length: int, shifts: Iterable[Shift]) -> list[_Run]:
    """The runs of a text of some length that shifts leave whole, in order; at least one, be it empty."""
    runs = [_Run(0, 0, length)]
    for start, removed, added in shifts:
        if not removed and not added:
            continue
        first = max(0, bisect_left(runs, start, key=lambda run: run.now) - 1)
        last = bisect_right(runs, start + removed, key=lambda run: run.now)
        touched, by = runs[first:last], added - removed
        left = [run.part(0, start) for run in touched]
        right = [run.part(start + removed, run.now + run.length) for run in touched]
        runs[first:] = [
            *(run for run in left if run.length),
            *(_Run(now + by, then, size) for now, then, size in (*right, *runs[last:]) if size),
        ]
    return runs or [_Run(0, 0, 0)]


def turned(offset: int, change: TextChange) -> int:
    """Where the beginning of a voice's turn goes in one change; see `Edit.turn`."""
    if offset > change.start and offset >= change.end:
        return offset + change.growth
    if offset > change.start:
        return change.start + len(change.inserted)
    is_before = offset == change.start and not change.removed and change.inserted.endswith("\n")
    return offset + len(change.inserted) if is_before else offset


def difference(before: str, after: str) -> TextChange:
    """The one change that makes one text of another, without what both have at their ends."""
    return trimmed(TextChange(0, len(before), after), before)


def trimmed(change: TextChange, body: str) -> TextChange:
    """The change without what it removes and puts in again at its ends."""
    removed, inserted = body[change.start : change.end], change.inserted
    most = min(len(removed), len(inserted))
    front = _most(most, lambda n: removed[:n] == inserted[:n])
    back = _most(most - front, lambda n: removed[len(removed) - n :] == inserted[len(inserted) - n :])
    return TextChange(
        change.start + front, len(removed) - front - back, inserted[front : len(inserted) - back]
    )


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest number, up to a limit, up to which something holds; by halves, for texts may be long."""
    least, most = 0, limit
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


def _through(span: _Span, change: TextChange) -> _Span | None:
    """The span after one change; None where nothing of it remains."""
    moved = change.shift().through(span.start, span.end)
    return moved and _Span(*moved, span.is_guess)


def _is_guess(core: str, inserted: str) -> bool:
    """Whether what was put in is neither what was cut out nor surely holds it: once, and enough of it."""
    if inserted.strip() == core.strip():
        return False
    return len(core) < CONTEXT or inserted.find(core, inserted.find(core) + 1) >= 0


def _lost(start: int, end: int) -> Place:
    return Place(start, end, Anchoring.LOST, 0.0)
