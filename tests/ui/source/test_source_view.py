"""The source panel under a real mouse."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.edits.claims import set_kind
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, ClaimKind, Excerpt, Source
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.look import Look
from argmap.ui.source.coverage_rail import CoverageRail
from argmap.ui.source.empty_source import EmptySource
from argmap.ui.source.head import SourceHead
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.shown_text import numbers_of
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.source_view import SourceView
from argmap.ui.source.text_choice import TextChoice
from argmap.ui.source.text_lines import line_boxes
from tests.builders import editor_of, sample, with_fields
from tests.ui.mouse import Mouse

LEFT = Qt.MouseButton.LeftButton
ESSAY = sample()


def text_of(view: SourceView) -> SourceText:
    return view.findChild(SourceText)


def place_of(view: SourceView, claim: str) -> QPoint:
    """The middle of the first line of a claim's passage, in the viewport; it is scrolled into view."""
    view.reveal(claim)
    excerpt = ESSAY.excerpts_of(RecordId(claim))[0]
    return place_in(view, excerpt.start, excerpt.end)


def place_in(view: SourceView, start: int, end: int) -> QPoint:
    """The middle of the first line of a stretch of the text that is shown, in the viewport."""
    text = text_of(view)
    offsets = Utf16Offsets(text.toPlainText())
    box = next(line_boxes(text.document(), offsets.to_utf16(start), offsets.to_utf16(end)))
    return (box.rect.center() - QPointF(0, text.verticalScrollBar().value())).toPoint()


def click(view: SourceView, at: QPoint) -> None:
    QTest.mouseClick(text_of(view).viewport(), LEFT, pos=at)


