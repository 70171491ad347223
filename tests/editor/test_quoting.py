"""What a passage becomes on the map: one step, tied to its words, free of other cards."""

from __future__ import annotations

import pytest

from argmap.editor.quoting import Use, use_quote
from argmap.edits.arranging import place
from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId
from argmap.model.records import Claim, RelationKind, Source
from argmap.source.quote import Quote, quote_of
from tests.builders import sketch
from tests.host import Bench, bench_on, sample_bench

THESIS, STEP = RecordId("c02"), RecordId("s13")


@pytest.fixture
def bench() -> Bench:
    return sample_bench()


def quote_in(bench: Bench, start: int = 300, end: int = 420) -> Quote:
    (source,) = bench.map.sources.values()
    quote = quote_of(source, start, end)
    assert quote is not None
    return quote


def use(bench: Bench, what: Use, target: RecordId | None, quote: Quote | None = None) -> RecordId:
    canvas = bench.host.canvas
    return use_quote(
        bench.editor,
        quote or quote_in(bench),
        what,
        target=target,
        boxes=canvas.boxes,
        at=canvas.visible.center,
    )


def check_claim(bench: Bench, key: RecordId, quote: Quote) -> Claim:
    """It says what the passage says, rests on it alone, and stands free."""
    (source,) = bench.map.sources.values()
    claim = bench.map.claims[key]
    assert claim.text == " ".join(source.body[slice(*quote.span)].split())
    (excerpt,) = bench.map.excerpts_of(key)
    assert (excerpt.start, excerpt.end, excerpt.exact) == (*quote.span, source.body[slice(*quote.span)])
    boxes = bench.host.canvas.boxes
    assert not any(boxes[key].intersects(box) for other, box in boxes.items() if other != key)
    assert bench.selected == {key}
    return claim


@pytest.mark.parametrize(
    ("what", "target", "kind"),
    [
        (Use.REASON, THESIS, RelationKind.SUPPORT),
        (Use.REASON, STEP, RelationKind.SUPPORT),
        (Use.OBJECTION, THESIS, RelationKind.ATTACK),
        (Use.OBJECTION, STEP, RelationKind.ATTACK),
        (Use.UNDERCUTTER, STEP, RelationKind.ATTACK),
    ],
)
def test_it_becomes_a_claim_that_bears_on_the_target_in_one_step(
    bench: Bench, what: Use, target: RecordId, kind: RelationKind
) -> None:
    before, quote = bench.map, quote_in(bench)
    key = use(bench, what, target)
    claim = check_claim(bench, key, quote)
    assert claim.participant is not None
    assert bench.map.participants[claim.participant].name == "First answerer"
    (relation,) = bench.map.leaving(key)
    assert (relation.target, relation.kind) == (target, kind)
    assert [entry.label for entry in bench.editor.history.done] == [what.value]
    bench.editor.undo()
    assert bench.map == before


def test_it_becomes_a_claim_of_its_own(bench: Bench) -> None:
    key = use(bench, Use.CLAIM, None)
    check_claim(bench, key, quote_in(bench))
    assert bench.map.leaving(key) == ()


def test_it_may_reach_over_paragraphs(bench: Bench) -> None:
    (source,) = bench.map.sources.values()
    middle = source.body.index("\n", 900)
    quote = quote_in(bench, middle - 40, middle + 60)
    assert "\n" in source.body[slice(*quote.span)]
    claim = check_claim(bench, use(bench, Use.CLAIM, None, quote), quote)
    assert "\n" not in claim.text


def test_it_is_tied_to_what_is_there_once(bench: Bench) -> None:
    held = len(bench.map.excerpts_of(THESIS))
    assert use(bench, Use.ATTACH, THESIS) == THESIS
    assert len(bench.map.excerpts_of(THESIS)) == held + 1
    use(bench, Use.ATTACH, THESIS)
    assert len(bench.map.excerpts_of(THESIS)) == held + 1
    assert use(bench, Use.ATTACH, STEP) == STEP
    assert [excerpt.element for excerpt in bench.map.excerpts_of(STEP)] == [STEP]


def test_one_passage_serves_several_claims(bench: Bench) -> None:
    first, second = use(bench, Use.CLAIM, None), use(bench, Use.CLAIM, None)
    spans = [
        (excerpt.start, excerpt.end) for key in (first, second) for excerpt in bench.map.excerpts_of(key)
    ]
    assert first != second
    assert len(set(spans)) == 1


def test_a_long_passage_gets_room_for_a_high_card() -> None:
    source = Source(id=RecordId("s"), title="T", body="word " * 120)
    thesis, below = RecordId("thesis"), RecordId("below")
    bench = bench_on(sketch("thesis; below", source))
    for key, y in ((thesis, 0.0), (below, 270.0)):
        bench.editor.edit("Place", lambda t, key=key, y=y: place(t, key, (0.0, y)))
    for end, size in ((20, (224.0, 72.0)), (600, (224.0, 400.0))):
        key = use(bench, Use.REASON, thesis, quote_of(source, 0, end))
        spot = bench.map.placement(key)
        assert spot is not None
        assert not Rect(spot.x, spot.y, *size).intersects(bench.host.canvas.boxes[below])
        assert (spot.y < 270.0 and spot.x == 0.0) == (end == 20), (
            "a low card fits between, a high one does not"
        )
        bench.editor.undo()
