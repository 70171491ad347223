"""The application: what it is set up with, and what it refuses."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.ui.application import build_application, refusal


def test_only_the_bad_pair_is_refused() -> None:
    fault = refusal("6.12.0", (3, 11))
    assert fault is not None
    assert "6.11.3" in fault
    assert refusal("6.12.0", (3, 12)) is None
    assert refusal("6.11.3", (3, 11)) is None
    assert refusal("6.12.1", (3, 11)) is None


def test_the_application_speaks_in_its_own_typeface(qapp: QApplication) -> None:
    qapp.setStyleSheet("")  # a style sheet hides the style behind one of its own
    application = build_application([])
    assert application is qapp
    assert application.style().objectName().lower() == "fusion"
    assert QFontInfo(application.font()).family() == "Inter"
    assert application.font().pixelSize() == 13


@pytest.mark.usefixtures("qapp")
def test_building_it_again_gives_the_same_one() -> None:
    assert build_application([]) is build_application([])


@pytest.mark.usefixtures("qapp")
def test_garbage_goes_on_the_thread_of_the_window_and_on_no_other(qtbot: QtBot) -> None:
    build_application([])
    threads: list[threading.Thread] = []

    def note(phase: str, _: object) -> None:
        threads.append(threading.current_thread())

    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=_litter)
        worker.start()
        worker.join()
        assert threads == []
        qtbot.waitUntil(lambda: bool(threads))
        assert {*threads} == {threading.main_thread()}
    finally:
        gc.callbacks.remove(note)


def _litter() -> None:
    """Leave behind what only a collection frees, many times what makes one due."""
    for _ in range(20 * gc.get_threshold()[0]):
        cycle: list[object] = []
        cycle.append(cycle)
