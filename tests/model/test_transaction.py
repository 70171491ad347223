"""Edits on a working copy, the rules at the end, and removing with everything that cannot stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import MAP_ID, RecordId, counting_ids, placement_id
from argmap.model.records import (
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Relation,
    Source,
)
from argmap.model.transaction import Transaction, dependents, loosen
from tests.builders import furnished, ids, sketch, with_fields
from tests.strategies import maps


def started(map_: ArgumentMap) -> Transaction:
    return Transaction(map_, counting_ids())


def test_the_working_copy_shows_each_edit_and_the_start_stays_as_it_was() -> None:
    start = sketch("a")
    transaction = started(start)
    transaction.put(Claim(id=RecordId("b"), text="b"))
    transaction.update(Claim, RecordId("a"), text="changed")
    assert transaction.map.claims.keys() == {"a", "b"}
    assert transaction.map.claims[RecordId("a")].text == "changed"
    assert transaction.start is start
    assert start == sketch("a")


def test_the_delta_is_the_difference_between_end_and_start_whatever_lay_between() -> None:
    transaction = started(sketch("a; b"))
    transaction.update(Claim, RecordId("a"), text="one")
    transaction.update(Claim, RecordId("a"), text="two")
    transaction.update(Claim, RecordId("b"), text="other")
    transaction.update(Claim, RecordId("b"), text="b")
    transaction.put(Claim(id=RecordId("c"), text="c"))
    transaction.remove(RecordId("c"))
    changes = transaction.finish().changes
    assert list(changes) == ["a"]
    assert (changes[RecordId("a")].before.text, changes[RecordId("a")].after.text) == ("a", "two")


def test_a_record_that_goes_and_comes_back_has_not_changed() -> None:
    map_ = sketch("a")
    transaction = started(map_)
    transaction.remove(RecordId("a"))
    for record in map_.values():
        transaction.put(record)
    assert not transaction.finish()


def test_what_is_not_there_cannot_be_had() -> None:
    transaction = started(sketch("thesis <- a"))
    with pytest.raises(rules.Violation, match=r"^There is no claim gone any more\.$"):
        transaction.get(Claim, RecordId("gone"))
    with pytest.raises(rules.Violation, match=r"^There is no claim a->thesis any more\.$"):
        transaction.update(Claim, RecordId("a->thesis"), text="?")


def test_an_id_names_one_record_over_all_kinds() -> None:
    transaction = started(sketch("a"))
    with pytest.raises(rules.Violation, match=r"^The id a already names a claim\.$"):
        transaction.put(Participant(id=RecordId("a"), name="A", monogram="A"))
    assert transaction.map == sketch("a")


def test_an_id_that_is_taken_is_passed_over() -> None:
    transaction = started(sketch("c1; c2"))
    assert transaction.ids("c") == "c3"
    assert transaction.ids("r") == "r4"


def test_removing_what_is_gone_changes_nothing() -> None:
    transaction = started(furnished())
    transaction.remove(RecordId("gone"))
    assert transaction.map is transaction.start


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (Relation(id=RecordId("r"), premises=(), target=RecordId("a")), "has no premise"),
        (Note(id=RecordId("n"), element=RecordId("b"), body=""), "belongs to b, which is not there"),
    ],
)
def test_an_ill_formed_map_is_refused_at_the_end(record: Relation | Note, fault: str) -> None:
    transaction = started(sketch("a"))
    transaction.put(record)
    with pytest.raises(rules.Violation, match=fault):
        transaction.finish()


def test_an_edit_that_breaks_a_record_it_does_not_touch_is_refused() -> None:
    transaction = started(sketch("why? <- a"))
    transaction.update(Claim, RecordId("why"), kind="claim")
    with pytest.raises(rules.Violation, match="answers something that is not a question"):
        transaction.finish()


def test_a_record_put_back_that_names_what_has_gone_is_refused() -> None:
    transaction = started(with_fields(furnished(), "reason", participant=RecordId("bob")))
    older = transaction.map.claims[RecordId("reason")]
    transaction.remove(RecordId("bob"))
    transaction.put(older)
    with pytest.raises(rules.Violation, match="names the participant bob, which is not there"):
        transaction.finish()


def test_several_records_go_at_once_as_one_after_the_other() -> None:
    at_once, in_turn = started(furnished()), started(furnished())
    at_once.remove(*ids("reason", "text", "ada"))
    for key in ids("ada", "reason", "text"):
        in_turn.remove(key)
    assert at_once.map == in_turn.map
    assert at_once.finish() == in_turn.finish()
    assert set(at_once.map.excerpts) == set()
    assert set(at_once.map.notes) == {"said-of-other"}


@settings(max_examples=100)
@given(maps(), st.data())
def test_whatever_goes_the_rest_is_well_formed_and_no_more_goes_than_must(
    map_: ArgumentMap, data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(list(map_)))) if map_ else set()
    transaction = started(map_)
    transaction.remove(*gone)
    transaction.finish()
    after = transaction.map
    assert rules.check(after) == []
    lost = map_.keys() - after.keys()
    assert gone <= lost
    for key in lost - gone:
        needed = set(rules.references(map_[key]))
        assert needed & lost, f"{key} went though all it names is there"
    for key in after:
        loose = set(rules.references(map_[key])) - lost
        assert set(rules.references(after[key])) == loose


@settings(max_examples=60)
@given(maps())
def test_dependents_are_the_records_that_name_a_record(map_: ArgumentMap) -> None:
    for record in map_.values():
        naming = {other.id for other in map_.values() if record.id in set(rules.references(other))}
        assert {other.id for other in dependents(map_, record)} == naming


def test_a_record_lets_go_of_what_it_can_stand_without() -> None:
    a, b, gone = ids("a", "b", "gone")
    assert loosen(Claim(id=a, text="", participant=gone), gone) == Claim(id=a, text="")
    assert loosen(Group(id=a, title="", members=(b, gone)), gone) == Group(id=a, title="", members=(b,))
    assert loosen(Note(id=a, element=b, body="", author=gone), gone) == Note(id=a, element=b, body="")
    assert loosen(MapInfo(id=MAP_ID, question=gone, theses=(gone, b)), gone) == MapInfo(theses=(b,))
    linked = Relation(id=a, premises=(b, gone), target=RecordId("t"))
    assert loosen(linked, gone) == Relation(id=a, premises=(b,), target=RecordId("t"))


def test_a_record_goes_with_what_it_cannot_stand_without() -> None:
    a, b, gone = ids("a", "b", "gone")
    assert loosen(Relation(id=a, premises=(gone,), target=b), gone) is None
    assert loosen(Relation(id=a, premises=(a, b), target=gone), gone) is None
    assert loosen(Note(id=a, element=gone, body="", author=b), gone) is None
    assert loosen(Excerpt(id=a, element=b, source=gone, exact="", start=0, end=1), gone) is None
    assert loosen(Placement(id=placement_id(gone), element=gone, x=0, y=0), gone) is None


def test_the_look_ups_of_a_working_copy_follow_each_edit() -> None:
    transaction = started(sketch("thesis <- a"))
    assert [r.id for r in transaction.map.arriving(RecordId("thesis"))] == ["a->thesis"]
    transaction.put(Relation(id=RecordId("more"), premises=(RecordId("a"),), target=RecordId("thesis")))
    assert [r.id for r in transaction.map.arriving(RecordId("thesis"))] == ["a->thesis", "more"]
    transaction.remove(RecordId("a"))
    assert transaction.map.arriving(RecordId("thesis")) == ()


def test_a_source_without_the_voice_that_has_gone_keeps_its_text() -> None:
    transaction = started(furnished())
    transaction.remove(RecordId("ada"))
    text = transaction.get(Source, RecordId("text"))
    assert (text.voices, text.body) == ((), furnished().sources[RecordId("text")].body)
