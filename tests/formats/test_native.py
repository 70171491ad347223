"""Writing a map and reading it back."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from argmap.formats.errors import TooLarge
from argmap.formats.native import read, write
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Change, Delta
from argmap.model.ids import RecordId, placement_id
from argmap.model.limits import LONGEST_SOURCE
from argmap.model.records import Claim, Placement, Relation, Source
from argmap.resources import resource
from tests.strategies import maps

SAMPLE = resource("examples", "stalins-goals.argmap")


def placed(x: float, y: float, width: float | None = None) -> ArgumentMap:
    claim = Claim(id=RecordId("c1"), text="One")
    where = Placement(id=placement_id(claim.id), element=claim.id, x=x, y=y, width=width)
    return ArgumentMap([claim, where])


def records(data: bytes) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(data)["records"]
    return found


@given(maps())
def test_what_is_written_is_read_back_and_written_the_same(map_: ArgumentMap) -> None:
    assert rules.check(map_) == []
    data = write(map_)
    assert read(data) == map_
    assert write(read(data)) == data


@given(maps())
def test_the_order_of_the_records_in_the_map_makes_no_difference(map_: ArgumentMap) -> None:
    assert write(ArgumentMap(reversed(list(map_.values())))) == write(map_)


def test_an_empty_map_is_a_file_too() -> None:
    assert write(ArgumentMap()) == b'{\n "format": "argmap",\n "version": 1,\n "records": []\n}\n'
    assert read(write(ArgumentMap())) == ArgumentMap()


def test_a_record_begins_with_its_kind_and_id_and_leaves_out_what_is_at_its_default() -> None:
    map_ = ArgumentMap([Claim(id=RecordId("c1"), text="Größe 😀", credence=1.0)])
    assert [list(each.items()) for each in records(write(map_))] == [
        [("record", "claim"), ("id", "c1"), ("text", "Größe 😀"), ("credence", 1)]
    ]


def test_lines_end_in_a_newline_and_text_is_plain_utf8() -> None:
    data = write(ArgumentMap([Claim(id=RecordId("c1"), text="Größe\r\n😀")]))
    assert b"\r" not in data
    assert "Größe".encode() in data
    assert read(data).claims[RecordId("c1")].text == "Größe\r\n😀"


def test_coordinates_are_rounded_to_a_tenth_and_whole_ones_have_no_point() -> None:
    (_, where) = records(write(placed(10.04, -0.01, 224.26)))
    assert [repr(where[name]) for name in ("x", "y", "width")] == ["10", "0", "224.3"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e300])
def test_a_place_that_is_no_place_is_not_written(number: float) -> None:
    with pytest.raises(rules.Violation, match="at:c1"):
        write(placed(0, number))


def test_a_map_that_breaks_a_rule_is_not_written() -> None:
    lost = Relation(id=RecordId("r1"), premises=(RecordId("c1"),), target=RecordId("c9"))
    with pytest.raises(rules.Violation, match="c9"):
        write(ArgumentMap([Claim(id=RecordId("c1"), text="One"), lost]))
    with pytest.raises(rules.Violation, match="cannot be saved"):
        write(ArgumentMap([Claim(id=RecordId("c1"), text="half \ud83d")]))


def test_a_byte_order_mark_is_passed_over() -> None:
    data = SAMPLE.read_bytes()
    assert read(b"\xef\xbb\xbf" + data) == read(data)


def test_one_reworded_claim_is_one_hunk_of_a_diff() -> None:
    before = read(SAMPLE.read_bytes())
    claim = before.claims[RecordId("c14")]
    reworded = replace(claim, text="He did not plan to spread Communism.")
    assert changed_lines(before, before.apply(Delta({claim.id: Change(claim, reworded)}))) == [
        '-   "text": "He did not necessarily envision spreading Communism across the globe.",',
        '+   "text": "He did not plan to spread Communism.",',
    ]


def test_one_moved_card_is_one_hunk_of_a_diff() -> None:
    before = read(SAMPLE.read_bytes())
    where = before.placement(RecordId("c14"))
    assert where is not None
    after = before.apply(Delta({where.id: Change(where, replace(where, x=784.0, y=310.25))}))
    assert changed_lines(before, after) == [
        '-   "x": 776,',
        '-   "y": 308',
        '+   "x": 784,',
        '+   "y": 310.2',
    ]


def changed_lines(before: ArgumentMap, after: ArgumentMap) -> list[str]:
    """The lines of a diff that has exactly one hunk."""
    old, new = (write(map_).decode().split("\n") for map_ in (before, after))
    diff = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    assert [line.startswith("@@") for line in diff].count(True) == 1
    return diff[1:]


def test_the_sample_is_as_it_would_be_written_now() -> None:
    data = Path(SAMPLE).read_bytes()
    assert write(read(data)) == data


def test_a_map_that_could_not_be_opened_again_for_its_size_is_not_written() -> None:
    body = "x" * LONGEST_SOURCE
    sources = [Source(id=RecordId(f"s{number}"), title="", body=body) for number in range(4)]
    write(ArgumentMap(sources[:3]))
    with pytest.raises(TooLarge, match="64 MB"):
        write(ArgumentMap(sources))
