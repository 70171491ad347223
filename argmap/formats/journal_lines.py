"""The lines of a recovery journal, each a line of JSON: a heading, then the steps of editing since its base.

A step says what its records are after it, not what they were: so a line that is lost costs what it said, and
the lines behind it still hold. A line carries the sum of its own bytes, by which damage is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import msgspec

from argmap.formats.errors import Damaged
from argmap.formats.json_text import is_too_deep, parse
from argmap.formats.native import LARGEST
from argmap.formats.record_fields import Fields, from_fields, to_fields
from argmap.model.argument_map import ArgumentMap
from argmap.model.delta import Delta
from argmap.model.ids import RecordId
from argmap.model.mending import mended
from argmap.model.records import AnyRecord

_HEAD, _TAIL = b'{"sum":"%08x","line":', b"}\n"
_HEAD_LENGTH = len(_HEAD % 0)


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What a journal is about."""

    name: str
    """What the window calls the map."""
    path: str = ""
    """The file that it was opened from or last saved to; empty where it has none."""
    digest: str = ""
    """SHA-256 of that file then, in hexadecimal."""
    began: str = ""
    """When the first step was taken that is not in the file: ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step left behind."""

    at: str
    """When it was taken: ISO 8601 in UTC."""
    label: str
    """Its name, as the Edit menu says it."""
    put: tuple[AnyRecord, ...]
    """The records that it added or changed, as they are after it."""
    removed: tuple[RecordId, ...]
    unread: tuple[object, ...] | None = None
    """All that could not be read, as it is after the step; None where that stayed as it was."""


def write_heading(heading: Heading) -> bytes:
    """The line of a heading, its end included."""
    return _sealed(msgspec.json.encode({"heading": heading}))


def read_heading(line: bytes) -> Heading | None:
    """The heading that a line says; None where it says none, or is torn or damaged."""
    match _opened(line):
        case {"heading": dict(fields)}:
            try:
                return msgspec.convert(fields, Heading)
            except msgspec.ValidationError:
                return None
    return None


def write_step(delta: Delta, *, label: str, at: str) -> bytes:
    """The line of a step, its end included."""
    changes = delta.changes
    step: Fields = {
        "at": at,
        "label": label,
        "put": [to_fields(change.after) for change in changes.values() if change.after is not None],
        "removed": [key for key, change in changes.items() if change.after is None],
    }
    if delta.unread is not None:
        step["unread"] = delta.unread.after
    return _sealed(msgspec.json.encode(step))


def read_step(line: bytes) -> Step | None:
    """The step that a line says; None where it says none, or is torn or damaged."""
    try:
        return _step(_opened(line))
    except Damaged:
        return None


def _sealed(body: bytes) -> bytes:
    return _HEAD % crc32(body) + body + _TAIL


def _opened(line: bytes) -> object:
    """What a line holds; None where it is torn or damaged."""
    body = line[_HEAD_LENGTH : -len(_TAIL)]
    if len(line) > LARGEST or line != _sealed(body):
        return None
    try:
        return parse(body.decode())
    except (UnicodeDecodeError, Damaged):
        return None


def _step(value: object) -> Step | None:
    match value:
        case {"at": str(at), "label": str(label), "put": list(put), "removed": list(removed), **rest}:
            records = [from_fields(fields) if isinstance(fields, dict) else None for fields in put]
            known = tuple(record for record in records if record is not None)
            if len(known) == len(put) and all(isinstance(key, str) for key in removed):
                return Step(at, label, known, tuple(removed), _unread(rest.get("unread")))
    return None


def _unread(value: object) -> tuple[object, ...] | None:
    """Records that could not be read, as a file keeps them; `Damaged` where they are no records."""
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(fields, dict) for fields in value):
        raise Damaged("the step", "keeps what is no record")
    if any(map(is_too_deep, value)):
        raise Damaged("the step", "has too many brackets inside each other")
    return tuple(value)


def replay(base: ArgumentMap, steps: Iterable[Step]) -> ArgumentMap:
    """The map after some steps; what cannot stand any more because a step was lost is left out."""
    records, unread = dict(base), base.unread
    for step in steps:
        for key in step.removed:
            records.pop(key, None)
        records.update((record.id, record) for record in step.put)
        unread = unread if step.unread is None else step.unread
    return mended(ArgumentMap(records.values(), unread=unread))
