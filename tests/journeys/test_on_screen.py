"""From the text to the map on a real X server: drags of the window system, pointer and keys of the screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool")
PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own."""
    absent = [name for name in NEEDED if shutil.which(name) is None]
    if absent:
        pytest.skip(f"there is no {' and no '.join(absent)} here (Debian: apt install xvfb xdotool)")
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()


@pytest.fixture
def environment(display: str, tmp_path: Path) -> dict[str, str]:
    """What a program needs to come up on that screen."""
    made = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
    probe = [sys.executable, "-c", PROBE]
    if subprocess.run(probe, env=made, capture_output=True, timeout=60, check=False).returncode:
        pytest.skip("Qt's libraries for X11 are missing (Debian: apt install libxcb-cursor0 …)")
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a screen for Linux")
def test_passages_are_dragged_and_typed_with_the_screens_own_pointer_and_keys(
    environment: dict[str, str],
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.on_screen"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == [
        "drag_a_sentence_onto_a_card",
        "make_a_claim_of_two_paragraphs",
        "type_above_all_passages",
    ]
