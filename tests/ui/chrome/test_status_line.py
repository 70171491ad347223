"""The status line counts, and gives hints that pass."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow

from argmap.ui.chrome.status_line import HEIGHT, StatusLine


@pytest.fixture
def line(look, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(look)
    window.setStatusBar(line)
    window.resize(1200, 300)
    window.show()
    yield line
    window.close()


def test_it_counts_what_there_is(line):
    line.show_counts(35, 36, voices=6, flags=1)
    assert line.counts_text == "35 cards · 36 relations · 6 voices · 1 to check"


def test_it_minds_the_number(line):
    line.show_counts(1, 1, voices=1, flags=2)
    assert line.counts_text == "1 card · 1 relation · 1 voice · 2 to check"


def test_it_keeps_still_about_what_there_is_none_of(line):
    line.show_counts(3, 0, voices=0, flags=0)
    assert line.counts_text == "3 cards"
    line.show_counts(0, 0, voices=0, flags=0)
    assert line.counts_text == "Empty map"


def test_a_problem_takes_the_place_of_the_selection_for_a_while(line, qtbot):
    line.show_selection("1 selected · Evidence")
    line.show_problem("That would be a loop", lasting_ms=1)
    assert line.centre_text == "That would be a loop"
    qtbot.waitUntil(lambda: line.centre_text == "1 selected · Evidence")


def test_a_hint_stays_until_it_is_emptied(line):
    line.show_hint("Choose the target")
    line.show_selection("2 selected")
    assert line.centre_text == "Choose the target"
    line.show_hint("")
    assert line.centre_text == "2 selected"


def test_the_end_of_a_gesture_does_not_hide_why_it_was_refused(line):
    line.show_hint("That would be a loop")
    line.show_problem("That would be a loop: the target supports this claim")
    line.show_hint("")
    assert line.centre_text == "That would be a loop: the target supports this claim"


def test_it_is_low_and_says_when_it_was_saved(line, dark):
    line.show_saved("Saved 14:02")
    assert line.height() == HEIGHT
    assert line.saved_text == "Saved 14:02"
    line.set_look(dark)
    assert line.grab().toImage().pixelColor(300, 14) == dark.theme.chrome
