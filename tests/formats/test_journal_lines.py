"""Steps of editing as lines: what they said comes back, and damage to one line costs that line."""

from __future__ import annotations

import json
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.edits import claims, relations
from argmap.formats.journal_lines import Step, read_step, replay, write_step
from argmap.formats.native import write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Delta
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind
from argmap.model.rules import Violation
from tests.builders import editor_of, ids, sketch
from tests.edits.verbs import edits
from tests.strategies import maps

NOW = "2026-11-24T14:01:00Z"


def some_steps(data: DataObject, start: ArgumentMap) -> tuple[list[bytes], list[ArgumentMap]]:
    """Lines of random edits, undone and redone now and then, and the map after each."""
    editor = editor_of(start)
    lines, after = [], []

    def note(delta: Delta) -> None:
        lines.append(write_step(delta, label="Edit", at=NOW))
        after.append(editor.map)

    editor.subscribe(lambda update: note(update.delta) if update.delta else None)
    for _ in range(data.draw(st.integers(1, 8))):
        match data.draw(st.sampled_from(("edit", "edit", "edit", "undo", "redo"))):
            case "undo":
                editor.undo()
            case "redo":
                editor.redo()
            case _:
                try:
                    editor.edit("Edit", data.draw(edits(editor.map)))
                except (Violation, ValueError):
                    continue
    return lines, after


def steps_of(lines: list[bytes]) -> list[Step]:
    return [step for line in lines if (step := read_step(line)) is not None]


@given(maps(), st.data())
def test_replaying_the_lines_gives_the_map_after_them(start: ArgumentMap, data: DataObject) -> None:
    lines, after = some_steps(data, start)
    for number, map_ in enumerate(after, start=1):
        assert write(replay(start, steps_of(lines[:number]))) == write(map_)


@given(maps(), st.data())
def test_a_line_that_is_lost_leaves_a_well_formed_map_with_what_the_others_said(
    start: ArgumentMap, data: DataObject
) -> None:
    lines, after = some_steps(data, start)
    if not lines:
        return
    lost = data.draw(st.integers(0, len(lines) - 1))
    kept = steps_of(lines[:lost] + lines[lost + 1 :])
    map_ = replay(start, kept)
    assert rules.check(map_) == []
    assert map_.unread == start.unread
    lost_step = read_step(lines[lost])
    assert lost_step is not None
    touched = {record.id for record in lost_step.put} | set(lost_step.removed)
    later = {record.id for step in steps_of(lines[lost + 1 :]) for record in step.put}
    for record in after[-1].values():
        names_lost = touched & {record.id, *rules.references(record)}
        if record.id in later and not names_lost and not touched & _behind(after[-1], record.id):
            assert record.id in map_


def _behind(map_: ArgumentMap, key: RecordId) -> set[RecordId]:
    """All records that one hangs on, at whatever remove."""
    found: set[RecordId] = set()
    waiting = [key]
    while waiting:
        record = map_.get(waiting.pop())
        fresh = set(rules.references(record)) - found if record else set()
        found |= fresh
        waiting += fresh
    return found


@given(maps(), st.data())
def test_a_damaged_line_is_seen(start: ArgumentMap, data: DataObject) -> None:
    lines, _ = some_steps(data, start)
    for line in lines:
        place = data.draw(st.integers(0, len(line) - 1))
        other = data.draw(st.integers(0, 255).filter(lambda byte, was=line[place]: byte != was))
        assert read_step(line[:place] + bytes([other]) + line[place + 1 :]) is None
        assert read_step(line[:place]) is None


def test_a_line_is_json_and_says_what_was_done() -> None:
    editor = editor_of(sketch("thesis <- reason"))
    delta = editor.edit("Reword claim", lambda t: claims.reword(t, RecordId("reason"), "other words"))
    line = write_step(delta, label="Reword claim", at=NOW)
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    said = json.loads(line)["line"]
    assert (said["at"], said["label"], said["removed"]) == (NOW, "Reword claim", [])
    assert [record["text"] for record in said["put"]] == ["other words"]


def test_what_names_a_claim_whose_line_is_lost_is_loosened_and_not_dropped() -> None:
    start = sketch("thesis <- one + two")
    editor = editor_of(start)
    key = RecordId("one+two->thesis")
    lines: list[bytes] = []
    editor.subscribe(lambda update: lines.append(write_step(update.delta, label="", at=NOW)))
    editor.edit("Add", lambda t: claims.add_claim(t, "three", at=(0, 0)))
    (added,) = editor.map.claims.keys() - start.claims.keys()
    editor.edit("Link", lambda t: relations.connect(t, added, RecordId("two"), RelationKind.SUPPORT))
    editor.edit("Reword", lambda t: claims.reword(t, RecordId("one"), "first"))
    map_ = replay(start, steps_of(lines[1:]))
    assert set(map_.claims) == {"thesis", "one", "two"}
    assert map_.claims[RecordId("one")].text == "first"
    assert map_.relations[key].premises == tuple(ids("one", "two"))
    assert set(map_.relations) == {key}


def test_a_step_with_a_record_that_this_version_does_not_know_is_passed_over_as_a_whole() -> None:
    body = b'{"at": "", "label": "", "put": [%s], "removed": []}'
    known, unknown = b'{"record": "claim", "id": "c1", "text": "So."}', b'{"record": "spell", "id": "s1"}'

    def line(*records: bytes) -> bytes:
        said = body % b", ".join(records)
        return b'{"sum":"%08x","line":%s}\n' % (crc32(said), said)

    assert read_step(line(known)) is not None
    assert read_step(line(known, unknown)) is None


@pytest.mark.parametrize(
    "unread",
    [b'"spell"', b'["spell"]', b"[" * 200 + b"]" * 200, b"[" + b'{"a":' * 200 + b"1" + b"}" * 201 + b"]"],
)
def test_a_line_that_keeps_what_is_no_record_is_damaged(unread: bytes) -> None:
    said = b'{"at":"","label":"","put":[],"removed":[],"unread":%s}' % unread
    assert read_step(b'{"sum":"%08x","line":%s}\n' % (crc32(said), said)) is None


def test_what_the_base_could_not_read_is_there_after_the_steps() -> None:
    start = ArgumentMap(unread=({"record": "spell", "id": "s1"},))
    assert replay(start, ()).unread == start.unread
