"""Two maps brought together whose texts went different ways: what stands on them is found again."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.edits.claims import remove_elements
from argmap.edits.excerpts import attach, detach, redraw
from argmap.edits.merging import merge
from argmap.edits.sources import add_source, describe_source, edit_body, remove_source, replace_body
from argmap.formats.native import read, write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Excerpt, PageStart, Source, VoiceTurn
from argmap.model.rules import Violation
from argmap.model.transaction import Edit
from argmap.source.anchor import is_exact, make_excerpt
from argmap.source.mapping import TextChange
from tests.builders import editor_of, furnished, ids, sketch, with_fields
from tests.edits.verbs import edits
from tests.strategies import maps

TEXT, THESIS, ON_REASON, ON_OTHER = ids("text", "thesis", "on-reason", "on-other")
BODY = "All men are mortal. Socrates is a man. So Socrates is mortal."
KEPT, LOST = Anchoring.KEPT, Anchoring.LOST


def after(map_: ArgumentMap, *some: Edit, start: int = 1000) -> ArgumentMap:
    """The map after some edits."""
    editor = editor_of(map_, start=start)
    for edit in some:
        editor.edit("Edit", edit)
    return editor.map


def words(map_: ArgumentMap, excerpt: Excerpt) -> str:
    """What stands at a passage's place."""
    return map_.sources[excerpt.source].body[excerpt.start : excerpt.end]


def check_quotes(map_: ArgumentMap) -> None:
    """Prove that every passage that is not marked quotes its words."""
    for excerpt in map_.excerpts.values():
        if excerpt.anchoring is KEPT:
            assert is_exact(map_.sources[excerpt.source], excerpt)


def put_before(heading: str) -> Edit:
    return lambda t: edit_body(t, TEXT, [TextChange(0, 0, heading)])


def test_what_they_tied_to_the_text_that_we_changed_stands_on_its_words() -> None:
    base = furnished()
    ours = after(base, put_before("A heading\n"))
    theirs = after(base, lambda t: attach(t, THESIS, TEXT, span=(42, 60)))
    merged = merge(base, ours, theirs)
    (tied,) = merged.map.excerpts_of(THESIS)
    assert (words(merged.map, tied), tied.exact, tied.anchoring) == (tied.exact, "Socrates is mortal", KEPT)
    assert merged.conflicts == ()


def test_what_we_tied_to_the_text_that_they_changed_stands_on_its_words() -> None:
    base = furnished()
    ours = after(base, lambda t: attach(t, THESIS, TEXT, span=(42, 60)))
    theirs = after(base, put_before("A heading\n"))
    merged = merge(base, ours, theirs)
    (tied,) = merged.map.excerpts_of(THESIS)
    assert (words(merged.map, tied), tied.anchoring) == ("Socrates is mortal", KEPT)
    assert merged.map.sources == theirs.sources
    assert merged.conflicts == ()


def test_a_passage_that_they_redrew_and_that_only_went_with_our_text_is_theirs() -> None:
    base = furnished()
    ours = after(base, put_before("A heading\n"))
    theirs = after(base, lambda t: redraw(t, ON_OTHER, (20, 61)))
    for merged in (merge(base, ours, theirs), merge(base, theirs, ours)):
        held = merged.map.excerpts[ON_OTHER]
        assert words(merged.map, held) == "Socrates is a man. So Socrates is mortal."
        assert (held.exact, held.anchoring) == (words(merged.map, held), KEPT)
        assert merged.conflicts == ()


def test_a_passage_and_a_claim_that_they_removed_go_though_our_text_moved_them() -> None:
    base = furnished()
    ours = after(base, put_before("A heading\n"))
    theirs = after(base, lambda t: remove_elements(t, ids("reason")), lambda t: detach(t, ON_OTHER))
    merged = merge(base, ours, theirs)
    assert merged.map.excerpts == {}
    assert not {"reason", "doubt-x>(reason->thesis)"} & merged.map.keys()
    assert merged.conflicts == ()


def test_words_that_our_text_has_no_more_are_lost_and_not_gone() -> None:
    base = furnished()
    ours = after(base, lambda t: replace_body(t, TEXT, "Nothing of it."))
    theirs = after(base, lambda t: attach(t, THESIS, TEXT, span=(42, 60)))
    (tied,) = merge(base, ours, theirs).map.excerpts_of(THESIS)
    assert (tied.exact, tied.anchoring) == ("Socrates is mortal", LOST)


