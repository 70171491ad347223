"""What this version does not know is kept and written back: a map passes through it unharmed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from argmap.formats.native import read, write
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Change, Delta
from argmap.model.ids import RecordId, counting_ids, placement_id
from argmap.model.records import Claim, Placement
from argmap.model.transaction import Transaction
from tests.strategies import maps, texts

C1 = RecordId("c1")
CLAIM = {"record": "claim", "id": "c1", "text": "So."}
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
    max_leaves=6,
)


def file(*records: object) -> bytes:
    return json.dumps({"format": "argmap", "version": 1, "records": records}).encode()


def written(map_: ArgumentMap) -> list[object]:
    found: list[object] = json.loads(write(map_))["records"]
    return found


def test_an_unknown_field_stays_with_its_record_through_an_edit() -> None:
    map_ = read(file({**CLAIM, "zeal": {"level": [1, 2.5, None]}, "extra": "mine", "aura": "x"}))
    claim = map_.claims[C1]
    edited = map_.apply(Delta({C1: Change(claim, replace(claim, text="Not so."))}))
    assert [list(fields.items()) for fields in written(edited) if isinstance(fields, dict)] == [
        [
            ("record", "claim"),
            ("id", "c1"),
            ("text", "Not so."),
            ("aura", "x"),
            ("extra", "mine"),
            ("zeal", {"level": [1, 2.5, None]}),
        ]
    ]


def test_extra_is_never_a_field_of_a_file_by_itself() -> None:
    assert written(read(file(CLAIM))) == [CLAIM]


@pytest.mark.parametrize(
    "odd",
    [
        {"record": "hologram", "id": "h1", "depth": 3},
        {"record": "claim", "id": "c2"},
        {"record": "claim", "id": "c2", "text": 7},
        {"record": "claim", "id": "c2", "text": "x", "kind": "rumour"},
        {"record": "placement", "id": "at:c1", "element": "c1", "x": None, "y": 0},
        {"record": ["claim"], "id": "c2", "text": "x"},
        {"record": "claim", "text": "no id"},
        {
            "record": "source",
            "id": "t",
            "title": "",
            "body": "",
            "voices": [{"start": 0, "participant": "c1", "pitch": 3}],
        },
        {"id": "c2"},
        {},
    ],
)
def test_a_record_that_cannot_be_read_is_kept_as_it_stands(odd: dict[str, object]) -> None:
    map_ = read(file(odd, CLAIM))
    assert map_.unread == (odd,)
    assert map_.claims == {C1: Claim(id=C1, text="So.")}
    assert written(map_) == [CLAIM, odd]
    assert write(read(write(map_))) == write(map_)


def test_what_names_an_unread_record_waits_with_it_at_any_remove() -> None:
    rumour = {"record": "claim", "id": "c2", "text": "x", "kind": "rumour"}
    step = {"record": "relation", "id": "r1", "premises": ["c2"], "target": "c1"}
    undercut = {"record": "relation", "id": "r2", "premises": ["c1"], "target": "r1", "kind": "attack"}
    note = {"record": "note", "id": "n1", "element": "r2", "body": "Hm."}
    kept = {"record": "note", "id": "n2", "element": "c1", "body": "Hm."}
    map_ = read(file(note, undercut, CLAIM, step, rumour, kept))
    assert map_.unread == (note, undercut, step, rumour)
    assert set(map_) == {"c1", "n2"}
    assert read(write(map_)) == map_


def test_what_names_an_id_that_one_record_has_and_another_that_is_unread_is_there() -> None:
    spell = {"record": "spell", "id": "c1"}
    note = {"record": "note", "id": "n1", "element": "c1", "body": "Hm."}
    map_ = read(file(CLAIM, spell, note))
    assert set(map_) == {"c1", "n1"}
    assert map_.unread == (spell,)


def test_a_new_record_takes_the_place_of_an_unread_one_with_its_id() -> None:
    lost = {"record": "placement", "id": "at:c1", "element": "c1", "x": "left", "y": 0}
    map_ = read(file(CLAIM, lost))
    where = Placement(id=placement_id(C1), element=C1, x=8.0, y=8.0)
    moved = map_.apply(Delta({where.id: Change(None, where)}))
    again = read(write(moved))
    assert again.placement(C1) == where
    assert again.unread == ()


def test_a_fresh_id_is_none_that_an_unread_record_has() -> None:
    map_ = read(file({"record": "spell", "id": "c1"}, {"record": "rumour", "id": "c3"}))
    transaction = Transaction(map_, counting_ids())
    assert [transaction.ids("c") for _ in range(2)] == ["c2", "c4"]


@given(maps(), st.data())
def test_unknown_fields_of_any_shape_come_through(map_: ArgumentMap, data: st.DataObject) -> None:
    names = st.text(min_size=1, max_size=6).map(lambda name: f"x-{name}")
    extra = data.draw(st.dictionaries(names, VALUES, max_size=3))
    grown = ArgumentMap(replace(record, extra=extra) for record in map_.values())
    assert read(write(grown)) == grown
