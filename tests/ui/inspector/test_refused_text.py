"""A text that cannot be kept stays in its field; what is typed for one claim goes to no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.host import Unsaved
from argmap.model.ids import RecordId
from argmap.model.limits import LONGEST_TEXT
from argmap.model.records import Claim
from argmap.ui.inspector.claim_page import ClaimPage
from argmap.ui.inspector.relations_section import StepRow
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.most import TOO_MUCH
from argmap.ui.parts.typed_text import TypedText
from tests.ui.windows import Desk, OpenWindow

A, T = RecordId("a"), RecordId("t")
REFUSAL = "This map is to be read only."


@pytest.fixture
def desk(opened: OpenWindow, file: Path) -> Desk:
    """A saved map of which a claim is selected."""
    desk = opened(file=file)
    desk.select(A)
    return desk


def page_of(desk: Desk) -> ClaimPage:
    return desk.window.panes.inspector.claim_page


def claim(desk: Desk, key: RecordId = A) -> Claim:
    return desk.window.document.editor.map.claims[key]


def fields(desk: Desk) -> dict[str, TypedText | LineField]:
    page = page_of(desk)
    return {"text": page.text.field, "label": page.short_label.field}


def words_in(field: TypedText | LineField) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


@pytest.mark.parametrize("name", ["text", "label"])
def test_a_text_that_is_refused_stays_in_its_field_and_nothing_goes_on(
    desk: Desk, file: Path, name: str
) -> None:
    field, editor = fields(desk)[name], desk.window.document.editor
    field.setFocus()
    QTest.keyClicks(field, "zebra ")
    typed = words_in(field)
    editor.refusal = REFUSAL
    desk.window.panes.canvas.setFocus()
    assert words_in(field) == typed
    assert REFUSAL in desk.window.panes.status.centre_text
    assert not desk.window.keep_typing()
    desk.trigger("file.new")
    assert desk.window.document.path == file
    desk.answers.leave = Unsaved.DISCARD
    assert not desk.window.close()
    assert desk.answers.asked == []
    assert words_in(field) == typed
    editor.refusal = ""
    assert desk.window.keep_typing()
    assert "zebra" in (claim(desk).text, claim(desk).label)[name == "label"]
    assert desk.window.close()
    assert desk.answers.asked == ["unsaved small"]


def test_return_in_a_full_field_puts_nothing_in_and_that_is_told(desk: Desk) -> None:
    field = page_of(desk).text.field
    field.setFocus()
    field.selectAll()
    field.insertPlainText("x" * LONGEST_TEXT)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(field.toPlainText()) == LONGEST_TEXT
    assert desk.message == TOO_MUCH
    assert desk.window.keep_typing()
    assert claim(desk).text == "x" * LONGEST_TEXT


def begin_tag(desk: Desk) -> LineField:
    page_of(desk).tags.begin_adding()
    return page_of(desk).tags.new_tag


def begin_voice(desk: Desk) -> LineField:
    page_of(desk).voice.begin_naming()
    return page_of(desk).voice.new_name


def begin_label(desk: Desk) -> LineField:
    page_of(desk).short_label.field.setFocus()
    return page_of(desk).short_label.field


def tags(claim: Claim, desk: Desk) -> str:
    return " ".join(claim.tags)


def voice(claim: Claim, desk: Desk) -> str:
    held = claim.participant and desk.window.document.editor.map.participants[claim.participant]
    return held.name if held else ""


def short_label(claim: Claim, desk: Desk) -> str:
    return claim.label


@pytest.mark.parametrize(
    ("begin", "of"), [(begin_tag, tags), (begin_voice, voice), (begin_label, short_label)]
)
def test_what_was_typed_for_a_claim_goes_to_it_though_another_is_chosen_meanwhile(
    desk: Desk, qtbot: QtBot, begin: Callable[[Desk], LineField], of: Callable[[Claim, Desk], str]
) -> None:
    field = begin(desk)
    QTest.keyClicks(field, "zebra")
    row = next(row for row in page_of(desk).relations.findChildren(StepRow) if "Claim t" in row.words.text())
    QTest.mouseClick(row.words, Qt.MouseButton.LeftButton, pos=row.words.rect().center())
    assert desk.selected == {T}
    assert QApplication.focusWidget() is field or field.isHidden()
    qtbot.waitUntil(lambda: of(claim(desk), desk) == "zebra")
    assert of(claim(desk, T), desk) == ""
    assert field.text() == "" or field.isHidden()
    assert desk.window.keep_typing()
    assert of(claim(desk, T), desk) == ""
