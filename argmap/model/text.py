"""Texts as records keep them: lines end in a newline, and UTF-8 can hold every character."""

from __future__ import annotations

import re

_NEWLINE = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff]")


def is_normalized(text: str) -> bool:
    """Whether the text is fit to be kept as a part of another, letter for letter."""
    return not (_NEWLINE.search(text) or _LONE_SURROGATE.search(text))


def insertable(text: str) -> str:
    """What comes from elsewhere, fit to stand within a text: normalized, without signs that no one sees."""
    return _CONTROL.sub("", normalized(text))


def normalized(text: str) -> str:
    """The text fit to be kept: lines end in a newline, no byte order mark, nothing UTF-8 cannot hold."""
    return _LONE_SURROGATE.sub("\ufffd", _NEWLINE.sub("\n", text.removeprefix("\ufeff")))
