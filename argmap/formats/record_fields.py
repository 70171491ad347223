"""One record as the fields that a file has of it, and back."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from argmap.formats.errors import Damaged
from argmap.formats.json_text import is_too_deep
from argmap.model.records import RECORD_KINDS, AnyRecord, PageStart, Placement, Record, VoiceTurn

Fields = dict[str, object]


def tag_of(kind: type[Record]) -> str:
    """What a file calls this kind of record."""
    return str(kind.__struct_config__.tag)


_KINDS: Mapping[str, type[Record]] = {tag_of(kind): kind for kind in RECORD_KINDS}
_KNOWN: Mapping[str, frozenset[str]] = {
    tag: frozenset(kind.__struct_fields__) - {"extra"} | {"record"} for tag, kind in _KINDS.items()
}
_PARTS: Mapping[str, frozenset[str]] = {
    "voices": frozenset(VoiceTurn.__struct_fields__),
    "pages": frozenset(PageStart.__struct_fields__),
}
"""The lists of a source, and what is known of their entries."""


def to_fields(record: Record) -> Fields:
    """The record's fields in their order: kind, id, what is not at its default, then what is not known."""
    fields: Fields = msgspec.to_builtins(replace(record, extra={}))
    fields = {"record": fields["record"], "id": record.id, **fields}
    if isinstance(record, Placement):
        fields.update((name, round(fields[name], 1)) for name in ("x", "y", "width") if name in fields)  # type: ignore[call-overload]
    for name, value in fields.items():
        if isinstance(value, float) and value.is_integer():
            fields[name] = int(value)
    return fields | {name: record.extra[name] for name in sorted(record.extra)}


def from_fields(fields: Fields) -> AnyRecord | None:
    """The record that the fields describe; None where this version cannot read all of it."""
    tag = fields.get("record")
    if is_too_deep(fields):
        raise Damaged(f"the record {fields.get('id', '')}".strip(), "has too many brackets inside each other")
    if not isinstance(tag, str) or tag not in _KINDS or not _are_parts_known(fields):
        return None
    known = {name: value for name, value in fields.items() if name in _KNOWN[tag]}
    try:
        record: AnyRecord = msgspec.convert(known, _KINDS[tag])  # type: ignore[assignment]
    except msgspec.ValidationError:
        return None
    unknown = {name: value for name, value in fields.items() if name not in _KNOWN[tag]}
    return replace(record, extra=unknown) if unknown else record


def _are_parts_known(fields: Fields) -> bool:
    """Whether no turn and no page of a source has a field that reading it would lose."""
    return fields["record"] != "source" or all(
        _are_known(fields.get(name), known) for name, known in _PARTS.items()
    )


def _are_known(parts: object, known: frozenset[str]) -> bool:
    return not isinstance(parts, list) or all(
        isinstance(part, dict) and known.issuperset(part) for part in parts
    )
