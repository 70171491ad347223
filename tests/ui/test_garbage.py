"""When garbage is collected, and how much of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.ui.garbage import REST, Garbage


class Clock:
    """A clock on which each collection takes a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def garbage(qapp: QObject, clock: Clock) -> Iterator[Garbage]:
    was_enabled = gc.isenabled()
    owner = QObject()
    yield Garbage(owner, clock=clock)
    if was_enabled:
        gc.enable()


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """The generations that were collected, in order."""
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            found.append(info["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def collect(garbage: Garbage) -> list[object]:
    """Let it look when there is more than enough that is young; that is handed back."""
    young: list[object] = [[] for _ in range(2 * gc.get_threshold()[0])]
    garbage.collect()
    return young


def test_nothing_is_collected_while_there_is_little(garbage: Garbage, collected: list[int]) -> None:
    gc.collect()
    collected.clear()
    garbage.collect()
    assert collected == []


def test_a_full_collection_is_followed_by_a_long_rest(
    garbage: Garbage, clock: Clock, collected: list[int]
) -> None:
    collect(garbage)
    assert collected == [2]
    over = clock.now + REST
    collect(garbage)
    collect(garbage)
    assert collected == [2, 0, 0]
    clock.now = over - 2
    collect(garbage)
    clock.now = over
    collect(garbage)
    assert collected == [2, 0, 0, 0, 2]


def test_during_the_rest_the_middle_ages_have_their_turn(garbage: Garbage, collected: list[int]) -> None:
    kept = [collect(garbage) for _ in range(2 * gc.get_threshold()[1])]
    assert len(kept) == len(collected)
    assert collected[0] == 2
    assert 1 in collected[1:]
    assert 2 not in collected[1:]


def test_no_full_collection_halts_a_drag(garbage: Garbage, collected: list[int], qtbot: QtBot) -> None:
    canvas = QWidget()
    qtbot.addWidget(canvas)
    canvas.show()
    QTest.mousePress(canvas.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    collected.clear()
    collect(garbage)
    assert len(collected) == 1
    assert 2 not in collected
    QTest.mouseRelease(canvas.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    collect(garbage)
    assert collected[-1] == 2
