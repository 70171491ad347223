"""A text while it is typed into: how it reads now, and by which changes it came to that.

Changes that continue each other become one: what is typed in one go, or deleted in one go, is one change,
and what is put back where it was cut out is none. The last change is put into the text only when that is
asked for, so that a letter typed into a long text costs no copy of it.
"""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.source.mapping import Step, TextChange, difference, turned


class Draft:
    """One text in the making."""

    def __init__(self, source: Source) -> None:
        self._start = source
        self._done: list[Step] = []
        self._before = source.body
        """The text after what is done."""
        self._last: Step | None = None
        """What comes upon that, and may be continued."""
        self._turns = source.voices
        self._length = len(source.body)
        self._source: Source | None = source

    @property
    def key(self) -> RecordId:
        """The id of the text."""
        return self._start.id

    @property
    def source(self) -> Source:
        """The text as it reads now; its voices have moved with their words."""
        if self._source is None:
            self._source = replace(self._start, body=self._body(), voices=self._turns)
        return self._source

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """What has been changed, each on what the one before it left; none where it reads as at the start."""
        steps = [*self._done, *([self._last] if self._last else [])]
        is_changed = steps and self.source.body != self._start.body
        return tuple(step.change for step in steps) if is_changed else ()

    def change(self, change: TextChange) -> None:
        """Change the text as it is now; `ValueError` where the change does not lie within it."""
        if change.removed < 0 or not 0 <= change.start <= change.end <= self._length:
            raise ValueError("A change lies outside the text.")
        removed = self.source.body[change.start : change.end] if change.removed else ""
        if removed == change.inserted:
            return
        self._turns = tuple(replace(turn, start=turned(turn.start, change)) for turn in self._turns)
        self._length += change.growth
        self._note(Step(change, removed))
        self._source = None

    def change_to(self, body: str) -> None:
        """Have the text read so, by one change."""
        self.change(difference(self.source.body, body))

    def _note(self, step: Step) -> None:
        joined = _joined(self._last, step) if self._last else None
        if joined is not None:
            self._last = joined if joined.removed != joined.change.inserted else None
            return
        if self._last is not None:
            self._before = self._body()
            self._done.append(self._last)
        self._last = step

    def _body(self) -> str:
        before, change = self._before, self._last.change if self._last else TextChange(0, 0)
        return "".join((before[: change.start], change.inserted, before[change.end :]))


def _joined(last: Step, step: Step) -> Step | None:
    """Both as one, where the later continues the earlier."""
    before, change = last.change, step.change
    first, behind = before.start, before.start + len(before.inserted)
    if first <= change.start and change.end <= behind:
        at = change.start - first
        inserted = before.inserted[:at] + change.inserted + before.inserted[at + change.removed :]
        return Step(TextChange(first, before.removed, inserted), last.removed)
    if not before.inserted and not change.inserted and change.start <= first <= change.end:
        at = first - change.start
        removed = step.removed[:at] + last.removed + step.removed[at:]
        return Step(TextChange(change.start, len(removed)), removed)
    return None
