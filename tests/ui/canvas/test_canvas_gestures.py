"""The mouse on the canvas: choosing, dragging, copying, widening, with real events on the real widget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId, placement_id
from argmap.ui.canvas.paint.controls import port_points
from tests.builders import sample, sketch, with_fields
from tests.ui.canvas.table import LayTable, Table, differing
from tests.ui.mouse import ALT, CTRL, MIDDLE, PLAIN, RIGHT, SHIFT

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection below it, and a free claim far to the right."""
    map_ = sketch("thesis <- reason; thesis <x- objection; free")
    table = lay(with_fields(map_, placement_id(RecordId("free")), x=560.0, y=0.0))
    table.canvas.camera.scroll(-60, -60)
    return table


# Choosing


def test_a_click_selects_and_a_click_on_the_ground_clears(table: Table) -> None:
    table.mouse.click(table.on("reason"))
    assert table.selected == {"reason"}
    table.mouse.click(table.on("objection"))
    assert table.selected == {"objection"}
    table.mouse.click((5, 5))
    assert table.selected == set()
    assert table.steps == []


def test_shift_adds_and_ctrl_toggles(table: Table) -> None:
    table.mouse.click(table.on("reason"))
    table.mouse.click(table.on("objection"), keys=SHIFT)
    table.mouse.click(table.on("reason"), keys=SHIFT)
    assert table.selected == {"reason", "objection"}
    table.mouse.click(table.on("reason"), keys=CTRL)
    assert table.selected == {"objection"}
    table.mouse.click(table.on("reason"), keys=CTRL)
    table.mouse.click((5, 5), keys=SHIFT)
    assert table.selected == {"reason", "objection"}


def test_an_arrow_is_selected_by_a_click(table: Table) -> None:
    table.mouse.click(table.along("objection-x>thesis"))
    assert table.selected == {"objection-x>thesis"}


def test_a_click_on_one_of_several_selected_cards_leaves_that_one(table: Table) -> None:
    table.select("reason", "objection")
    table.mouse.click(table.on("reason"))
    assert table.selected == {"reason"}


def test_a_lasso_takes_what_it_touches_and_shift_adds(table: Table) -> None:
    table.select("free")
    corner = table.on("reason", -140, 60)
    table.mouse.drag(corner, table.on("objection", -100, -10))
    assert table.selected == {"reason", "objection"}
    table.select("free")
    table.mouse.drag(corner, table.on("reason", 0, 0), keys=SHIFT)
    assert table.selected == {"free", "reason"}
    assert table.steps == []


def test_escape_gives_the_selection_before_a_lasso_back(table: Table) -> None:
    table.select("free")
    table.mouse.hold(table.on("reason", -140, 60), table.on("objection"))
    assert table.selected == {"reason", "objection"}
    table.key(ESCAPE)
    assert table.selected == {"free"}
    table.mouse.release()
    assert table.selected == {"free"}


def test_a_lasso_over_nothing_but_an_arrow_takes_the_arrow(table: Table) -> None:
    middle = table.along("reason->thesis", 0.5)
    table.mouse.drag(middle - QPointF(20, 5), middle + QPointF(20, 5))
    assert table.selected == {"reason->thesis"}


# Dragging


def test_a_drag_moves_the_card_and_is_one_step(table: Table) -> None:
    before = table.box("free")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(60, 150), keys=ALT, steps=12)
    assert table.box("free") == before.moved(60, 150)
    assert len(table.steps) == 1
    table.editor.undo()
    assert table.box("free") == before
    table.editor.redo()
    assert table.box("free") == before.moved(60, 150)


def test_a_press_that_hardly_moves_is_a_click(table: Table) -> None:
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(3, 2))
    assert table.selected == {"reason"}
    assert table.steps == []


def test_all_selected_cards_move_together(table: Table) -> None:
    table.select("reason", "objection")
    reason, objection = table.box("reason"), table.box("objection")
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(40, 170), keys=ALT)
    assert table.box("reason") == reason.moved(40, 170)
    assert table.box("objection") == objection.moved(40, 170)
    assert table.steps == ["Move 2 claims"]


