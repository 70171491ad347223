"""A codec turns a map into the bytes of one format and back."""

from __future__ import annotations

from typing import Protocol

from argmap.model.argument_map import ArgumentMap

HEAD = 4096
"""How many bytes of a file a codec is shown to recognise it by."""


class Codec(Protocol):
    """One format."""

    @property
    def name(self) -> str:
        """The format's short name, for the command line."""

    @property
    def title(self) -> str:
        """The format's name for people."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, each with its dot, the usual one first."""

    def can_read(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes looks like this format."""

    def read(self, data: bytes) -> ArgumentMap:
        """The map in a file's bytes; `FormatError` where there is none."""

    def write(self, map_: ArgumentMap) -> bytes:
        """The bytes of a file with the map; `rules.Violation` where the map is ill-formed."""
