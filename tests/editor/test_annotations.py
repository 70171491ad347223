"""All passages of a map as a file, and a file's annotations found in a text."""

from __future__ import annotations

import itertools
import json

import pytest
from msgspec.structs import replace

from argmap.editor.annotations import Outcome, annotations_file, bring_in
from argmap.editor.editor import Editor
from argmap.formats.errors import Cancelled
from argmap.formats.web_annotations import Annotations, WebAnnotation, read
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, Source
from argmap.source.anchor import make_excerpt
from tests.builders import editor_of, furnished, sample, with_fields

TEXT, ESSAY = RecordId("text"), RecordId("essay")
BODY = "On men 😀\nAll men are mortal, as everybody knows.\nSo Socrates is mortal."


def take(editor: Editor, source: RecordId, *annotations: WebAnnotation) -> Outcome:
    found = Annotations(passages=annotations, left_aside=0)
    return bring_in(editor, found, source, boxes={}, middle=Point(0, 0), progress=lambda _: True)


def men() -> Editor:
    return editor_of(ArgumentMap([Source(id=TEXT, title="Men", body=BODY)]))


def anchored(editor: Editor) -> list[tuple[str, Anchoring]]:
    text = editor.map.sources[TEXT].body
    return [(text[x.start : x.end], x.anchoring) for x in editor.map.excerpts.values()]


def test_all_excerpts_are_written_and_come_back_to_where_they_were() -> None:
    map_ = sample()
    data = annotations_file(map_)
    assert len(json.loads(data)["items"]) == len(map_.excerpts) == 32
    editor = editor_of(map_)
    outcome = take(editor, ESSAY, *read(data).passages)
    assert (outcome.found, outcome.is_empty) == (32, True)
    assert editor.map == map_


def test_in_a_map_of_the_text_alone_they_become_claims_with_their_passages_and_notes() -> None:
    whole = furnished()
    data = annotations_file(whole)
    editor = editor_of(ArgumentMap([whole[TEXT], *whole.participants.values()]))
    outcome = take(editor, TEXT, *read(data).passages)
    assert outcome.told("x") == "Imported 3 new claims, 3 passages, 1 comment"
    was = {(x.start, x.end, x.exact) for x in whole.excerpts.values()}
    assert {(x.start, x.end, x.exact) for x in editor.map.excerpts.values()} == was
    assert {note.body for note in editor.map.notes.values()} == {"Of on-reason."}
    assert editor.undo()
    assert editor.map.claims == {}


def test_new_claims_are_not_taken_for_those_of_another_map_that_have_their_ids() -> None:
    map_ = sample()
    counted = ArgumentMap([*map_.sources.values(), *map_.participants.values()])
    ids = itertools.count(1)
    editor = Editor(counted, lambda prefix: RecordId(f"{prefix}{next(ids):02}"))
    outcome = take(editor, ESSAY, *read(annotations_file(map_)).passages)
    assert len(outcome.imported.claims) == 32
    texts = {claim.text for claim in editor.map.claims.values()}
    assert texts == {map_.claims[x.element].text for x in map_.excerpts.values()}


def test_lost_passages_are_written_without_a_place_and_unsure_ones_stay_unsure() -> None:
    map_ = with_fields(furnished(), "on-reason", anchoring=Anchoring.LOST, exact="All women are wise indeed.")
    map_ = with_fields(map_, "on-other", anchoring=Anchoring.MOVED, exact="Socrates is one of the men.")
    written = {found.element: found for found in read(annotations_file(map_)).passages}
    assert written[RecordId("reason")].span is None
    assert written[RecordId("other")].span == (20, 38)
    editor = editor_of(map_)
    outcome = take(editor, TEXT, *written.values())
    assert (outcome.not_found, outcome.to_check, outcome.is_empty) == (1, 1, True)
    assert editor.map == map_


def test_passages_are_found_by_their_words_where_the_places_are_others() -> None:
    editor = men()
    quoted = WebAnnotation(
        exact="All men are mortal", prefix="On men 😀\n", suffix=", as every", span=(400, 418)
    )
    outcome = take(editor, TEXT, quoted)
    assert anchored(editor) == [("All men are mortal", Anchoring.KEPT)]
    assert (outcome.found, outcome.to_check) == (1, 0)


@pytest.mark.parametrize("span", [None, (0, 3)])
def test_the_place_of_a_quote_is_told_by_what_stands_round_it_and_not_by_where_it_stood(
    span: tuple[int, int] | None,
) -> None:
    body = "War is hell. We say again that the cost of War outweighs all."
    editor = editor_of(ArgumentMap([Source(id=TEXT, title="War", body=body)]))
    quoted = WebAnnotation(exact="War", prefix="the cost of ", suffix=" outweighs", span=span)
    outcome = take(editor, TEXT, quoted)
    (excerpt,) = editor.map.excerpts.values()
    assert (excerpt.start, excerpt.anchoring, outcome.to_check) == (43, Anchoring.KEPT, 0)


def test_words_that_begin_the_text_and_stand_in_it_again_are_marked() -> None:
    body = "War is hell. We say again that the cost of War outweighs all."
    editor = editor_of(ArgumentMap([Source(id=TEXT, title="War", body=body)]))
    assert take(editor, TEXT, WebAnnotation(exact="War")).to_check == 1
    assert anchored(editor) == [("War", Anchoring.MOVED)]


