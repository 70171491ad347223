"""The order in which passages are checked."""

from __future__ import annotations

from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, Source
from argmap.source.listing import listed
from argmap.source.review import beside, doubtful, newly_doubtful
from tests.builders import ids

A, B = ids("a", "b")


def map_of(*passages: tuple[str, RecordId, int, Anchoring]) -> ArgumentMap:
    return ArgumentMap(
        [
            Claim(id=RecordId("c"), text="c"),
            *(Source(id=key, title="", body="x" * 50) for key in (A, B)),
            *(
                Excerpt(
                    id=RecordId(name),
                    element=RecordId("c"),
                    source=source,
                    exact="x",
                    start=start,
                    end=start + 1,
                    anchoring=anchoring,
                )
                for name, source, start, anchoring in passages
            ),
        ]
    )


MAP = map_of(
    ("late", A, 30, Anchoring.MOVED),
    ("sure", A, 10, Anchoring.KEPT),
    ("early", A, 20, Anchoring.LOST),
    ("other", B, 0, Anchoring.MOVED),
)


def test_they_come_text_by_text_in_reading_order() -> None:
    assert [held.id for held in doubtful(MAP)] == ["early", "late", "other"]


def test_texts_are_walked_by_title_in_whatever_order_the_map_has_them() -> None:
    turned = [replace(source, title=title) for source, title in zip(MAP.sources.values(), "zy", strict=True)]
    rest = [record for record in MAP.values() if not isinstance(record, Source)]
    assert [held.id for held in doubtful(ArgumentMap([*rest, *turned]))] == ["other", "early", "late"]
    assert listed(ArgumentMap([*rest, *turned])) == listed(ArgumentMap([*rest, *reversed(turned)]))


def test_the_walk_goes_round_and_begins_with_the_first() -> None:
    early, late, other, sure = ids("early", "late", "other", "sure")
    walked = [beside(MAP, key) for key in (None, early, late, other, sure)]
    assert [held.id if held else None for held in walked] == ["early", "late", "other", "early", "early"]
    back = beside(MAP, early, -1)
    assert back is not None
    assert back.id == "other"
    assert beside(map_of(), None) is None


def test_newly_doubtful_are_those_that_were_sure_or_are_new() -> None:
    early, sure = ids("early", "sure")
    made = MAP.excerpts[sure]
    after = ArgumentMap(
        [record for record in MAP.values() if record.id != sure] + [replace(made, anchoring=Anchoring.LOST)]
    )
    assert [held.id for held in newly_doubtful(MAP, after, [early, sure])] == ["sure"]
    assert [held.id for held in newly_doubtful(map_of(), MAP, [early, sure])] == ["early"]
