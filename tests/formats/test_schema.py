"""The published schema describes the files that are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from argmap.formats.migrations import CURRENT_VERSION
from argmap.formats.native import schema
from argmap.model.records import RECORD_KINDS
from argmap.resources import resource

GOLDEN = Path(__file__).parent.parent / "data" / "golden" / f"version-{CURRENT_VERSION}.argmap"


def definitions() -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema()["$defs"]  # type: ignore[assignment]
    return found


def by_tag() -> dict[str, Any]:
    return {
        definition["properties"]["record"]["enum"][0]: definition
        for definition in definitions().values()
        if "record" in definition.get("properties", {})
    }


def test_it_is_a_draft_2020_12_schema_of_the_whole_file() -> None:
    found = json.loads(json.dumps(schema()))
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["required"] == ["format", "version", "records"]
    assert found["properties"]["version"] == {"const": CURRENT_VERSION}
    assert len(found["properties"]["records"]["items"]["anyOf"]) == len(RECORD_KINDS)


def test_every_kind_of_record_is_described_in_words() -> None:
    assert set(by_tag()) == {kind.__struct_config__.tag for kind in RECORD_KINDS}
    for kind in RECORD_KINDS:
        definition = definitions()[kind.__name__]
        assert definition["title"] == kind.__name__
        assert definition["description"] == str(kind.__doc__).strip()


def test_every_reference_leads_somewhere() -> None:
    names = {part.split('"')[0] for part in json.dumps(schema()).split('"$ref": "#/$defs/')[1:]}
    assert names
    assert names <= set(definitions())


@pytest.mark.parametrize(
    "path", [resource("examples", "stalins-goals.argmap"), GOLDEN], ids=lambda path: path.stem
)
def test_files_have_the_fields_of_the_schema_and_no_others(path: Path) -> None:
    file = json.loads(path.read_bytes())
    assert set(file) == set(schema()["properties"])  # type: ignore[call-overload]
    kinds = by_tag()
    for record in file["records"]:
        definition = kinds[record["record"]]
        assert set(definition["required"]) <= set(record) <= set(definition["properties"])
        for turn in record.get("voices", ()):
            assert set(turn) <= set(definitions()["VoiceTurn"]["properties"])


def test_extra_is_not_a_field_of_any_record() -> None:
    assert not any("extra" in definition.get("properties", {}) for definition in definitions().values())
