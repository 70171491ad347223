"""Files of every version ever shipped can still be read."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from argmap.formats.migrations import CURRENT_VERSION, MIGRATIONS, Json, migrated
from argmap.formats.native import read, write
from argmap.model.ids import RecordId
from argmap.model.records import RECORD_KINDS, ClaimKind, Flag, NoteKind, RelationKind, Standing, Strength

TESTS = Path(__file__).parent
GOLDEN = TESTS.parent / "data" / "golden"
SHIPPED = range(1, CURRENT_VERSION + 1)


def golden(version: int) -> Path:
    return GOLDEN / f"version-{version}.argmap"


def test_every_version_has_a_golden_file_and_no_other_has_one() -> None:
    assert sorted(GOLDEN.iterdir()) == sorted(golden(version) for version in SHIPPED)


def test_every_version_before_the_current_one_has_a_migration_that_a_test_names() -> None:
    assert set(MIGRATIONS) == set(SHIPPED) - {CURRENT_VERSION}
    tests = "".join(path.read_text(encoding="utf-8") for path in TESTS.glob("test_*.py"))
    for migration in MIGRATIONS.values():
        assert re.search(rf"\b{migration.__name__}\b", tests)


@pytest.mark.parametrize("version", SHIPPED)
def test_a_golden_file_gives_the_map_it_always_gave(version: int) -> None:
    map_ = read(golden(version).read_bytes())
    assert not map_.unread
    assert all(map_.table(kind) for kind in RECORD_KINDS)
    assert map_.info.title == "Golden"
    assert map_.claims[RecordId("c1")].text == "Dogs bark.\nAlways."
    assert map_.relations[RecordId("r2")].premises == ("c2", "c3")
    assert map_.relations[RecordId("r4")].target == "r2"
    assert map_.sources[RecordId("t1")].body == "Heading 😀\nDogs bark. They e\u0301bark?\n"
    assert map_.excerpts[RecordId("x1")].exact == "Dogs bark."
    assert {participant.standing for participant in map_.participants.values()} == set(Standing)
    assert {claim.kind for claim in map_.claims.values()} == set(ClaimKind)
    assert {claim.flag for claim in map_.claims.values()} == {None, *Flag}
    assert {relation.kind for relation in map_.relations.values()} == set(RelationKind)
    assert {relation.strength for relation in map_.relations.values()} == set(Strength)
    assert {note.kind for note in map_.notes.values()} == set(NoteKind)


def test_the_current_golden_file_is_written_as_it_stands() -> None:
    data = golden(CURRENT_VERSION).read_bytes()
    assert write(read(data)) == data


def titled(document: Json) -> Json:
    return {**document, "title": "none"}


def shouted(document: Json) -> Json:
    return {**document, "title": str(document["title"]).upper()}


def test_steps_are_taken_one_after_the_other_and_the_old_document_stays() -> None:
    old: Json = {"version": 1, "records": []}
    before = copy.deepcopy(old)
    steps = {1: titled, 2: shouted}
    assert migrated(old, 1, steps=steps, current=3) == {"version": 3, "records": [], "title": "NONE"}
    assert migrated({**old, "version": 2, "title": "a"}, 2, steps=steps, current=3)["title"] == "A"
    assert old == before


def test_a_current_document_is_left_alone() -> None:
    document: Json = {"version": CURRENT_VERSION}
    assert migrated(document, CURRENT_VERSION) is document