def test_a_card_that_was_not_selected_moves_alone(table: Table) -> None:
    table.select("objection")
    objection = table.box("objection")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(0, 200), keys=ALT)
    assert table.box("objection") == objection
    assert table.selected == {"free"}


def test_the_distance_of_a_drag_is_that_of_the_pointer_at_any_scale(table: Table) -> None:
    table.canvas.camera.set_zoom(0.5, time=0)
    before = table.box("free")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(30, 80), keys=ALT)
    assert table.box("free") == before.moved(60, 160)


def test_escape_while_dragging_restores_map_history_and_picture(table: Table) -> None:
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(0, 30), keys=ALT)
    table.editor.undo()
    table.mouse.click(table.on("free"))
    before, map_, redo = table.on_screen(), table.map, table.editor.history.next
    home = table.box("free")
    table.mouse.hold(table.on("free"), table.on("reason", 30, 170))
    assert table.box("free") != home
    assert differing(before, table.on_screen()) is not None
    table.key(ESCAPE)
    table.mouse.release(table.on("free"))
    table.mouse.move(table.on("free"))
    assert table.map == map_
    assert table.editor.history.next is redo
    assert differing(before, table.on_screen()) is None


def test_losing_the_focus_while_dragging_takes_the_drag_back(table: Table) -> None:
    map_, home = table.map, table.box("free")
    table.mouse.hold(table.on("free"), table.on("free") + QPointF(0, 200))
    table.canvas.clearFocus()
    assert (table.map, table.box("free")) == (map_, home)
    table.mouse.move(table.on("free") + QPointF(0, 90))
    assert table.map == map_


def test_a_card_in_hand_is_not_moved_before_it_is_let_go(table: Table) -> None:
    map_, home = table.map, table.box("free")
    table.mouse.hold(table.on("free"), table.on("free") + QPointF(0, 200), keys=ALT)
    assert table.box("free") == home.moved(0, 200)
    assert (table.map, table.steps) == (map_, [])
    table.mouse.release(keys=ALT)
    assert (table.box("free"), table.steps) == (home.moved(0, 200), ["Move claim"])


def test_a_card_snaps_to_the_edge_of_another(table: Table) -> None:
    aim = table.spot(table.box("reason").x + 4, table.box("reason").bottom + 200)
    held = table.spot(table.box("free").x + 30, table.box("free").y + 20)
    table.mouse.drag(held, aim + QPointF(30, 20))
    assert table.box("free").x == table.box("reason").x


def test_alt_keeps_a_card_from_snapping(table: Table) -> None:
    aim = table.spot(table.box("reason").x + 4, table.box("reason").bottom + 200)
    held = table.spot(table.box("free").x + 30, table.box("free").y + 20)
    table.mouse.drag(held, aim + QPointF(30, 20), keys=ALT)
    assert table.box("free").x == table.box("reason").x + 4


def test_shift_keeps_a_drag_on_one_axis(table: Table) -> None:
    before = table.box("free")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(9, 190), keys=SHIFT | ALT)
    assert table.box("free") == before.moved(0, 190)


def test_ctrl_drags_a_copy_away(table: Table) -> None:
    before = table.box("free")
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(0, 200), keys=CTRL | ALT)
    (copy,) = table.selected
    assert copy != "free"
    assert table.box("free") == before
    assert table.box(copy) == before.moved(0, 200)
    assert table.map.claims[RecordId(copy)].text == "free"
    assert table.steps == ["Duplicate"]
    table.editor.undo()
    assert copy not in table.map.claims


def test_escape_takes_a_copy_back(table: Table) -> None:
    map_ = table.map
    table.mouse.hold(table.on("free"), table.on("free") + QPointF(0, 200), keys=CTRL)
    assert len(table.map.claims) == len(map_.claims) + 1
    table.key(ESCAPE)
    assert table.map == map_
    assert table.steps == []


