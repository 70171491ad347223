"""Texts fit to be kept."""

from __future__ import annotations

import pytest

from argmap.model.text import normalized


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffhead\u2028line\u2029paragraph", "head\nline\nparagraph"),
        ("half \ud83d a face", "half \ufffd a face"),
        ("whole 😀 e\u0301", "whole 😀 e\u0301"),
    ],
)
def test_a_text_from_anywhere_is_made_fit_to_keep(raw: str, kept: str) -> None:
    assert normalized(raw) == kept
