"""Texts that are added, described, edited, replaced and removed, and their passages with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.editor import Editor
from argmap.edits.excerpts import attach, confirm, redraw
from argmap.edits.sources import add_source, describe_source, edit_body, remove_source, replace_body
from argmap.formats.errors import Cancelled
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, PageStart, VoiceTurn
from argmap.source.anchor import is_exact
from argmap.source.mapping import TextChange
from tests.builders import editor_of, furnished, ids, sample, with_fields
from tests.oracles import check_edit, check_refusal

TEXT, ON_REASON, ON_OTHER = ids("text", "on-reason", "on-other")
BODY = "All men are mortal. Socrates is a man. So Socrates is mortal."
KEPT, MOVED, LOST = Anchoring.KEPT, Anchoring.MOVED, Anchoring.LOST


def passage(editor: Editor, key: RecordId) -> Excerpt:
    return editor.map.excerpts[key]


def reads(editor: Editor, key: RecordId) -> tuple[str, Anchoring]:
    """The words that stand at a passage's place, and how sure that is."""
    held = passage(editor, key)
    return editor.map.sources[held.source].body[held.start : held.end], held.anchoring


def test_a_text_is_added_fit_to_be_kept() -> None:
    editor = editor_of(furnished(), start=1)
    check_edit(
        editor, lambda t: add_source(t, "Plato", body="\ufeffOne.\r\nTwo 😀.\u2029", author="P", file="p.txt")
    )
    added = editor.map.sources[RecordId("t1")]
    assert (added.title, added.author, added.file, added.body) == ("Plato", "P", "p.txt", "One.\nTwo 😀.\n")


def test_a_text_is_described_and_what_is_not_given_stays() -> None:
    editor = editor_of(furnished())
    delta = check_edit(editor, lambda t: describe_source(t, TEXT, author="Aristotle", citation="*Organon*"))
    text = editor.map.sources[TEXT]
    assert (text.title, text.author, text.citation, text.body) == ("Text", "Aristotle", "*Organon*", BODY)
    assert set(delta) == {TEXT}
    check_edit(editor, lambda t: describe_source(t, TEXT, author=""))
    assert editor.map.sources[TEXT].author == ""


def test_passages_and_turns_move_with_their_words_in_one_step() -> None:
    turns = (
        VoiceTurn(start=0, participant=RecordId("ada")),
        VoiceTurn(start=39, participant=RecordId("bob")),
    )
    editor = editor_of(with_fields(furnished(), "text", voices=turns))
    steps = [
        TextChange(0, 0, "Heading\n"),
        TextChange(8, 4, "Nearly all "),
        TextChange(34, 0, " as we know"),
    ]
    check_edit(editor, lambda t: edit_body(t, TEXT, steps))
    text = editor.map.sources[TEXT]
    assert (
        text.body
        == "Heading\nNearly all men are mortal. as we know Socrates is a man. So Socrates is mortal."
    )
    assert [text.body[turn.start :][:3] for turn in text.voices] == ["Nea", "So "]
    assert reads(editor, ON_OTHER) == ("Socrates is a man.", KEPT)
    assert passage(editor, ON_OTHER).prefix.endswith(" as we know ")
    assert reads(editor, ON_REASON) == ("Nearly all men are mortal.", MOVED)
    assert passage(editor, ON_REASON).exact == "All men are mortal."
    assert len(editor.history.done) == 1


def test_words_that_are_deleted_are_lost_and_found_when_they_come_back() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(0, 20)]))
    assert passage(editor, ON_REASON).anchoring is LOST
    assert (passage(editor, ON_REASON).start, passage(editor, ON_REASON).exact) == (0, "All men are mortal.")
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(0, 0, "Well. ")]))
    assert passage(editor, ON_REASON).anchoring is LOST
    check_edit(
        editor, lambda t: edit_body(t, TEXT, [TextChange(47, 0, " For all we know: All men are mortal.")])
    )
    found, anchoring = reads(editor, ON_REASON)
    assert found == "All men are mortal."
    assert anchoring is MOVED


def test_a_paste_over_a_passage_finds_it_again_in_what_was_pasted() -> None:
    editor = editor_of(furnished())
    pasted = "Surely all men are just mortal. Socrates was a man, as it happens."
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(0, 38, pasted)]))
    assert reads(editor, ON_REASON) == ("Surely all men are just mortal.", MOVED)
    assert passage(editor, ON_OTHER).exact == "Socrates is a man."
    assert reads(editor, ON_OTHER)[1] is MOVED


