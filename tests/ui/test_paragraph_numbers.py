"""A paragraph of a text with blank lines has one number, wherever a reader meets it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.annotated import annotated
from argmap.editor.editor import Editor
from argmap.formats.annotated.html_page import html_page
from argmap.model.ids import RecordId
from argmap.model.records import Excerpt, Flag, Participant, Source, VoiceTurn
from argmap.ui.canvas.geometry import MapGeometry
from argmap.ui.inspector.inspector import Inspector
from argmap.ui.look import Look
from argmap.ui.paper.pages import annotated_pdf
from argmap.ui.source.header import SourceHeader
from argmap.ui.source.source_view import SourceView
from tests.builders import editor_of, ids, sketch, with_fields
from tests.ui.paper.printed import pages_of

TEXT, ADA = ids("text", "ada")
LINES = ("On men", "", "All men are mortal.", " ", "", "So is he.", "And she.", "", "None is not.", "")
BODY = "\n".join(LINES)
NUMBERS = {"all": 1, "so": 2, "and": 3, "none": 4}
"""What each claim's paragraph is called; the claim is its first word."""


@pytest.fixture
def editor() -> Editor:
    """An editor on a map with a claim a paragraph; the last is to be checked."""
    starts = {key: BODY.index(key.capitalize()) for key in NUMBERS}
    passages = [
        Excerpt(
            id=RecordId(f"x-{key}"),
            element=RecordId(key),
            source=TEXT,
            exact=key.capitalize(),
            start=start,
            end=start + len(key),
        )
        for key, start in starts.items()
    ]
    voices = (VoiceTurn(start=starts["all"], participant=ADA),)
    text = Source(id=TEXT, title="Mortality", body=BODY, voices=voices)
    ada = Participant(id=ADA, name="Ada", monogram="A")
    map_ = sketch("all <- so; all <- and; all <- none", text, ada, *passages)
    return editor_of(with_fields(map_, "none", flag=Flag.DATE))


def numbers_in(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"¶(\d+)", words)]


def test_the_panel(editor: Editor, look: Look, qtbot: QtBot) -> None:
    view = SourceView(editor, look)
    qtbot.addWidget(view)
    assert [line.number for line in view.text.lines] == [0, None, 1, None, None, 2, 3, None, 4, None]
    assert "4 paragraphs" in view.findChild(SourceHeader).accessibleName()


def test_the_cards(editor: Editor, look: Look) -> None:
    faces = MapGeometry(editor.map, look.shaper).faces
    assert {key: faces[RecordId(key)].place for key in NUMBERS} == {k: f"¶{n}" for k, n in NUMBERS.items()}


def test_the_inspector(editor: Editor, look: Look, qtbot: QtBot) -> None:
    inspector = Inspector(editor, look, clock=lambda: "2026-11-24T12:00:00Z")
    qtbot.addWidget(inspector)
    voices, worth = inspector.map_page.voices.rows.rows, inspector.map_page.worth.rows.rows.values()
    assert "¶1–4" in voices[ADA].accessibleName()
    assert [row.detail.text() for row in worth] == ["“None” (¶4)"]
    found = {}
    for key in NUMBERS:
        editor.select([RecordId(key)])
        QApplication.processEvents()
        (quote,) = inspector.claim_page.quotes.rows.rows.values()
        found[key] = numbers_in(quote.place.text())
    assert found == {key: [number] for key, number in NUMBERS.items()}


def test_the_annotated_text(editor: Editor) -> None:
    text = annotated(editor.map, TEXT)
    spots = {entry.text: entry.spots[0].words for entry in text.entries}
    assert spots == {key: f"¶{number}" for key, number in NUMBERS.items()}
    assert [paragraph.number for paragraph in text.paragraphs] == [None, *NUMBERS.values()]
    page = html_page(text, light={}, dark={}).decode()
    paper = "".join("".join(pages_of(annotated_pdf(text))).split())
    for words in (page, paper):  # beside the text, and in the list of claims
        assert [words.count(f"¶{number}") for number in range(7)] == [0, 2, 2, 2, 2, 0, 0]
