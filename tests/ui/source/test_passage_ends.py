"""Dragging the ends of a selected passage, with a real mouse."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from argmap.edits.sources import edit_body
from argmap.model.ids import RecordId
from argmap.source.mapping import TextChange
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.source.passage_ends import End
from argmap.ui.source.source_text import SourceText
from tests.ui.mouse import Mouse
from tests.ui.windows import Desk, OpenWindow

CLAIM = RecordId("c25")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(opened: OpenWindow) -> Desk:
    """The sample, with a claim selected and its passage in view."""
    desk = opened(sample=True)
    desk.select(CLAIM)
    return desk


def text_of(desk: Desk) -> SourceText:
    return desk.window.panes.source.text


def end_of(desk: Desk, *, is_last: bool) -> tuple[End, QPointF]:
    """An end of the passage, and where it is in the viewport."""
    text = text_of(desk)
    (end,) = (end for end in text.ends.ends() if end.is_last is is_last)
    return end, end.place.center() - QPointF(0, text.top())


def at_word(desk: Desk, words: str, *, behind: bool) -> QPointF:
    """A place some pixels inside the first or the last letter of words of the text, in the viewport."""
    text = text_of(desk)
    body = text.toPlainText()
    found = body.index(words, max(0, quote(desk)[0] - 400))
    offsets = Utf16Offsets(body)
    cursor = QTextCursor(text.document())
    cursor.setPosition(offsets.to_utf16(found + (len(words) if behind else 0)))
    rect = text.cursorRect(cursor)
    return QPointF(rect.center()) + QPointF(-2 if behind else 2, 0)


def quote(desk: Desk) -> tuple[int, int, str]:
    """The passage as the map has it."""
    (excerpt,) = desk.window.document.editor.map.excerpts_of(CLAIM)
    return excerpt.start, excerpt.end, excerpt.exact


def word_behind(desk: Desk, count: int) -> str:
    """Some words that follow the passage, as they stand there."""
    body, end = text_of(desk).toPlainText(), quote(desk)[1]
    return " ".join(body[end : end + 200].split(" ")[: count + 1]).strip()


def test_the_last_end_is_dragged_word_by_word_as_one_step(desk: Desk) -> None:
    start, end, exact = quote(desk)
    more = word_behind(desk, 2)
    mouse = Mouse(text_of(desk).viewport())
    _, place = end_of(desk, is_last=True)
    mouse.press(place)
    mouse.move(at_word(desk, more, behind=True), steps=5)
    assert quote(desk) == (start, end, exact), "nothing is changed before it is let go"
    assert text_of(desk).ends.drawn is not None
    mouse.release(at_word(desk, more, behind=True))
    body = text_of(desk).toPlainText()
    assert quote(desk)[0] == start
    assert quote(desk)[2] == body[start : quote(desk)[1]]
    assert quote(desk)[2].endswith(more)
    assert [entry.label for entry in desk.window.document.editor.history.done] == ["Change passage"]
    desk.trigger("edit.undo")
    assert quote(desk) == (start, end, exact)


def test_the_first_end_is_dragged_inwards(desk: Desk) -> None:
    start, end, exact = quote(desk)
    second = exact.split()[1]
    mouse = Mouse(text_of(desk).viewport())
    _, place = end_of(desk, is_last=False)
    mouse.drag(place, at_word(desk, second, behind=False), steps=4)
    assert quote(desk) == (start + exact.index(second), end, exact[exact.index(second) :])


def test_with_alt_it_is_dragged_by_the_character(desk: Desk) -> None:
    start, end, exact = quote(desk)
    text = text_of(desk)
    cursor = QTextCursor(text.document())
    cursor.setPosition(Utf16Offsets(text.toPlainText()).to_utf16(start + 1))
    mouse = Mouse(text.viewport())
    _, place = end_of(desk, is_last=False)
    mouse.press(place)
    mouse.move(QPointF(text.cursorRect(cursor).center()), keys=ALT)
    mouse.release(QPointF(text.cursorRect(cursor).center()), keys=ALT)
    assert quote(desk) == (start + 1, end, exact[1:])


def test_an_end_never_passes_the_other(desk: Desk) -> None:
    start, end, _ = quote(desk)
    mouse = Mouse(text_of(desk).viewport())
    _, place = end_of(desk, is_last=False)
    mouse.drag(place, QPointF(300, text_of(desk).viewport().height() - 2), steps=4)
    assert quote(desk)[:2] == (end - 1, end)
    assert start < end


def test_escape_lets_it_go_without_a_change(desk: Desk) -> None:
    before = quote(desk)
    text = text_of(desk)
    text.setFocus()
    mouse = Mouse(text.viewport())
    _, place = end_of(desk, is_last=True)
    mouse.press(place)
    mouse.move(place + QPointF(0, 24), steps=3)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    mouse.release(place + QPointF(0, 24))
    assert quote(desk) == before
    assert text.ends.drawn is None
    assert desk.window.document.editor.history.last is None


def test_the_pointer_tells_where_an_end_can_be_taken(desk: Desk) -> None:
    text = text_of(desk)
    mouse = Mouse(text.viewport())
    _, place = end_of(desk, is_last=True)
    mouse.move(place)
    assert text.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    mouse.move(place + QPointF(0, 60))
    assert text.viewport().cursor().shape() is not Qt.CursorShape.SizeHorCursor


def test_without_a_selection_nothing_can_be_taken(desk: Desk) -> None:
    _, place = end_of(desk, is_last=True)
    before = quote(desk)
    desk.select()
    mouse = Mouse(text_of(desk).viewport())
    mouse.drag(place, place + QPointF(40, 0), steps=3)
    assert quote(desk) == before


def test_the_ends_are_painted(desk: Desk) -> None:
    text = text_of(desk)
    _, place = end_of(desk, is_last=True)
    accent = desk.window.appearance.look.theme.accent
    picture = text.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    at = QPointF(round(place.x()) - 0.5, place.y())
    assert picture.pixelColor((at * ratio).toPoint()) == accent


@pytest.mark.parametrize("comes", ["undo", "another map"])
def test_an_end_that_is_held_is_let_go_when_the_text_becomes_another(desk: Desk, comes: str) -> None:
    editor = desk.window.document.editor
    changes = [TextChange(0, 0, "A preface.\n" * 5)]
    editor.edit("Edit text", partial(edit_body, source=RecordId("essay"), changes=changes))
    desk.select()
    desk.select(CLAIM)
    mouse = Mouse(text_of(desk).viewport())
    _, place = end_of(desk, is_last=True)
    mouse.press(place)
    mouse.move(place + QPointF(0, 48), steps=3)
    assert text_of(desk).ends.drawn is not None
    if comes == "undo":
        editor.undo()
    else:
        desk.window.bridge.new_map()
    before = desk.window.document.editor.map
    mouse.release(place)
    assert text_of(desk).ends.drawn is None
    assert desk.window.document.editor.map is before
