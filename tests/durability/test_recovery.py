"""What a program that was killed left behind is offered at the next start, and nothing else is."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.edits import claims
from argmap.formats.native import read, write
from argmap.model.ids import RecordId
from tests.builders import sketch
from tests.durability.crashing import crash
from tests.ui.windows import Desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
CLAIM = RecordId("claim")


def journals(data: Path) -> list[str]:
    """The journals there are, of living and of dead windows."""
    place = data / "journals"
    return sorted(path.name for path in place.iterdir() if path.is_dir()) if place.is_dir() else []


def wording(desk: Desk) -> str:
    return desk.window.document.editor.map.claims[CLAIM].text


def test_a_killed_program_loses_no_step(opened: Callable[..., Desk], file: Path, data: Path) -> None:
    crash(data, file, "first", "second")
    desk = opened(file=file)
    assert desk.message.startswith("Recovered “essay” from ")
    told = r"Recovered “essay” from TIME. It has 1 change since TIME that the file on disk does not have: "
    assert re.fullmatch(told.replace("TIME", r"\d\d:\d\d") + "1 claim reworded.", desk.message)
    assert wording(desk) == "claim"
    desk.press("Keep")
    assert wording(desk) == "second"
    assert desk.window.document.path == file
    assert desk.window.isWindowModified()
    assert desk.window.document.editor.undo()
    assert wording(desk) == "claim"
    assert desk.window.document.editor.redo()
    desk.trigger("file.save")
    assert read(file.read_bytes()).claims[CLAIM].text == "second"
    desk.window.close()
    assert journals(data) == []


def test_what_is_kept_is_kept_again_when_the_next_program_is_killed_too(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    desk = opened(file=file)
    desk.press("Keep")
    assert len(journals(data)) == 1, "the one of this window, which has what it kept"
    left = desk.window.recovery
    assert left.write()
    (folder,) = (data / "journals").glob("*/")
    assert b"first" in b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize("where", ["card", "page"])
def test_what_was_being_typed_comes_back_too(
    opened: Callable[..., Desk], file: Path, data: Path, where: str
) -> None:
    crash(data, file, "first", typed=" and more", where=where)
    desk = opened(file=file)
    assert "that the file on disk does not have: 1 claim reworded." in desk.message
    desk.press("Keep")
    assert wording(desk) in ("first and more", " and morefirst")


def test_a_note_that_was_being_written_comes_back(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, typed="Ask Knoll", where="note")
    desk = opened(file=file)
    desk.press("Keep")
    (note,) = desk.window.document.editor.map.notes_of(CLAIM)
    assert note.body == "Ask Knoll"


def test_what_is_discarded_is_not_offered_again(opened: Callable[..., Desk], file: Path, data: Path) -> None:
    crash(data, file, "first")
    desk = opened(file=file)
    desk.press("Discard")
    assert wording(desk) == "claim"
    desk.window.close()
    assert opened(file=file).message == ""
    assert journals(data) == []


def test_what_was_discarded_by_a_slip_is_offered_again(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    desk = opened(file=file)
    told = desk.message
    desk.press("Discard")
    assert desk.message == ""
    assert desk.window.panes.toast.text == "Discarded what was recovered"
    desk.window.panes.toast.findChild(QAbstractButton).click()
    assert desk.message == told
    desk.press("Keep")
    assert wording(desk) == "first"


def test_what_nobody_answered_is_offered_at_the_next_start(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    opened(file=file).window.close()
    assert opened(file=file).message.startswith("Recovered “essay”")


def test_who_would_rather_stay_with_the_open_map_is_offered_it_still(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "recovered")
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "of now"))
    desk.answers.leave = Unsaved.CANCEL
    desk.press("Keep")
    assert wording(desk) == "of now"
    assert desk.message.startswith("Recovered “essay”")
    desk.answers.leave = Unsaved.DISCARD
    desk.press("Keep")
    assert wording(desk) == "recovered"


def test_that_changes_cannot_be_kept_is_told_and_that_they_can_again(
    opened: Callable[..., Desk], file: Path, data: Path, qtbot: QtBot
) -> None:
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "first"))
    assert desk.window.recovery.write()
    (folder,) = (data / "journals").glob("*/")
    shutil.rmtree(folder)
    folder.write_bytes(b"a file stands where the folder should be")
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "second"))
    qtbot.waitUntil(lambda: "Changes cannot be kept for recovery just now" in desk.message)
    folder.unlink()
    qtbot.waitUntil(lambda: desk.window.panes.toast.text == "Changes are kept for recovery again")
    assert desk.window.panes.toast.isVisible()


def test_where_no_journal_can_be_kept_edits_are_made_all_the_same(
    opened: Callable[..., Desk], file: Path, data: Path, qtbot: QtBot
) -> None:
    data.mkdir(exist_ok=True)
    (data / "journals").write_bytes(b"a file stands where the folder should be")
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "first"))
    assert desk.window.isWindowModified()
    qtbot.waitUntil(lambda: "Changes cannot be kept for recovery just now" in desk.message)
    desk.trigger("file.save")
    assert not desk.window.isWindowModified()


def test_several_are_offered_one_after_the_other(opened: Callable[..., Desk], file: Path, data: Path) -> None:
    crash(data, file, "first")
    crash(data, None, "of a map that was never saved", typed="x")  # takes a while more: it is the latest
    desk = opened(sample=True)
    assert desk.message.startswith("Recovered “Untitled map”")
    assert "It was never saved: 1 claim added. One more map was recovered too." in desk.message
    desk.press("Keep")
    texts = [claim.text for claim in desk.window.document.editor.map.claims.values()]
    assert texts == ["of a map that was never savedx"]
    assert desk.window.document.path is None
    assert "“essay”" in desk.message
    assert "recovered too" not in desk.message
    desk.press("Discard")
    assert desk.message == ""


def test_what_belongs_to_the_file_that_was_asked_for_is_offered_first(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    crash(data, None, "of a map that was never saved", typed="x")
    assert opened(file=file).message.startswith("Recovered “essay”")


def test_what_is_recovered_does_not_take_the_place_of_a_question(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, None, "of a map that was never saved")
    opened(file=file)  # is offered what was recovered, and leaves it
    desk = opened(file=file)
    assert "is open in another window" in desk.message


def test_the_file_of_what_is_recovered_may_be_open_in_another_window(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    first = opened(file=file)
    first.window.bridge.new_map()
    crash(data, file, "recovered")
    first.window.bridge.open_path(file)
    second = opened(sample=True)
    second.press("Keep")
    assert wording(second) == "recovered"
    assert second.window.document.path is None
    assert second.window.document.name == "essay"
    assert "open in another window" in second.window.panes.toast.text
    second.answers.save = file
    second.trigger("file.save")
    assert "is open in another window" in second.message
    assert read(file.read_bytes()).claims[CLAIM].text == "claim"


def test_a_file_that_changed_meanwhile_is_not_written_over(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "mine")
    file.write_bytes(write(sketch("claim <- other")))
    desk = opened(file=file)
    assert "Its file has changed since" in desk.message
    desk.press("Keep")
    assert (wording(desk), desk.window.document.path) == ("mine", None)
    assert "other" in read(file.read_bytes()).claims


def test_a_journal_that_says_what_the_file_says_is_dropped_in_silence(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "there and back", "claim")
    assert opened(file=file).message == ""
    assert journals(data) == []


def test_a_journal_of_which_nothing_can_be_read_is_told_once_and_kept(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    crash(data, file, "first")
    for base in (data / "journals").glob("*/base-*"):
        base.write_bytes(b"\0" * 100)
    lines = [path.read_bytes() for path in (data / "journals").glob("*/steps-*")]
    assert len(lines) == 1
    assert "An unsaved map cannot be read" in opened(file=file).message
    assert opened(file=data / "another.argmap").window.document.path is None
    kept = [path.read_bytes() for path in (data / "journals").glob("*.unreadable/steps-*")]
    assert kept == lines
    assert "An unsaved map" not in opened().message


def test_a_bar_that_offers_a_map_outlives_a_save(opened: Callable[..., Desk], file: Path, data: Path) -> None:
    crash(data, None, "first")
    desk = opened(file=file)
    offer = desk.message
    assert offer.startswith("Recovered")
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "changed"))
    desk.trigger("file.save")
    assert not desk.window.isWindowModified()
    assert desk.message == offer


def test_the_journal_of_a_living_window_is_left_alone(
    opened: Callable[..., Desk], file: Path, data: Path
) -> None:
    first = opened(file=file)
    first.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "alive"))
    assert first.window.recovery.write()
    before = journals(data)
    assert len(before) == 1
    assert opened(sample=True).message == ""
    assert journals(data) == before


@pytest.mark.parametrize("way", ["save", "discard", "open another", "new"])
def test_nothing_is_left_where_all_was_saved_or_given_up(
    opened: Callable[..., Desk], file: Path, data: Path, way: str
) -> None:
    desk = opened(file=file)
    desk.window.document.editor.edit("Reword", lambda t: claims.reword(t, CLAIM, "changed"))
    assert desk.window.recovery.write()
    assert len(list((data / "journals").glob("*/steps-*"))) == 1
    match way:
        case "save":
            desk.trigger("file.save")
        case "open another":
            desk.window.bridge.open_sample()
        case "new":
            desk.trigger("file.new")
        case _:
            desk.window.close()
    assert desk.window.recovery.write()
    assert list((data / "journals").glob("*/*")) == []
