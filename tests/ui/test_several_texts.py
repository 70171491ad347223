"""Several texts in one map, in the real window: chosen, followed, removed, and worked with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from argmap.edits.excerpts import attach
from argmap.edits.sources import edit_body
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Source
from argmap.source.mapping import TextChange
from argmap.source.quote import quote_of
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.text_choice import TextChoice
from tests.ui.windows import Desk, OpenWindow

JOSTLED, FRANCE = RecordId("c25"), RecordId("c30")
TEHRAN = (
    "Tehran, 1943\n\nThe Conference took note that Overlord would be launched during May 1944. "
    "It agreed that the military staffs should keep in close touch.\n"
)
LETTER = "A letter\n\nDear Sir, nothing has been decided yet.\n"


@pytest.fixture
def desk(opened: OpenWindow, tmp_path: Path) -> Desk:
    """The sample with two more texts from files; the last one is shown."""
    desk = opened(sample=True)
    for name, words in (("tehran.txt", TEHRAN), ("letter.txt", LETTER)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    desk.answers.texts = [tmp_path / "tehran.txt", tmp_path / "letter.txt"]
    desk.trigger("source.add")
    return desk


def texts(desk: Desk) -> list[Source]:
    return list(desk.window.document.editor.map.sources.values())


def shown(desk: Desk) -> str:
    """What is read in the panel."""
    return desk.window.panes.source.text.toPlainText()


def name_shown(desk: Desk) -> str:
    return desk.window.panes.source.findChild(TextChoice).title


def numbers(desk: Desk) -> str:
    return desk.window.panes.source.findChild(SourceHeader).accessibleName()


def choose(desk: Desk, title: str) -> None:
    """Choose a text from the list, by keys."""
    choice = desk.window.panes.source.findChild(TextChoice)
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in texts(desk):
        QTest.keyClick(choice, Qt.Key.Key_Up)
    while choice.title != title:
        before = choice.title
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert choice.title != before, f"no text is called {title}"


def attach_passage(desk: Desk, source: Source, words: str, claim: RecordId) -> None:
    start = source.body.index(words)
    quote = quote_of(source, start, start + len(words))
    assert quote is not None
    desk.window.document.editor.edit(
        "Attach", lambda t: attach(t, claim, source=quote.source, span=quote.span)
    )


def select_words(desk: Desk, words: str) -> None:
    """Select words in the text that is shown."""
    text = desk.window.panes.source.text
    start = text.toPlainText().index(words)
    text.select(start, start + len(words))
    text.setFocus()


def test_choosing_a_text_shows_its_words_its_numbers_and_its_details(desk: Desk) -> None:
    desk.trigger("source.describe")
    details = desk.window.panes.source.details
    seen = {}
    for source in texts(desk):
        choose(desk, source.title)
        assert shown(desk) == source.body
        assert details.fields["title"].toPlainText() == source.title
        seen[source.title] = numbers(desk)
    assert len(seen) == len(set(seen.values())) == 3
    assert "789 words · 66 % mapped" in seen["What were Stalin’s goals?"]
    assert "0 % mapped" in seen["A letter"]
    assert desk.window.panes.source.text.chosen_passages == []


def test_a_passage_is_marked_in_its_own_text_alone(desk: Desk) -> None:
    tehran = texts(desk)[1]
    attach_passage(desk, tehran, "launched during May 1944", JOSTLED)
    choose(desk, "A letter")
    desk.select(FRANCE)
    assert "In May 1944" in shown(desk), "the text in which the passage of what is selected stands"
    desk.select(JOSTLED)
    assert "In May 1944" in shown(desk), "it has a passage here too"
    (passage,) = desk.window.panes.source.text.chosen_passages
    assert passage.start > len(tehran.body)
    choose(desk, "Tehran, 1943")
    (passage,) = desk.window.panes.source.text.chosen_passages
    assert shown(desk)[passage.start : passage.end] == "launched during May 1944"


def test_selecting_a_claim_shows_the_text_that_it_rests_on(desk: Desk) -> None:
    source = texts(desk)[1]
    desk.trigger("insert.claim")
    desk.key(Qt.Key.Key_X)
    desk.key(Qt.Key.Key_Return)
    (fresh,) = desk.selected
    attach_passage(desk, source, "military staffs", RecordId(fresh))
    desk.select(FRANCE)
    assert name_shown(desk) == "What were Stalin’s goals?"
    desk.select(fresh)
    assert name_shown(desk) == "Tehran, 1943"


def test_the_shown_text_stays_through_a_change_of_its_body_and_back(desk: Desk) -> None:
    choose(desk, "Tehran, 1943")
    key = texts(desk)[1].id
    change = TextChange(0, 6, "Teheran")
    desk.window.document.editor.edit("Edit text", lambda t: edit_body(t, key, [change]))
    assert shown(desk).startswith("Teheran, 1943")
    desk.trigger("edit.undo")
    assert shown(desk).startswith("Tehran, 1943")
    desk.trigger("edit.redo")
    assert shown(desk).startswith("Teheran, 1943")


def test_an_edit_of_another_text_changes_nothing_here(desk: Desk) -> None:
    choose(desk, "A letter")
    key = texts(desk)[0].id
    desk.window.document.editor.edit("Describe", lambda t: t.update(Source, key, title="Another title"))
    assert name_shown(desk) == "A letter"


def test_removing_the_shown_text_shows_another_and_undo_brings_it_back(desk: Desk) -> None:
    choose(desk, "Tehran, 1943")
    attach_passage(desk, texts(desk)[1], "launched during May 1944", JOSTLED)
    before = desk.window.document.editor.map
    desk.trigger("source.remove")
    assert [text.title for text in texts(desk)] == ["What were Stalin’s goals?", "A letter"]
    assert name_shown(desk) == "A letter"
    assert "9 words" in numbers(desk)
    toast = desk.window.panes.toast
    assert toast.text == "Removed “Tehran, 1943” with 1 passage"
    next(button for button in toast.findChildren(QAbstractButton) if button.text() == "Undo").click()
    assert desk.window.document.editor.map == before
    assert name_shown(desk) == "Tehran, 1943"
    assert shown(desk).startswith("Tehran, 1943")
    choice = desk.window.panes.source.findChild(TextChoice)
    assert choice.accessibleName() == "Text: Tehran, 1943, 2 of 3"


def test_when_the_last_text_goes_the_panel_offers_to_bring_one_in(desk: Desk) -> None:
    desk.trigger("source.describe")
    for _ in range(3):
        desk.trigger("source.remove")
    panel = desk.window.panes.source
    assert panel.place is None
    assert not panel.details.isVisible()
    assert not desk.window.commands.by_id["source.describe"].isChecked()
    assert not desk.window.commands.by_id["source.remove"].isEnabled()
    desk.trigger("edit.undo")
    assert panel.details.isVisible()


def test_a_text_that_an_undo_takes_away_is_shown_again_by_redo(desk: Desk) -> None:
    desk.trigger("edit.undo")
    assert name_shown(desk) != "A letter"
    desk.trigger("edit.redo")
    assert name_shown(desk) == "A letter"


def test_keys_make_claims_of_the_second_text(desk: Desk) -> None:
    choose(desk, "Tehran, 1943")
    desk.select(JOSTLED)
    choose(desk, "Tehran, 1943")  # the selection has brought its own text
    select_words(desk, "The Conference took note")
    desk.key(Qt.Key.Key_Tab)
    (key,) = desk.selected
    map_ = desk.window.document.editor.map
    (excerpt,) = map_.excerpts_of(RecordId(key))
    assert (excerpt.source, excerpt.exact) == (texts(desk)[1].id, "The Conference took note")
    assert map_.leaving(RecordId(key))[0].target == JOSTLED
    assert name_shown(desk) == "Tehran, 1943"


def test_a_passage_of_the_second_text_is_dragged_onto_a_card(desk: Desk) -> None:
    choose(desk, "Tehran, 1943")
    select_words(desk, "military staffs")
    canvas, data = desk.window.panes.canvas, desk.window.panes.source.text.createMimeDataFromSelection()
    drop(desk, data, canvas.element_rect(JOSTLED).center())
    (key,) = desk.selected
    map_ = desk.window.document.editor.map
    assert map_.leaving(RecordId(key))[0].kind is RelationKind.SUPPORT
    (excerpt,) = map_.excerpts_of(RecordId(key))
    assert (excerpt.source, excerpt.exact) == (texts(desk)[1].id, "military staffs")


def drop(desk: Desk, data: QMimeData, at: QPoint) -> None:
    """Drop something on the canvas."""
    canvas, copy, left = desk.window.panes.canvas, Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, left, no_keys)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(QPointF(at), copy, data, left, no_keys))


def test_the_next_unmapped_sentence_is_that_of_the_shown_text(desk: Desk) -> None:
    choose(desk, "A letter")
    desk.trigger("source.next_unmapped")
    quote = desk.window.panes.source.selected_quote
    assert quote is not None
    assert quote.source == texts(desk)[2].id


def test_a_note_of_what_is_typed_about_a_text_is_kept_before_another_is_chosen(desk: Desk) -> None:
    desk.trigger("source.describe")
    field = desk.window.panes.source.details.fields["author"]
    field.setFocus()
    QTest.keyClicks(field, "Zebra")
    choose(desk, "Tehran, 1943")
    assert [text.author for text in texts(desk)] == ["", "", "Zebra"]
    assert field.toPlainText() == ""


def test_what_is_typed_into_a_text_is_kept_before_another_is_chosen(desk: Desk) -> None:
    letter = texts(desk)[2]
    desk.trigger("source.edit")
    desk.key(Qt.Key.Key_X)
    choice = desk.window.panes.source.findChild(TextChoice)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert shown(desk) == texts(desk)[1].body
    assert len(texts(desk)[2].body) == len(letter.body) + 1


def test_details_that_are_refused_are_told_and_stay_in_their_field(desk: Desk) -> None:
    desk.trigger("source.describe")
    field = desk.window.panes.source.details.fields["author"]
    field.setFocus()
    QTest.keyClicks(field, "Zebra")
    desk.window.document.editor.refusal = "This map is to be read only."
    assert not desk.window.keep_typing()
    assert "to be read only" in desk.window.panes.status.centre_text
    assert field.toPlainText() == "Zebra"
    desk.window.document.editor.refusal = ""
    assert desk.window.keep_typing()
    assert texts(desk)[2].author == "Zebra"


def test_a_text_has_letters_of_its_own_size_whatever_was_clicked_before(desk: Desk) -> None:
    text = desk.window.panes.source.text
    for title in ("What were Stalin’s goals?", "A letter", "What were Stalin’s goals?"):
        choose(desk, title)
        assert text.textCursor().position() == 0
        text.setFocus()
        QTest.keyClick(text, Qt.Key.Key_End)  # into the heading, which is small
        document = text.document()
        blocks = (document.findBlockByNumber(number) for number in range(1, document.blockCount()))
        fragments = [block.begin().fragment() for block in blocks]
        kept = QTextCharFormat.Property.FontPixelSize.value
        formats = [fragment.charFormat() for fragment in fragments if fragment.isValid()]
        assert formats
        assert not [made for made in formats if made.hasProperty(kept) and made.font().pixelSize() != 15]


def test_a_text_whose_file_changed_is_read_again_though_another_is_shown(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(desk, "Tehran, 1943")
    (tmp_path / "tehran.txt").write_text(f"{TEHRAN}\nSigned.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: desk.message.startswith("“tehran.txt” has changed"))
    choose(desk, "A letter")
    desk.press("Read it again")
    bodies = {source.title: source.body for source in texts(desk)}
    assert bodies["Tehran, 1943"].endswith("Signed.")
    assert "decided" in bodies["A letter"]
