"""What stands where, kept in step with a map by its deltas, is what the map built anew would give."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from argmap.editor.editor import Editor, Update
from argmap.edits import arranging, claims, relations
from argmap.layout.geometry import Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import RelationKind, Source
from argmap.model.roles import ArrowKind, Role
from argmap.model.rules import Violation
from argmap.ui.canvas.geometry import Damage, MapGeometry
from argmap.ui.look import Look
from argmap.ui.text_shaper import TextShaper
from tests.builders import editor_of, furnished, ids, sample, sketch, without_places
from tests.edits.verbs import edits
from tests.strategies import maps


class Followed:
    """A picture that follows an editor, checked after each step."""

    def __init__(self, map_: ArgumentMap, shaper: TextShaper) -> None:
        self.editor = editor_of(map_)
        self.geometry = MapGeometry(map_, shaper)
        self.shaper = shaper
        self.roughly = False
        self.damage = Damage()
        self.editor.subscribe(self._follow)

    def _follow(self, update: Update) -> None:
        before = _parts(self.geometry)
        self.damage = self.geometry.follow(update.after.map, update.delta, roughly=self.roughly)
        _check_damage(before, _parts(self.geometry), self.damage)

    def settle(self) -> None:
        before = _parts(self.geometry)
        self.damage = self.geometry.settle()
        _check_damage(before, _parts(self.geometry), self.damage)

    def check(self) -> None:
        """What was followed is what is built anew, in the same order from below."""
        anew, held = MapGeometry(self.editor.map, self.shaper), self.geometry
        assert held.faces == anew.faces
        assert held.boxes == anew.boxes
        assert list(held.boxes) == list(anew.boxes)
        assert held.arrows == anew.arrows
        assert held.routing == anew.routing
        assert list(held.routing.routes) == list(anew.routing.routes)


Parts = dict[RecordId, tuple[object, list[Rect]]]


def _parts(geometry: MapGeometry) -> Parts:
    """Each element with all that its picture hangs on, and where it stands."""
    routes, plates = geometry.routing.routes, geometry.routing.plates
    cards = {
        key: ((face, geometry.boxes[key]), [geometry.boxes[key]]) for key, face in geometry.faces.items()
    }
    arrows = {}
    for key, face in geometry.arrows.items():
        drawn = [line for line in (routes.get(key), plates.get(key)) if line is not None]
        arrows[key] = ((face, *drawn), [line.box for line in drawn])
    return {**cards, **arrows}


def _check_damage(before: Parts, after: Parts, damage: Damage) -> None:
    """Everything that looks other than before is named, and both its places are to be painted again."""
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if (old and old[0]) == (new and new[0]):
            continue
        assert key in damage.claims | damage.relations
        for box in (*(old[1] if old else ()), *(new[1] if new else ())):
            assert _is_covered(box, damage.rects)


def _is_covered(box: Rect, rects: Iterable[Rect]) -> bool:
    """Whether one of the rectangles holds it; sums of numbers with fractions may be off by a trifle."""
    wide = (rect.grown(1e-6) for rect in rects)
    return any(
        r.x <= box.x and r.y <= box.y and box.right <= r.right and box.bottom <= r.bottom for r in wide
    )


def _try(editor: Editor, data: DataObject) -> None:
    """One verb drawn at random; what the rules refuse changes nothing."""
    edit = data.draw(edits(editor.map))
    try:
        editor.edit("Edit", edit)
    except (Violation, ValueError):
        return


def _step(followed: Followed, data: DataObject) -> None:
    match data.draw(st.sampled_from(("edit", "edit", "edit", "edit", "undo", "redo"))):
        case "undo":
            followed.editor.undo()
        case "redo":
            followed.editor.redo()
        case _:
            _try(followed.editor, data)


@given(st.data())
@settings(max_examples=150)
def test_following_random_edits_gives_what_is_built_anew(look: Look, data: DataObject) -> None:
    followed = Followed(data.draw(maps()), look.shaper)
    for _ in range(data.draw(st.integers(1, 8))):
        _step(followed, data)
        followed.check()


@given(st.data())
@settings(max_examples=12)
def test_following_edits_of_the_sample_gives_what_is_built_anew(look: Look, data: DataObject) -> None:
    followed = Followed(sample(), look.shaper)
    for _ in range(data.draw(st.integers(1, 5))):
        _step(followed, data)
    followed.check()


@given(st.data())
@settings(max_examples=60)
def test_rough_moves_settle_to_what_is_built_anew(look: Look, data: DataObject) -> None:
    followed = Followed(data.draw(maps()), look.shaper)
    followed.roughly = True
    for _ in range(data.draw(st.integers(1, 6))):
        keys = list(followed.editor.map.claims)
        if keys and data.draw(st.booleans()):
            chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3))
            by = data.draw(st.tuples(st.integers(-600, 600), st.integers(-600, 600)))
            followed.editor.edit("Move", partial(arranging.move, claims=chosen, by=by))
        else:
            _step(followed, data)
        if data.draw(st.booleans()):
            followed.settle()
            followed.check()
    followed.settle()
    followed.check()


@given(st.data())
@settings(max_examples=60)
def test_an_undone_edit_leaves_the_picture_as_it_was(look: Look, data: DataObject) -> None:
    followed = Followed(data.draw(maps()), look.shaper)
    before = _parts(followed.geometry)
    steps = len(followed.editor.history.done)
    _try(followed.editor, data)
    while len(followed.editor.history.done) > steps:
        followed.editor.undo()
    assert _parts(followed.geometry) == before


def test_claims_without_a_place_stand_in_rows_below_the_others(look: Look) -> None:
    map_ = sketch("; ".join(f"c{number}" for number in range(8)))
    geometry = MapGeometry(without_places(map_), look.shaper)
    boxes = list(geometry.boxes.values())
    assert len({box.y for box in boxes}) == 2
    for place, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[place + 1 :])


def test_a_claim_that_loses_its_place_moves_below_the_cards_that_have_one(look: Look) -> None:
    map_ = sketch("thesis <- reason")
    followed = Followed(map_, look.shaper)
    transaction = followed.editor.transaction()
    placement = map_.placement(RecordId("thesis"))
    assert placement is not None
    transaction.remove(placement.id)
    followed.editor.commit("Lose", transaction)
    boxes = followed.geometry.boxes
    assert boxes[RecordId("thesis")].y > boxes[RecordId("reason")].bottom
    followed.check()


@given(st.data())
@settings(max_examples=60)
def test_cards_in_hand_are_shown_where_they_are_held_and_put_back(look: Look, data: DataObject) -> None:
    map_ = data.draw(maps())
    geometry, anew = MapGeometry(map_, look.shaper), MapGeometry(map_, look.shaper)
    if not geometry.boxes:
        return
    held = data.draw(st.lists(st.sampled_from(list(geometry.boxes)), min_size=1, max_size=3, unique=True))
    for _ in range(data.draw(st.integers(1, 4))):
        dx, dy = data.draw(st.tuples(st.integers(-600, 600), st.integers(-600, 600)))
        places = {key: anew.boxes[key].moved(dx, dy) for key in held}
        before = _parts(geometry)
        damage = geometry.carry(places)
        _check_damage(before, _parts(geometry), damage)
        assert geometry.boxes == {**anew.boxes, **places}
        for key in held:
            _check_arrows(map_, geometry, key)
        if data.draw(st.booleans()):
            geometry.settle()
    before = _parts(geometry)
    damage = geometry.put_back()
    _check_damage(before, _parts(geometry), damage)
    geometry.settle()
    assert _parts(geometry) == _parts(anew)
    assert list(geometry.boxes) == list(anew.boxes)


def _check_arrows(map_: ArgumentMap, geometry: MapGeometry, claim: RecordId) -> None:
    """Each arrow that leaves the claim, alone or on a plate, leaves it where it is shown."""
    routing = geometry.routing
    for relation in map_.leaving(claim):
        route, plate = routing.routes.get(relation.id), routing.plates.get(relation.id)
        if route is None:
            continue
        around = geometry.boxes[claim].grown(0.01)
        if plate is not None:
            lines = [leg for leg in plate.legs if around.contains(leg[0])]
            assert lines or (plate.rect is not None and plate.rect.grown(0.01).contains(around.center))
        else:
            assert around.contains(route.start) or around.contains(route.tip)


def test_a_card_left_where_it_is_held_stays_there(look: Look) -> None:
    followed = Followed(sketch("thesis <- one; thesis <x- two"), look.shaper)
    two, geometry = RecordId("two"), followed.geometry
    followed.roughly = True
    geometry.carry({two: geometry.boxes[two].moved(40, 90)})
    held = geometry.boxes[two]
    followed.editor.edit("Move", lambda t: arranging.move(t, [two], (40, 90)))
    geometry.put_back()
    assert geometry.boxes[two] == held
    followed.settle()
    followed.check()


def test_a_card_in_hand_touches_its_arrows_and_nothing_else(look: Look) -> None:
    geometry = MapGeometry(sketch("thesis <- one; thesis <x- two; other <- three"), look.shaper)
    two, before = RecordId("two"), geometry.routing
    damage = geometry.carry({two: geometry.boxes[two].moved(40, 90)})
    assert damage.claims == {"two"}
    assert damage.relations == {"two-x>thesis"}
    changed = {key for key, route in geometry.routing.routes.items() if route != before.routes[key]}
    assert changed == {"two-x>thesis"}


def test_a_second_attack_makes_both_a_conflict(look: Look) -> None:
    followed = Followed(sketch("one <x- two"), look.shaper)
    followed.editor.edit("Attack", lambda t: relations.connect(t, *ids("one", "two"), RelationKind.ATTACK))
    kinds = {face.kind for face in followed.geometry.arrows.values()}
    assert kinds == {ArrowKind.CONFLICT}
    assert len({id(route) for route in followed.geometry.routing.routes.values()}) == 1
    followed.check()


def test_a_claim_that_is_argued_for_becomes_a_thesis_and_is_one_no_more_when_it_is_not(look: Look) -> None:
    followed, thesis = Followed(sketch("thesis; reason"), look.shaper), RecordId("thesis")
    roles = [followed.geometry.faces[thesis].role]
    support = RelationKind.SUPPORT
    followed.editor.edit("Support", lambda t: relations.connect(t, *ids("reason", "thesis"), support))
    roles.append(followed.geometry.faces[thesis].role)
    followed.editor.undo()
    roles.append(followed.geometry.faces[thesis].role)
    assert roles == [Role.CLAIM, Role.THESIS, Role.CLAIM]


def test_a_text_that_grows_in_front_of_a_quote_gives_its_card_another_paragraph(look: Look) -> None:
    followed, other = Followed(furnished(), look.shaper), RecordId("other")
    places = [followed.geometry.faces[other].place]
    for old in ("men", "mortal"):  # as long as what stands for it
        transaction = followed.editor.transaction()
        body = transaction.get(Source, RecordId("text")).body
        transaction.update(Source, RecordId("text"), body=body.replace(old, f"{old[:-1]}\n", 1))
        followed.editor.commit("Break a line", transaction)
        places.append(followed.geometry.faces[other].place)
    assert places == ["¶1", "¶1", "¶2"]  # an only line is no heading
    followed.check()


def test_a_draft_makes_room_and_leaves_the_map_as_it_is(look: Look) -> None:
    map_ = sketch("thesis <- reason")
    geometry = MapGeometry(map_, look.shaper)
    before = _parts(geometry)
    reason = RecordId("reason")
    damage = geometry.draft(reason, "a text that is so long that it goes on for more than one line")
    _check_damage(before, _parts(geometry), damage)
    assert geometry.boxes[reason].height > 60
    assert geometry.faces[reason].text.startswith("a text")
    assert map_.claims[reason].text == "reason"
    geometry.draft(reason, None)
    assert _parts(geometry) == before


def test_a_draft_outlives_a_change_elsewhere(look: Look) -> None:
    followed = Followed(sketch("thesis <- reason"), look.shaper)
    followed.geometry.draft(RecordId("reason"), "typing")
    followed.editor.edit("Reword", lambda t: claims.reword(t, RecordId("thesis"), "other words"))
    assert followed.geometry.faces[RecordId("reason")].text == "typing"


@pytest.mark.parametrize("claim", ["c25", "c26", "c01"])
def test_what_is_seen_of_a_map_is_what_touches_the_window(look: Look, claim: str) -> None:
    geometry = MapGeometry(sample(), look.shaper)
    window = geometry.boxes[RecordId(claim)].grown(40)
    shown = set(geometry.visible_cards(window))
    assert {key for key, box in geometry.boxes.items() if box.intersects(window)} <= shown
    assert len(shown) < len(geometry.boxes)
    arrows = set(geometry.visible_arrows(window))
    crossing = {
        route.relation
        for route in geometry.routing.routes.values()
        if any(_spans(a, b).intersects(window) for a, b in route.segments())
    }
    assert crossing
    assert crossing <= arrows


def _spans(a: tuple[float, float], b: tuple[float, float]) -> Rect:
    return Rect(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]) + 0.01, abs(a[1] - b[1]) + 0.01)


def test_a_plate_is_seen_where_only_it_touches_the_window(look: Look) -> None:
    geometry = MapGeometry(sketch("thesis <- one + two"), look.shaper)
    plate = geometry.routing.plates[RecordId("one+two->thesis")]
    assert plate.rect is not None
    corner = Rect(plate.rect.x + 1, plate.rect.bottom - 2, 1, 1)
    assert set(geometry.visible_arrows(corner)) == {"one+two->thesis"}


def test_of_some_elements_those_in_view_are_found_in_their_own_order(look: Look) -> None:
    geometry = MapGeometry(sketch("thesis <- one; thesis <- two"), look.shaper)
    everything, nowhere = Rect(-5000, -5000, 10000, 10000), Rect(-5000, -5000, 10, 10)
    assert list(geometry.visible_cards(everything, ids("two", "one"))) == ["two", "one"]
    assert list(geometry.visible_arrows(everything, ids("two->thesis"))) == ["two->thesis"]
    assert not [*geometry.visible_cards(nowhere, ids("one"))]
    assert not [*geometry.visible_arrows(nowhere, ids("two->thesis"))]
