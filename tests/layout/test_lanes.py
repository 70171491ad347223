"""Arrows that do not belong together never lie on each other where there is room for both."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from argmap.layout.geometry import Rect
from argmap.layout.routes import Routing
from argmap.layout.routing import reroute, route_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Relation, RelationKind
from tests.layout.checks import cards_in_way, check_ends, pairs_on_each_other, shared_end, ways
from tests.layout.essay import essay, essay_boxes
from tests.layout.random_maps import Placed, placed_maps

Place = tuple[int, int, int, int]
"""Left, top, width and height."""
SUPPORT, ATTACK = RelationKind.SUPPORT, RelationKind.ATTACK


def placed(cards: Mapping[str, Place], *relations: str) -> Placed:
    """A map from its cards and from lines like `c > a` (supports) or `c d x a` (linked, attacks)."""
    boxes = {RecordId(name): Rect(*place) for name, place in cards.items()}
    made = [_relation(f"r{number}", line) for number, line in enumerate(relations)]
    return ArgumentMap([*(Claim(id=name, text="x") for name in boxes), *made]), boxes


def _relation(name: str, line: str) -> Relation:
    *premises, sign, target = line.split()
    return Relation(
        id=RecordId(name),
        premises=tuple(map(RecordId, premises)),
        target=RecordId(target),
        kind=SUPPORT if sign == ">" else ATTACK,
    )


def column(*, blocked_by: Place = (40, 200, 420, 100)) -> dict[str, Place]:
    """A claim, a card in the way, and two cards below that."""
    return {"t": (300, 0, 224, 100), "f": blocked_by, "s": (300, 400, 224, 100), "a": (300, 600, 224, 100)}


CASES = {
    "a reason over an objection": placed(column(), "s > t", "a x t"),
    "an objection over a reason": placed(column(), "s x t", "a > t"),
    "a wide card in the way": placed(column(blocked_by=(40, 200, 560, 100)), "s > t", "a x t"),
    "one to the left and one to the right": placed(
        {**column(), "s": (20, 400, 224, 100), "a": (300, 400, 224, 100)},
        "s > t",
        "a x t",
    ),
    "one lane to three ends": placed(
        {**column(), "b": (300, 800, 224, 100)}, "s > t", "a x t", "b x f", "b > t"
    ),
    "three claims over one wall": placed(
        {
            **{name: (280 * n, 0, 224, 100) for n, name in enumerate("tuv")},
            **{name: (280 * n, 400, 224, 100) for n, name in enumerate("sab")},
            "f": (0, 200, 784, 100),
        },
        "s > t",
        "a x u",
        "b > v",
    ),
    "a gutter between two claims": placed(
        {
            **{name: (264 * n, 0, 224, 100) for n, name in enumerate("tu")},
            **{name: (264 * n, 160, 224, 200) for n, name in enumerate("fg")},
            **{name: (264 * n, 420, 224, 100) for n, name in enumerate("sa")},
        },
        "s > t",
        "a > u",
        "s x u",
        "a x t",
    ),
    "a plate and a single card": placed(
        {**column(), "s": (240, 400, 148, 100), "b": (420, 400, 148, 100)}, "s b > t", "a x t"
    ),
    "cross arrows in one gutter": placed(
        {name: (280 * (n // 3), 140 * (n % 3), 224, 100) for n, name in enumerate("tfguvw")},
        "g > u",
        "f x v",
        "w x t",
        "g > v",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_arrows_that_go_the_same_way_round_a_card_take_lanes_of_their_own(case: str) -> None:
    map_, boxes = CASES[case]
    routing = route_map(map_, boxes)
    assert pairs_on_each_other(map_, routing) == set()
    assert not any(cards_in_way(points, boxes) for _, points in ways(routing))
    check_ends(map_, boxes, routing)


def test_a_reason_and_an_objection_keep_apart_wherever_the_card_in_the_way_is_dragged() -> None:
    map_, boxes = CASES["a reason over an objection"]
    routing, card = route_map(map_, boxes), RecordId("f")
    for x in range(-200, 520, 9):
        boxes = {**boxes, card: Rect(x, 200, 420, 100)}
        routing = reroute(map_, boxes, routing, [card])
        assert pairs_on_each_other(map_, routing) == set(), x
        assert routing == route_map(map_, boxes)


def test_siblings_of_one_kind_still_share_a_trunk() -> None:
    map_, boxes = placed(column(), "s > t", "a > t")
    routes = route_map(map_, boxes).routes
    assert shared_end(routes[RecordId("r0")], routes[RecordId("r1")])


def test_no_arrow_of_the_essay_lies_on_one_of_another_fan() -> None:
    assert pairs_on_each_other(essay(), route_map(essay(), essay_boxes())) == set()


@settings(max_examples=60)
@given(placed_maps(gap=40))
def test_arrows_at_claims_never_lie_on_those_of_another_fan(made: Placed) -> None:
    """Left out: what starts from a lone joint or ends on another arrow, for that may have only one place."""
    map_, boxes = made
    routing = route_map(map_, boxes)
    assert {
        pair
        for pair in pairs_on_each_other(map_, routing)
        if all(_has_a_choice(map_, routing, name) for name in pair)
    } == set()


def _has_a_choice(map_: ArgumentMap, routing: Routing, name: RecordId) -> bool:
    plate = routing.plates.get(name)
    return map_.relations[name].target in map_.claims and (plate is None or plate.rect is not None)


def test_of_all_arrows_of_many_maps_hardly_any_lie_on_each_other() -> None:
    """With joints and chains of undercutters: without lanes it is one map in thirteen."""
    chance = random.Random(7)
    maps = [_random_map(chance) for _ in range(200)]
    assert sum(bool(pairs_on_each_other(map_, route_map(map_, boxes))) for map_, boxes in maps) <= 2


def _random_map(chance: random.Random) -> Placed:
    names = [f"c{number}" for number in range(chance.randint(3, 12))]
    cells = zip(names, chance.sample(range(16), len(names)), strict=True)
    cards = {name: _somewhere(chance, *divmod(cell, 4)) for name, cell in cells}
    lines: list[str] = []
    for _ in range(chance.randint(2, 10)):
        target = chance.choice([*names, *(f"r{number}" for number in range(len(lines)))])
        others = [name for name in names if name != target]
        premises = chance.sample(others, chance.choice((1, 1, 1, 1, 2)))
        lines.append(" ".join((*premises, chance.choice(">x"), target)))
    return placed(cards, *lines)


def _somewhere(chance: random.Random, row: int, column: int) -> Place:
    width, height = chance.choice((148, 224)), chance.choice((52, 108, 148))
    return (
        column * 330 + chance.randint(0, 290 - width),
        row * 250 + chance.randint(0, 210 - height),
        width,
        height,
    )


def test_a_reason_that_finds_no_place_beside_the_others_still_comes_in_with_them() -> None:
    map_, boxes = placed(
        {"t": (830, 20, 224, 100), "above": (550, 310, 224, 100), "below": (550, 470, 224, 100)},
        "above > t",
        "below > t",
    )
    routes = route_map(map_, boxes).routes
    assert shared_end(routes[RecordId("r0")], routes[RecordId("r1")])


def test_the_joints_of_linked_reasons_at_one_claim_stand_apart() -> None:
    map_, boxes = placed(
        {
            "t": (400, 0, 224, 100),
            **{name: (x, 500, 120, 60) for name, x in (("a", 0), ("b", 300), ("c", 600), ("d", 900))},
        },
        "a c > t",
        "b d > t",
    )
    plates = route_map(map_, boxes).plates
    (one,), (other,) = plates[RecordId("r0")].joints, plates[RecordId("r1")].joints
    assert abs(one.x - other.x) + abs(one.y - other.y) > 24


def test_where_a_plate_is_given_up_arrows_run_as_if_it_had_never_been() -> None:
    map_, boxes = placed(
        {
            "t": (570, 280, 100, 40),
            "a": (200, 410, 100, 40),
            "b": (380, 400, 100, 40),
            "from": (30, 420, 100, 40),
            "to": (190, 160, 100, 40),
        },
        "a b > t",
        "from > to",
    )
    before = route_map(map_, boxes)
    far = {**boxes, RecordId("b"): boxes[RecordId("b")].moved(-900, -900)}
    after = reroute(map_, far, before, [RecordId("b")])
    assert before.plates[RecordId("r0")].rect is not None
    assert after.plates[RecordId("r0")].rect is None
    assert after.routes[RecordId("r1")] != before.routes[RecordId("r1")]
    assert after == route_map(map_, far)
