"""Taking in what others have marked and said."""

from __future__ import annotations

import sys
from dataclasses import replace as replace_fields

from msgspec.structs import replace

from argmap.editor.editor import Editor
from argmap.edits.annotations import Found, Imported, import_annotations
from argmap.formats.web_annotations import Remark, WebAnnotation, text_iri
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, ClaimKind, NoteKind, Participant, Standing
from argmap.source.anchor import Place
from tests.builders import editor_of, furnished, ids
from tests.oracles import check_edit, check_refusal

REASON, TEXT = ids("reason", "text")
OURS = text_iri(TEXT, "0")
SPAN = (39, 61)
WORDS = "So Socrates is mortal."


def at(start: int, end: int, anchoring: Anchoring = Anchoring.KEPT) -> Place:
    return Place(start, end, anchoring, 1.0)


def take(editor: Editor, *found: tuple[WebAnnotation, Place]) -> Imported:
    """Import, with all that an edit must keep to; new claims stand side by side."""
    taken: list[Imported] = []
    made = [Found(annotation, TEXT, place) for annotation, place in found]
    spots: list[tuple[float, float]] = []

    def spot(_: str) -> tuple[float, float]:
        spots.append((300.0 * len(spots), 900.0))
        return spots[-1]

    check_edit(editor, lambda t: (spots.clear(), taken.append(import_annotations(t, made, at=spot))))
    return taken[-1]


def only_claim(editor: Editor, came: Imported) -> Claim:
    (key,) = came.claims
    return editor.map.claims[key]


def test_a_highlight_becomes_a_claim_in_the_words_of_the_text_and_its_voice() -> None:
    editor = editor_of(furnished())
    claim = only_claim(editor, take(editor, (WebAnnotation(exact=WORDS, tags=("men",)), at(*SPAN))))
    assert (claim.text, claim.participant, claim.tags) == (WORDS, "ada", ("men",))
    (passage,) = editor.map.excerpts_of(claim.id)
    assert (passage.exact, passage.anchoring) == (WORDS, Anchoring.KEPT)


def test_a_comment_is_a_note_on_the_passage_with_its_author_and_day() -> None:
    editor = editor_of(furnished())
    remark = Remark(text="*Is* he?", creator="Cy", created="2026-11-05T10:00:00Z", is_question=True)
    again = Remark(text="He is.", creator="Cy")
    came = take(editor, (WebAnnotation(exact=WORDS, remarks=(remark, again)), at(*SPAN)))
    assert only_claim(editor, came).text == WORDS
    first, second = (editor.map.notes[key] for key in came.notes)
    assert (first.element, first.body) == (came.passages[0], "*Is* he?")
    assert (first.kind, second.kind) == (NoteKind.QUESTION, NoteKind.COMMENT)
    assert first.time == "2026-11-05T10:00:00Z"
    (writer,) = [voice for voice in editor.map.participants.values() if voice.name == "Cy"]
    assert first.author == second.author == writer.id
    assert writer.standing is not Standing.ANALYST


def test_who_speaks_already_is_not_added_again() -> None:
    editor = editor_of(furnished())
    came = take(editor, (WebAnnotation(remarks=(Remark(text="So?", creator="Bob"),)), at(*SPAN)))
    assert editor.map.notes[came.notes[0]].author == "bob"
    assert len(editor.map.table(Participant)) == 2


def test_what_is_given_as_the_content_of_a_passage_are_the_words_of_its_claim() -> None:
    editor = editor_of(furnished())
    came = take(editor, (WebAnnotation(text="Socrates will die."), at(*SPAN)))
    assert only_claim(editor, came).text == "Socrates will die."


def test_comments_on_one_passage_share_its_claim() -> None:
    editor = editor_of(furnished())
    remarks = [WebAnnotation(remarks=(Remark(text=words),)) for words in ("One", "Two")]
    came = take(editor, *((remark, at(*SPAN)) for remark in remarks))
    assert (len(came.claims), len(came.passages), len(came.notes)) == (1, 1, 2)


def test_a_passage_that_a_claim_has_already_is_left_with_it() -> None:
    editor = editor_of(furnished())
    came = take(editor, (WebAnnotation(remarks=(Remark(text="Hm."),)), at(0, 19)))
    assert (came.claims, came.passages) == ([], [])
    assert editor.map.notes[came.notes[0]].element == "on-reason"


def test_what_comes_in_again_is_there_once() -> None:
    editor = editor_of(furnished())
    annotation = WebAnnotation(text="Content.", tags=("t",), remarks=(Remark(text="Hm.", creator="Cy"),))
    take(editor, (annotation, at(*SPAN)))
    once = editor.map
    assert take(editor, (annotation, at(*SPAN))) == Imported()
    assert editor.map == once


