"""The program finds its own files in a checkout."""

from __future__ import annotations

from argmap.resources import resource


def test_a_font_is_found() -> None:
    assert resource("fonts", "Inter_400Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_no_parts_name_the_folder_itself() -> None:
    assert {"fonts", "icons"} <= {path.name for path in resource().iterdir()}
