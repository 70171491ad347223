"""Copying part of a map, pasting it, and the same as an outline."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.edits.clipboard import as_text, fragment, paste
from argmap.edits.participants import rename_participant
from argmap.edits.sources import edit_body
from argmap.formats.native import read, write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Excerpt, Note, Participant, Placement, Relation, Source
from argmap.source.anchor import is_exact
from argmap.source.mapping import TextChange
from tests.builders import editor_of, furnished, ids, sample, sketch, with_fields, without_places
from tests.edits.test_relations import drawn
from tests.oracles import check_edit
from tests.strategies import maps


def test_a_fragment_is_the_claims_named_with_the_relations_among_them() -> None:
    map_ = sketch("thesis <- a + b; a <- c; (c -> a) <x- doubt; thesis <- d")
    assert set(fragment(map_, ids("a", "b", "c", "doubt", "a+b->thesis")).relations) == {
        "c->a",
        "doubt-x>(c->a)",
    }
    assert set(fragment(map_, ids("thesis", "a")).relations) == set()
    assert set(fragment(map_, ids("thesis", "a", "b")).relations) == {"a+b->thesis"}


def test_a_fragment_has_the_notes_passages_voices_and_places_of_its_elements_and_no_others() -> None:
    map_ = with_fields(furnished(), "reason", participant=RecordId("bob"))
    assert set(fragment(map_, ids("reason", "thesis"))) == {
        *("reason", "thesis", "reason->thesis", "at:reason", "at:thesis"),
        *("on-reason", "on-step", "text"),
        *("said-of-reason", "said-of-step", "said-of-excerpt"),
        *("bob", "ada"),
    }
    assert set(fragment(sketch("alone"), ids("alone"))) == {"alone", "at:alone"}
    assert fragment(map_, ids("reason->thesis", "gone")) == ArgumentMap()


def test_whoever_reports_a_voice_comes_along_with_it() -> None:
    ada, bob, eve = ids("ada", "bob", "eve")
    map_ = sketch(
        "thesis",
        Participant(id=ada, name="Ada", monogram="A"),
        Participant(id=bob, name="Bob", monogram="B", reported_by=ada),
        Participant(id=eve, name="Eve", monogram="E"),
    )
    map_ = with_fields(map_, "thesis", participant=bob)
    assert set(fragment(map_, ids("thesis")).participants) == {"ada", "bob"}


@settings(max_examples=60)
@given(maps(), st.data())
def test_a_fragment_is_a_whole_map_that_a_file_can_hold(map_: ArgumentMap, data: st.DataObject) -> None:
    keys = data.draw(st.sets(st.sampled_from(list(map_.claims)))) if map_.claims else set()
    piece = fragment(map_, keys)
    assert rules.check(piece) == []
    assert read(write(piece)) == piece
    assert set(piece.claims) == keys
    for key, relation in map_.relations.items():
        assert (key in piece) is ({*relation.premises, relation.target} <= set(piece))


def _copied(
    piece: ArgumentMap, into: ArgumentMap, by: tuple[float, float] = (0, 0)
) -> tuple[ArgumentMap, list[str]]:
    editor = editor_of(into, start=1)
    found: list[str] = []
    check_edit(editor, lambda t: found.extend(paste(t, piece, by)))
    return editor.map, found


def test_what_is_pasted_has_fresh_ids_and_stands_a_step_away() -> None:
    map_ = sketch("thesis <- a; (a -> thesis) <x- doubt")
    after, pasted = _copied(fragment(map_, map_.claims), map_, (40, -12.5))
    claims = {after.claims[key].text: key for key in pasted if key in after.claims}
    assert set(claims) == {"thesis", "a", "doubt"}
    assert set(pasted).isdisjoint(map_)
    assert len(pasted) == 5
    step = after.leaving(claims["a"])[0]
    assert (step.target, step.id in pasted) == (claims["thesis"], True)
    assert after.leaving(claims["doubt"])[0].target == step.id
    assert all(after[key] == record for key, record in map_.items())
    for text, key in claims.items():
        old, new = map_.placement(RecordId(text)), after.placement(key)
        assert old is not None
        assert new is not None
        assert (new.x, new.y) == (old.x + 40, old.y - 12.5)


def test_pasting_into_its_own_map_shares_voices_and_texts() -> None:
    map_ = furnished()
    after, pasted = _copied(fragment(map_, ids("reason", "thesis")), map_)
    assert after.participants == map_.participants
    assert after.sources == map_.sources
    claim = next(
        key for key in pasted if after[key] != map_.get(key) and after.find(Claim, key).text == "reason"
    )
    passage = after.excerpts_of(claim)[0]
    assert passage.exact == "All men are mortal."
    assert [note.body for note in after.notes_of(claim)] == ["Of reason."]
    assert [note.body for note in after.notes_of(passage.id)] == ["Of on-reason."]
    assert after.notes_of(claim)[0].author == "bob"


def test_pasting_into_another_map_brings_voices_and_texts_along() -> None:
    piece = fragment(furnished(), ids("reason"))
    after, _ = _copied(piece, ArgumentMap())
    assert set(after.participants) == {"ada", "bob"}
    assert after.table(Source) == furnished().sources


def test_a_voice_that_has_become_another_in_the_map_comes_along_under_a_new_id() -> None:
    editor = editor_of(furnished())
    piece = fragment(editor.map, ids("reason"))
    check_edit(editor, lambda t: rename_participant(t, RecordId("bob"), "Carl"))
    check_edit(editor, lambda t: paste(t, piece, (0, 0)))
    names = sorted(participant.name for participant in editor.map.participants.values())
    assert names == ["Ada", "Bob", "Carl"]
    bobs = {key for key, voice in editor.map.participants.items() if voice.name == "Bob"}
    fresh = [note for note in editor.map.notes.values() if note.id not in furnished()]
    assert fresh
    assert {note.author for note in fresh} == bobs


def test_what_comes_along_anew_refers_to_what_came_along_with_it() -> None:
    editor = editor_of(furnished())
    piece = fragment(editor.map, ids("reason"))
    for voice in ids("ada", "bob"):
        editor.edit("Rename", lambda t, voice=voice: rename_participant(t, voice, "Else"))
    editor.edit("Name", lambda t: t.update(Source, RecordId("text"), title="Another"))
    check_edit(editor, lambda t: paste(t, piece, (0, 0)))
    ada, bob = (
        next(voice for voice in editor.map.participants.values() if voice.name == name)
        for name in ("Ada", "Bob")
    )
    assert bob.reported_by == ada.id != "ada"
    text = next(source for source in editor.map.sources.values() if source.title == "Text")
    assert text.voices[0].participant == ada.id
    passages = [x for x in editor.map.excerpts.values() if x.source == text.id]
    assert [passage.exact for passage in passages] == ["All men are mortal."]


def test_what_the_map_has_already_stays_as_it_is_when_a_voice_comes_along_anew() -> None:
    editor = editor_of(furnished())
    piece = fragment(editor.map, ids("reason"))
    editor.edit("Rename", lambda t: rename_participant(t, RecordId("ada"), "Else"))
    held = editor.map
    check_edit(editor, lambda t: paste(t, piece, (0, 0)))
    assert all(editor.map[key] == record for key, record in held.items())


def test_passages_of_a_text_that_reads_otherwise_in_the_map_stand_in_their_own() -> None:
    editor = editor_of(furnished())
    piece = fragment(editor.map, ids("reason"))
    editor.edit("Edit", lambda t: edit_body(t, RecordId("text"), [TextChange(0, 0, "So: ")]))
    check_edit(editor, lambda t: paste(t, piece, (0, 0)))
    assert len(editor.map.sources) == 2
    assert all(is_exact(editor.map.sources[x.source], x) for x in editor.map.excerpts.values())


def test_the_voices_of_a_text_come_along_with_it() -> None:
    map_ = with_fields(furnished(), "said-of-other", author=None)
    assert set(fragment(map_, ids("other")).participants) == {"ada"}


def test_pasting_a_whole_map_leaves_what_it_says_of_itself_behind_and_brings_its_groups() -> None:
    into = sketch("old")
    after, _ = _copied(furnished(), into)
    assert after.info == into.info
    (group,) = after.groups.values()
    assert {after.claims[key].text for key in group.members} == {"reason", "other", "thesis"}
    again, _ = _copied(furnished(), furnished())
    assert again.info == furnished().info
    assert len(again.groups) == 2


@settings(max_examples=60)
@given(maps(), st.data())
def test_a_pasted_copy_is_drawn_like_the_original(map_: ArgumentMap, data: st.DataObject) -> None:
    keys = data.draw(st.sets(st.sampled_from(list(map_.claims)))) if map_.claims else set()
    piece = fragment(map_, keys)
    after, pasted = _copied(piece, map_)
    names = dict(zip([*piece.claims, *piece.relations], pasted, strict=True))
    for key, relation in piece.relations.items():
        copy = after.relations[RecordId(names[key])]
        assert copy.premises == tuple(names[premise] for premise in relation.premises)
        assert (copy.target, copy.kind) == (names[relation.target], relation.kind)
    counted = (Claim, Relation, Excerpt, Note, Placement)
    for kind in counted:
        assert len(after.table(kind)) == len(map_.table(kind)) + len(piece.table(kind))
    for kind in (Participant, Source):
        assert after.table(kind) == map_.table(kind)


def test_a_claim_that_stands_nowhere_is_pasted_without_a_place() -> None:
    after, _ = _copied(without_places(sketch("a")), ArgumentMap())
    assert not after.table(Placement)


def test_as_text_a_map_is_an_outline() -> None:
    map_ = sketch(
        """why? <- thesis; thesis <- a + b; thesis <x- c; (c -x> thesis) <x- doubt
        (a + b -> thesis) <- warrant; a <- deep; lonely"""
    )
    assert as_text(map_) == (
        "why\n  + thesis\n    + a\n      + deep\n    & b\n      ^ warrant\n    - c\n      _ doubt\nlonely\n"
    )


def test_a_claim_that_bears_on_two_is_unfolded_once() -> None:
    assert as_text(sketch("a <- shared; b <- shared; shared <- deep")) == (
        "a\n  + shared\n    + deep\nb\n  + shared\n"
    )


def test_claims_that_bear_on_each_other_are_listed_and_end() -> None:
    assert as_text(sketch("a <x- b; b <x- a")) == "a\n  - b\n    - a\n"
    assert as_text(ArgumentMap()) == ""


def test_a_text_of_several_lines_stays_on_one() -> None:
    assert as_text(with_fields(sketch("a"), "a", text=" one\n two\t three ")) == "one two three\n"


@settings(max_examples=60)
@given(maps())
def test_every_claim_is_in_the_outline(map_: ArgumentMap) -> None:
    shown = as_text(map_).split("\n")[:-1]
    mentions = sum(len(relation.premises) for relation in map_.relations.values())
    assert len(map_.claims) <= len(shown) <= len(map_.claims) + mentions


def test_the_sample_can_be_pasted_beside_itself() -> None:
    map_ = sample()
    after, pasted = _copied(fragment(map_, map_.claims), map_, (5000, 0))
    assert len(pasted) == len(map_.claims) + len(map_.relations)
    original = {(p.count("+"), k, t in map_.relations) for p, k, t in drawn(map_)}
    assert {(p.count("+"), k, t in after.relations) for p, k, t in drawn(after) - drawn(map_)} == original
