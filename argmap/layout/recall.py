"""What routing remembers from one state of a map to the next.

Every step of routing is a question whose answer hangs on two things: the question itself, and what lies in a
window of the map. A remembered answer is good as long as the question is equal and nothing changed in its
window, so routing anew and routing after a move run the same steps and cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar, cast

from argmap.layout.geometry import Point, Rect, spanned
from argmap.layout.plan import Plan
from argmap.model.ids import RecordId
from argmap.model.records import Relation

T = TypeVar("T")
Ways = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A question, the part of the map its answer hangs on (None is all of it), and the answer."""

    question: object
    window: Rect | None
    answer: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """All that one run leaves to the next."""

    boxes: Mapping[RecordId, Rect] = field(default_factory=dict)
    """The cards it was made for."""
    relations: Mapping[RecordId, Relation] | None = None
    """The table of relations that the plan was read off."""
    plan: Plan | None = None
    answers: Mapping[Hashable, Remembered] = field(default_factory=dict)
    plates: Mapping[RecordId, Rect] = field(default_factory=dict)
    """Where plates stood, by relation."""
    settled: Mapping[Hashable, Ways] = field(default_factory=dict)
    """Where the arrows ran, by who owns them."""


class Recall:
    """Answers questions from the last run where they still hold, and keeps the answers of this one."""

    __slots__ = ("_arrows", "_ground", "_old", "answers", "plates", "settled")

    def __init__(self, old: Memory, moved: Iterable[Rect]) -> None:
        self._old = old
        self._ground = list(moved)
        self._arrows: list[Rect] = []
        self.answers: dict[Hashable, Remembered] = {}
        self.plates: Mapping[RecordId, Rect] = {}
        self.settled: dict[Hashable, Ways] = {}

    def ask(
        self,
        key: Hashable,
        question: object,
        work: Callable[[], tuple[T, Rect | None]],
        *,
        sees_arrows: bool = False,
    ) -> T:
        """The remembered answer if it still holds, else what `work` answers, with its window."""
        old = self._old.answers.get(key)
        if old is not None and self._holds(old, question, sees_arrows=sees_arrows):
            self.answers[key] = old
            return cast("T", old.answer)
        answer, window = work()
        self.answers[key] = Remembered(question, window, answer)
        return answer

    def place(self, plates: Mapping[RecordId, Rect]) -> None:
        """Say where all plates stand now, before anybody asks about a place one left or took."""
        before = self._old.plates
        for key in before.keys() | plates.keys():
            if before.get(key) != plates.get(key):
                self._ground += [held[key] for held in (before, plates) if key in held]
        self.plates = plates

    def settle(self, key: Hashable, ways: Ways) -> None:
        """Say where arrows run now; later ones that see arrows are asked anew where that is a change."""
        old = self._old.settled.get(key, ())
        if old != ways:
            self._arrows += _rects(old) + _rects(ways)
        self.settled[key] = ways

    def drop_but(self, keys: Collection[Hashable]) -> None:
        """Treat as changed the places of all old arrows whose owner will not settle any in this run."""
        for key, ways in self._old.settled.items():
            if key not in keys and key not in self.settled:
                self._arrows += _rects(ways)

    def _holds(self, old: Remembered, question: object, *, sees_arrows: bool) -> bool:
        if old.question != question:
            return False
        changed: Sequence[Rect] = (*self._ground, *self._arrows) if sees_arrows else self._ground
        window = old.window
        return not (changed if window is None else any(window.intersects(rect) for rect in changed))


def _rects(ways: Ways) -> list[Rect]:
    return [spanned(a, b).grown(8) for way in ways for a, b in pairwise(way)]
