"""The panel as a whole: what it hears, how it looks, how narrow it can be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.edits.arranging import move
from argmap.edits.claims import add_tag, reword, set_credence, set_flag, set_participant
from argmap.edits.notes import add_note, resolve
from argmap.edits.participants import rename_participant
from argmap.edits.relations import set_reading, set_relation_kind, set_strength
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Flag, NoteKind, RelationKind, Strength
from argmap.model.transaction import Edit
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.inspector.page_column import PageColumn
from argmap.ui.look import Look
from tests.builders import editor_of
from tests.ui.inspector.conftest import clock

Select = Callable[..., None]
C30 = RecordId("c30")
STEP = RecordId("s05")

EDITS: dict[str, Edit] = {
    "reword": partial(reword, claim=C30, text="Short."),
    "credence": partial(set_credence, claims=[C30], credence=None),
    "flag": partial(set_flag, claims=[C30], flag=Flag.TO_DO),
    "tag": partial(add_tag, claims=[C30], tag="second front"),
    "voice": partial(set_participant, claims=[C30], participant=None),
    "rename": partial(rename_participant, participant=RecordId("A2"), name="Somebody else"),
    "rename author": partial(rename_participant, participant=RecordId("ME"), name="Somebody else"),
    "note": partial(add_note, element=C30, body="A **new** one.", kind=NoteKind.NOTE),
    "comment": partial(add_note, element=C30, body="Said.", kind=NoteKind.COMMENT, author=RecordId("ME")),
    "other claim": partial(reword, claim=RecordId("c31"), text="The other end of its relation."),
    "reading": partial(set_reading, relation=STEP, reading="sign"),
    "strength": partial(set_strength, relations=[STEP], strength=Strength.STRONG),
    "tag of another": partial(add_tag, claims=[RecordId("c14")], tag="fact-check"),
    "resolve": partial(resolve, note=RecordId("n-c30-4"), resolved=True),
    "kind": partial(set_relation_kind, relation=STEP, kind=RelationKind.ATTACK),
    "move": partial(move, claims=[C30], by=(8, 8)),
}


def picture(inspector: Inspector) -> QImage:
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    column = inspector.findChild(PageColumn)
    assert column is not None
    return column.grab().toImage()


def anew(inspector: Inspector, editor: Editor, qtbot: QtBot, *, look: Look) -> Inspector:
    """A panel made now, of the same size, on the same editor."""
    made = Inspector(editor, look, clock=clock)
    qtbot.addWidget(made)
    made.resize(inspector.size())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("selection", [(), ("c30",), ("s05",), ("c30", "c14", "s05")], ids=str)
@pytest.mark.parametrize("name", list(EDITS))
def test_an_edit_shows_as_a_panel_made_anew_does(
    inspector: Inspector,
    editor: Editor,
    select: Select,
    qtbot: QtBot,
    look: Look,
    selection: tuple[str, ...],
    name: str,
) -> None:
    select(*selection)
    before = picture(inspector)
    editor.edit("Edit", EDITS[name])
    assert picture(inspector) == picture(anew(inspector, editor, qtbot, look=look))
    editor.undo()
    assert picture(inspector) == before


def test_the_selection_chooses_the_page(inspector: Inspector, select: Select) -> None:
    pages = inspector.map_page, inspector.claim_page, inspector.relation_page, inspector.several_page
    for selection, shown in zip([(), ("c30",), ("s05",), ("c30", "c14")], pages, strict=True):
        select(*selection)
        assert [page for page in pages if page.isVisible()] == [shown]


def test_a_panel_given_another_map_shows_it_and_keeps_what_was_typed_in_the_first(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    inspector.claim_page.text.field.setFocus()
    inspector.claim_page.text.field.setPlainText("Kept")
    other = editor_of(ArgumentMap())
    inspector.set_editor(other)
    assert editor.map.claims[C30].text == "Kept"
    assert inspector.map_page.isVisible()
    assert inspector.map_page.head.title.toPlainText() == ""
    editor.select([RecordId("c14")])
    assert inspector.map_page.isVisible()


@pytest.mark.parametrize("selection", [(), ("c30",), ("c14",), ("s05",), ("c30", "c14", "s05")], ids=str)
def test_it_fits_its_narrowest_width(
    inspector: Inspector, select: Select, selection: tuple[str, ...]
) -> None:
    inspector.setFixedWidth(264)
    select(*selection)
    area, column = inspector.findChild(QScrollArea), inspector.findChild(PageColumn)
    assert area is not None
    assert column is not None
    assert column.minimumSizeHint().width() <= 264
    assert column.width() == area.viewport().width() == 264


def test_nothing_is_squeezed_right_after_a_change_of_page(
    inspector: Inspector, editor: Editor, select: Select
) -> None:
    select("c30")
    editor.select([RecordId("c14")])
    column = inspector.findChild(PageColumn)
    assert column is not None
    at_once = column.height()
    for _ in range(20):
        QApplication.processEvents()
    assert column.height() == at_once


@pytest.mark.parametrize("selection", [(), ("c30",), ("s05",), ("c30", "c14", "s05")], ids=str)
def test_another_look_is_shown_as_a_panel_made_anew_does_and_taken_back(
    inspector: Inspector,
    editor: Editor,
    select: Select,
    qtbot: QtBot,
    look: Look,
    dark: Look,
    selection: tuple[str, ...],
) -> None:
    select(*selection)
    light = picture(inspector)
    inspector.set_look(dark)
    shown = picture(inspector)
    assert shown.pixelColor(2, 200).lightness() < 80
    assert shown == picture(anew(inspector, editor, qtbot, look=dark))
    inspector.set_look(look)
    assert picture(inspector) == light


def test_a_closed_panel_hears_nothing_more(inspector: Inspector, editor: Editor, select: Select) -> None:
    select("c30")
    inspector.close()
    editor.select([])
    assert not inspector.claim_page.isHidden()


def test_each_claim_is_shown_from_its_top(inspector: Inspector, select: Select) -> None:
    inspector.window().resize(330, 400)
    select("c30")
    area = inspector.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    select("c14")
    assert bar.value() == 0


def test_a_new_note_is_brought_into_view(inspector: Inspector, select: Select) -> None:
    inspector.window().resize(330, 400)
    select("c30")
    inspector.begin_note("c30", NoteKind.COMMENT)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.visibleRegion().boundingRect() == field.rect()