def test_where_both_changed_the_text_it_is_ours_with_its_voices_and_pages_and_is_told() -> None:
    turns, pages = (VoiceTurn(start=20, participant=RecordId("ada")),), (PageStart(start=39, label="2"),)
    base = with_fields(furnished(), "text", voices=turns, pages=pages)
    ours = after(base, put_before("A heading\n"))
    theirs = after(
        base, put_before("By Plato. "), lambda t: attach(t, THESIS, TEXT, span=(0, 28)), start=2000
    )
    merged = merge(base, ours, theirs)
    text = merged.map.sources[TEXT]
    assert text == ours.sources[TEXT]
    assert text.body[text.voices[0].start :].startswith("Socrates is a man.")
    assert text.body[text.pages[0].start :] == "So Socrates is mortal."
    assert [(c.key, c.theirs) for c in merged.conflicts] == [(TEXT, theirs.sources[TEXT])]
    (tied,) = merged.map.excerpts_of(THESIS)
    assert tied.exact == "By Plato. All men are mortal"
    assert tied.anchoring is not KEPT
    assert merged.map.excerpts[ON_REASON] == ours.excerpts[ON_REASON]


def test_where_we_only_described_the_text_that_they_changed_their_passages_come_back_to_ours() -> None:
    base = furnished()
    ours = after(base, lambda t: describe_source(t, TEXT, title="Another"))
    theirs = after(base, put_before("A heading\n"), lambda t: attach(t, THESIS, TEXT, span=(52, 70)))
    merged = merge(base, ours, theirs)
    assert merged.map.sources[TEXT].body == BODY
    assert [(words(merged.map, x), x.anchoring) for x in merged.map.excerpts_of(THESIS)] == [
        ("Socrates is mortal", KEPT)
    ]
    assert {key: merged.map.excerpts[key] for key in base.excerpts} == after(base, put_before("")).excerpts
    check_quotes(merged.map)


def test_a_text_that_they_removed_and_we_changed_stays_with_its_passages_and_their_notes() -> None:
    base = furnished()
    ours = after(base, put_before("A heading\n"))
    theirs = after(base, lambda t: remove_source(t, TEXT))
    merged = merge(base, ours, theirs)
    assert merged.map == ours
    assert [(c.key, c.theirs) for c in merged.conflicts] == [(TEXT, None)]
    theirs = after(theirs, lambda t: remove_elements(t, ids("other")))
    assert merge(base, ours, theirs).map.excerpts.keys() == ours.excerpts.keys() - {ON_OTHER}


def test_texts_that_both_added_under_one_id_leave_no_passage_on_the_wrong_one() -> None:
    base, text = sketch("thesis; other"), RecordId("t1")
    ours = after(base, lambda t: add_source(t, "New", body="The words of the one."), start=1)
    theirs = after(base, lambda t: add_source(t, "New", body="And those of another text."), start=1)
    theirs = after(theirs, lambda t: attach(t, THESIS, text, span=(4, 25)))
    merged = merge(base, ours, theirs)
    (tied,) = merged.map.excerpts_of(THESIS)
    assert (tied.exact, tied.anchoring) == ("those of another text", LOST)
    assert [(c.key, c.theirs) for c in merged.conflicts] == [(text, theirs.sources[text])]


def test_what_they_did_to_passages_holds_also_where_both_changed_the_text_in_the_same_way() -> None:
    base = furnished()
    ours = after(base, put_before("A heading\n"))
    theirs = after(base, put_before("A heading\n"), lambda t: detach(t, ON_OTHER))
    merged = merge(base, ours, theirs)
    assert merged.map == theirs
    assert merged.conflicts == ()


def test_what_could_not_be_read_stays_when_passages_are_found_again() -> None:
    base, unread = furnished(), ({"record": "hologram", "id": "h1"},)
    ours = after(base, put_before("A heading\n"))
    tied = after(base, lambda t: attach(t, THESIS, TEXT, span=(42, 60)))
    assert merge(base, ours, ArgumentMap(tied.values(), unread=unread)).map.unread == unread


def drawn(map_: ArgumentMap, data: DataObject, *, start: int) -> ArgumentMap:
    """The map after some edits drawn at random; ids of new records begin with `start`."""
    editor = editor_of(map_, start=start)
    for _ in range(data.draw(st.integers(0, 4))):
        try:
            editor.edit("Edit", data.draw(edits(editor.map)))
        except (Violation, ValueError):
            continue
    return editor.map


