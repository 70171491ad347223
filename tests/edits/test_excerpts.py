"""Tying elements to the words they rest on."""

from __future__ import annotations

import pytest

from argmap.edits.excerpts import attach, detach, redraw
from argmap.model.ids import RecordId
from argmap.source.anchor import is_exact
from tests.builders import editor_of, furnished, ids
from tests.oracles import check_edit, check_refusal

REASON, TEXT = ids("reason", "text")
NOWHERE = "There is no such passage in the text."


def test_a_claim_and_a_step_are_tied_to_passages() -> None:
    editor = editor_of(furnished(), start=1)
    check_edit(editor, lambda t: attach(t, RecordId("thesis"), TEXT, span=(42, 61)))
    check_edit(editor, lambda t: attach(t, RecordId("reason->thesis"), TEXT, span=(0, 3)))
    (passage,) = editor.map.excerpts_of(RecordId("thesis"))
    assert (passage.id, passage.exact, passage.suffix) == ("x1", "Socrates is mortal.", "")
    assert passage.prefix.endswith("is a man. So ")
    assert is_exact(editor.map.sources[TEXT], passage)
    assert len(editor.map.excerpts_of(RecordId("reason->thesis"))) == 2


def test_the_same_passage_is_tied_once() -> None:
    editor = editor_of(furnished())
    found: list[RecordId] = []
    assert not check_edit(editor, lambda t: found.append(attach(t, REASON, TEXT, span=(0, 19))))
    assert found == ["on-reason"]
    assert check_edit(editor, lambda t: attach(t, REASON, TEXT, span=(0, 18)))


def test_untying_takes_the_notes_on_the_passage_along() -> None:
    editor = editor_of(furnished())
    delta = check_edit(editor, lambda t: detach(t, RecordId("on-reason")))
    assert set(delta) == {"on-reason", "said-of-excerpt"}
    assert check_refusal(editor, lambda t: detach(t, RecordId("on-reason"))) == (
        "There is no excerpt on-reason any more."
    )


def test_the_ends_of_a_passage_are_moved() -> None:
    editor = editor_of(furnished())
    delta = check_edit(editor, lambda t: redraw(t, RecordId("on-reason"), (4, 7)))
    passage = editor.map.excerpts[RecordId("on-reason")]
    assert (passage.exact, passage.element, passage.prefix) == ("men", "reason", "All ")
    assert set(delta) == {"on-reason"}


@pytest.mark.parametrize("span", [(3, 3), (5, 4), (-1, 4), (60, 62)])
def test_a_passage_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    editor = editor_of(furnished())
    assert check_refusal(editor, lambda t: attach(t, REASON, TEXT, span=span)) == NOWHERE
    assert check_refusal(editor, lambda t: redraw(t, RecordId("on-reason"), span)) == NOWHERE


def test_only_a_claim_or_a_relation_is_tied_to_a_text_that_is_there() -> None:
    editor = editor_of(furnished())
    assert "which is not there" in check_refusal(
        editor, lambda t: attach(t, RecordId("said-of-reason"), TEXT, span=(0, 3))
    )
    assert check_refusal(editor, lambda t: attach(t, REASON, RecordId("ada"), span=(0, 3))) == (
        "There is no source ada any more."
    )