def test_a_passage_that_was_deleted_does_not_take_up_words_that_stood_elsewhere_all_along() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(61, 0, " All men are mortal.")]))
    changes = [TextChange(0, 20), TextChange(61, 0, " Dogs bark, and cats do something else.")]
    check_edit(editor, lambda t: edit_body(t, TEXT, changes))
    assert passage(editor, ON_REASON).anchoring is LOST


@pytest.mark.parametrize("words", ["a\r\nb", "a\u2028b", "\ud83d"])
def test_what_cannot_be_kept_letter_for_letter_is_refused_and_never_rewritten(words: str) -> None:
    check_refusal(editor_of(furnished()), lambda t: edit_body(t, TEXT, [TextChange(3, 0, words)]))


def test_a_byte_order_mark_within_a_text_is_a_letter_as_any_other() -> None:
    editor = editor_of(furnished())
    changes = [TextChange(0, 0, "\ufeffb "), TextChange(6, 0, "Q")]
    check_edit(editor, lambda t: edit_body(t, TEXT, changes))
    body = f"\ufeffb {BODY}"
    assert editor.map.sources[TEXT].body == f"{body[:6]}Q{body[6:]}"


def test_a_place_outside_the_text_is_refused() -> None:
    editor = editor_of(furnished())
    assert check_refusal(editor, lambda t: edit_body(t, TEXT, [TextChange(60, 5, "x")])) == (
        "There is no such place in the text."
    )


def test_a_newer_version_keeps_moves_and_loses_passages() -> None:
    editor = editor_of(furnished())
    new = "Socrates is a man.\r\nAll humans are mortal.\r\nNow he is dead."
    check_edit(editor, lambda t: replace_body(t, TEXT, new))
    assert editor.map.sources[TEXT].body == new.replace("\r", "")
    assert reads(editor, ON_OTHER)[0] == "Socrates is a man."
    assert reads(editor, ON_REASON) == ("All humans are mortal.", MOVED)
    check_edit(editor, lambda t: replace_body(t, TEXT, "x"))
    assert {x.anchoring for x in editor.map.excerpts.values()} == {LOST}
    assert passage(editor, ON_REASON).exact == "All men are mortal."
    editor.undo()
    editor.undo()
    assert editor.map == furnished()


def test_finding_passages_again_tells_how_far_it_has_come_and_can_be_stopped() -> None:
    editor = editor_of(furnished())
    transaction, shares = editor.transaction(), []

    def stop_at_the_second(share: float) -> bool:
        shares.append(share)
        return len(shares) < 2

    with pytest.raises(Cancelled):
        replace_body(transaction, TEXT, "Another text.", progress=stop_at_the_second)
    assert shares == [0.0, 1 / len(editor.map.excerpts)]
    assert not transaction.finish()


def test_pages_go_with_their_words_and_stay_in_the_file() -> None:
    pages = (PageStart(start=0, label="xiv"), PageStart(start=20, label="1"), PageStart(start=39, label="2"))
    editor = editor_of(with_fields(furnished(), "text", pages=pages, date="1924"))
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(4, 0, "good ")]))
    assert [(page.start, page.label) for page in editor.map.sources[TEXT].pages] == [
        (0, "xiv"),
        (25, "1"),
        (44, "2"),
    ]
    check_edit(editor, lambda t: replace_body(t, TEXT, "Preface. " + BODY))
    assert [page.start for page in editor.map.sources[TEXT].pages] == [9, 29, 48]


def test_the_same_text_once_more_is_no_change() -> None:
    editor = editor_of(furnished())
    assert not check_edit(editor, lambda t: replace_body(t, TEXT, "\ufeff" + BODY))


def test_turns_of_a_newer_version_begin_where_their_words_do() -> None:
    editor = editor_of(sample())
    (text,) = editor.map.sources.values()
    assert len(text.voices) > 1
    begun = [text.body[turn.start :][:20] for turn in text.voices]
    check_edit(editor, lambda t: replace_body(t, text.id, "By three hands.\n\n" + text.body + "The end.\n"))
    (text,) = editor.map.sources.values()
    assert [text.body[turn.start :][:20] for turn in text.voices] == begun
    assert all(is_exact(text, x) and x.anchoring is KEPT for x in editor.map.excerpts.values())


def test_a_checked_passage_is_kept_with_the_words_that_stand_there() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: replace_body(t, TEXT, BODY.replace("All men", "All humans")))
    assert passage(editor, ON_REASON).anchoring is MOVED
    delta = check_edit(editor, lambda t: confirm(t, [ON_REASON, ON_OTHER]))
    held = passage(editor, ON_REASON)
    assert (held.exact, held.anchoring) == ("All humans are mortal.", KEPT)
    assert held.suffix == " Socrates is a man. So Socrates "
    assert set(delta) == {ON_REASON}


