"""An immutable set of records, and looking things up in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Change, Delta, StaleDelta
from argmap.model.ids import MAP_ID, RecordId
from argmap.model.records import Claim, MapInfo, Placement, Relation
from tests.builders import furnished, ids, sketch
from tests.strategies import maps


@settings(max_examples=60)
@given(maps())
def test_look_ups_find_what_going_through_all_records_finds(map_: ArgumentMap) -> None:
    for key in map_:
        assert map_[key].id == key
        assert map_.leaving(key) == tuple(r for _, r in sorted(map_.relations.items()) if key in r.premises)
        assert map_.arriving(key) == tuple(r for _, r in sorted(map_.relations.items()) if r.target == key)
        excerpts = [held for held in map_.excerpts.values() if held.element == key]
        notes = [held for held in map_.notes.values() if held.element == key]
        assert list(map_.excerpts_of(key)) == sorted(excerpts, key=lambda x: (x.source, x.start, x.id))
        assert list(map_.notes_of(key)) == sorted(notes, key=lambda n: (n.time, n.id))
        placed = [p for p in map_.table(Placement).values() if p.element == key]
        assert map_.placement(key) == (placed[0] if placed else None)


def test_a_map_holds_its_records_by_id_in_the_order_of_their_kinds() -> None:
    map_ = furnished()
    records = list(map_.values())
    assert ArgumentMap(reversed(records)) == map_
    assert len(map_) == len(records) == len(set(map_))
    assert next(iter(map_)) == MAP_ID
    assert RecordId("reason") in map_
    assert RecordId("gone") not in map_
    with pytest.raises(KeyError):
        map_[RecordId("gone")]


def test_tables_hold_one_kind_each() -> None:
    map_ = furnished()
    assert set(map_.claims) == {"thesis", "reason", "other", "doubt"}
    assert set(map_.relations) == {"reason->thesis", "other->thesis", "doubt-x>(reason->thesis)"}
    assert set(map_.sources) == {"text"}
    assert set(map_.excerpts) == {"on-reason", "on-step", "on-other"}
    assert set(map_.participants) == {"ada", "bob"}
    assert set(map_.groups) == {"group"}
    assert len(map_.notes) == 5
    assert map_.find(Claim, RecordId("reason")) == map_.claims[RecordId("reason")]
    assert map_.find(Relation, RecordId("reason")) is None
    assert map_.find(Claim, None) is None


def test_a_map_without_info_is_nameless() -> None:
    assert sketch("a").info == MapInfo()
    assert furnished().info.title == "Mortality"


def test_maps_are_equal_when_their_records_and_unread_parts_are() -> None:
    assert sketch("a") == sketch("a")
    assert sketch("a") != sketch("b")
    assert sketch("a") != ArgumentMap(sketch("a").values(), unread=({"record": "new"},))
    assert sketch("a") != "a"
    with pytest.raises(TypeError):
        hash(sketch("a"))


def test_what_could_not_be_read_stays_with_the_map() -> None:
    odd = ({"record": "new"},)
    map_ = ArgumentMap(sketch("a").values(), unread=odd)
    delta = Delta({RecordId("b"): Change(None, Claim(id=RecordId("b"), text="b"))})
    assert map_.apply(delta).unread == odd


def test_what_could_not_be_read_is_part_of_the_difference() -> None:
    first, second = ({"record": "spell"},), ({"record": "rumour"}, {"record": "new"})
    one = ArgumentMap(sketch("a").values(), unread=first)
    two = ArgumentMap(sketch("b").values(), unread=second)
    delta = one.difference_to(two)
    assert (bool(delta), delta.size) == (True, len(delta.changes) + 1)
    assert one.apply(delta) == two
    assert two.apply(delta.inverse()) == one
    assert not delta.then(delta.inverse())
    alone = one.difference_to(ArgumentMap(one.values()))
    assert (bool(alone), alone.size, list(alone)) == (True, 1, [])
    assert alone.then(Delta({})) == alone == Delta({}).then(alone)
    with pytest.raises(StaleDelta):
        two.apply(alone)


def test_moving_a_card_keeps_what_was_worked_out_about_the_argument() -> None:
    map_ = furnished()
    arriving = map_.arriving(RecordId("thesis"))
    (held,) = (map_.placement(key) for key in ids("reason"))
    assert held is not None
    moved = Placement(id=held.id, element=held.element, x=held.x + 1, y=held.y)
    after = map_.apply(Delta({held.id: Change(held, moved)}))
    assert after.relations is map_.relations
    assert after.arriving(RecordId("thesis"))[0] is arriving[0]
    assert after._derived["relations"] is map_._derived["relations"]


def test_a_map_that_came_from_another_does_not_share_its_look_ups() -> None:
    map_ = sketch("thesis <- a; thesis <- b")
    assert len(map_.arriving(RecordId("thesis"))) == 2
    gone = map_.relations[RecordId("a->thesis")]
    after = map_.apply(Delta({gone.id: Change(gone, None)}))
    assert len(after.arriving(RecordId("thesis"))) == 1
    assert len(map_.arriving(RecordId("thesis"))) == 2
