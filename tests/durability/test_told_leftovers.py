"""What is said at the start of what a crash left: each journal in its turn, and whatever stands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from argmap.editor.leftovers import journal_folders
from argmap.formats.native import write
from tests.builders import sketch
from tests.durability.crashing import crash
from tests.ui.windows import Desk


def close_message(desk: Desk) -> str:
    """Close what the bar says; what that was."""
    told = desk.message
    buttons = desk.window.panes.messages.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == "Close this message").click()
    return told


def unreadable_journal(data: Path, name: str) -> Path:
    folder = data / "journals" / name
    folder.mkdir(parents=True)
    (folder / "base-000001.argmap").write_bytes(b"\0" * 100)
    return folder


def test_each_that_cannot_be_read_is_told_in_its_turn_and_then_what_can(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    folders = [unreadable_journal(data, name) for name in ("0001-one", "0002-two")]
    desk = opened(file=file)
    told = [close_message(desk) for _ in range(3)]
    wanted = [f"An unsaved map cannot be read. It is kept in “{folder}.unreadable”." for folder in folders]
    assert told[:2] == wanted
    assert told[2].startswith("Recovered “essay” from ")
    assert desk.message == ""


def test_a_copy_that_somebody_made_in_a_journal_does_not_stop_the_start(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    folder = data / "journals" / "0001-one"
    folder.mkdir(parents=True)
    (folder / "base-copy.argmap").write_bytes(write(sketch("somebody’s")))
    desk = opened(file=file)
    assert desk.window.document.path == file
    assert "An unsaved map cannot be read." in desk.message
    assert [*journal_folders(data / "journals")] == []
    assert (data / "journals" / "0001-one.unreadable" / "base-copy.argmap").exists()


@pytest.mark.parametrize("fate", ["has changed since", "is gone, or cannot be read"])
def test_what_became_of_its_file_is_told(
    opened: Callable[..., Desk], file: Path, data: Path, fate: str
) -> None:
    crash(data, file, "first")
    if fate == "has changed since":
        file.write_bytes(write(sketch("claim <- other")))
    else:
        file.unlink()
    desk = opened(sample=True)
    assert desk.message.endswith(f"Its file {fate}: it would be kept as a map of its own.")