def test_a_lost_passage_cannot_be_confirmed_but_drawn_anew() -> None:
    editor = editor_of(furnished())
    check_edit(editor, lambda t: replace_body(t, TEXT, "Nothing of it."))
    assert check_refusal(editor, lambda t: confirm(t, [ON_REASON])) == (
        "A lost passage has no place to confirm."
    )
    check_edit(editor, lambda t: redraw(t, ON_REASON, (0, 7)))
    assert reads(editor, ON_REASON) == ("Nothing", KEPT)
    assert passage(editor, ON_REASON).exact == "Nothing"


def test_tying_a_moved_passage_once_more_confirms_it_and_a_lost_one_is_another() -> None:
    editor = editor_of(furnished(), start=1)
    check_edit(editor, lambda t: replace_body(t, TEXT, "All humans are mortal. x"))
    held = passage(editor, ON_REASON)
    check_edit(editor, lambda t: attach(t, held.element, TEXT, span=(held.start, held.end)))
    assert passage(editor, ON_REASON).anchoring is KEPT
    lost = passage(editor, ON_OTHER)
    assert lost.anchoring is LOST
    check_edit(editor, lambda t: replace_body(t, TEXT, "x" * 40))
    check_edit(editor, lambda t: attach(t, lost.element, TEXT, span=(lost.start, lost.end)))
    assert passage(editor, RecordId("x1")).exact == "x" * 18


def test_a_quote_that_its_text_does_not_have_is_never_rewritten_in_silence() -> None:
    editor = editor_of(with_fields(furnished(), "on-reason", exact="All women are mortal."))
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(0, 0, "So: ")]))
    assert (passage(editor, ON_REASON).exact, passage(editor, ON_REASON).anchoring) == (
        "All women are mortal.",
        MOVED,
    )


def test_a_moved_passage_goes_on_being_marked() -> None:
    editor = editor_of(with_fields(furnished(), "on-reason", anchoring=MOVED))
    check_edit(editor, lambda t: edit_body(t, TEXT, [TextChange(0, 0, "So: ")]))
    assert reads(editor, ON_REASON) == ("All men are mortal.", MOVED)


def test_a_removed_text_takes_its_passages_and_their_notes_along() -> None:
    editor = editor_of(furnished())
    delta = check_edit(editor, lambda t: remove_source(t, TEXT))
    assert set(delta) == {"text", "on-reason", "on-step", "on-other", "said-of-excerpt"}
    assert check_refusal(editor, lambda t: remove_source(t, TEXT)) == "There is no source text any more."


WORDS = st.lists(st.sampled_from(["men", "are", "mortal.", "😀", "e\u0301", "\n", "man"]), max_size=8).map(
    " ".join
)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30), WORDS), max_size=5), WORDS)
def test_what_is_not_marked_quotes_its_words(changes: list[tuple[int, int, str]], version: str) -> None:
    """Through a whole session of edits and a newer version, and whatever is marked can still be undone."""
    editor = editor_of(furnished())
    chosen = {key: held.exact for key, held in editor.map.excerpts.items()}
    for start, removed, inserted in changes:
        if start + removed <= len(editor.map.sources[TEXT].body):
            editor.edit("Edit", lambda t: edit_body(t, TEXT, [TextChange(start, removed, inserted)]))  # noqa: B023
            _check_quotes(editor, chosen)
    editor.edit("Replace", lambda t: replace_body(t, TEXT, version + editor.map.sources[TEXT].body[5:]))
    _check_quotes(editor, chosen)


def _check_quotes(editor: Editor, chosen: dict[RecordId, str]) -> None:
    for key, words in chosen.items():
        assert passage(editor, key).exact == words
        if passage(editor, key).anchoring is KEPT:
            assert reads(editor, key)[0] == words


@pytest.mark.parametrize("key", [ON_REASON, ON_OTHER])
def test_a_cut_paragraph_keeps_its_passages_when_it_is_put_in_again_in_the_same_step(key: RecordId) -> None:
    editor = editor_of(furnished())
    words = passage(editor, key).exact
    cut = TextChange(passage(editor, key).start, len(words))
    check_edit(
        editor, lambda t: edit_body(t, TEXT, [cut, TextChange(len(BODY) - len(words), 0, " " + words)])
    )
    assert reads(editor, key) == (words, KEPT)