@given(maps(), st.data())
def test_after_any_edits_nothing_that_is_not_marked_is_wrong(base: ArgumentMap, data: DataObject) -> None:
    ours, theirs = drawn(base, data, start=10_000), drawn(base, data, start=20_000)
    merged = merge(base, ours, theirs).map
    assert rules.check(merged) == []
    check_quotes(merged)
    assert merge(base, base, theirs).map == theirs
    assert merge(base, theirs, base).map == theirs
    assert merge(base, theirs, theirs).map == theirs


SENTENCES = [
    f"{subject} {does} in the {place}."
    for subject, does, place in zip(
        ("The herring", "A magistrate", "Nobody", "My neighbour", "Everything", "The old bridge"),
        ("swims about", "hears quarrels", "ever whistled", "keeps seventeen bees", "grew", "was painted red"),
        (
            "northern sea",
            "upper chamber",
            "reading room",
            "garden behind us",
            "dark for weeks",
            "year before",
        ),
        strict=True,
    )
]
"""All told apart by their words, and long enough to be found by them."""
CLAIMS = [RecordId(f"c{number}") for number in range(6)]


@st.composite
def text_edits(draw: st.DrawFn, map_: ArgumentMap) -> Edit:
    """A change of the text or of what stands on it, with arguments for the map."""
    body = map_.sources[TEXT].body
    there = [sentence for sentence in SENTENCES if sentence in body]
    kind = draw(st.sampled_from(["insert", "cut", "version", "attach", "redraw", "detach"]))
    sentence = draw(st.sampled_from(there)) if there else ""
    start, held = body.find(sentence), sorted(map_.excerpts)
    span = (start, start + len(sentence))
    if kind == "insert":
        offset, put_in = start + draw(st.sampled_from([0, 4])), draw(st.sampled_from(["Well, ", "\n", "😀 "]))
        return lambda t: edit_body(t, TEXT, [TextChange(offset, 0, put_in)])
    if kind == "cut":
        return lambda t: edit_body(t, TEXT, [TextChange(start, len(sentence))])
    if kind == "version":
        version = "\n".join(draw(st.permutations(SENTENCES))[: draw(st.integers(3, 6))])
        return lambda t: replace_body(t, TEXT, version)
    if kind == "attach" or not held:
        claim = draw(st.sampled_from(CLAIMS))
        return lambda t: attach(t, claim, TEXT, span=span)
    key = draw(st.sampled_from(held))
    return (lambda t: redraw(t, key, span)) if kind == "redraw" else (lambda t: detach(t, key))


def text_drawn(map_: ArgumentMap, data: DataObject, *, start: int) -> ArgumentMap:
    editor = editor_of(map_, start=start)
    for _ in range(data.draw(st.integers(0, 5))):
        try:
            editor.edit("Edit", data.draw(text_edits(editor.map)))
        except Violation:
            continue
    return editor.map


def text_map(passages: Sequence[int]) -> ArgumentMap:
    """A text of six sentences, some of which claims are tied to."""
    text = Source(id=TEXT, title="Text", body=" ".join(SENTENCES))
    spans = [(at := text.body.index(SENTENCES[number]), at + len(SENTENCES[number])) for number in passages]
    excerpts = [
        make_excerpt(text, span, key=RecordId(f"x{number}"), element=CLAIMS[number])
        for number, span in enumerate(spans)
    ]
    return sketch("; ".join(CLAIMS), text, *excerpts)


@given(st.lists(st.integers(0, 5), max_size=4), st.data())
def test_passages_go_with_their_words_on_both_sides(passages: list[int], data: DataObject) -> None:
    base = text_map(passages)
    ours, theirs = text_drawn(base, data, start=10_000), text_drawn(base, data, start=20_000)
    merged = merge(base, ours, theirs)
    held = merged.map.excerpts
    check_quotes(merged.map)
    assert rules.check(merged.map) == []
    assert read(write(merged.map)) == merged.map
    for mine, other in ((ours, theirs), (theirs, ours)):
        own = {key for key in mine.excerpts if key in other.excerpts or key not in base.excerpts}
        assert own <= held.keys()
    body = merged.map.sources[TEXT].body
    for key, passage in held.items():
        sides = [side.excerpts[key] for side in (ours, theirs) if key in side.excerpts]
        assert passage.exact in {side.exact for side in sides}
        if all(side.anchoring is KEPT for side in sides) and passage.exact in SENTENCES:
            assert (passage.anchoring is KEPT) == (passage.exact in body)
