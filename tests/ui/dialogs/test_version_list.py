"""The list of a file's versions, and what each of them changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from argmap.editor.document import Document
from argmap.editor.versions import Version, Versions
from argmap.formats.native import write
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import Note
from argmap.ui.dialogs.version_list import LARGEST, VersionList
from argmap.ui.look import Look
from tests.builders import sketch, with_fields
from tests.documents import new_document

START = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
FIRST = sketch("thesis <- reason")
SECOND = with_fields(sketch("thesis <- reason; other; more"), "reason", text="another")
THIRD = with_fields(SECOND, placement_id(RecordId("reason")), x=9.0)

Show = Callable[..., VersionList]


@pytest.fixture
def document() -> Document:
    return new_document()


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path, look: Look, document: Document) -> Show:
    """Shows a list of versions that hold what is given, the earliest first; all is told when `whole`."""
    kept, file = Versions(tmp_path / "versions"), tmp_path / "essay.argmap"

    def show(*held: bytes, whole: bool = True) -> VersionList:
        for number, data in enumerate(held):
            kept.keep(file, data, at=START + timedelta(hours=number))
        read: list[Version] = []

        def read_one(version: Version) -> ArgumentMap:
            read.append(version)
            return document.read_version(version)

        listed = VersionList(kept.of(file), read_one, theme=look.theme)
        qtbot.addWidget(listed)
        listed.resize(listed.width(), 400)
        listed.show()
        if whole:
            small = [version for version in kept.of(file) if version.size <= LARGEST]
            qtbot.waitUntil(lambda: read == small)
        return listed

    return show


def told(listed: VersionList) -> list[str]:
    """What stands below the time and the size, in each row."""
    return ["\n".join(listed.item(row).text().split("\n")[2:]) for row in range(listed.count())]


def test_each_row_tells_what_that_version_changed(show: Show) -> None:
    listed = show(*map(write, (FIRST, SECOND, THIRD)))
    assert told(listed) == ["1 claim moved", "2 claims added, 1 reworded", ""]


def test_the_list_is_there_before_any_version_is_read(show: Show) -> None:
    listed = show(*map(write, (FIRST, SECOND, THIRD)), whole=False)
    assert told(listed) == ["", "", ""]


def test_a_row_names_two_kinds_of_change_and_no_more(show: Show) -> None:
    noted = Note(id=RecordId("n"), element=RecordId("thesis"), body="?")
    listed = show(write(FIRST), write(ArgumentMap([*SECOND.values(), noted])))
    assert told(listed)[0] == "2 claims added, 1 reworded, and more"


def test_the_same_map_in_other_bytes_changed_nothing(show: Show) -> None:
    assert told(show(write(FIRST), write(FIRST) + b"\n"))[0] == "nothing changed"


def test_a_version_that_cannot_be_read_leaves_the_others(show: Show) -> None:
    listed = show(write(FIRST), b"{", write(SECOND), write(THIRD))
    assert told(listed) == ["1 claim moved", "", "cannot be read", ""]


def test_a_large_version_is_not_read_for_the_list(show: Show) -> None:
    large = write(SECOND) + b" " * LARGEST
    listed = show(write(FIRST), large, write(SECOND), write(THIRD))
    assert told(listed) == ["1 claim moved", "", "", ""]


def test_long_words_break_into_lines_that_stand_in_their_row(show: Show) -> None:
    listed = show(*(write(FIRST) + b"\n" * number for number in range(10)))
    assert listed.verticalScrollBar().maximum() > 0
    listed.setCurrentRow(1)
    listed.item(0).setText(
        f"{listed.item(1).text()}, 8,888 claims reworded, 8,888 relations removed, and more"
    )
    place = listed.visualItemRect(listed.item(0))
    assert place.height() > listed.visualItemRect(listed.item(1)).height()
    left, bottom = place.left() + 8, place.bottom()  # the corners are round where the pointer happens to be
    assert _is_written_on(listed, QRect(left, bottom - 24, place.width() - 16, 16))
    assert not _is_written_on(listed, QRect(left, bottom - 5, place.width() - 16, 3))
    assert not _is_written_on(listed, QRect(place.right() - 4, place.top() + 8, 3, place.height() - 16))


def _is_written_on(listed: VersionList, place: QRect) -> bool:
    image = listed.viewport().grab(place).toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return len(colours) > 1
