"""Random arguments on cards that stand apart, or wherever they like."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Relation, RelationKind

Placed = tuple[ArgumentMap, dict[RecordId, Rect]]
_COLUMN, _ROW = 330, 240
_KINDS = st.sampled_from((RelationKind.SUPPORT, RelationKind.ATTACK))


@st.composite
def placed_maps(draw: DrawFn, *, apart: bool = True, gap: int = 24) -> Placed:
    """A map with the boxes of its cards, which stand the gap or more apart if so asked."""
    count = draw(st.integers(2, 9))
    claims = [RecordId(f"c{place}") for place in range(count)]
    relations = draw(_relations(claims))
    cells = draw(st.permutations(range(12)))
    boxes = {
        claim: draw(_boxes(*divmod(cell, 4), gap=gap)) if apart else draw(_loose_boxes())
        for claim, cell in zip(claims, cells, strict=False)
    }
    return ArgumentMap([*(Claim(id=claim, text="x") for claim in claims), *relations]), boxes


@st.composite
def _boxes(draw: DrawFn, row: int, column: int, *, gap: int) -> Rect:
    """Somewhere in a cell of a grid, less the gap at its right and lower edge."""
    widest = _COLUMN - gap
    width = draw(st.sampled_from((148, 224, min(300, widest))))
    height = draw(st.sampled_from((52, 108, 148, 200)))
    x = draw(st.integers(0, widest - width))
    y = draw(st.integers(0, _ROW - gap - height))
    return Rect(column * _COLUMN + x, row * _ROW + y, width, height)


@st.composite
def _loose_boxes(draw: DrawFn) -> Rect:
    x, y = draw(st.integers(0, 500)), draw(st.integers(0, 400))
    return Rect(x, y, draw(st.sampled_from((148, 224))), draw(st.sampled_from((52, 128))))


@st.composite
def _relations(draw: DrawFn, claims: list[RecordId]) -> list[Relation]:
    made: list[Relation] = []
    for place in range(draw(st.integers(1, 10))):
        targets = [*claims, *(relation.id for relation in made)]
        target = draw(st.sampled_from(targets))
        others = [claim for claim in claims if claim != target]
        premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True))
        if draw(st.booleans()):
            premises = premises[:1]
        made.append(
            Relation(id=RecordId(f"r{place}"), premises=tuple(premises), target=target, kind=draw(_KINDS))
        )
    return made