def test_our_own_go_back_to_their_claims_and_steps() -> None:
    editor = editor_of(furnished())
    came = take(
        editor,
        (WebAnnotation(source=OURS, element=REASON, text="as it was worded once"), at(*SPAN)),
        (WebAnnotation(source=OURS, element=RecordId("reason->thesis")), at(20, 38)),
    )
    assert came.claims == []
    assert [editor.map.excerpts[key].element for key in came.passages] == ["reason", "reason->thesis"]


def test_a_claim_of_another_map_is_not_taken_for_one_that_has_its_id() -> None:
    editor = editor_of(furnished())
    elsewhere = text_iri(RecordId("elsewhere"), "0")
    other = WebAnnotation(source=elsewhere, element=REASON, text="Something else")
    assert only_claim(editor, take(editor, (other, at(*SPAN)))).text == "Something else"
    same = WebAnnotation(source=elsewhere, element=REASON, text="reason")
    came = take(editor, (same, at(20, 30)))
    assert [editor.map.excerpts[key].element for key in came.passages] == ["reason"]


def test_two_passages_of_a_claim_that_is_not_there_make_one_claim_of_its_kind() -> None:
    editor = editor_of(furnished())
    gone = WebAnnotation(source=OURS, element=RecordId("gone"), text="Seen.", role="evidence")
    came = take(editor, (gone, at(*SPAN)), (gone, at(0, 3)))
    assert only_claim(editor, came).kind is ClaimKind.EVIDENCE
    assert len(editor.map.excerpts_of(came.claims[0])) == 2


def test_an_unsure_passage_is_marked_and_goes_on_quoting_what_was_chosen() -> None:
    editor = editor_of(furnished())
    came = take(editor, (WebAnnotation(exact="So he is mortal."), at(*SPAN, Anchoring.MOVED)))
    (passage,) = (editor.map.excerpts[key] for key in came.passages)
    assert (passage.exact, passage.anchoring) == ("So he is mortal.", Anchoring.MOVED)
    placed = take(editor, (WebAnnotation(), at(20, 38, Anchoring.MOVED)))
    assert editor.map.excerpts_of(RecordId("other"))[0].anchoring is Anchoring.KEPT
    assert placed == Imported()


def test_an_unsure_passage_that_is_now_looked_for_elsewhere_is_not_there_twice() -> None:
    editor = editor_of(furnished())
    came = take(editor, (WebAnnotation(exact="So he is mortal."), at(*SPAN, Anchoring.MOVED)))
    again = WebAnnotation(source=OURS, element=came.claims[0], exact="So he is mortal.")
    assert take(editor, (again, at(42, 61, Anchoring.MOVED))) == Imported()


def test_a_passage_that_waits_to_be_checked_goes_on_waiting() -> None:
    editor = editor_of(furnished())
    take(editor, (WebAnnotation(exact="So he is mortal."), at(*SPAN, Anchoring.MOVED)))
    before = editor.map
    assert take(editor, (WebAnnotation(exact="So he is mortal."), at(*SPAN))) == Imported()
    assert editor.map == before


def test_a_place_outside_the_text_is_refused() -> None:
    editor = editor_of(furnished())
    found = [Found(WebAnnotation(), TEXT, at(50, 900))]
    told = check_refusal(editor, lambda t: import_annotations(t, found, at=lambda _: (0.0, 0.0)))
    assert told == "There is no such passage in the text."


def calls_for(number: int) -> int:
    """How many functions are called while so many annotations come in, all of one claim's passages."""
    editor = editor_of(furnished())
    source = editor.map.sources[TEXT]
    editor.edit("Text", lambda t: t.put(replace(source, body=source.body * number)))
    gone = WebAnnotation(source=OURS, element=RecordId("gone"), text="Said.")
    made = [
        replace_fields(gone, tags=(f"t{n}",), remarks=(Remark(text=f"r{n}", creator=f"Voice {n}"),))
        for n in range(number)
    ]
    found = [Found(each, TEXT, at(n, n + 20)) for n, each in enumerate(made)]
    transaction = editor.transaction()
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        came = import_annotations(transaction, found, at=lambda _: (0.0, 0.0))
    finally:
        sys.setprofile(None)
    assert (len(came.passages), len(came.notes), len(came.voices)) == (number, number, number)
    return calls


def test_twice_as_many_annotations_are_twice_the_work() -> None:
    assert calls_for(200) < 2.2 * calls_for(100)


def test_tags_and_voices_that_come_in_are_counted() -> None:
    editor = editor_of(furnished())
    tagged = WebAnnotation(tags=("a", "b"), remarks=(Remark(text="Hm.", creator="Cy"),))
    came = take(editor, (tagged, at(0, 19)))
    assert came.tags == [(REASON, "a"), (REASON, "b")]
    assert editor.map.claims[REASON].tags == ("a", "b")
    assert [editor.map.participants[key].name for key in came.voices] == ["Cy"]
    assert take(editor, (tagged, at(0, 19))) == Imported()
