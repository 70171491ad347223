"""How passages that lie over one another are told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, Source
from argmap.model.roles import Role
from argmap.source.mapping import Shift
from argmap.source.passages import Passage, Segment, Segments, first_of, passages_of

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))), max_size=8
)


def passages(spans: list[tuple[int, int]]) -> list[Passage]:
    return [
        Passage(
            excerpt=RecordId(f"x{index}"),
            element=RecordId(f"c{index}"),
            role=Role.REASON,
            start=start,
            end=end,
        )
        for index, (start, end) in enumerate(spans)
    ]


@given(SPANS)
def test_every_position_knows_exactly_the_passages_over_it(spans: list[tuple[int, int]]) -> None:
    found = passages(spans)
    segments = Segments(found)
    for position in range(45):
        over = {passage for passage in found if passage.start <= position < passage.end}
        segment = segments.at(position)
        assert (set(segment.passages) if segment else set()) == over


@given(spans=SPANS, changes=st.lists(st.tuples(*[st.integers(0, 20)] * 3), max_size=3))
def test_after_changes_each_segment_is_where_what_is_left_of_it_stands(
    spans: list[tuple[int, int]], changes: list[tuple[int, int, int]]
) -> None:
    segments, wanted = Segments(passages(spans)), list(Segments(passages(spans)).between(0, 50))
    for change in changes:
        shift = Shift(*change)
        segments.shift(shift)
        moved = [(shift.through(held.start, held.end), held) for held in wanted]
        wanted = [Segment(*place, held.passages) for place, held in moved if place]
    assert list(segments.between(0, 200)) == wanted
    for start in range(0, 60, 7):
        end = start + 9
        shown = [held for held in wanted if held.start < end and start < held.end]
        assert [held for held in segments.between(start, end) if held in shown] == shown


@given(SPANS)
def test_the_shortest_passage_is_the_innermost(spans: list[tuple[int, int]]) -> None:
    for segment in Segments(passages(spans)).between(0, 50):
        lengths = [passage.end - passage.start for passage in segment.passages]
        assert lengths == sorted(lengths)


@given(SPANS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), min_size=1, max_size=4))
def test_stretches_find_the_segments_that_share_text_with_them_whatever_was_asked_before(
    spans: list[tuple[int, int]], stretches: list[tuple[int, int]]
) -> None:
    segments, everything = Segments(passages(spans)), Segments(passages(spans)).between(-1, 100)
    for start, length in stretches:
        shared = [s for s in everything if s.start < start + length and s.end > start]
        assert list(segments.between(start, start + length)) == shared


def test_a_passage_that_reaches_beyond_its_text_ends_with_it() -> None:
    body = "Short \U0001f600"
    key = RecordId("text")
    text = Source(id=key, title="Text", body=body)
    beyond = Excerpt(
        id=RecordId("x"), element=RecordId("c"), source=key, exact="", start=2, end=len(body) + 40
    )
    map_ = ArgumentMap([text, Claim(id=RecordId("c"), text="c"), beyond])
    (passage,) = passages_of(map_, text)
    assert passage.end == len(body)


def test_a_lost_passage_stands_nowhere() -> None:
    source = Source(id=RecordId("s"), title="", body="One two three")
    claim = Claim(id=RecordId("c"), text="C")
    held = Excerpt(id=RecordId("x"), element=claim.id, source=source.id, exact="two", start=4, end=7)
    lost = replace(held, id=RecordId("y"), start=0, end=3, anchoring=Anchoring.LOST)
    map_ = ArgumentMap([claim, source, held, lost])
    found = passages_of(map_, source)
    assert [passage.excerpt for passage in found] == ["x"]
    assert first_of([lost, held], source.id) == held
    assert first_of([lost], source.id) is None
