"""Documents with ids that count and the formats of the program."""

from __future__ import annotations

from pathlib import Path

from argmap.editor.document import Document
from argmap.formats.registry import CodecRegistry
from argmap.model.ids import IdSource, counting_ids


def new_document(ids: IdSource | None = None) -> Document:
    """An empty map without a file."""
    return Document.new(ids or counting_ids(1000), CodecRegistry())


def open_document(path: Path) -> Document:
    """The map in a file."""
    return Document.open(path, counting_ids(1000), CodecRegistry())


def open_copy(path: Path) -> Document:
    """A shipped map as a copy."""
    return Document.open_copy(path, counting_ids(1000), CodecRegistry())
