"""Texts as records keep them: lines end in a newline, and UTF-8 can hold every character."""

from __future__ import annotations

import re

_NEWLINE = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def normalized(text: str) -> str:
    """The text fit to be kept: lines end in a newline, no byte order mark, nothing UTF-8 cannot hold."""
    return _LONE_SURROGATE.sub("\ufffd", _NEWLINE.sub("\n", text.removeprefix("\ufeff")))
