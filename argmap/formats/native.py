"""The program's own format, `.argmap`: JSON that a person can read and Git can merge.

One field a line, records in one order, coordinates to a tenth of a pixel: one reworded claim is one hunk of
a diff. What this version does not know is kept and written back: fields in their record's `extra`, records,
with all that names them, in the map's `unread`.
"""

from __future__ import annotations

import re

import msgspec

from argmap.formats.errors import Damaged, MadeByNewerVersion, NotThisFormat, TooLarge
from argmap.formats.json_text import parse
from argmap.formats.migrations import CURRENT_VERSION, Json, migrated
from argmap.formats.record_fields import Fields, from_fields, tag_of, to_fields
from argmap.model import rules
from argmap.model.argument_map import ArgumentMap, id_of
from argmap.model.ids import RecordId
from argmap.model.records import RECORD_KINDS, AnyRecord

LARGEST = 64 * 1024 * 1024
"""No file is larger than this many bytes."""
MOST_RECORDS = 500_000
"""No file holds more records than this."""

_SIGNATURE = re.compile(rb'"format"\s*:\s*"argmap"')
_BOM = b"\xef\xbb\xbf"
_KEYS = ("format", "version", "records")


class NativeCodec:
    """The format as a codec."""

    name = "argmap"
    title = "argmap map"
    suffixes = (".argmap",)

    def can_read(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes says that it is a map."""
        return head.removeprefix(_BOM).lstrip().startswith(b"{") and bool(_SIGNATURE.search(head))

    def read(self, data: bytes) -> ArgumentMap:
        """See `read`."""
        return read(data)

    def write(self, map_: ArgumentMap) -> bytes:
        """See `write`."""
        return write(map_)


def write(map_: ArgumentMap) -> bytes:
    """The file of a map: the same bytes for the same map; `rules.Violation` where the map is ill-formed."""
    faults = rules.check(map_)
    if faults:
        raise rules.Violation(" ".join(faults))
    records = [to_fields(record) for kind in RECORD_KINDS for _, record in sorted(map_.table(kind).items())]
    unread = [part for part in map_.unread if id_of(part) not in map_]  # one id is never two records
    document = {"format": "argmap", "version": CURRENT_VERSION, "records": [*records, *unread]}
    data = msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
    if len(data) > LARGEST:
        raise TooLarge(f"{LARGEST // 1024**2} MB")
    return data


def read(data: bytes) -> ArgumentMap:
    """The map in a file; a `FormatError` where the file as a whole cannot be trusted."""
    if len(data) > LARGEST:
        raise TooLarge(f"{LARGEST // 1024**2} MB")
    if not data.strip(b"\0 \t\r\n"):
        raise Damaged("the file", "is empty")
    map_ = _map(_records(_document(data)))
    for record in map_.values():
        for fault in rules.faults(map_, record):
            raise Damaged(_named(record), fault)
    return map_


def _document(data: bytes) -> Json:
    """The file as JSON, brought up to the current version."""
    try:
        document = parse(_text(data))
    except Damaged:
        if NativeCodec().can_read(data):
            raise
        raise NotThisFormat from None
    if not isinstance(document, dict) or document.get("format") != "argmap":
        raise NotThisFormat
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Damaged("its version", "is not a number from 1 upwards")
    if version > CURRENT_VERSION:
        raise MadeByNewerVersion(version, known=CURRENT_VERSION)
    return migrated(document, version)


def _text(data: bytes) -> str:
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Damaged(f"line {line}", "holds bytes that are not UTF-8 text") from None


def _records(document: Json) -> list[Fields]:
    for key in document:
        if key not in _KEYS:
            raise Damaged("the file", f"has the field “{key}” outside its records")
    records = document.get("records")
    if not isinstance(records, list):
        raise Damaged("the file", "has no list of records")
    if len(records) > MOST_RECORDS:
        raise TooLarge(f"{MOST_RECORDS:,} records")
    for number, fields in enumerate(records, start=1):
        if not isinstance(fields, dict):
            raise Damaged(f"record {number}", "is not an object")
    return records


def _map(records: list[Fields]) -> ArgumentMap:
    unread: dict[int, Fields] = {}
    read: dict[RecordId, tuple[int, AnyRecord]] = {}
    for number, fields in enumerate(records):
        record = from_fields(fields)
        if record is None:
            unread[number] = fields
        elif record.id in read:
            raise Damaged(_named(record), "has the same id as another record")
        else:
            read[record.id] = (number, record)
    lost = {key for fields in unread.values() if isinstance(key := fields.get("id"), str)}
    for key in _cut_off([record for _, record in read.values()], lost.difference(read)):
        number, _ = read.pop(key)
        unread[number] = records[number]
    return ArgumentMap(
        (record for _, record in read.values()), unread=tuple(unread[number] for number in sorted(unread))
    )


def _cut_off(records: list[AnyRecord], lost: set[str]) -> set[RecordId]:
    """The ids of records that name one that cannot be read, at whatever remove: they wait with it."""
    naming: dict[str, list[RecordId]] = {}
    for record in records:
        for key in rules.references(record):
            naming.setdefault(key, []).append(record.id)
    found: set[RecordId] = set()
    waiting = list(lost)
    while waiting:
        fresh = set(naming.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def _named(record: AnyRecord) -> str:
    return f"the {tag_of(type(record))} {record.id}"


def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a file of the current version."""
    references, components = msgspec.json.schema_components(
        RECORD_KINDS, schema_hook=lambda _: {"type": "object"}, ref_template="#/$defs/{name}"
    )
    for component in components.values():
        component.get("properties", {}).pop("extra", None)
    records = {"type": "array", "maxItems": MOST_RECORDS, "items": {"anyOf": list(references)}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap file",
        "description": "An argument map: its records, each of one kind, by kind and id.",
        "type": "object",
        "properties": {
            "format": {"const": "argmap"},
            "version": {"const": CURRENT_VERSION},
            "records": records,
        },
        "required": list(_KEYS),
        "additionalProperties": False,
        "$defs": components,
    }
