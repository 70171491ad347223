"""What stands beside the text: paragraph numbers, voices, and the headings where another voice begins."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.edits.participants import rename_participant
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Participant, Source, VoiceTurn
from argmap.ui.look import Look
from argmap.ui.source.gutter import GUTTER, HEADING_SPACE
from argmap.ui.source.source_text import SourceText
from argmap.ui.source.source_view import SourceView
from argmap.ui.source.text_lines import block_top
from tests.builders import editor_of, ids, sample

PARAGRAPHS = "Heading", "Ada begins.", "Then the other.", "And Ada again."


def two_voices_of_one_name() -> ArgumentMap:
    """A text in which one Ada speaks, then surely another, then presumably the first again."""
    first, other = ids("first", "other")
    starts = [sum(len(line) + 1 for line in PARAGRAPHS[:number]) for number in (1, 2, 3)]
    turns = (
        VoiceTurn(start=starts[0], participant=first),
        VoiceTurn(start=starts[1], participant=other),
        VoiceTurn(start=starts[2], participant=first, inferred=True),
    )
    return ArgumentMap(
        [
            Participant(id=first, name="Ada", monogram="A"),
            Participant(id=other, name="Ada", monogram="A"),
            Source(id=RecordId("text"), title="Text", body="\n".join(PARAGRAPHS), voices=turns),
        ]
    )


def shown(qtbot: QtBot, editor: Editor, look: Look, *, height: int) -> SourceView:
    """A panel so high."""
    view = SourceView(editor, look)
    qtbot.addWidget(view)
    view.resize(304, height)
    with qtbot.waitExposed(view):
        view.show()
    return view


def text_of(view: SourceView) -> SourceText:
    text = view.findChild(SourceText)
    assert isinstance(text, SourceText)
    return text


def picture(view: SourceView) -> QImage:
    QApplication.processEvents()
    text_of(view).clearFocus()
    return text_of(view).viewport().grab().toImage()


def heading_end(view: SourceView, paragraph: int) -> int:
    """How far to the right the words over a paragraph reach."""
    text = text_of(view)
    top = round(block_top(text.document().findBlockByNumber(paragraph)))
    ground = text.palette().base().color()
    over = picture(view).copy(QRect(0, top - HEADING_SPACE + 5, text.viewport().width(), HEADING_SPACE - 5))
    return max(
        x for x in range(over.width()) for y in range(over.height()) if over.pixelColor(x, y) != ground
    )


def test_a_heading_names_the_voice_and_says_where_it_changes_and_where_that_is_inferred(
    qtbot: QtBot, look: Look
) -> None:
    view = shown(qtbot, editor_of(two_voices_of_one_name()), look, height=600)
    begins, changes, is_inferred = (heading_end(view, paragraph) for paragraph in (1, 2, 3))
    assert begins < changes < is_inferred


def test_wherever_one_has_scrolled_to_the_gutter_shows_what_stands_there(
    view: SourceView, qtbot: QtBot, look: Look
) -> None:
    whole = shown(qtbot, editor_of(sample()), look, height=5000)
    assert text_of(whole).verticalScrollBar().maximum() == 0
    gutter = picture(whole).copy(0, 0, GUTTER, whole.height())
    view.resize(304, 400)
    bar, high = text_of(view).verticalScrollBar(), text_of(view).viewport().height()
    assert bar.maximum() > high
    for place in range(0, bar.maximum(), 23):
        bar.setValue(place)
        assert picture(view).copy(0, 0, GUTTER, high) == gutter.copy(0, place, GUTTER, high), place


def test_a_voice_that_is_renamed_is_called_so_at_once(qtbot: QtBot, look: Look) -> None:
    editor = editor_of(two_voices_of_one_name())
    view = shown(qtbot, editor, look, height=600)
    before = picture(view)
    editor.edit("Rename", partial(rename_participant, participant=RecordId("first"), name="Somebody else"))
    assert picture(view) != before
    anew = shown(qtbot, editor, look, height=600)
    assert picture(view) == picture(anew)
