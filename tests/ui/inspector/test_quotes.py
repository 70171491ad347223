"""Where a passage stands, as the inspector tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.editor.editor import Editor
from argmap.edits.sources import add_source
from argmap.model.records import PageStart, Source
from argmap.ui.inspector.inspector import Inspector

Select = Callable[..., None]


@pytest.fixture
def place(inspector: Inspector, editor: Editor, select: Select) -> Callable[[], str]:
    """What is told of the passage of a claim, which is selected."""
    select("c30")

    def words() -> str:
        (quote,) = inspector.claim_page.quotes.rows.rows.values()
        return quote.place.text()

    return words


def edit_source(editor: Editor, **fields: object) -> None:
    (key,) = editor.map.sources
    editor.edit("Describe", lambda t: t.update(Source, key, **fields))


def test_of_a_text_with_pages_the_page_is_told(editor: Editor, place: Callable[[], str]) -> None:
    edit_source(editor, pages=(PageStart(start=0, label="11"), PageStart(start=4000, label="12")))
    assert place() == "p. 12 · ¶7 · characters 4,186–4,315"
    edit_source(editor, pages=(PageStart(start=0, label="11"), PageStart(start=4200, label="12")))
    assert place() == "pp. 11–12 · ¶7 · characters 4,186–4,315"


def test_where_there_are_several_texts_it_is_told_which(editor: Editor, place: Callable[[], str]) -> None:
    assert place() == "¶7 · characters 4,186–4,315"
    editor.edit("Add text", lambda t: add_source(t, "Another", body="x"))
    assert place() == "What were Stalin’s goals? · ¶7 · characters 4,186–4,315"
    editor.undo()
    assert place() == "¶7 · characters 4,186–4,315"


def test_a_long_name_is_shortened_and_no_name_is_told_so(editor: Editor, place: Callable[[], str]) -> None:
    edit_source(editor, title="The goals of the one who led the Soviet Union for thirty years")
    editor.edit("Add text", lambda t: add_source(t, "Another", body="x"))
    assert place().startswith("The goals of the one who led the Soviet… · ¶7")
    editor.undo()
    edit_source(editor, title="")
    editor.edit("Add text", lambda t: add_source(t, "Another", body="x"))
    assert place().startswith("Untitled text · ¶7")


def test_a_long_place_goes_on_in_the_next_line_and_is_not_cut(
    inspector: Inspector, editor: Editor, place: Callable[[], str]
) -> None:
    (quote,) = inspector.claim_page.quotes.rows.rows.values()
    low = quote.place.height()
    editor.edit("Add text", lambda t: add_source(t, "Another", body="x"))
    assert quote.place.height() > low
    assert quote.place.height() >= quote.place.heightForWidth(quote.place.width())
