"""What an annotated text says of a map."""

from __future__ import annotations

from argmap.editor.annotated import annotated
from argmap.formats.annotated.annotated_text import AnnotatedText, Entry, Phrase
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, PageStart, Participant, Source, VoiceTurn
from argmap.model.roles import Role
from tests.builders import furnished, ids, sample, sketch, with_fields

TEXT, ADA = ids("text", "ada")
BODY = "On men\nAll men are mortal, as we know.\n\nSo Socrates is mortal too."


def passage(key: str, element: str, words: str, **fields: object) -> Excerpt:
    start = BODY.index(words)
    made = {"exact": words, "start": start, "end": start + len(words)} | fields
    return Excerpt(id=RecordId(key), element=RecordId(element), source=TEXT, **made)  # type: ignore[arg-type]


def men(
    *excerpts: Excerpt, drawn: str = "thesis <- reason + other; (reason+other->thesis) <x- doubt"
) -> ArgumentMap:
    text = Source(id=TEXT, title="Mortality", body=BODY, voices=(VoiceTurn(start=7, participant=ADA),))
    return sketch(drawn, text, Participant(id=ADA, name="Ada", monogram="A"), *excerpts)


def entry(text: AnnotatedText, words: str) -> Entry:
    return next(each for each in (*text.entries, *text.others) if each.text == words)


def said(phrases: tuple[Phrase, ...]) -> str:
    return "".join(
        phrase.text if phrase.entry is None else f"<{phrase.entry} {phrase.text}>" for phrase in phrases
    )


def bearings(each: Entry) -> dict[str, list[str]]:
    return {bearing.words: [said(other) for other in bearing.others] for bearing in each.bearings}


def test_all_words_of_the_text_are_there_in_order() -> None:
    for map_, key in ((sample(), RecordId("essay")), (men(passage("x", "reason", "men are")), TEXT)):
        text = annotated(map_, key)
        whole = "\n".join("".join(piece.text for piece in p.pieces) for p in text.paragraphs)
        assert whole == "\n".join(line for line in map_.sources[key].body.split("\n") if line)


def test_the_first_line_is_a_heading_and_the_others_are_numbered() -> None:
    text = annotated(men(), TEXT)
    assert [paragraph.number for paragraph in text.paragraphs] == [None, 1, 2]
    assert [p.speaker and (p.speaker.name, p.speaker.change) for p in text.paragraphs] == [
        None,
        ("Ada", ""),
        None,
    ]


def test_a_single_line_is_no_heading() -> None:
    text = Source(id=TEXT, title="Short", body="All men are mortal.")
    claim = Excerpt(id=RecordId("x"), element=RecordId("c"), source=TEXT, exact="men", start=4, end=7)
    made = annotated(sketch("c", text, claim), TEXT)
    assert [paragraph.number for paragraph in made.paragraphs] == [1]
    assert made.entries[0].spots[0].words == "¶1"


def test_a_heading_that_only_says_the_title_is_left_out_unless_it_is_marked() -> None:
    named = with_fields(men(), "text", title="On men")
    assert [paragraph.number for paragraph in annotated(named, TEXT).body] == [1, 2]
    marked = with_fields(men(passage("x", "reason", "men")), "text", title="On men")
    assert [paragraph.number for paragraph in annotated(marked, TEXT).body] == [None, 1, 2]


def test_passages_that_lie_over_one_another_are_cut_and_each_begins_and_ends_once() -> None:
    outer = passage("outer", "reason", "All men are mortal, as we")
    inner = passage("inner", "other", "men are")
    crossing = passage("crossing", "thesis", "mortal, as we know.\n\nSo Socrates")
    text = annotated(men(outer, inner, crossing), TEXT)
    first, last = text.paragraphs[1:]
    shown = [(piece.text, [mark.entry for mark in piece.marks]) for piece in (*first.pieces, *last.pieces)]
    assert shown == [
        ("All ", [1]),
        ("men are", [2, 1]),
        (" ", [1]),
        ("mortal, as we", [1, 3]),
        (" know.", [3]),
        ("So Socrates", [3]),
        (" is mortal too.", []),
    ]
    every = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    assert [m.entry for piece in every for m in piece.begun] == [1, 2, 3]
    assert [(piece.text, m.entry) for piece in every for m in piece.ended] == [
        ("men are", 2),
        ("mortal, as we", 1),
        ("So Socrates", 3),
    ]


