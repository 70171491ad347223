"""Files that cannot be trusted: each is refused as a whole, with a sentence that says what and where."""

from __future__ import annotations

import json

import pytest

from argmap.formats.errors import Damaged, FormatError, MadeByNewerVersion, NotThisFormat, TooLarge
from argmap.formats.native import LARGEST, MOST_RECORDS, read
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.resources import resource

CLAIMS = [{"record": "claim", "id": f"c{number}", "text": "So."} for number in range(1, 4)]


def relation(key: str, premise: str, target: str, kind: str = "attack") -> dict[str, object]:
    return {"record": "relation", "id": key, "premises": [premise], "target": target, "kind": kind}


def file(*records: object, **fields: object) -> bytes:
    return json.dumps({"format": "argmap", "version": 1, "records": records} | fields).encode()


def text(record: str) -> bytes:
    return b'{"format": "argmap", "version": 1, "records": [%s]}' % record.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"Stalin, then, had the personal goal",
        b"%PDF-1.7 \xff\xfe",
        b"\xff\xfe{\x00",
        b"[1, 2]",
        b"{}",
        b"null",
        b'{"format": "aif", "version": 1, "records": []}',
        b'{"format": "arg',
        bytes(range(256)),
    ],
)
def test_what_is_something_else_is_said_to_be_no_map(data: bytes) -> None:
    with pytest.raises(NotThisFormat, match="not an argument map"):
        read(data)


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0" * 4096])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(Damaged, match=r"the file is empty.*\.bak"):
        read(data)


def test_a_map_of_a_later_version_asks_for_an_update() -> None:
    with pytest.raises(MadeByNewerVersion, match=r"version 7.*Update argmap") as caught:
        read(file({"record": "hologram"}, version=7, holograms=[]))
    assert caught.value.version == 7


@pytest.mark.parametrize("version", [0, -1, 1.5, True, "1", None])
def test_a_version_that_is_no_version_is_damage(version: object) -> None:
    with pytest.raises(Damaged, match="its version"):
        read(file(version=version))


def test_half_a_file_is_said_to_break_off_wherever_it_is_cut() -> None:
    data = resource("examples", "stalins-goals.argmap").read_bytes().rstrip()
    for length in range(40, len(data) - 1, 499):
        with pytest.raises(Damaged, match=r"line \d+") as caught:
            read(data[:length])
        assert caught.value.where.startswith("line ")
    with pytest.raises(Damaged, match="line 500 is where the file breaks off"):
        read(b"\n".join(data.split(b"\n")[:500]))


def test_a_line_that_is_no_json_is_named() -> None:
    data = file(*CLAIMS).replace(b'{"record": "claim", "id": "c2"', b'\n{"record": "claim" "id": "c2"')
    with pytest.raises(Damaged, match="line 2 cannot be read at character 20"):
        read(data)


def test_a_line_that_is_no_utf8_is_named() -> None:
    with pytest.raises(Damaged, match="line 2 holds bytes that are not UTF-8"):
        read(file(*CLAIMS).replace(b"So.", b"\nSo\xff", 1))


@pytest.mark.parametrize(
    ("records", "where"),
    [
        ([*CLAIMS, CLAIMS[0]], "the claim c1 has the same id"),
        ([*CLAIMS, {**relation("c1", "c2", "c3")}], "c1 has the same id"),
        ([*CLAIMS, relation("r1", "c1", "c9")], "the relation r1 points at c9"),
        ([*CLAIMS, relation("r1", "c9", "c1")], "the relation r1 names the claim c9"),
        ([*CLAIMS, relation("r1", "c1", "c1")], "the relation r1 has its own premise as target"),
        (
            [*CLAIMS, relation("r1", "c1", "r2"), relation("r2", "c2", "r1")],
            "r1 undercuts itself in a circle",
        ),
        ([*CLAIMS, relation("r1", "c1", "c2", "answer")], "r1 answers something that is not a question"),
        ([{**CLAIMS[0], "credence": 7}], "the claim c1 has a credence outside 0 to 1"),
        ([{**CLAIMS[0], "participant": "p9"}], "the claim c1 names the participant p9"),
        ([{"record": "note", "id": "n1", "element": "c9", "body": ""}], "the note n1 belongs to c9"),
        (
            [*CLAIMS, {"record": "placement", "id": "at:c1", "element": "c1", "x": 1e9, "y": 0}],
            "the placement at:c1 stands at a place that is not a number",
        ),
        ([CLAIMS[0], "c2"], "record 2 is not an object"),
    ],
)
def test_a_record_that_breaks_a_rule_is_named(records: list[object], where: str) -> None:
    with pytest.raises(Damaged, match=where):
        read(file(*records))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_place_that_is_no_number_is_refused(number: str) -> None:
    claim = json.dumps(CLAIMS[0])
    with pytest.raises(Damaged, match=f"the (value|number) {number}"):
        read(
            text(f'{claim}, {{"record": "placement", "id": "at:c1", "element": "c1", "x": {number}, "y": 0}}')
        )


def test_a_field_that_stands_twice_is_refused() -> None:
    with pytest.raises(Damaged, match="claim c1 has “text” twice"):
        read(text('{"record": "claim", "id": "c1", "text": "a", "text": "b"}'))


@pytest.mark.parametrize("field", ["label", "rating"])
def test_half_a_character_is_refused_in_known_and_unknown_fields(field: str) -> None:
    with pytest.raises(Damaged, match="half a character"):
        read(text(f'{{"record": "claim", "id": "c1", "text": "a", "{field}": "\\ud83d"}}'))


def test_the_file_itself_has_only_its_three_fields() -> None:
    with pytest.raises(Damaged, match="“groups” outside its records"):
        read(file(groups=[]))
    with pytest.raises(Damaged, match="no list of records"):
        read(b'{"format": "argmap", "version": 1, "records": {}}')


@pytest.mark.parametrize("value", ["[" * 40 + "]" * 40, "[" * 100_000, '{"a":' * 100_000, "9" * 5000])
def test_nesting_and_digits_without_end_are_refused(value: str) -> None:
    with pytest.raises(Damaged):
        read(text(f'{{"record": "claim", "id": "c1", "text": "a", "more": {value}}}'))


def test_more_than_a_map_can_be_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(TooLarge, match="at most 64 MB"):
        read(b"x" * (LARGEST + 1))
    with pytest.raises(TooLarge, match="500,000 records"):
        read(text(",".join(["{}"] * (MOST_RECORDS + 1))))


def outcome(data: bytes) -> ArgumentMap | FormatError:
    try:
        return read(data)
    except FormatError as error:
        return error


@pytest.mark.parametrize("byte", b'}"\\\xff0')
def test_a_byte_that_has_gone_bad_gives_a_sound_map_or_a_sentence(byte: int) -> None:
    data = resource("examples", "stalins-goals.argmap").read_bytes()
    for position in range(0, len(data), 1499):
        found = outcome(data[:position] + bytes([byte]) + data[position + 1 :])
        if isinstance(found, ArgumentMap):
            assert rules.check(found) == []
        else:
            assert str(found).endswith(".")
