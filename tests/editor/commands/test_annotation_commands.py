"""Writing annotated texts and annotations, and taking annotations in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.formats.errors import DiskFull
from argmap.formats.web_annotations import read
from argmap.model.ids import RecordId
from argmap.model.records import Source
from tests.documents import new_document
from tests.host import Bench, bench_for, sample_bench

ESSAY = RecordId("essay")


@pytest.fixture
def bench() -> Bench:
    """The sample with its text shown."""
    bench = sample_bench()
    bench.host.text.place = (ESSAY, 0)
    return bench


def annotation(exact: str, **fields: object) -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {"type": "Annotation", "target": {"source": "x", "selector": selector}} | fields


def given(bench: Bench, path: Path, *annotations: object) -> None:
    path.write_text(json.dumps(annotations), encoding="utf-8")
    bench.host.exchange.annotations_answer = path
    bench.run("file.import_annotations")


def test_the_text_that_is_shown_is_written_under_its_title(bench: Bench, tmp_path: Path) -> None:
    bench.host.exchange.text_answer = tmp_path / "essay.pdf"
    bench.run("file.export_text")
    assert bench.host.exchange.asked == ["What were Stalin’s goals.html"]
    assert bench.host.exchange.exported == [(ESSAY, tmp_path / "essay.pdf")]
    assert bench.host.toasts == [("Exported to essay.pdf", False)]


def test_a_text_without_a_title_is_written_as_it_is_called_on_screen(bench: Bench, tmp_path: Path) -> None:
    bench.context.editor.edit("Title", lambda t: t.update(Source, ESSAY, title=""))
    bench.run("file.export_text")
    bench.context.editor.edit("Title", lambda t: t.update(Source, ESSAY, title="???"))
    bench.run("file.export_text")
    assert bench.host.exchange.asked == ["Untitled text.html", "Untitled text.html"]
    bench.context.editor.edit("Title", lambda t: t.update(Source, ESSAY, title=""))
    given(bench, tmp_path / "theirs.json", annotation("Words of geese and weather, nowhere to be found"))
    assert "was found in “Untitled text”." in bench.host.problems[0]


def test_a_text_that_cannot_be_written_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.host.exchange.text_answer = tmp_path / "essay.html"
    bench.host.exchange.text_error = DiskFull("The disk is full.")
    bench.run("file.export_text")
    assert bench.host.problems == ["The text could not be exported. The disk is full."]
    assert bench.host.toasts == []


def test_nothing_is_written_where_nobody_says_where(bench: Bench) -> None:
    bench.run("file.export_text")
    bench.run("file.export_annotations")
    bench.run("file.import_annotations")
    assert bench.host.exchange.exported == []
    assert (bench.host.toasts, bench.host.problems) == ([], [])


def test_without_a_text_there_is_nothing_to_write_or_to_look_in() -> None:
    bench = bench_for(new_document())
    for key in ("file.export_text", "file.export_annotations", "file.import_annotations"):
        assert not bench.can_run(key)


def test_annotations_are_written_under_the_maps_name(bench: Bench, tmp_path: Path) -> None:
    path = bench.host.exchange.annotations_answer = tmp_path / "mine.jsonld"
    bench.run("file.export_annotations")
    assert bench.host.exchange.asked == ["Stalin’s goals.jsonld"]
    assert len(read(path.read_bytes()).passages) == 32
    assert bench.host.toasts == [("Exported to mine.jsonld", False)]
    assert list(tmp_path.iterdir()) == [path]


def test_annotations_that_cannot_be_written_are_told(bench: Bench, tmp_path: Path) -> None:
    bench.host.exchange.annotations_answer = tmp_path / "nowhere" / "mine.jsonld"
    bench.run("file.export_annotations")
    (told,) = bench.host.problems
    assert told.startswith("The annotations could not be exported. “mine.jsonld” could not be written: ")


def test_annotations_come_in_as_one_step(bench: Bench, tmp_path: Path) -> None:
    before = bench.context.map
    body = {"type": "TextualBody", "value": "When?", "purpose": "commenting"}
    given(
        bench,
        tmp_path / "theirs.json",
        annotation("Between November 28 and December 1, 1943", body=body),
        annotation("Words that stand nowhere in this essay, of geese and weather"),
        {"type": "Annotation", "target": "x"},
    )
    told = "Imported 1 new claim, 1 passage, 1 comment; 1 not found, 1 not about a passage"
    assert bench.host.toasts == [(told, True)]
    assert bench.host.exchange.waited is not None
    assert bench.host.exchange.waited.is_closed
    (claim,) = bench.host.canvas.revealed
    assert bench.context.map.claims[claim].text == "Between November 28 and December 1, 1943"
    assert bench.context.editor.history.last is not None
    assert bench.context.editor.history.last.label == "Import annotations"
    bench.run("edit.undo")
    assert bench.context.map == before


def test_what_was_there_already_is_told_without_an_undo(bench: Bench, tmp_path: Path) -> None:
    bench.host.exchange.annotations_answer = tmp_path / "mine.jsonld"
    bench.run("file.export_annotations")
    bench.run("file.import_annotations")
    assert bench.host.toasts[-1] == ("Everything in “mine.jsonld” is on the map already", False)
    assert not bench.context.document.is_modified


def test_tags_alone_are_told_with_an_undo(bench: Bench, tmp_path: Path) -> None:
    before = bench.context.map
    held = next(x for x in before.excerpts.values() if x.element in before.claims)
    around = {"prefix": held.prefix, "suffix": held.suffix}
    tagged = annotation(held.exact, tags=["to ask about"])
    tagged["target"] = {"selector": {"type": "TextQuoteSelector", "exact": held.exact, **around}}
    given(bench, tmp_path / "theirs.json", tagged)
    assert bench.host.toasts == [("Imported 1 tag", True)]
    bench.run("edit.undo")
    assert bench.context.map == before


def test_a_file_of_nothing_that_fits_says_what_to_do(bench: Bench, tmp_path: Path) -> None:
    given(bench, tmp_path / "theirs.json", annotation("Words of geese and weather, nowhere to be found"))
    given(bench, tmp_path / "other.json", {"type": "Annotation", "target": "x"})
    nowhere, nothing = bench.host.problems
    assert nowhere.startswith(
        "None of the passages in “theirs.json” was found in “What were Stalin’s goals?”."
    )
    assert nothing.startswith("No annotation in “other.json” is about a passage of a text")
    assert bench.host.toasts == []


def test_a_file_that_is_something_else_is_told_and_nothing_is_changed(bench: Bench, tmp_path: Path) -> None:
    before = bench.context.map
    path = bench.host.exchange.annotations_answer = tmp_path / "essay.txt"
    path.write_text("All men are mortal.", encoding="utf-8")
    bench.run("file.import_annotations")
    bench.host.exchange.annotations_answer = tmp_path / "gone.json"
    bench.run("file.import_annotations")
    broken, gone = bench.host.problems
    assert broken.startswith("“essay.txt” could not be imported. This is no file of annotations")
    assert gone.startswith("“gone.json” could not be opened: ")
    assert bench.context.map is before


def test_stopping_is_no_problem(bench: Bench, tmp_path: Path) -> None:
    bench.host.exchange.goes_on = False
    given(bench, tmp_path / "theirs.json", annotation("Between November 28 and December 1, 1943"))
    assert (bench.host.toasts, bench.host.problems) == ([], [])
    assert not bench.context.document.is_modified
