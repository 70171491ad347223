"""Finding the format of a file."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from argmap.formats.errors import NotThisFormat
from argmap.formats.native import NativeCodec, write
from argmap.formats.registry import CodecRegistry
from argmap.model.argument_map import ArgumentMap

REGISTRY = CodecRegistry()


@pytest.mark.parametrize(
    "data",
    [
        write(ArgumentMap()),
        b'\xef\xbb\xbf {"version": 1, "format" : "argmap"',
        b'{"format":"argmap"',
    ],
)
def test_a_map_is_recognised_by_what_it_holds(data: bytes) -> None:
    assert REGISTRY.for_file(data, PurePath("notes.txt")) is REGISTRY.native


@pytest.mark.parametrize("data", [b"", b"plain", b'{"format": "aif"}', b'say "format": "argmap"'])
def test_what_it_does_not_hold_is_not_recognised(data: bytes) -> None:
    with pytest.raises(NotThisFormat):
        REGISTRY.for_file(data, PurePath("notes.txt"))


def test_the_ending_decides_where_the_content_says_nothing() -> None:
    assert REGISTRY.for_file(b"", PurePath("Broken.ARGMAP")) is REGISTRY.native
    assert REGISTRY.for_path(PurePath("map.argmap")) is REGISTRY.native
    assert REGISTRY.for_path(PurePath("map")) is None


def test_a_codec_is_asked_with_the_head_of_the_file_alone() -> None:
    late = b"{" + b" " * 5000 + b'"format": "argmap"}'
    assert NativeCodec().can_read(late)
    with pytest.raises(NotThisFormat):
        REGISTRY.for_file(late, PurePath("late.json"))
