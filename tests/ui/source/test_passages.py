"""Passages where Qt counts them."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Excerpt, Source
from argmap.source.utf16 import Utf16Offsets
from argmap.ui.source.passages import passages_of


def test_a_passage_behind_an_emoji_stands_one_further_on_for_qt() -> None:
    body = "Short \U0001f600 and more"
    key = RecordId("text")
    text = Source(id=key, title="Text", body=body)
    behind = Excerpt(id=RecordId("x"), element=RecordId("c"), source=key, exact="and", start=8, end=11)
    map_ = ArgumentMap([text, Claim(id=RecordId("c"), text="c"), behind])
    (passage,) = passages_of(map_, text, Utf16Offsets(body))
    assert (passage.start, passage.end) == (9, 12)