def test_what_was_chosen_in_this_very_text_stands_where_it_was_chosen() -> None:
    refrain = "So it goes.\nHere is a verse, and another one.\n" * 3
    text = Source(id=TEXT, title="Song", body=refrain)
    second = refrain.index("So it goes.", 30)
    chosen = make_excerpt(text, (second, second + 11), key=RecordId("x"), element=RecordId("c"))
    data = annotations_file(ArgumentMap([text, Claim(id=RecordId("c"), text="So."), chosen]))
    for body, anchoring in ((refrain, Anchoring.KEPT), (f"{refrain}{refrain}", Anchoring.MOVED)):
        editor = editor_of(ArgumentMap([replace(text, body=body)]))
        take(editor, TEXT, *read(data).passages)
        (excerpt,) = editor.map.excerpts.values()
        assert (excerpt.start, excerpt.anchoring) == (second, anchoring)


def test_what_stands_there_in_other_words_or_without_any_is_marked() -> None:
    editor = men()
    outcome = take(
        editor,
        TEXT,
        WebAnnotation(exact="All the men are mortals, as everybody knew"),
        WebAnnotation(span=(0, 6)),
    )
    assert anchored(editor) == [
        ("All men are mortal, as everybody knows.", Anchoring.MOVED),
        ("On men", Anchoring.MOVED),
    ]
    assert outcome.told("x").endswith("; 2 to be checked")


def test_what_is_found_nowhere_is_counted() -> None:
    editor = men()
    nowhere = WebAnnotation(exact="Entirely different sentences about geese and weather")
    outcome = take(editor, TEXT, nowhere, WebAnnotation(span=(900, 950)), WebAnnotation(exact="Socrates"))
    assert (outcome.found, outcome.not_found) == (1, 2)
    assert outcome.told("x").endswith("2 not found")


def test_annotations_of_another_text_of_the_map_go_there() -> None:
    other = Source(id=RecordId("other-text"), title="Other", body="Something else altogether.")
    excerpt = Excerpt(
        id=RecordId("x"), element=RecordId("reason"), source=other.id, exact="else", start=10, end=14
    )
    whole = furnished()
    data = annotations_file(ArgumentMap([*whole.values(), other, excerpt]))
    editor = editor_of(ArgumentMap([*whole.values(), other]))
    take(editor, TEXT, *read(data).passages)
    (found,) = [x for x in editor.map.excerpts.values() if x.id not in whole.excerpts]
    assert replace(found, id=excerpt.id, prefix="", suffix="") == excerpt


def test_new_claims_stand_free_below_all_others_and_are_selected() -> None:
    editor = men()
    home = Rect(0.0, 0.0, 224.0, 72.0)
    words = ("All men", "mortal, as everybody", "Socrates", "knows", "So")
    found = Annotations(passages=tuple(WebAnnotation(exact=each) for each in words), left_aside=0)
    bring_in(editor, found, TEXT, boxes={RecordId("c"): home}, middle=Point(0, 0), progress=lambda _: True)
    placements = [editor.map.placement(claim) for claim in editor.map.claims]
    spots = {(place.x, place.y) for place in placements if place}
    assert len(spots) == 5
    assert min(y for _, y in spots) > home.bottom
    assert editor.selection == set(editor.map.claims)


def test_stopping_leaves_the_map_as_it_was_until_all_is_done() -> None:
    annotations = tuple(WebAnnotation(exact=exact) for exact in ("Socrates", "All men", "everybody"))
    found = Annotations(passages=annotations, left_aside=0)
    shares: list[float] = []

    def bring(editor: Editor, *, until: int) -> None:
        def progress(share: float) -> bool:
            shares.append(share)
            return len(shares) <= until

        shares.clear()
        bring_in(editor, found, TEXT, boxes={}, middle=Point(0, 0), progress=progress)

    bring(men(), until=1000)
    told = list(shares)
    assert told == sorted(set(told))
    assert told[0] == 0
    assert 0.9 < told[-1] < 1
    assert len(told) > 2 * len(annotations)
    for number in range(len(told)):
        editor = men()
        with pytest.raises(Cancelled):
            bring(editor, until=number)
        assert editor.map == men().map
        assert not editor.is_modified


def test_tags_alone_are_told_and_can_be_taken_back() -> None:
    editor = editor_of(furnished())
    before = editor.map
    tagged = WebAnnotation(exact="All men are mortal.", suffix=" Socrates is a man.", tags=("a", "b"))
    outcome = take(editor, TEXT, tagged)
    assert not outcome.is_empty
    assert outcome.told("x.jsonld") == "Imported 2 tags"
    assert editor.undo()
    assert editor.map == before


def test_what_is_on_the_map_already_is_told_so() -> None:
    whole = furnished()
    editor = editor_of(whole)
    ours = read(annotations_file(whole)).passages
    assert take(editor, TEXT, *ours).told("x.jsonld") == "Everything in “x.jsonld” is on the map already"
    nowhere = WebAnnotation(exact="Entirely different sentences about geese and weather")
    told = take(editor, TEXT, *ours, nowhere).told("x.jsonld")
    assert told == "All that was found of “x.jsonld” is on the map already; 1 not found"