def test_a_drag_near_the_border_scrolls_on_and_takes_the_card_along(table: Table, qtbot: QtBot) -> None:
    before, origin = table.box("free"), table.view.origin
    aim = QPointF(table.canvas.width() - 10, 300)
    table.mouse.hold(table.on("free"), aim, keys=ALT)
    qtbot.waitUntil(lambda: table.view.origin.x > origin.x + 200)
    table.mouse.release(keys=ALT)
    scrolled = table.view.origin.x - origin.x
    assert table.box("free").x > before.x + scrolled
    stopped = table.view.origin
    table.mouse.move((400, 300))
    assert table.view.origin == stopped


# Panning


@pytest.mark.parametrize("button", [MIDDLE, RIGHT])
def test_the_other_buttons_pan_wherever_they_are_pressed(table: Table, button: Qt.MouseButton) -> None:
    origin, map_ = table.view.origin, table.map
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(70, -40), button=button)
    assert table.view.origin == origin.moved(-70, 40)
    assert table.map is map_
    assert table.asked == []


def test_space_pans_with_the_left_button(table: Table, qtbot: QtBot) -> None:
    origin, map_ = table.view.origin, table.map
    qtbot.keyPress(table.canvas, Qt.Key.Key_Space)
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(70, -40))
    qtbot.keyRelease(table.canvas, Qt.Key.Key_Space)
    assert table.view.origin == origin.moved(-70, 40)
    assert table.map is map_
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(70, 150), keys=ALT)
    assert table.map is not map_


def test_the_hand_pans_with_the_left_button(table: Table) -> None:
    origin = table.view.origin
    table.canvas.choose_tool("pan")
    assert table.canvas.tool == "pan"
    table.mouse.drag(table.on("reason"), table.on("reason") + QPointF(70, -40))
    assert table.view.origin == origin.moved(-70, 40)
    assert table.canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    table.canvas.choose_tool("select")
    table.mouse.click(table.on("reason"))
    assert table.selected == {"reason"}


def test_a_right_click_asks_for_the_menu_of_what_is_there(table: Table) -> None:
    table.select("free")
    table.mouse.click(table.on("reason"), button=RIGHT)
    assert table.asked == [("menu",)]
    assert table.selected == {"reason"}
    table.mouse.click((5, 5), button=RIGHT)
    assert table.selected == set()


def test_a_right_click_on_one_of_several_keeps_them_all(table: Table) -> None:
    table.select("free", "reason")
    table.mouse.click(table.on("reason"), button=RIGHT)
    assert table.selected == {"free", "reason"}


# Double clicks


def test_a_double_click_on_a_card_edits_it(table: Table) -> None:
    table.mouse.double_click(table.on("reason"))
    assert table.field is not None
    assert table.field.toPlainText() == "reason"
    assert table.canvas.text.claim == "reason"


def test_a_double_click_on_the_ground_makes_a_claim_there(table: Table) -> None:
    at = QPointF(600, 420)
    table.mouse.double_click(at)
    (claim,) = table.selected
    assert table.canvas.text.claim == claim
    assert table.box(claim).contains(table.under(at))
    assert claim not in table.map.relations


def test_a_double_click_on_an_arrow_asks_what_it_shall_be(table: Table) -> None:
    table.mouse.double_click(table.along("reason->thesis"))
    question = table.question
    assert question.relation == "reason->thesis"
    assert {choice.effect for choice in question.choices} == {"support", "attack", "reverse", "delete"}
    question.answer("attack")
    assert table.map.relations[RecordId("reason->thesis")].kind.value == "attack"
    question.answer("strong")
    assert table.map.relations[RecordId("reason->thesis")].strength.value == "strong"


# Width


def test_the_right_edge_sets_the_width_in_steps(table: Table) -> None:
    box = table.box("free")
    edge = table.spot(box.right, box.bottom - 12)
    table.mouse.move(edge)
    assert table.canvas.cursor().shape() is Qt.CursorShape.SizeHorCursor
    table.mouse.drag(edge, edge + QPointF(53, 4))
    placement = table.map.placement(RecordId("free"))
    assert placement is not None
    assert placement.width == table.box("free").width
    assert abs(placement.width - (box.width + 53)) <= 4
    assert placement.width % 8 == 0
    assert len(table.steps) == 1


