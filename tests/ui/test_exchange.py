"""From the real window: annotated texts as files, and annotations out and in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from argmap.model.ids import RecordId
from argmap.ui.annotated_colours import page_colours
from argmap.ui.text_export import export_text
from argmap.ui.theme import DARK, LIGHT
from tests.builders import sample
from tests.ui.paper.printed import pages_of
from tests.ui.windows import Desk, OpenWindow

WORDS = "Stalin took part in the Tehran Conference"


@pytest.fixture
def desk(opened: OpenWindow) -> Desk:
    """The sample."""
    return opened(sample=True)


def test_the_text_is_written_as_a_web_page(desk: Desk, tmp_path: Path) -> None:
    path = desk.answers.text_export = tmp_path / "essay.html"
    desk.trigger("file.export_text")
    assert desk.answers.asked == ["export text What were Stalin’s goals.html"]
    page = BeautifulSoup(path.read_bytes(), "html.parser")
    assert len(page.select("article p")) == 7
    assert len(page.select("#claims .entries > li")) == 32
    assert desk.message == ""


def test_the_text_is_written_as_a_pdf(desk: Desk, tmp_path: Path) -> None:
    path = desk.answers.text_export = tmp_path / "essay.pdf"
    desk.trigger("file.export_text")
    pages = pages_of(path.read_bytes())
    assert WORDS in " ".join(pages)
    assert desk.message == ""


def test_another_ending_is_refused_and_nothing_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.answers.text_export = tmp_path / "essay.docx"
    desk.trigger("file.export_text")
    assert "“essay.docx” should end in .html or .pdf." in desk.message
    assert not (tmp_path / "essay.docx").exists()


@pytest.mark.parametrize("name", ["essay.html", "essay.pdf"])
def test_a_folder_that_is_gone_is_told(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.answers.text_export = tmp_path / "nowhere" / name
    desk.trigger("file.export_text")
    assert f"“{name}” could not be written" in desk.message


def test_annotations_go_out_and_come_in_with_one_undo(desk: Desk, tmp_path: Path) -> None:
    path = desk.answers.annotations = tmp_path / "mine.jsonld"
    desk.trigger("file.export_annotations")
    assert len(json.loads(path.read_text(encoding="utf-8"))["items"]) == 32
    theirs = {
        "type": "Annotation",
        "motivation": "commenting",
        "bodyValue": "Which days?",
        "target": {"selector": {"type": "TextQuoteSelector", "exact": WORDS}},
    }
    path.write_text(json.dumps([theirs]), encoding="utf-8")
    before = desk.claims
    desk.trigger("file.import_annotations")
    (claim,) = desk.claims - before
    map_ = desk.window.document.editor.map
    (passage,) = map_.excerpts_of(RecordId(claim))
    assert [note.body for note in map_.notes_of(passage.id)] == ["Which days?"]
    assert desk.selected == {claim}
    desk.trigger("edit.undo")
    assert desk.claims == before


def test_many_passages_become_cards_that_do_not_lie_over_one_another(desk: Desk, tmp_path: Path) -> None:
    body = desk.window.document.editor.map.sources[RecordId("essay")].body
    comment = {"type": "Annotation", "motivation": "commenting", "bodyValue": "Hm.", "creator": "Jane"}
    sentences = [words for words in re.split(r"(?<=\.)\s", body) if len(words) > 60]
    theirs = [
        comment | {"target": {"selector": {"type": "TextQuoteSelector", "exact": words}}}
        for words in sentences
    ]
    path = desk.answers.annotations = tmp_path / "theirs.json"
    path.write_text(json.dumps(theirs), encoding="utf-8")
    before = desk.claims
    desk.trigger("file.import_annotations")
    boxes = desk.window.panes.canvas.boxes
    fresh = [boxes[RecordId(claim)] for claim in desk.claims - before]
    assert len(fresh) > 15
    for box in fresh:
        assert [other for other in boxes.values() if other.intersects(box)] == [box]


def test_a_file_of_something_else_is_told_in_the_bar(desk: Desk, tmp_path: Path) -> None:
    path = desk.answers.annotations = tmp_path / "theirs.json"
    path.write_bytes(b"\x89PNG\r\n")
    desk.trigger("file.import_annotations")
    assert "“theirs.json” could not be imported." in desk.message
    assert not desk.window.document.is_modified


def test_each_colour_that_the_page_asks_for_is_given_in_both_themes(tmp_path: Path) -> None:
    export_text(sample(), RecordId("essay"), tmp_path / "essay.htm", progress=lambda share: True)
    style = str(BeautifulSoup((tmp_path / "essay.htm").read_bytes(), "html.parser").style)
    asked = set(re.findall(r"var\(--([\w-]+)", style)) - {"ink", "tint", "stripe"}
    assert len(asked) > 20
    for theme in (LIGHT, DARK):
        assert asked <= set(page_colours(theme)), theme.name
    assert LIGHT.read.name() in style
    assert DARK.read.name() in style
