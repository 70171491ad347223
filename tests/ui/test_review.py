"""Passages that a changed text leaves in doubt: marked in text, cards and inspector, and walked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from argmap.editor import labels
from argmap.edits.sources import edit_body
from argmap.formats.native import write
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Flag, Source
from argmap.source.mapping import TextChange
from argmap.source.review import doubtful
from argmap.ui.source.review_strip import ReviewStrip
from tests.builders import editor_of, sample, with_fields
from tests.ui.windows import Desk, OpenWindow

LEFT = Qt.MouseButton.LeftButton
KEPT, MOVED, LOST = Anchoring.KEPT, Anchoring.MOVED, Anchoring.LOST


@pytest.fixture
def desk(opened: OpenWindow) -> Desk:
    """The sample, after the first word of its first passage was changed, and its last passage deleted."""
    desk = opened(sample=True)
    first, *_, last = sorted(excerpts(desk), key=lambda held: held.start)
    changes = [TextChange(last.start, last.end - last.start), TextChange(first.start + 1, 1, "xx")]
    edit = partial(edit_body, source=first.source, changes=changes)
    desk.window.document.editor.edit(labels.EDIT_TEXT, edit)
    return desk


def excerpts(desk: Desk) -> list[Excerpt]:
    return list(desk.window.document.editor.map.excerpts.values())


def to_check(desk: Desk) -> list[Excerpt]:
    return list(doubtful(desk.window.document.editor.map))


def strip_of(desk: Desk) -> ReviewStrip:
    return desk.window.panes.source.review_strip


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def test_the_bar_tells_of_it_and_leads_to_the_first(desk: Desk) -> None:
    count = len(to_check(desk))
    assert desk.message == f"{count} quotes no longer match the text."
    desk.press("Show")
    assert desk.window.panes.source.reviewed == to_check(desk)[0].id
    assert desk.selected == {to_check(desk)[0].element}
    assert desk.message == ""


def test_relinking_takes_the_nearest_places_in_one_step(desk: Desk) -> None:
    moved = [held.id for held in to_check(desk) if held.anchoring is MOVED]
    desk.press("Relink nearest")
    assert all(held.anchoring is LOST for held in to_check(desk))
    desk.trigger("edit.undo")
    assert [held.id for held in to_check(desk) if held.anchoring is MOVED] == moved


def test_after_an_undo_the_strip_shows_what_is_selected(desk: Desk) -> None:
    strip, found = strip_of(desk), to_check(desk)
    click(strip.start)
    click(strip.keep)
    assert desk.window.panes.source.reviewed == found[1].id
    desk.trigger("edit.undo")
    assert desk.window.panes.source.reviewed == found[0].id
    assert desk.selected == {found[0].element}
    assert strip.accessibleName().startswith(f"1 of {len(found)}")


def test_another_card_that_is_selected_ends_the_review(desk: Desk) -> None:
    click(strip_of(desk).start)
    other = next(key for key in desk.claims if key != to_check(desk)[0].element)
    desk.select(other)
    assert desk.window.panes.source.reviewed is None
    assert not desk.window.commands.by_id["source.detach"].isEnabled()


def test_the_bar_is_gone_after_one_that_is_settled_and_the_strip_says_how_many_are_left(desk: Desk) -> None:
    count = len(to_check(desk))
    desk.press("Show")
    desk.trigger("source.keep")
    assert desk.message == ""
    assert f"of {count - 1} to check" in strip_of(desk).accessibleName()


def test_where_all_are_lost_there_is_nothing_to_relink(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    last = max(excerpts(desk), key=lambda held: held.start)
    changes = [TextChange(last.start, last.end - last.start)]
    edit = partial(edit_body, source=last.source, changes=changes)
    desk.window.document.editor.edit(labels.EDIT_TEXT, edit)
    buttons = desk.window.panes.messages.findChildren(QAbstractButton)
    assert "Relink nearest" not in [button.text() for button in buttons]
    assert "Show" in [button.text() for button in buttons]


def test_the_bar_goes_once_nothing_is_left_to_check(desk: Desk) -> None:
    desk.trigger("edit.undo")
    assert to_check(desk) == []
    assert desk.message == ""


def test_the_strip_walks_and_settles_them_by_mouse(desk: Desk) -> None:
    strip, found = strip_of(desk), to_check(desk)
    click(strip.start)
    assert strip.accessibleName().startswith(f"1 of {len(found)} to check. Moved")
    click(strip.next)
    assert desk.window.panes.source.reviewed == found[1].id
    click(strip.previous)
    click(strip.keep)
    now = next(held for held in excerpts(desk) if held.id == found[0].id)
    assert (now.anchoring, now.exact[:4]) == (KEPT, found[0].exact[0] + "xx" + found[0].exact[2])
    while desk.window.panes.source.reviewed is not None:
        click(strip.detach)
    assert to_check(desk) == []
    assert strip.isHidden()


def test_a_lost_passage_is_drawn_anew_from_the_selection_by_key(desk: Desk) -> None:
    strip, text = strip_of(desk), desk.window.panes.source.text
    lost = to_check(desk)[-1]
    desk.window.panes.source.review(lost.id)
    assert lost.anchoring is LOST
    assert not strip.keep.isVisible()
    assert not strip.take.isEnabled()
    cursor = QTextCursor(text.document())
    cursor.setPosition(30)
    cursor.setPosition(60, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert strip.take.isEnabled()
    QTest.keyClick(text, Qt.Key.Key_R)
    now = next(held for held in excerpts(desk) if held.id == lost.id)
    body = next(iter(desk.window.document.editor.map.sources.values())).body
    assert now.anchoring is KEPT
    assert now.exact == body[30:60].strip()


def test_a_review_that_is_closed_goes_on_later(desk: Desk) -> None:
    strip = strip_of(desk)
    click(strip.start)
    click(strip.close_button)
    assert desk.window.panes.source.reviewed is None
    assert strip.start.isVisible()
    desk.trigger("source.check_next")
    assert strip.keep.isVisible()


def test_a_moved_passage_is_marked_in_the_text_and_in_the_gutter(desk: Desk) -> None:
    panes = desk.window.panes
    warn = panes.source.text._look.theme.warn
    panes.source.show_passage(to_check(desk)[0].id)
    desk.select()
    panes.source.review(None)
    shown = panes.source.text.viewport().grab().toImage()
    marked = [
        QPoint(x, y)
        for x in range(shown.width())
        for y in range(shown.height())
        if shown.pixelColor(x, y) == warn
    ]
    assert any(point.x() < 46 for point in marked)
    assert sum(point.x() >= 46 for point in marked) > 20


def test_the_inspector_leads_to_the_review(desk: Desk) -> None:
    lost = to_check(desk)[-1]
    desk.select(lost.element)
    quotes = desk.window.panes.inspector.claim_page.quotes.rows.rows
    click(quotes[lost.id].show_button)
    assert desk.window.panes.source.reviewed == lost.id


def test_the_card_says_that_its_quote_is_lost(desk: Desk) -> None:
    lost = to_check(desk)[-1]
    face = desk.window.panes.canvas.picture.faces[lost.element]
    assert face.flag is Flag.QUOTE_LOST


def test_a_newer_version_is_taken_from_a_file_and_told(opened: OpenWindow, tmp_path: Path) -> None:
    desk = opened(sample=True)
    (source,) = desk.window.document.editor.map.sources.values()
    path = tmp_path / "essay.txt"
    path.write_text("A preface.\n" + source.body.replace("Stalin had a personal goal", "Stalin had one goal"))
    desk.answers.texts = [path]
    desk.trigger("source.replace")
    assert body_of(desk, source).startswith("A preface.")
    assert [held.anchoring for held in to_check(desk)] == [MOVED]
    assert desk.window.panes.toast.text.startswith("Took the text of “essay.txt”: ")
    path.write_text("Another preface.\n" + source.body)
    desk.trigger("source.reload")  # asks for nothing: it is known where the text was read from
    assert desk.answers.asked == ["texts"]
    assert body_of(desk, source).startswith("Another preface.")
    desk.trigger("source.reload")
    assert desk.window.panes.toast.text == "“essay.txt” has the same text"
    for _ in range(2):
        desk.trigger("edit.undo")
    assert body_of(desk, source) == source.body
    assert to_check(desk) == []


def test_a_text_whose_file_changes_can_be_read_again(
    opened: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = opened()
    desk.window.bridge.new_map()
    path = tmp_path / "notes.txt"
    path.write_text("One thing.\nAnother thing.")
    desk.answers.texts = [path]
    desk.trigger("source.add")
    path.write_text("One thing.\nAnother thing.\nA third thing.")
    qtbot.waitUntil(lambda: desk.message.startswith("“notes.txt” has changed."))
    desk.press("Read it again")
    (source,) = desk.window.document.editor.map.sources.values()
    assert source.body.endswith("A third thing.")
    assert desk.answers.asked == ["texts"]


def test_a_text_is_read_again_only_from_beside_its_map(opened: OpenWindow, tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Not for you.")
    editor = editor_of(with_fields(sample(), "essay", file="../secret.txt"))
    (folder / "map.argmap").write_bytes(write(editor.map))
    desk = opened(file=folder / "map.argmap")
    assert desk.window.bridge.texts.path_of(RecordId("essay")) is None
    (folder / "secret.txt").write_text("For you.")
    assert desk.window.bridge.texts.path_of(RecordId("essay")) == folder / "secret.txt"


def test_a_file_that_cannot_be_read_changes_nothing(opened: OpenWindow, tmp_path: Path) -> None:
    desk = opened(sample=True)
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    desk.answers.texts = [path]
    before = desk.window.document.editor.map
    desk.trigger("source.replace")
    assert desk.window.document.editor.map is before
    assert "empty.txt" in desk.message


def body_of(desk: Desk, source: Source) -> str:
    return desk.window.document.editor.map.sources[RecordId(source.id)].body