def test_escape_gives_the_width_back(table: Table) -> None:
    map_, box = table.map, table.box("free")
    edge = table.spot(box.right, box.bottom - 12)
    table.mouse.hold(edge, edge + QPointF(53, 4))
    assert table.box("free").width != box.width
    table.key(ESCAPE)
    assert table.map == map_
    assert table.steps == []


def test_a_double_click_on_the_right_edge_resets_the_width(table: Table) -> None:
    box = table.box("free")
    edge = table.spot(box.right, box.bottom - 12)
    table.mouse.drag(edge, edge + QPointF(80, 0))
    table.mouse.double_click(edge + QPointF(table.box("free").width - box.width, 0))
    assert table.box("free").width == box.width
    placement = table.map.placement(RecordId("free"))
    assert placement is not None
    assert placement.width is None


# What sits on cards


def test_a_badge_asks_for_its_section(lay: LayTable) -> None:
    table = lay(sample(), width=1200, height=800)
    table.look_at("c30")
    box = table.box("c30")
    face = table.canvas.picture.faces[RecordId("c30")]
    painter = table.canvas.hit_test().painter
    places = {}
    for x in range(int(box.x), int(box.right) - 8):
        at = box.center._replace(x=x, y=box.bottom - 18)
        places.setdefault(painter.badge_at(face, box, at), table.spot(x + 2, at.y))
    places.pop("", None)
    assert set(places) >= {"notes", "sources", "comments"}
    for section, place in places.items():
        table.mouse.click(place)
        assert table.asked[-1] == ("section", "c30", section)
        assert table.selected == {"c30"}


def test_the_pucks_run_their_commands(table: Table) -> None:
    table.mouse.click(table.on("free"))
    painter = table.canvas.hit_test().painter
    for rect, command in zip(
        painter.controls.puck_rects(table.view, table.box("free")),
        ("insert.reason", "insert.objection"),
        strict=True,
    ):
        table.mouse.click(tuple(rect.center))
        assert table.asked[-1] == ("command", command)
        assert table.selected == {"free"}


def test_several_selected_cards_have_no_pucks(table: Table) -> None:
    rects = table.canvas.hit_test().painter.controls.puck_rects(table.view, table.box("free"))
    table.select("free", "reason")
    table.mouse.click(tuple(rects[0].center))
    assert table.asked == []


def test_the_claim_under_the_pointer_is_told_once(table: Table) -> None:
    told: list[str] = []
    table.canvas.claim_hovered.connect(told.append)
    table.mouse.move(table.on("reason"))
    table.mouse.move(table.on("reason", 10, 4))
    table.mouse.move(table.along("objection-x>thesis"))
    table.mouse.move(table.on("objection"))
    table.mouse.move((5, 5))
    assert told == ["reason", "", "objection", ""]


def test_ports_show_on_the_card_under_the_pointer(table: Table) -> None:
    table.mouse.move((5, 5))
    port = table.view.to_view(port_points(table.box("reason"))[0])
    accent, around = table.look.theme.accent.name(), _around(port.x, port.y)
    assert accent not in table.colours(around)
    table.mouse.move(table.on("reason"))
    assert accent in table.colours(around)


def _around(x: float, y: float) -> Rect:
    return Rect(x - 6, y - 6, 12, 12)


def test_a_press_outside_keeps_what_was_typed_and_selects(table: Table) -> None:
    table.mouse.double_click(table.on("reason"))
    table.type(" more")
    table.mouse.click(table.on("free"))
    assert table.map.claims[RecordId("reason")].text == "reason more"
    assert table.field is None
    assert table.selected == {"free"}


def test_keys_do_not_stick_to_a_gesture_that_is_over(table: Table) -> None:
    table.mouse.drag(table.on("free"), table.on("free") + QPointF(0, 200), keys=CTRL)
    table.mouse.click(table.on("reason"), keys=PLAIN)
    assert table.selected == {"reason"}
