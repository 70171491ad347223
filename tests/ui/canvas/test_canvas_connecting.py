"""Connecting claims on the canvas: by ports, grips, dropping, and with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from argmap.model.ids import RecordId, placement_id
from argmap.model.records import Relation
from argmap.ui.canvas.paint.controls import port_points
from tests.builders import sketch, with_fields
from tests.ui.canvas.table import LayTable, Table, differing
from tests.ui.mouse import SHIFT

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason, and two free claims apart from them."""
    map_ = sketch("thesis <- reason; free; loose")
    map_ = with_fields(map_, placement_id(RecordId("free")), x=560.0, y=0.0)
    map_ = with_fields(map_, placement_id(RecordId("loose")), x=560.0, y=300.0)
    table = lay(map_)
    table.canvas.camera.scroll(-60, -60)
    return table


def port_of(table: Table, claim: str) -> QPointF:
    """The first port of a card, as the mouse sees it once it is over the card."""
    table.mouse.move(table.on(claim))
    return table.spot(*port_points(table.box(claim))[0])


def made(table: Table, *held: str) -> Relation:
    """The one relation that is new."""
    (relation,) = [r for key, r in table.map.relations.items() if key not in held]
    return relation


# Ports


def test_a_port_dragged_to_a_card_asks_how_and_connects(table: Table) -> None:
    table.mouse.drag(port_of(table, "free"), table.on("thesis"))
    question = table.question
    assert [choice.effect for choice in question.choices] == ["support", "attack", "undercut", "link"]
    assert table.steps == []
    question.answer("attack")
    relation = made(table, "reason->thesis")
    assert (relation.premises, relation.target, relation.kind.value) == (("free",), "thesis", "attack")
    assert table.steps == ["Attack"]
    assert table.selected == {relation.id}


def test_a_port_dragged_to_an_arrow_undercuts_it(table: Table) -> None:
    table.mouse.drag(port_of(table, "free"), table.along("reason->thesis"))
    relation = made(table, "reason->thesis")
    assert (relation.premises, relation.target, relation.kind.value) == (
        ("free",),
        "reason->thesis",
        "attack",
    )
    assert len(table.steps) == 1


def test_a_port_dragged_to_the_ground_makes_a_reason_to_type_into(table: Table) -> None:
    at = QPointF(300, 520)
    table.mouse.drag(port_of(table, "free"), at)
    claim = table.canvas.text.claim
    assert claim is not None
    assert table.box(claim).grown(1).contains(table.under(at))
    table.type("because")
    table.key(ENTER)
    assert table.map.claims[claim].text == "because"
    relation = made(table, "reason->thesis")
    assert (relation.premises, relation.target, relation.kind.value) == ((claim,), "free", "support")
    assert table.steps == ["Add reason"]


def test_escape_drops_the_arrow_in_the_making(table: Table) -> None:
    map_ = table.map
    start = port_of(table, "free")
    before = table.picture()
    table.mouse.hold(start, table.on("thesis"))
    assert differing(before, table.picture()) is not None
    table.key(ESCAPE)
    table.mouse.release(start)
    assert table.map is map_
    assert table.asked == []
    assert differing(before, table.picture()) is None


def test_a_port_let_go_on_its_own_card_does_nothing(table: Table) -> None:
    map_ = table.map
    table.mouse.drag(port_of(table, "free"), table.on("free"))
    assert table.map is map_
    assert table.asked == []


def test_what_cannot_be_connected_is_refused_with_a_reason(table: Table) -> None:
    hints: list[str] = []
    table.canvas.requests.hinted.connect(hints.append)
    map_ = table.map
    table.mouse.hold(port_of(table, "reason"), table.along("reason->thesis", 0.4))
    assert hints[-1]
    said = hints[-1]
    table.mouse.release()
    assert table.asked == [("problem", said)]
    assert table.map is map_
    assert hints[-1] == ""


# Grips


def test_the_tip_of_an_arrow_can_be_taken_to_another_card(table: Table) -> None:
    table.select("reason->thesis")
    table.mouse.drag(table.along("reason->thesis", 1), table.on("free"))
    relation = table.map.relations[RecordId("reason->thesis")]
    assert (relation.premises, relation.target) == (("reason",), "free")
    assert table.steps == ["Reconnect"]


def test_the_start_of_an_arrow_can_be_taken_to_another_card(table: Table) -> None:
    table.select("reason->thesis")
    table.mouse.drag(table.along("reason->thesis", 0), table.on("loose"))
    relation = table.map.relations[RecordId("reason->thesis")]
    assert (relation.premises, relation.target) == (("loose",), "thesis")


def test_a_grip_let_go_on_nothing_goes_back(table: Table) -> None:
    map_ = table.map
    table.select("reason->thesis")
    table.mouse.drag(table.along("reason->thesis", 1), QPointF(300, 520))
    assert table.map is map_
    table.mouse.hold(table.along("reason->thesis", 1), table.on("free"))
    table.key(ESCAPE)
    table.mouse.release()
    assert table.map is map_
    assert table.steps == []


# Dropping cards


def _rest_on(table: Table, qtbot: QtBot, claim: str, target: QPointF) -> None:
    """Drag a card onto a place and rest there until that is noticed: then zones or a puck are painted."""
    table.mouse.hold(table.on(claim), target)
    moved = table.on_screen()
    qtbot.waitUntil(lambda: differing(moved, table.on_screen()) is not None)


