"""The formats there are: found by what a file holds, or by how its name ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from argmap.formats.codec import HEAD, Codec
from argmap.formats.errors import NotThisFormat
from argmap.formats.native import NativeCodec


@dataclass(frozen=True, slots=True)
class CodecRegistry:
    """Codecs, the program's own format first."""

    codecs: tuple[Codec, ...] = (NativeCodec(),)

    @property
    def native(self) -> Codec:
        """The program's own format."""
        return self.codecs[0]

    def for_file(self, data: bytes, path: PurePath) -> Codec:
        """The codec that recognises the bytes, or else that the name stands for; `NotThisFormat` if none."""
        head = data[:HEAD]
        found = next((codec for codec in self.codecs if codec.can_read(head)), self.for_path(path))
        if found is None:
            raise NotThisFormat
        return found

    def for_path(self, path: PurePath) -> Codec | None:
        """The codec that the name's ending stands for, if there is one."""
        ending = path.suffix.lower()
        return next((codec for codec in self.codecs if ending in codec.suffixes), None)
