"""Where new claims go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.placing import (
    CARD_GAP,
    CARD_WIDTH,
    Columns,
    below,
    beside,
    box_of,
    centred,
    free_spot,
    shift_to_free,
    size_of,
    stacked,
)
from argmap.layout.geometry import Point, Rect, bounding
from argmap.model.ids import RecordId
from tests.editor.commands.small_map import PLACES, small_map

BOXES = {RecordId(name): Rect(x, y, 224, 72) for name, (x, y) in PLACES.items()}
SIZE = (224.0, 72.0)

boxes_strategy = st.lists(
    st.builds(
        Rect,
        st.integers(-600, 600).map(float),
        st.integers(-300, 300).map(float),
        st.integers(100, 400).map(float),
        st.integers(40, 200).map(float),
    ),
    max_size=20,
)


@given(boxes_strategy, st.integers(-500, 500), st.integers(-300, 300), st.booleans())
def test_a_free_spot_is_free_where_asked_or_on_the_grid_and_not_above(
    boxes: list[Rect], x: int, y: int, upwards: bool
) -> None:
    spot = free_spot(boxes, Point(x, y), upwards=upwards)
    assert not any(box.intersects(Rect(*spot, *SIZE)) for box in boxes)
    assert spot.x == x or spot.x % 4 == 0
    assert spot.y == y or spot.y % 4 == 0
    assert upwards or spot.y >= y


def test_a_free_spot_is_on_the_nearer_side_of_a_card_in_the_way() -> None:
    card = Rect(0, 0, 224, 200)
    assert free_spot([card], Point(180, 40)) == (248, 40)
    assert free_spot([card], Point(-180, 40)) == (-248, 40)
    assert free_spot([card], Point(0, 180)) == (0, 224)
    assert free_spot([card], Point(0, -60), upwards=True) == (0, -96)


def test_a_free_spot_does_not_touch_its_neighbours() -> None:
    card = Rect(0, 0, 224, 72)
    spot = free_spot([card], Point(card.right + 4, card.y))
    assert not card.grown(CARD_GAP / 2).intersects(Rect(*spot, *SIZE))


def test_on_a_crowded_map_a_claim_goes_on_and_never_back() -> None:
    crowd = [Rect(240.0 * column, 80.0 * row, *SIZE) for column in range(24) for row in range(50)]
    start = Point(240.0 * 12, 0)
    spot = free_spot(crowd, start)
    assert not any(box.intersects(Rect(*spot, *SIZE)) for box in crowd)
    assert spot.x >= start.x
    assert spot.y >= start.y


def test_where_nothing_is_in_the_way_a_claim_stands_where_asked() -> None:
    assert centred([], Point(112.0, 36.0)) == (0.0, 0.0)
    assert centred([Rect(0, 0, 224, 72)], Point(112.0, 36.0)) == (0.0, 96.0)


def test_in_the_middle_of_the_view_a_claim_may_stand_above_what_is_in_the_way() -> None:
    tall = Rect(0, 0, 224, 400)
    spot = centred([tall], Point(tall.center.x, 40.0))
    assert (spot.x, spot.y + SIZE[1]) == (tall.x, tall.y - CARD_GAP)


def test_below_a_claim_without_reasons_is_under_its_middle() -> None:
    spot = below(small_map(), BOXES, RecordId("b"))
    assert spot.x + 112 == BOXES[RecordId("b")].center.x
    assert spot.y > BOXES[RecordId("b")].bottom


def test_below_a_claim_with_reasons_is_behind_the_last() -> None:
    spot = below(small_map(), BOXES, RecordId("t"))
    assert spot.y == BOXES[RecordId("d")].y
    assert spot.x >= BOXES[RecordId("d")].right + 24


def test_what_bears_on_an_arrow_stands_near_it() -> None:
    free = {key: box for key, box in BOXES.items() if key != "u"}
    spot = below(small_map(), free, RecordId("bt"))
    ends = box_of(small_map(), BOXES, RecordId("bt"))
    assert ends is not None
    assert Rect(*spot, *SIZE).intersects(ends.grown(60))
    assert not any(box.intersects(Rect(*spot, *SIZE)) for box in free.values())


def test_what_bears_on_a_long_arrow_stands_in_its_middle() -> None:
    far = {RecordId("t"): Rect(0, 0, *SIZE), RecordId("a"): Rect(0, 900, *SIZE)}
    ends = box_of(small_map(), far, RecordId("at"))
    assert ends is not None
    assert Rect(*below(small_map(), far, RecordId("at")), *SIZE).center == ends.center


def test_a_claim_that_is_not_shown_leaves_the_origin() -> None:
    assert below(small_map(), {}, RecordId("t")) == (0.0, 0.0)
    assert beside({}, RecordId("t")) == (0.0, 0.0)


def test_several_claims_stand_one_under_the_other() -> None:
    places = stacked(BOXES.values(), Point(400, 200), 3)
    cards = [Rect(*place, *SIZE) for place in places]
    assert len({place.x for place in places}) == 1
    assert not any(a.intersects(b) for a in cards for b in cards if a is not b)
    assert not any(card.intersects(box) for card in cards for box in BOXES.values())


def test_several_claims_stand_about_the_place_asked_for() -> None:
    middle = Point(400, 200)
    column = bounding(Rect(*place, *SIZE) for place in stacked([], middle, 5))
    assert column is not None
    assert column.center.x == middle.x
    assert abs(column.center.y - middle.y) <= CARD_GAP


def test_copies_are_moved_to_where_all_of_them_are_free() -> None:
    moved = [BOXES[RecordId("a")], BOXES[RecordId("t")]]
    dx, dy = shift_to_free(BOXES.values(), moved)
    assert dx > 0
    assert not any(box.moved(dx, dy).intersects(held) for box in moved for held in BOXES.values())
    assert shift_to_free(BOXES.values(), []) == (0.0, 0.0)


def test_the_box_of_a_relation_is_round_its_ends() -> None:
    ends = bounding([BOXES[RecordId("a")], BOXES[RecordId("t")]])
    assert box_of(small_map(), BOXES, RecordId("at")) == ends
    assert box_of(small_map(), BOXES, RecordId("a")) == BOXES[RecordId("a")]


def test_many_new_cards_stand_in_columns_below_all_others() -> None:
    home = Rect(100.0, 50.0, 224.0, 72.0)
    columns = Columns([home], Point(0.0, 0.0), 10)
    words = ["short", "long " * 60] * 5
    cards = [Rect(*columns.place(each), *size_of(each)) for each in words]
    assert min(card.y for card in cards) > home.bottom
    assert len({card.x for card in cards}) > 1
    for number, card in enumerate(cards):
        assert not any(card.intersects(other) for other in cards[:number])


def test_on_an_empty_map_new_cards_stand_about_the_middle() -> None:
    columns = Columns([], Point(1000.0, 500.0), 3)
    spots = [columns.place("words") for _ in range(3)]
    assert {spot.y for spot in spots} == {500.0}
    assert spots[0].x < 1000.0 < spots[-1].x + CARD_WIDTH