def test_a_claim_tells_what_it_does_and_what_is_done_to_it() -> None:
    text = annotated(men(passage("x", "reason", "All men"), passage("y", "doubt", "as we know")), TEXT)
    assert [each.text for each in text.entries] == ["reason", "doubt"]
    assert {each.text for each in text.others} == {"thesis", "other"}
    numbers = {each.text: each.number for each in (*text.entries, *text.others)}
    other, thesis = f"<{numbers['other']} other>", f"<{numbers['thesis']} thesis>"
    assert bearings(entry(text, "reason")) == {"Supports": [f"{thesis}, together with {other}"]}
    assert bearings(entry(text, "thesis")) == {"Supported by": [f"<1 reason> and {other}"]}
    assert bearings(entry(text, "doubt")) == {
        "Undercuts": [f"the step from <1 reason> and {other} to {thesis}"]
    }
    assert entry(text, "doubt").role is Role.UNDERCUT


def test_a_step_that_rests_on_a_passage_is_listed() -> None:
    text = annotated(men(passage("x", "reason+other->thesis", "So")), TEXT)
    (step,) = text.entries
    assert (step.kind, step.text) == ("Step", "From ‘reason’ and ‘other’ to ‘thesis’")
    assert list(bearings(step)) == ["Undercut by"]


def test_unsure_passages_are_marked_and_lost_ones_told_by_their_words() -> None:
    moved = passage("x", "reason", "All men", anchoring=Anchoring.MOVED)
    lost = passage("y", "reason", "mortal too", anchoring=Anchoring.LOST, exact="wise too")
    text = annotated(men(moved, lost), TEXT)
    (reason,) = text.entries
    assert [(spot.words, spot.is_moved) for spot in reason.spots] == [("¶1", True)]
    assert reason.lost == ("wise too",)
    assert [mark.is_moved for p in text.paragraphs for piece in p.pieces for mark in piece.marks] == [True]


def test_a_passage_is_cited_with_its_pages_and_paragraphs() -> None:
    across = passage("x", "reason", "know.\n\nSo")
    pages = (PageStart(start=0, label="xii"), PageStart(start=BODY.index("So"), label="xiii"))
    heading, both = passage("y", "other", "On men"), passage("z", "doubt", "men\nAll")
    text = annotated(with_fields(men(across, heading, both), "text", pages=pages), TEXT)
    assert entry(text, "doubt").spots[0].words == "heading to ¶1, p. xii"
    assert entry(text, "reason").spots[0].words == "¶1–2, pp. xii–xiii"
    assert entry(text, "other").spots[0].words == "heading, p. xii"


def test_a_claim_of_no_passage_and_no_relation_is_not_in_the_list() -> None:
    text = annotated(men(passage("x", "reason", "All men"), drawn="reason; stray"), TEXT)
    assert [each.text for each in (*text.entries, *text.others)] == ["reason"]


def test_a_text_without_a_title_is_called_what_it_is_called_on_screen() -> None:
    assert annotated(with_fields(men(), "text", title=""), TEXT).title == "Untitled text"


def test_marks_tell_steps_from_claims() -> None:
    text = annotated(furnished(), TEXT)
    kinds = {entry.number: entry.kind for entry in text.entries}
    marks = {mark for p in text.paragraphs for piece in p.pieces for mark in piece.marks}
    assert {mark.is_step for mark in marks} == {False, True}
    for mark in marks:
        assert mark.is_step == (kinds[mark.entry] == "Step")
