"""Long work in a thread of its own: what comes of it, and how it is stopped."""

from __future__ import annotations

import threading
from threading import Event

import pytest

from argmap.formats.errors import Cancelled
from argmap.model.progress import Progress
from argmap.ui.aside import done_aside

LONG = 20.0
"""More seconds than any of this takes; it is never waited out."""


class Watching:
    """Goes on until it has seen a share."""

    def __init__(self, last: float) -> None:
        self.last = last
        self.seen: list[float] = []

    def report(self, share: float) -> bool:
        self.seen.append(share)
        return share < self.last


def test_the_result_comes_back_and_the_work_was_done_elsewhere() -> None:
    def work(progress: Progress) -> int:
        assert progress(0.5)
        return threading.get_ident()

    assert done_aside(work, Watching(2.0)) != threading.get_ident()


def test_what_fails_there_fails_here() -> None:
    def work(progress: Progress) -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        done_aside(work, Watching(2.0))


def test_what_says_nothing_for_long_can_be_stopped_at_once_and_ends_at_its_next_word() -> None:
    go_on, answers, has_ended = Event(), [], Event()

    def work(progress: Progress) -> None:
        answers.append(progress(0.4))
        assert go_on.wait(LONG)  # as a parser that reports nothing while it parses
        answers.append(progress(0.6))
        has_ended.set()

    with pytest.raises(Cancelled):
        done_aside(work, Watching(0.4))
    assert not has_ended.is_set()
    go_on.set()
    assert has_ended.wait(LONG)
    assert answers == [True, False]