@pytest.mark.parametrize(
    ("dx", "dy", "kind"), [(0, 60, "support"), (-140, 0, "attack"), (140, 0, "link"), (0, -60, "undercut")]
)
def test_a_card_dropped_beside_a_card_connects_by_the_side(
    table: Table, qtbot: QtBot, dx: float, dy: float, kind: str
) -> None:
    place = table.map.placement(RecordId("loose"))
    _rest_on(table, qtbot, "loose", table.on("reason"))
    table.mouse.move(table.on("reason", dx, dy), steps=4)
    table.mouse.release()
    relations = table.map.relations
    if kind == "link":
        assert relations[RecordId("reason->thesis")].premises == ("reason", "loose")
    else:
        relation = made(table, "reason->thesis")
        aim = "reason->thesis" if kind == "undercut" else "reason"
        spoken = "support" if kind == "support" else "attack"
        assert (relation.premises, relation.target, relation.kind.value) == (("loose",), aim, spoken)
    assert len(table.steps) == 1
    assert table.selected == {"loose"}
    loose = table.box("loose")
    assert not any(loose.intersects(box) for key, box in table.canvas.boxes.items() if key != "loose")
    table.editor.undo()
    assert table.map.placement(RecordId("loose")) == place


def test_a_card_dropped_in_the_middle_of_a_card_asks_how(table: Table, qtbot: QtBot) -> None:
    map_ = table.map
    _rest_on(table, qtbot, "loose", table.on("reason"))
    table.mouse.release()
    assert table.map == map_
    table.question.answer("support")
    assert made(table, "reason->thesis").target == "reason"
    assert len(table.steps) == 1


def test_with_shift_a_card_is_noticed_at_once(table: Table) -> None:
    table.mouse.drag(table.on("loose"), table.on("reason"), keys=SHIFT)
    assert table.asked[-1][0] == "choice"


def test_a_card_that_only_passes_over_another_is_just_moved(table: Table) -> None:
    table.mouse.drag(table.on("loose"), table.on("reason"))
    assert table.asked == []
    assert len(table.map.relations) == 1
    assert table.box("loose").intersects(table.box("reason"))


def test_a_card_dropped_on_an_arrow_can_stand_between(table: Table, qtbot: QtBot) -> None:
    _rest_on(table, qtbot, "loose", table.along("reason->thesis"))
    table.mouse.release()
    question = table.question
    assert [choice.effect for choice in question.choices] == ["undercut", "insert", "support"]
    question.answer("insert")
    ways = {(r.premises, r.target) for r in table.map.relations.values()}
    assert ways == {(("reason",), "loose"), (("loose",), "thesis")}


def test_a_drop_that_is_refused_puts_the_card_back_and_says_why(table: Table, qtbot: QtBot) -> None:
    box = table.box("thesis")
    _rest_on(table, qtbot, "thesis", table.on("free"))
    table.mouse.move(table.on("free", 0, -60), steps=4)
    table.mouse.release()
    assert table.asked[-1][0] == "problem"
    assert table.box("thesis") == box
    assert table.steps == []


# Keys alone


def test_a_claim_is_connected_with_keys(table: Table) -> None:
    table.select("free")
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_Left)
    table.key(Qt.Key.Key_A)
    relation = made(table, "reason->thesis")
    assert (relation.premises, relation.target, relation.kind.value) == (("free",), "thesis", "attack")
    assert table.steps == ["Attack"]
    table.key(Qt.Key.Key_A)
    assert len(table.map.relations) == 2


@pytest.mark.parametrize(
    ("letter", "way"),
    [
        (Qt.Key.Key_S, (("loose",), "reason", "support")),
        (Qt.Key.Key_U, (("loose",), "reason->thesis", "attack")),
        (Qt.Key.Key_G, (("reason", "loose"), "thesis", "support")),
    ],
)
def test_letters_name_the_kind(table: Table, letter: Qt.Key, way: tuple[object, ...]) -> None:
    table.select("loose")
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_Left)
    table.key(letter)
    ways = {(r.premises, r.target, r.kind.value) for r in table.map.relations.values()}
    assert way in ways


def test_enter_asks_how(table: Table) -> None:
    table.select("free")
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_Left)
    table.key(ENTER)
    assert table.asked[-1][0] == "choice"
    table.question.answer("support")
    assert made(table, "reason->thesis").target == "thesis"


def test_the_tip_of_an_arrow_is_taken_elsewhere_with_keys(table: Table) -> None:
    table.select("reason->thesis")
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_Right)
    table.key(ENTER)
    (relation,) = table.map.relations.values()
    assert (relation.premises, relation.target) == (("reason",), "free")
    assert len(table.steps) == 1


def test_escape_ends_connecting_and_leaves_no_trace(table: Table) -> None:
    map_ = table.map
    table.select("free")
    before = table.picture()
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_Left)
    assert differing(before, table.picture()) is not None
    table.key(ESCAPE)
    assert differing(before, table.picture()) is None
    table.key(Qt.Key.Key_S)
    assert table.map is map_


def test_a_letter_before_a_target_is_chosen_does_nothing(table: Table) -> None:
    map_ = table.map
    table.select("free")
    table.canvas.start_connecting()
    table.key(Qt.Key.Key_S)
    assert table.map is map_
    table.key(Qt.Key.Key_Left)
    table.key(Qt.Key.Key_S)
    assert made(table, "reason->thesis").target == "thesis"


def test_a_click_chooses_the_target_of_connecting(table: Table) -> None:
    table.select("free")
    table.canvas.start_connecting()
    table.mouse.click(table.on("loose"))
    table.question.answer("support")
    relation = made(table, "reason->thesis")
    assert (relation.premises, relation.target) == (("free",), "loose")