def nested_view(qtbot: QtBot, look: Look, *more: Source) -> SourceView:
    """A text with a passage inside another, and maybe more texts."""
    body = "Heading\nOne two three four five."
    source = RecordId("s")
    spans = {"outer": (8, 31), "inner": (12, 21)}
    made = ArgumentMap(
        [
            Source(id=source, title="T", body=body),
            *more,
            *(Claim(id=RecordId(key), text=key) for key in spans),
            *(
                Excerpt(
                    id=RecordId(f"x-{key}"),
                    element=RecordId(key),
                    source=source,
                    exact=body[slice(*span)],
                    start=span[0],
                    end=span[1],
                )
                for key, span in spans.items()
            ),
        ]
    )
    view = SourceView(editor_of(made), look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_click_on_a_passage_tells_its_claim(view: SourceView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.claim_clicked) as told:
        click(view, place_of(view, "c30"))
    assert told.args == ["c30"]


def test_the_inner_passage_takes_the_first_click_and_the_outer_the_next(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    at = place_in(view, 12, 21)
    for _ in range(3):
        click(view, at)
    assert told == ["inner", "outer", "inner"]


def test_a_click_elsewhere_starts_again_at_the_inner_passage(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    click(view, place_in(view, 12, 21))
    click(view, place_in(view, 24, 31))
    click(view, place_in(view, 12, 21))
    assert told == ["inner", "outer", "inner"]


def test_a_double_click_tells_the_claim_that_was_clicked(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    clicked: list[str] = []
    doubled: list[str] = []
    view.claim_clicked.connect(clicked.append)
    view.claim_double_clicked.connect(doubled.append)
    at = place_in(view, 12, 21)
    click(view, at)
    QTest.mouseDClick(text_of(view).viewport(), LEFT, pos=at)
    assert clicked[0] == "inner"
    assert doubled == ["inner"]


def test_a_double_click_on_the_outer_passage_tells_its_claim(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    doubled: list[str] = []
    view.claim_double_clicked.connect(doubled.append)
    at = place_in(view, 12, 21)
    click(view, at)
    click(view, at)
    QTest.mouseDClick(text_of(view).viewport(), LEFT, pos=at)
    assert doubled == ["outer"]


def test_a_double_click_means_what_was_chosen_before_its_first_click(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    doubled: list[str] = []
    view.claim_double_clicked.connect(doubled.append)
    at, viewport = place_in(view, 12, 21), text_of(view).viewport()
    for _ in range(2):
        click(view, at)
    Mouse(viewport).double_click(at)
    assert doubled == ["outer"]


def test_a_text_left_and_shown_again_starts_at_the_inner_passage(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look, Source(id=RecordId("zz"), title="Unlike", body="Heading\nOther words."))
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    click(view, place_in(view, 12, 21))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view.findChild(TextChoice), key)
    click(view, place_in(view, 12, 21))
    assert told == ["inner", "inner"]


def test_the_last_letter_of_a_passage_is_part_of_it_to_its_edge(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look)
    text = text_of(view)
    letter = next(line_boxes(text.document(), 20, 21)).rect
    segment = text.segment_at(QPointF(letter.right() - 1, letter.center().y()))
    assert segment is not None
    assert segment.passages[0].element == "inner"


def test_marking_a_letter_with_the_mouse_is_no_click(view: SourceView) -> None:
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    at, text = place_of(view, "c30"), text_of(view)
    Mouse(text.viewport()).drag(at, at + QPoint(QApplication.startDragDistance() - 1, 0))
    assert text.textCursor().hasSelection()
    assert told == []


def test_passages_are_not_lit_while_text_is_being_marked(view: SourceView) -> None:
    told: list[str] = []
    view.claim_hovered.connect(told.append)
    at = place_of(view, "c30")
    mouse = Mouse(text_of(view).viewport())
    mouse.press(at + QPoint(0, 200))
    mouse.move(at, steps=4)
    assert told == []
    mouse.release()
    mouse.move(at)
    assert told == ["c30"]


def test_plain_text_tells_nothing(view: SourceView) -> None:
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    click(view, place_in(view, 14, 20))  # “As pohnpei”: no claim rests on it
    assert told == []


def test_the_pointer_over_a_passage_is_told_and_so_is_its_leaving(view: SourceView) -> None:
    told: list[str] = []
    view.claim_hovered.connect(told.append)
    viewport = text_of(view).viewport()
    QTest.mouseMove(viewport, place_of(view, "c30"))
    QTest.mouseMove(viewport, QPoint(60, viewport.height() - 2))
    assert told[0] == "c30"
    assert told[-1] != "c30"


def test_selecting_and_copying_gives_the_words_alone(view: SourceView) -> None:
    text = text_of(view)
    cursor = QTextCursor(text.document())
    cursor.setPosition(0)
    cursor.setPosition(20, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == text.toPlainText()[:20]
    assert not mime.hasHtml()


def test_return_is_a_click_at_the_text_cursor(view: SourceView, editor: Editor) -> None:
    text = text_of(view)
    excerpt = editor.map.excerpts_of(RecordId("c30"))[0]
    cursor = QTextCursor(text.document())
    cursor.setPosition(excerpt.start + 3)
    text.setTextCursor(cursor)
    told: list[str] = []
    view.claim_clicked.connect(told.append)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert told == ["c30"]


def test_revealing_brings_the_passage_into_view(view: SourceView) -> None:
    text = text_of(view)
    assert text.verticalScrollBar().value() == 0
    assert text.viewport().rect().contains(place_of(view, "c30"))
    assert text.verticalScrollBar().value() > 0


def test_lighting_a_claim_paints_and_never_scrolls(view: SourceView) -> None:
    before = view.grab().toImage()
    view.light("c01")
    lit = view.grab().toImage()
    view.light("c30")
    assert text_of(view).verticalScrollBar().value() == 0
    view.light(None)
    assert lit != before
    assert view.grab().toImage() == before


def test_what_is_lit_stays_so_when_something_is_selected(view: SourceView, editor: Editor) -> None:
    view.light("c01")
    lit = picture(view)
    editor.select([RecordId("c30")])
    editor.select([])
    assert picture(view) == lit


def test_a_text_left_and_shown_again_looks_as_it_did(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look, Source(id=RecordId("zz"), title="Unlike", body="Heading\nOther words."))
    before = picture(view)
    view.show_source(RecordId("zz"))
    assert picture(view) != before
    view.show_source(RecordId("s"))
    assert picture(view) == before


def test_offsets_hold_behind_characters_of_two_units(qtbot: QtBot, look: Look) -> None:
    body = "Heading\n\U0001f600\U0001f600 e\u0301 one two three."
    start = body.index("two")
    made = ArgumentMap(
        [
            Source(id=RecordId("s"), title="T", body=body),
            Claim(id=RecordId("c"), text="c"),
            Excerpt(
                id=RecordId("x"),
                element=RecordId("c"),
                source=RecordId("s"),
                exact="two",
                start=start,
                end=start + 3,
            ),
        ]
    )
    view = SourceView(editor_of(made), look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    segment = text_of(view).segment_at(QPointF(place_in(view, start, start + 3)))
    assert segment is not None
    cursor = QTextCursor(text_of(view).document())
    cursor.setPosition(segment.start)
    cursor.setPosition(segment.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "two"


def test_a_click_on_the_rail_goes_there(view: SourceView) -> None:
    rail = view.findChild(CoverageRail)
    bar = text_of(view).verticalScrollBar()
    QTest.mouseClick(rail, LEFT, pos=QPoint(6, rail.height() - 4))
    assert bar.value() == bar.maximum()
    QTest.mouseClick(rail, LEFT, pos=QPoint(6, 4))
    assert bar.value() == 0


def test_the_numbers_of_the_sample(editor: Editor) -> None:
    source = next(iter(editor.map.sources.values()))
    assert numbers_of(editor.map, source) == "7 paragraphs · 789 words · 66 % mapped"


def same_picture(view: SourceView, editor: Editor, qtbot: QtBot, *, look: Look) -> bool:
    """Whether the panel looks like one made anew, scrolled to the same place."""
    anew = SourceView(editor, look)
    qtbot.addWidget(anew)
    anew.resize(view.size())
    with qtbot.waitExposed(anew):
        anew.show()
    text_of(anew).verticalScrollBar().setValue(text_of(view).verticalScrollBar().value())
    return picture(anew) == picture(view)


def picture(view: SourceView) -> QImage:
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    return view.grab().toImage()


@pytest.mark.parametrize("kind", [ClaimKind.EVIDENCE, ClaimKind.QUESTION])
def test_an_edit_shows_as_a_panel_made_anew_does(
    view: SourceView, editor: Editor, qtbot: QtBot, look: Look, kind: ClaimKind
) -> None:
    before = picture(view)
    editor.edit("Set kind", partial(set_kind, claims=[RecordId("c01")], kind=kind))
    assert picture(view) != before
    assert same_picture(view, editor, qtbot, look=look)
    editor.undo()
    assert picture(view) == before


def test_a_changed_source_shows_as_a_panel_made_anew_does(
    view: SourceView, editor: Editor, qtbot: QtBot, look: Look
) -> None:
    source = next(iter(editor.map.sources.values()))
    transaction = editor.transaction()
    transaction.put(replace(source, title="Another title", voices=source.voices[:1]))
    editor.commit("Edit", transaction)
    assert same_picture(view, editor, qtbot, look=look)


def test_a_removed_excerpt_is_marked_no_more(
    view: SourceView, editor: Editor, qtbot: QtBot, look: Look
) -> None:
    at = place_of(view, "c30")
    transaction = editor.transaction()
    transaction.remove(editor.map.excerpts_of(RecordId("c30"))[0].id)
    editor.commit("Edit", transaction)
    assert text_of(view).segment_at(QPointF(at)) is None
    assert same_picture(view, editor, qtbot, look=look)


def test_selection_is_shown_and_taken_back(view: SourceView, editor: Editor) -> None:
    view.reveal("c30")
    before = picture(view)
    editor.select([RecordId("c30")])
    assert picture(view) != before
    editor.select([])
    assert picture(view) == before


def test_another_look_is_shown_as_a_panel_made_anew_does(
    view: SourceView, editor: Editor, qtbot: QtBot, dark: Look
) -> None:
    view.set_look(dark)
    assert view.grab().toImage().pixelColor(150, 890) == dark.theme.read
    assert same_picture(view, editor, qtbot, look=dark)


def test_a_map_without_a_text_says_what_the_panel_is_for(view: SourceView) -> None:
    view.set_editor(editor_of(ArgumentMap()))
    assert view.findChild(EmptySource).isVisible()
    assert not text_of(view).isVisible()
    assert not view.findChild(SourceHeader).isVisible()


def test_a_panel_given_another_map_no_longer_hears_of_the_first(view: SourceView, editor: Editor) -> None:
    view.reveal("c30")
    other = editor_of(sample())
    view.set_editor(other)
    view.reveal("c30")
    before = picture(view)
    editor.select([RecordId("c30")])
    assert picture(view) == before
    other.select([RecordId("c30")])
    assert picture(view) != before


def test_of_several_texts_the_one_with_the_passage_is_revealed(view: SourceView, editor: Editor) -> None:
    transaction = editor.transaction()
    transaction.put(Source(id=RecordId("zz"), title="A second text", body="Heading\nOther words."))
    editor.commit("Edit", transaction)
    view.findChild(SourceHeader).source_chosen.emit("zz")
    assert text_of(view).toPlainText() == "Heading\nOther words."
    view.reveal("c30")
    assert "In May 1944" in text_of(view).toPlainText()


def test_the_list_of_texts_says_which_one_is_shown(qtbot: QtBot, look: Look) -> None:
    view = nested_view(qtbot, look, Source(id=RecordId("zz"), title="Unlike", body="Heading\nOther words."))
    choice = view.findChild(TextChoice)
    for key, title in ((Qt.Key.Key_Down, "Unlike"), (Qt.Key.Key_Up, "T")):
        QTest.keyClick(choice, key)
        assert choice.title == title
        assert text_of(view).accessibleName() == f"Text: {title}"


def test_the_strip_shows_all_words_of_a_passage_under_review(qtbot: QtBot, look: Look) -> None:
    view = SourceView(editor_of(ESSAY), look)
    qtbot.addWidget(view)
    view.resize(304, 800)
    view.show()
    strip, head = view.review_strip, view.findChild(SourceHead)

    def has_room() -> bool:
        labels = strip.findChildren(QLabel)
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    for excerpt in ESSAY.excerpts.values():
        view.set_editor(editor_of(with_fields(ESSAY, excerpt.id, anchoring=Anchoring.LOST)))
        view.review(excerpt.id)
        qtbot.waitUntil(has_room)
        assert strip.geometry().top() == head.geometry().bottom() + 1
