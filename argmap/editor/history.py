"""The undo list: deltas with a name, the selection around each, and where the map was last saved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from argmap.model.delta import Delta
from argmap.model.ids import RecordId

Selection = frozenset[RecordId]
Gesture = object
"""Identifies one act of the user: commits of the same gesture are one undo step."""

LIMIT = 500
"""How many steps are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One undo step."""

    label: str
    """What was done, as the Edit menu names it."""
    delta: Delta
    before: Selection
    """The selection to come back to on undo."""
    after: Selection
    """The selection to come back to on redo."""
    gesture: Gesture | None = None


class History:
    """Steps done and undone. The saved mark survives undo and redo and is lost when its step is dropped.

    A new step takes the place of those that redo would do again. They are kept beside it, so that
    cancelling it brings them back.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._displaced: list[Entry] = []
        self._displaced_behind: Entry | None = None  # the step after which redo led to the displaced ones
        self._saved: Entry | None = None  # None: saved before the oldest step that is kept
        self._is_saved_lost = False

    @property
    def done(self) -> tuple[Entry, ...]:
        """Steps that undo would take back, oldest first."""
        return tuple(self._done)

    @property
    def gestures(self) -> tuple[set[Gesture], set[Gesture]]:
        """The gestures of the steps that are done, and of those that can be done again."""
        return {entry.gesture for entry in self._done}, {entry.gesture for entry in self._undone}

    @property
    def last(self) -> Entry | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Entry | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    @property
    def is_saved(self) -> bool:
        """Whether the map is as it was when it was last saved."""
        return not self._is_saved_lost and self._saved is self.last

    def mark_saved(self) -> None:
        """Remember the present step as the saved one."""
        self._saved, self._is_saved_lost = self.last, False

    def add(self, entry: Entry) -> None:
        """Add a step; merged into the last one where both belong to the same gesture."""
        last = self.last
        goes_on = last is not None and entry.gesture is not None and last.gesture is entry.gesture
        if not goes_on:
            self._displaced, self._displaced_behind = self._undone, last
        self._undone = []
        if last is not None and goes_on and last is not self._saved:
            self._done.pop()
            entry = replace(entry, delta=last.delta.then(entry.delta), before=last.before)
        self._done.append(entry)
        if not entry.delta:
            self.drop_last()
        if len(self._done) > self._limit:
            self._forget(self._done.pop(0))

    def pop_done(self) -> Entry:
        """Move the last step to the undone side and return it."""
        entry = self._done.pop()
        self._undone.append(entry)
        return entry

    def pop_undone(self) -> Entry:
        """Move the next step to the done side and return it."""
        entry = self._undone.pop()
        self._done.append(entry)
        return entry

    def drop_last(self) -> Entry:
        """Forget the last step and return it: redo leads again where it led before that step."""
        entry = self._done.pop()
        is_back = self.last is self._displaced_behind
        self._undone = self._displaced if is_back else []
        self._displaced = []
        return entry

    def _forget(self, entry: Entry) -> None:
        self._displaced = []
        if self._saved is entry:
            self._saved = None
        elif self._saved is None:
            self._is_saved_lost = True
