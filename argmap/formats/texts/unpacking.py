"""Files that are packed as zip: Word and EPUB. What they unpack to is bounded before it is unpacked."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.formats.errors import Locked, TextTooLarge

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SIGNATURE = b"PK\x03\x04"
LARGEST_UNPACKED = 32 * 1024 * 1024
"""The parts with text unpack to no more bytes than this, all together."""
_MOST_PARTS = 20_000
_LOCKED = 0x1


class Package:
    """A zip file in memory, whose parts are read one by one."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts; `zipfile.BadZipFile` where there is none."""
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._left = LARGEST_UNPACKED
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise TextTooLarge

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """A part; KeyError where there is none, `TextTooLarge` when all that was read grows too large."""
        part = self._parts[name]
        if part.flag_bits & _LOCKED:
            raise Locked("This file is locked with a password. Save a copy without one, and bring that in.")
        # The reader never unpacks more than the stated size, so a size that lies does no harm.
        self._left -= part.file_size
        if self._left < 0:
            raise TextTooLarge
        return self._zip.read(part)


def xml(data: bytes) -> Element:
    """The root of an XML document; a ValueError or a ParseError where it is none, or declares entities."""
    # Imported here because it would cost every start of the program, see the package.
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    return root


def local_name(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def first_text(root: Element, name: str) -> str:
    """The text of the first element of that name that has any."""
    texts = ((found.text or "").strip() for found in root.iter() if local_name(found) == name)
    return next(filter(None, texts), "")
