"""What has changed from one map to another, in words."""

from __future__ import annotations

import pytest

from argmap.editor.changes import told_changes
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, placement_id
from argmap.model.records import (
    AnyRecord,
    Claim,
    Excerpt,
    Group,
    MapInfo,
    Note,
    Participant,
    Placement,
    Source,
)
from tests.builders import sketch, with_fields

MAP = sketch(
    "thesis <- reason; thesis <x- objection",
    Note(id=RecordId("n"), element=RecordId("thesis"), body="Is it?"),
    Participant(id=RecordId("v"), name="Ada", monogram="A"),
    Source(id=RecordId("s"), title="Essay", body="It is so.\n"),
    Excerpt(id=RecordId("e"), element=RecordId("reason"), source=RecordId("s"), exact="so", start=6, end=8),
    Group(id=RecordId("g"), title="Two", members=(RecordId("reason"),)),
)
PLACE = placement_id(RecordId("reason"))


def without(map_: ArgumentMap, *keys: str) -> ArgumentMap:
    return ArgumentMap(record for record in map_.values() if record.id not in keys)


def beside(map_: ArgumentMap, *more: AnyRecord) -> ArgumentMap:
    return ArgumentMap([*map_.values(), *more])


def claims(*names: str) -> list[AnyRecord]:
    """Claims with the places where they stand."""
    made: list[AnyRecord] = []
    for name in names:
        key = RecordId(name)
        made += [Claim(id=key, text=name), Placement(id=placement_id(key), element=key, x=0, y=0)]
    return made


def test_of_the_same_map_nothing_is_told() -> None:
    assert told_changes(MAP, ArgumentMap(MAP.values())) == ""


@pytest.mark.parametrize(
    ("key", "fields", "words"),
    [
        ("reason", {"text": "another"}, "1 claim reworded"),
        ("reason", {"implicit": True}, "1 claim changed"),
        ("reason->thesis", {"scheme": "cause"}, "1 relation changed"),
        ("n", {"resolved": True}, "1 note changed"),
        ("e", {"start": 5}, "1 passage changed"),
        ("v", {"name": "Bea"}, "1 voice changed"),
        ("s", {"title": "Book"}, "1 source changed"),
        ("g", {"members": ()}, "1 group changed"),
        (PLACE, {"x": 7.0, "pinned": True}, "1 claim moved"),
        (PLACE, {"width": 300.0}, "1 claim resized"),
        (PLACE, {"pinned": True}, "1 claim pinned"),
        (PLACE, {"extra": {"z": 1}}, "1 claim changed"),
    ],
)
def test_a_record_that_is_another_than_before(key: str, fields: dict[str, object], words: str) -> None:
    assert told_changes(MAP, with_fields(MAP, key, **fields)) == words


def test_a_card_that_is_let_loose_again() -> None:
    assert told_changes(with_fields(MAP, PLACE, pinned=True), MAP) == "1 claim unpinned"


def test_a_claim_that_is_placed_for_the_first_time_has_moved() -> None:
    assert told_changes(without(MAP, PLACE), MAP) == "1 claim moved"


def test_what_comes_in_one_direction_goes_in_the_other() -> None:
    richer = beside(MAP, *claims("a", "b"), Note(id=RecordId("m"), element=RecordId("a"), body="?"))
    assert told_changes(MAP, richer) == "2 claims added, 1 note added"
    assert told_changes(richer, MAP) == "2 claims removed, 1 note removed"


def test_the_claims_come_first_and_their_noun_is_said_once() -> None:
    after = with_fields(beside(MAP, *claims("a", "b")), "reason", text="another")
    after = with_fields(after, placement_id(RecordId("thesis")), x=1.0)
    assert told_changes(MAP, after) == "2 claims added, 1 reworded, 1 moved"


def test_the_noun_is_said_again_behind_another() -> None:
    after = with_fields(with_fields(MAP, "n", body="No."), PLACE, x=1.0)
    assert told_changes(MAP, after) == "1 note changed, 1 claim moved"


def test_no_more_than_three_kinds_are_named() -> None:
    after = with_fields(beside(MAP, *claims("a")), "reason", text="another")
    after = with_fields(after, "n", body="No.")
    assert told_changes(MAP, after) == "1 claim added, 1 reworded, 1 note changed"
    after = with_fields(after, PLACE, x=1.0)
    assert told_changes(MAP, after) == "1 claim added, 1 reworded, 1 note changed, and more"
    assert told_changes(MAP, after, most=1) == "1 claim added, and more"


def test_the_map_itself_is_renamed_or_described_otherwise() -> None:
    named = beside(MAP, MapInfo(title="Why"))
    assert told_changes(MAP, named) == "map renamed"
    assert told_changes(named, with_fields(named, "map", abstract="Because.")) == "map details changed"
    assert told_changes(MAP, beside(MAP, MapInfo(abstract="Because."))) == "map details changed"


def test_many_are_counted_as_people_write_them() -> None:
    many = beside(MAP, *claims(*map(str, range(1200))))
    assert told_changes(MAP, many) == "1,200 claims added"


def test_what_could_not_be_read_is_compared_too() -> None:
    other = ArgumentMap(MAP.values(), unread=({"record": "dream"},))
    assert told_changes(MAP, other) == "unreadable parts changed"


def test_an_id_that_has_become_another_kind_of_record_has_changed() -> None:
    after = beside(without(MAP, "n"), Claim(id=RecordId("n"), text="Is it?"))
    assert told_changes(MAP, after) == "1 claim changed"


def test_a_relation_goes_with_its_claim() -> None:
    after = without(MAP, "objection", placement_id(RecordId("objection")), "objection-x>thesis")
    assert told_changes(MAP, after) == "1 claim removed, 1 relation removed"
