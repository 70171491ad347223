"""Editing the text in the real window: passages move with their words, in one step that can be undone."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.edits.claims import add_claim
from argmap.edits.excerpts import attach
from argmap.edits.sources import add_source
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, Source
from argmap.source.anchor import is_exact
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.source_view import SourceView
from tests.ui.mouse import Mouse
from tests.ui.windows import Desk, OpenWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEPT = Anchoring.KEPT


@pytest.fixture
def desk(opened: OpenWindow) -> Desk:
    """The sample, its text being edited."""
    desk = opened(sample=True)
    desk.trigger("source.edit")
    assert view_of(desk).is_editing
    return desk


def view_of(desk: Desk) -> SourceView:
    return desk.window.panes.source


def text_of(desk: Desk) -> SourceText:
    return view_of(desk).text


def source_of(desk: Desk) -> Source:
    (source,) = desk.window.document.editor.map.sources.values()
    return source


def excerpts_of(desk: Desk) -> dict[RecordId, Excerpt]:
    return dict(desk.window.document.editor.map.excerpts)


def shown(desk: Desk) -> str:
    """The text on screen as a source would keep it."""
    cursor = QTextCursor(text_of(desk).document())
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText().replace("\u2029", "\n")


def place_cursor(desk: Desk, start: int, end: int | None = None) -> None:
    offsets = Utf16Offsets(shown(desk))
    cursor = text_of(desk).textCursor()
    cursor.setPosition(offsets.to_utf16(start))
    keep = QTextCursor.MoveMode.KeepAnchor
    cursor.setPosition(offsets.to_utf16(start if end is None else end), keep)
    text_of(desk).setTextCursor(cursor)


def type_words(desk: Desk, words: str) -> None:
    QTest.keyClicks(text_of(desk), words)


def steps(desk: Desk) -> list[str]:
    return [entry.label for entry in desk.window.document.editor.history.done]


def done(desk: Desk) -> None:
    QTest.keyClick(text_of(desk), Qt.Key.Key_Return, CTRL)


def test_typing_above_all_passages_moves_them_with_their_words_in_one_step(desk: Desk) -> None:
    before, excerpts = source_of(desk), excerpts_of(desk)
    assert len(excerpts) > 20
    place_cursor(desk, 0)
    type_words(desk, "A first line, 1924")
    QTest.keyClick(text_of(desk), Qt.Key.Key_Return)
    done(desk)
    after = source_of(desk)
    assert after.body == f"A first line, 1924\n{before.body}"
    assert not view_of(desk).is_editing
    moved = excerpts_of(desk)
    assert all(is_exact(after, held) for held in moved.values())
    assert {key: held.start - excerpts[key].start for key, held in moved.items()} == dict.fromkeys(moved, 19)
    assert [turn.start for turn in after.voices] == [turn.start + 19 for turn in before.voices]
    assert steps(desk) == ["Edit text"]
    desk.trigger("edit.undo")
    assert (source_of(desk), excerpts_of(desk), shown(desk)) == (before, excerpts, before.body)
    desk.trigger("edit.redo")
    assert (source_of(desk), excerpts_of(desk), shown(desk)) == (after, moved, after.body)


def test_passages_are_painted_where_their_words_are_while_they_are_typed_at(desk: Desk) -> None:
    text = text_of(desk)
    excerpt = min(excerpts_of(desk).values(), key=lambda held: held.start)
    place_cursor(desk, 0)
    type_words(desk, "xyz")
    segment = text._segments.at(excerpt.start + 3)
    assert segment is not None
    assert (segment.start, segment.passages[0].element) == (excerpt.start + 3, excerpt.element)
    assert text._segments.at(excerpt.start + 2) is None


def test_a_passage_that_is_typed_into_is_marked_and_one_beside_it_is_not(desk: Desk) -> None:
    excerpt = min(excerpts_of(desk).values(), key=lambda held: held.start)
    place_cursor(desk, excerpt.start + 4)
    type_words(desk, "Q")
    done(desk)
    changed = [key for key, held in excerpts_of(desk).items() if held.anchoring is not KEPT]
    within = [
        key
        for key, held in excerpts_of(desk).items()
        if held.start <= excerpt.start and held.end > excerpt.start
    ]
    assert changed == within
    assert desk.message.endswith("the text.")


def test_emoji_and_combining_marks_before_a_passage_do_not_shift_it(desk: Desk) -> None:
    place_cursor(desk, 0)
    for words in ("👩‍👩‍👧 e\u0301", "\n", "🇸🇺🇸🇺"):
        QGuiApplication.clipboard().setText(words)
        QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Paste))
    type_words(desk, "!")
    QTest.keyClick(text_of(desk), Qt.Key.Key_Backspace)
    QTest.keyClick(text_of(desk), Qt.Key.Key_Backspace)  # the last flag, of two code points or four units
    done(desk)
    assert source_of(desk).body.startswith("👩‍👩‍👧 e\u0301\n🇸🇺")
    assert all(is_exact(source_of(desk), held) for held in excerpts_of(desk).values())
    assert shown(desk) == source_of(desk).body


def test_undo_in_the_text_is_the_texts_own_and_leaves_nothing_to_keep(desk: Desk) -> None:
    before = source_of(desk)
    place_cursor(desk, 100, 400)
    QTest.keyClick(text_of(desk), Qt.Key.Key_Delete)
    assert shown(desk) != before.body
    QTest.keyClick(text_of(desk), Qt.Key.Key_Z, CTRL)
    assert shown(desk) == before.body
    done(desk)
    assert (source_of(desk), steps(desk)) == (before, [])


def test_escape_takes_everything_back_and_redo_brings_it_again(desk: Desk) -> None:
    before = source_of(desk)
    place_cursor(desk, 10)
    type_words(desk, "NEW")
    QTest.keyClick(text_of(desk), Qt.Key.Key_Escape)
    assert (source_of(desk), shown(desk)) == (before, before.body)
    assert not view_of(desk).is_editing
    desk.trigger("edit.redo")
    assert source_of(desk).body == shown(desk) == before.body[:10] + "NEW" + before.body[10:]


def test_leaving_for_the_canvas_keeps_what_is_typed(desk: Desk, qtbot: QtBot) -> None:
    place_cursor(desk, 10)
    type_words(desk, "NEW")
    desk.window.panes.canvas.setFocus()
    qtbot.waitUntil(lambda: not view_of(desk).is_editing)
    assert "NEW" in source_of(desk).body
    assert steps(desk) == ["Edit text"]


def test_a_save_keeps_what_is_typed_and_the_text_can_be_typed_into_further(desk: Desk, tmp_path) -> None:
    desk.answers.save = tmp_path / "saved.argmap"
    place_cursor(desk, 10)
    type_words(desk, "ONE")
    desk.trigger("file.save")
    assert "ONE" in source_of(desk).body
    assert view_of(desk).is_editing
    type_words(desk, "TWO")
    done(desk)
    assert "ONETWO" in source_of(desk).body
    assert steps(desk) == ["Edit text", "Edit text"]


def test_the_title_says_edited_from_the_first_key_on(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.window.isWindowModified()
    type_words(desk, "x")
    qtbot.waitUntil(desk.window.isWindowModified)


def test_letters_are_typed_and_no_commands_while_the_text_is_edited(desk: Desk) -> None:
    claims, before = desk.claims, source_of(desk).body
    desk.select("c02")
    place_cursor(desk, 0, 30)
    type_words(desk, "nukar")
    assert desk.claims == claims
    assert shown(desk) == "nukar" + before[30:]
    assert view_of(desk).selected_quote is None


def test_a_drag_of_edited_text_carries_no_passage(desk: Desk) -> None:
    place_cursor(desk, 0, 30)
    assert text_of(desk).createMimeDataFromSelection().formats() == ["text/plain"]


def test_what_is_pasted_comes_without_its_look(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<h1>Bold<br>words</h1>")
    data.setText("Bold\r\nwords")
    place_cursor(desk, 0)
    text_of(desk).insertFromMimeData(data)
    done(desk)
    assert source_of(desk).body.startswith("Bold\nwords")


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_every_return_makes_a_paragraph_and_the_gutter_counts_it(
    desk: Desk, modifiers: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    text, before = text_of(desk), len(text_of(desk).lines)
    place_cursor(desk, source_of(desk).body.index("\n") + 40)
    QTest.keyClick(text, Qt.Key.Key_Return, modifiers)
    qtbot.waitUntil(lambda: len(text.lines) == before + 1)
    block = text.document().findBlockByNumber(2)
    assert (block.blockFormat().bottomMargin(), block.blockFormat().lineHeight()) == (16, 24)
    done(desk)
    assert shown(desk) == source_of(desk).body


def test_a_heading_that_is_split_leaves_a_paragraph_of_full_size(desk: Desk, qtbot: QtBot) -> None:
    text = text_of(desk)
    place_cursor(desk, 8)
    QTest.keyClick(text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(text.lines) == text.document().blockCount())
    sizes = [
        block.begin().fragment().charFormat().font().pixelSize() or block.charFormat().font().pixelSize()
        for block in (text.document().findBlockByNumber(number) for number in (0, 1))
    ]
    assert sizes == [13, 15]


def test_a_paragraph_that_is_cut_and_pasted_takes_its_passages_along(desk: Desk) -> None:
    lines = source_of(desk).body.split("\n")
    start = len("\n".join(lines[:2])) + 1
    place_cursor(desk, start, start + len(lines[2]) + 1)
    QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Cut))
    assert len(shown(desk)) < len(source_of(desk).body)
    place_cursor(desk, len(lines[0]) + 1)
    QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Paste))
    done(desk)
    assert source_of(desk).body.split("\n")[:3] == [lines[0], lines[2], lines[1]]
    assert all(is_exact(source_of(desk), held) for held in excerpts_of(desk).values())


def test_another_map_ends_the_editing_and_keeps_what_was_typed(desk: Desk) -> None:
    editor = desk.window.document.editor
    type_words(desk, "x")
    desk.window.bridge.new_map()
    assert not view_of(desk).is_editing
    assert [entry.label for entry in editor.history.done] == ["Edit text"]


def second_text(desk: Desk) -> tuple[RecordId, RecordId]:
    """Another text with a passage of its own: its id, and that of the claim that rests on it."""
    editor = desk.window.document.editor
    transaction = editor.transaction()
    source = add_source(transaction, "Other", body="Heading\nAnother text.")
    claim = add_claim(transaction, "Another", at=(0, 1500))
    attach(transaction, claim, source, span=(8, 20))
    editor.commit("Setup", transaction)
    return source, claim


def test_a_card_of_another_text_is_shown_once_what_is_typed_is_kept(opened: OpenWindow, qtbot: QtBot) -> None:
    desk = opened(sample=True)
    source, claim = second_text(desk)
    desk.trigger("source.edit")
    type_words(desk, "TYPED ")
    canvas = desk.window.panes.canvas
    canvas.fit(at_once=True)
    Mouse(canvas).click(canvas.element_rect(claim).center())
    qtbot.waitUntil(lambda: not view_of(desk).is_editing)
    essay = desk.window.document.editor.map.sources[RecordId("essay")]
    assert essay.body.startswith("TYPED ")
    assert steps(desk) == ["Setup", "Edit text"]
    place = view_of(desk).place
    assert place is not None
    assert place[0] == source


def test_a_text_that_is_added_meanwhile_leaves_what_is_typed_alone(desk: Desk) -> None:
    type_words(desk, "TYPED ")
    second_text(desk)
    assert shown(desk).startswith("TYPED ")
    done(desk)
    essay = desk.window.document.editor.map.sources[RecordId("essay")]
    assert essay.body.startswith("TYPED ")


def test_signs_that_no_one_sees_do_not_come_in_by_pasting(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("a\ufeffb\x00c\x0b d")
    place_cursor(desk, 0)
    QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Paste))
    QTest.keyClick(text_of(desk), Qt.Key.Key_Home)
    QTest.keyClick(text_of(desk), Qt.Key.Key_Delete)
    done(desk)
    assert source_of(desk).body.startswith("bc d")
    assert shown(desk) == source_of(desk).body


def test_letters_typed_behind_emoji_stand_where_they_are_seen(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("😀😀")
    place_cursor(desk, 0)
    QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Paste))
    place_cursor(desk, 40)
    type_words(desk, "Q")
    place_cursor(desk, 60)
    type_words(desk, "R")
    made = view_of(desk).editing.source
    assert made is not None
    assert made.body == shown(desk)
    assert (made.body[40], made.body[60]) == ("Q", "R")


def test_numbers_are_live_while_the_text_is_typed_into(desk: Desk, qtbot: QtBot) -> None:
    header = view_of(desk).findChild(SourceHeader)
    before = header.accessibleName()
    place_cursor(desk, 0)
    type_words(desk, "one two three ")
    qtbot.waitUntil(lambda: header.accessibleName() != before)
    assert "792 words" in header.accessibleName()
    for _ in range(14):
        QTest.keyClick(text_of(desk), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: header.accessibleName() == before)


def test_no_end_of_a_passage_can_be_held_while_the_text_is_edited(desk: Desk) -> None:
    desk.select("c01")
    assert list(text_of(desk).ends.ends()) == []
    done(desk)
    assert len(list(text_of(desk).ends.ends())) == 2


def test_a_menu_that_comes_up_does_not_end_the_editing(desk: Desk, qtbot: QtBot) -> None:
    type_words(desk, "x")
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(text_of(desk), QFocusEvent(QEvent.Type.FocusOut, reason))
    QApplication.processEvents()
    assert view_of(desk).is_editing
    assert steps(desk) == []


@pytest.mark.parametrize("seed", range(6))
def test_torture_by_keys_nothing_quotes_other_words_unmarked(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)
    keys = [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Z, Qt.Key.Key_Y]
    before = excerpts_of(desk)
    for _ in range(60):
        length = len(shown(desk))
        start = rng.randrange(length)
        place_cursor(desk, start, min(length, start + rng.choice([0, 0, 0, 1, 5, 200])))
        match rng.randrange(4):
            case 0:
                type_words(desk, rng.choice(["a", " word", "x y"]))
            case 1:
                key = rng.choice(keys)
                has_control = key in (Qt.Key.Key_Z, Qt.Key.Key_Y)
                QTest.keyClick(text_of(desk), key, CTRL if has_control else Qt.KeyboardModifier.NoModifier)
            case 2:
                sequence = rng.choice([QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Copy])
                QTest.keySequence(text_of(desk), QKeySequence(sequence))
            case 3:
                QTest.keySequence(text_of(desk), QKeySequence(QKeySequence.StandardKey.Paste))
        QApplication.processEvents()
        made = view_of(desk).editing.source
        assert made is not None
        assert made.body == shown(desk)
    done(desk)
    assert source_of(desk).body == shown(desk)
    for key, held in excerpts_of(desk).items():
        assert held.anchoring is not KEPT or (
            is_exact(source_of(desk), held) and held.exact == before[key].exact
        )
