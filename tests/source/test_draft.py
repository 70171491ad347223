"""A text that is typed into: it reads as typed, and its changes lead from the text before to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.ids import RecordId
from argmap.model.records import Source, VoiceTurn
from argmap.source.draft import Draft
from argmap.source.mapping import Edit, TextChange

BODY = "All men are mortal.\nSocrates is a man."


def draft_of(body: str = BODY) -> Draft:
    turns = (VoiceTurn(start=20, participant=RecordId("p")),) if body == BODY else ()
    return Draft(Source(id=RecordId("t"), title="", body=body, voices=turns))


def typed(draft: Draft, at: int, words: str) -> None:
    for index, letter in enumerate(words):
        draft.change(TextChange(at + index, 0, letter))


def test_what_is_typed_in_one_go_is_one_change() -> None:
    draft = draft_of()
    typed(draft, 4, "wise ")
    assert draft.source.body == "All wise men are mortal.\nSocrates is a man."
    assert draft.changes == (TextChange(4, 0, "wise "),)
    draft.change(TextChange(7, 1, "z"))
    assert draft.changes == (TextChange(4, 0, "wisz "),)


def test_what_is_typed_elsewhere_is_a_change_of_its_own() -> None:
    draft = draft_of()
    typed(draft, 4, "wise ")
    typed(draft, 0, "Yes. ")
    assert draft.changes == (TextChange(4, 0, "wise "), TextChange(0, 0, "Yes. "))


@pytest.mark.parametrize("keys", ["backspace", "delete"])
def test_what_is_deleted_in_one_go_is_one_change(keys: str) -> None:
    draft = draft_of()
    for index in range(4):
        draft.change(TextChange(7 - index if keys == "backspace" else 4, 1))
    assert draft.changes == (TextChange(4, 4),)
    assert draft.source.body == BODY[:4] + BODY[8:]


def test_what_is_put_back_is_no_change() -> None:
    draft = draft_of()
    draft.change(TextChange(4, 4))
    draft.change(TextChange(4, 0, "men "))
    assert draft.changes == ()
    typed(draft, 0, "x")
    draft.change(TextChange(0, 1))
    assert draft.changes == ()


def test_changes_far_apart_that_take_each_other_back_are_none_either() -> None:
    draft = draft_of()
    draft.change(TextChange(0, 3))
    draft.change(TextChange(10, 0, "x"))
    draft.change(TextChange(0, 0, "All"))
    assert draft.changes
    draft.change(TextChange(13, 1))
    assert (draft.source.body, draft.changes) == (BODY, ())


def test_voices_move_with_their_words() -> None:
    draft = draft_of()
    typed(draft, 0, "Yes. ")
    assert draft.source.voices[0].start == 25
    draft.change_to(BODY)
    assert draft.source.voices[0].start == 20


def test_a_change_outside_the_text_is_refused_and_changes_nothing() -> None:
    draft = draft_of()
    for change in (TextChange(len(BODY), 1), TextChange(-1, 0, "x"), TextChange(3, -1)):
        with pytest.raises(ValueError, match="outside"):
            draft.change(change)
    assert (draft.source.body, draft.changes) == (BODY, ())


WORDS = st.text("ab \n😀\u0301", max_size=8)


@given(data=st.data(), body=WORDS)
def test_the_changes_lead_from_the_text_before_to_the_text_now(data: st.DataObject, body: str) -> None:
    draft = draft_of(body)
    for _ in range(data.draw(st.integers(0, 6))):
        now = draft.source.body
        start = data.draw(st.integers(0, len(now)))
        removed = data.draw(st.integers(0, len(now) - start))
        inserted = data.draw(WORDS)
        draft.change(TextChange(start, removed, inserted))
        assert draft.source.body == now[:start] + inserted + now[start + removed :]
    assert Edit(body, draft.changes).after == draft.source.body
