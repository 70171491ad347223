"""A text while it is typed into: how it reads now, and by which changes it came to that.

Changes that continue each other become one: what is typed in one go, or deleted in one go, is one change,
and what is put back where it was cut out is none.
"""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.records import Source
from argmap.source.mapping import Step, TextChange, difference, turned


class Draft:
    """One text in the making."""

    def __init__(self, source: Source) -> None:
        self._start = source
        self._steps: list[Step] = []
        self.source = source
        """The text as it reads now; its voices have moved with their words."""

    def change(self, change: TextChange) -> None:
        """Change the text as it is now; `ValueError` where the change does not lie within it."""
        body = self.source.body
        if change.removed < 0 or not 0 <= change.start <= change.end <= len(body):
            raise ValueError("A change lies outside the text.")
        removed = body[change.start : change.end]
        if removed == change.inserted:
            return
        turns = (replace(turn, start=turned(turn.start, change)) for turn in self.source.voices)
        after = "".join((body[: change.start], change.inserted, body[change.end :]))
        self.source = replace(self.source, body=after, voices=tuple(turns))
        self._note(Step(change, removed))

    def change_to(self, body: str) -> None:
        """Have the text read so, by one change."""
        self.change(difference(self.source.body, body))

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """What has been changed, each on what the one before it left; none where it reads as at the start."""
        is_changed = self._steps and self.source.body != self._start.body
        return tuple(step.change for step in self._steps) if is_changed else ()

    def _note(self, step: Step) -> None:
        joined = _joined(self._steps[-1], step) if self._steps else None
        if joined is None:
            self._steps.append(step)
        else:
            self._steps[-1:] = [joined] if joined.removed != joined.change.inserted else []


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
