"""What stands on the canvas after edits, drags and scrolls is what would be painted from nothing."""

from __future__ import annotations

import gc
import math
import random
import weakref
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.edits import arranging, claims
from argmap.layout.geometry import Point, Rect
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId, counting_ids, placement_id
from argmap.model.rules import Violation
from argmap.ui.canvas.canvas import Canvas
from argmap.ui.canvas.view import View
from argmap.ui.look import Look
from argmap.ui.theme import DARK
from tests.builders import ids, sample, sketch, with_fields
from tests.edits.verbs import edits
from tests.strategies import maps
from tests.ui.canvas.table import LayTable, Table, differing, differing_pixels
from tests.ui.mouse import ALT, CTRL, MIDDLE, SHIFT

ZOOMS = (0.12, 0.3, 0.6, 1.0, 1.6)


ASIDE = (-4000.0, -4000.0)
"""Where the pointer hovers over nothing, not even a handle that only shows because it came from there."""


def anew(table: Table, qtbot: QtBot) -> Table:
    """The same map, selection and view on a canvas of its own."""
    fresh = Table.laid(table.map, table.look, size=(table.canvas.width(), table.canvas.height()))
    qtbot.addWidget(fresh.canvas)
    with qtbot.waitExposed(fresh.canvas):
        fresh.canvas.show()
    fresh.canvas.camera.go(table.view, time=0)
    fresh.select(*table.selected)
    return fresh


def check(table: Table, qtbot: QtBot) -> None:
    """The window shows, pixel for pixel, what a canvas of its own would show.

    One letter that crosses the left edge is let pass: Qt sets it a fraction of a pixel aside.
    """
    table.mouse.move(ASIDE)
    shown = table.on_screen()
    fresh = anew(table, qtbot)
    wanted = fresh.on_screen()
    fresh.canvas.close()
    strayed = differing_pixels(shown, wanted)
    assert len(strayed) <= 30
    assert len({x for x, _ in strayed}) <= 8


@pytest.mark.parametrize("zoom", ZOOMS)
def test_after_drags_and_scrolls(lay: LayTable, qtbot: QtBot, zoom: float) -> None:
    table = lay(sample(), width=700, height=500)
    table.look_at("c25", zoom)
    chance = random.Random(round(zoom * 100))
    for number in range(6):
        if not any(True for _ in table.canvas.picture.visible_cards(table.canvas.visible)):
            table.look_at("c25", zoom)
        claim = chance.choice(list(table.canvas.picture.visible_cards(table.canvas.visible)))
        at = table.on(claim)
        by = QPointF(chance.uniform(-150, 150), chance.uniform(-120, 120))
        table.mouse.drag(at, at + by, keys=chance.choice((ALT, SHIFT, CTRL)), steps=5)
        table.mouse.wheel((300, 200), chance.uniform(-2, 2), sideways=chance.uniform(-1, 1))
        if number % 2:
            table.mouse.drag((200, 200), QPointF(200, 200) + by / 3, button=MIDDLE, steps=3)
        check(table, qtbot)


def test_selected_cards_lie_over_each_other_as_at_rest(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sketch("; ".join(f"claim{number}" for number in range(8))))
    for number, claim in enumerate(table.map.claims):
        table.editor.edit(
            "Place", partial(arranging.place, claim=claim, at=(100 + 40 * number, 80 + 30 * number))
        )
    table.select(*table.map.claims)
    for above, below in pairwise(reversed(list(table.map.claims))):
        corner = table.spot(*table.box(above)[:2])
        assert table.box(below).contains(table.under(corner))
        shown = table.picture().pixelColor((corner + QPointF(3, 30)).toPoint())
        assert shown == table.look.theme.ink(table.canvas.picture.faces[RecordId(above)].role)
    check(table, qtbot)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_while_a_card_is_dragged(lay: LayTable, qtbot: QtBot, zoom: float) -> None:
    table = lay(sample(), width=700, height=500)
    table.look_at("c25", zoom)
    table.mouse.hold(table.on("c25"), table.on("c25", 30, 60), keys=ALT, steps=4)
    for step in range(6):
        table.mouse.move(QPointF(350 + 40 * step, 320 - 30 * step), keys=ALT, steps=2)
        kept = table.on_screen()
        table.canvas._stage.spoil()
        assert differing(kept, table.on_screen()) is None
    table.mouse.release(keys=ALT)
    check(table, qtbot)


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_after_random_edits(lay: LayTable, qtbot: QtBot, data: DataObject) -> None:
    table = lay(data.draw(maps()), width=500, height=400)
    zoom = data.draw(st.sampled_from(ZOOMS))
    origin = data.draw(st.tuples(st.integers(-900, 300), st.integers(-700, 300)))
    table.canvas.camera.go(View(zoom, Point(*map(float, origin)), (500, 400)), time=0)
    for _ in range(data.draw(st.integers(1, 4))):
        _step(table, data)
        table.on_screen()
    check(table, qtbot)
    table.canvas.close()


def _step(table: Table, data: DataObject) -> None:
    match data.draw(st.sampled_from(("edit", "edit", "undo", "redo", "select", "scroll", "hover"))):
        case "undo":
            table.editor.undo()
        case "redo":
            table.editor.redo()
        case "select":
            elements = sorted([*table.map.claims, *table.map.relations])
            if elements:
                table.select(*data.draw(st.lists(st.sampled_from(elements), max_size=3)))
        case "scroll":
            table.canvas.camera.scroll(*data.draw(st.tuples(st.integers(-60, 60), st.integers(-60, 60))))
        case "hover":
            table.mouse.move(data.draw(st.tuples(st.integers(0, 499), st.integers(0, 399))))
        case _:
            edit = data.draw(edits(table.map))
            try:
                table.editor.edit("Edit", edit)
            except (Violation, ValueError):
                return


def test_after_typing(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sketch("thesis <- reason; thesis <x- objection"))
    table.canvas.edit_claim(RecordId("reason"))
    table.type(" with so many words that the card has to grow by more than a line")
    table.key(Qt.Key.Key_Return)
    check(table, qtbot)
    table.editor.undo()
    check(table, qtbot)


def test_after_resizing_and_gliding(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sample(), width=700, height=500)
    table.canvas.fit(at_once=True)
    table.canvas.resize(900, 520)
    check(table, qtbot)
    table.canvas.set_zoom(1.0)
    qtbot.waitUntil(lambda: not table.canvas.camera.is_gliding)
    check(table, qtbot)
    table.canvas.resize(620, 480)
    check(table, qtbot)


# Things that once went wrong, or well might


def test_a_lit_arrow_does_not_hide_the_ring_of_an_undercut_on_it(lay: LayTable) -> None:
    table = lay(sketch("thesis <- reason; (reason->thesis) <x- doubt"))
    table.canvas.camera.scroll(-100, -100)
    tip = table.canvas.picture.routing.routes[RecordId("doubt-x>(reason->thesis)")].tip
    spot = table.view.to_view(tip)
    ring = Rect(round(spot.x) - 6, round(spot.y) - 6, 12, 12)
    assert not any(map(_is_green, table.colours(ring)))
    table.select("reason")
    assert not any(map(_is_green, table.colours(ring)))
    assert any(map(_is_green, table.colours(ring.moved(0, 14))))


@pytest.mark.parametrize("half", ["two-x>one", "one-x>two"])
def test_either_half_of_a_key_conflict_shows_that_it_is_selected(lay: LayTable, half: str) -> None:
    table = lay(sketch("one <x- two; two <x- one"))
    table.canvas.camera.scroll(-100, -100)
    middle = table.view.to_view(table.canvas.picture.routing.routes[RecordId(half)].point_at(0.25))

    def thickness() -> int:
        rows = (table.colours(Rect(round(middle.x) + n, round(middle.y), 1, 1)) for n in range(-8, 9))
        return sum(any(map(_is_red, row)) for row in rows)

    rest = thickness()
    table.select(half)
    assert thickness() > rest > 0


@pytest.mark.parametrize("way", ["hovered", "selected", "carried"])
def test_a_plate_never_lies_on_its_cards(lay: LayTable, way: str) -> None:
    table = lay(sketch("thesis <- one + two"))
    table.canvas.camera.scroll(-100, -100)
    spot = table.box("one").moved(120, 40)._replace(width=60, height=10)
    shown = Rect(*table.view.to_view(Point(spot.x, spot.y)), 60, 10)
    before = table.colours(shown)
    match way:
        case "hovered":
            table.mouse.move(table.along("one+two->thesis"))
        case "selected":
            table.select("one+two->thesis")
        case _:
            table.mouse.hold(table.on("two"), table.on("two", 6, 6), keys=ALT)
    assert table.colours(shown) == before


def _is_red(name: str) -> bool:
    colour = QColor(name)
    return colour.red() > colour.green() + 60


def _is_green(name: str) -> bool:
    colour = QColor(name)
    return colour.green() > colour.red() + 30


@pytest.mark.parametrize("zoom", [0.3, 0.6, 1.0, 2.0])
def test_a_leg_of_linked_premises_far_apart_meets_its_card(lay: LayTable, zoom: float) -> None:
    map_ = with_fields(sketch("thesis <- one + two"), placement_id(RecordId("two")), x=700.0, y=301.3)
    table = lay(map_)
    table.look_at("two", 1.0)
    table.picture()
    table.canvas.camera.go(table.view, time=0)
    table.look_at("two", zoom)
    plate = table.canvas.picture.routing.plates[RecordId("one+two->thesis")]
    assert plate.rect is None
    leg = plate.legs[1]
    start = table.view.to_view(leg[0])
    toward = table.view.to_view(leg[1])
    image = table.picture()
    step = (_sign(toward.x - start.x), _sign(toward.y - start.y))
    for distance in range(1, round(math.dist(start, toward) / 3)):
        x, y = round(start.x + step[0] * distance), round(start.y + step[1] * distance)
        beside = [image.pixelColor(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        assert any(_is_green(colour.name()) for colour in beside), f"{distance} pixels from the card"


def _sign(value: float) -> int:
    return (value > 0.5) - (value < -0.5)


def test_pasted_cards_lie_over_each_other_as_the_map_has_them(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sketch("one; two; three"))
    table.select("one", "two", "three")
    table.mouse.drag(table.on("two"), table.on("two") + QPointF(0, 200), keys=CTRL)
    copies = [key for key in table.map.claims if key in table.selected]
    table.editor.edit("Move", lambda t: arranging.move(t, copies[:1], (280, 20)))
    assert list(table.canvas.boxes) == list(table.map.claims)
    check(table, qtbot)


# Another map, another look


def test_another_map_leaves_nothing_of_the_old_one(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sketch("thesis <- reason"))
    old = table.editor
    table.mouse.click(table.on("reason"))
    table.canvas.edit_claim(RecordId("reason"))
    table.type("s")
    table.editor = Editor(sketch("other"), counting_ids())
    table.canvas.set_editor(table.editor)
    assert table.field is None
    assert set(table.canvas.boxes) == {"other"}
    assert table.canvas.element_rect("reason").isNull()
    table.mouse.move((3, 3))
    check(table, qtbot)
    shown = table.on_screen()
    old.edit("Reword", lambda t: claims.reword(t, RecordId("reason"), "changed behind its back"))
    old.select(ids("thesis"))
    assert differing(shown, table.on_screen()) is None


def test_a_gesture_ends_when_another_map_is_shown(lay: LayTable) -> None:
    table = lay(sketch("thesis <- reason"))
    old, map_, home = table.editor, table.map, table.box("reason")
    table.mouse.hold(table.on("reason"), table.on("reason", 90, 90))
    assert table.box("reason") != home
    table.editor = Editor(sketch("other"), counting_ids())
    table.canvas.set_editor(table.editor)
    assert old.map == map_
    table.mouse.release()
    assert old.map == map_
    assert table.steps == []


def test_another_look_repaints_everything(lay: LayTable, qtbot: QtBot) -> None:
    table = lay(sketch("thesis <- reason"))
    table.canvas.camera.scroll(-100, -100)
    table.select("reason")
    table.on_screen()
    dark = Look(DARK, table.look.icons, table.look.shaper)
    table.canvas.set_look(dark)
    table.look = dark
    assert table.on_screen().pixelColor(2, 2) in (DARK.canvas, DARK.dot)
    check(table, qtbot)


def test_lighting_a_claim_shows_and_goes(lay: LayTable) -> None:
    table = lay(sketch("thesis <- reason"))
    table.mouse.move((890, 630))
    before = table.on_screen()
    table.canvas.light("reason")
    lit = table.on_screen()
    changed = differing(before, lit)
    assert changed is not None
    assert (
        table.canvas.element_rect("reason")
        .adjusted(-8, -8, 8, 8)
        .contains(round(changed.center.x), round(changed.center.y))
    )
    table.canvas.light("")
    assert differing(before, table.on_screen()) is None


def test_lighting_a_claim_that_is_not_there_harms_nothing(lay: LayTable) -> None:
    table = lay(sketch("thesis <- reason"))
    table.canvas.light("nobody")
    before = table.on_screen()
    table.canvas.light("thesis")
    transaction = table.editor.transaction()
    transaction.remove(RecordId("thesis"))
    table.editor.commit("Delete", transaction)
    assert not before.isNull()
    assert differing(before, table.on_screen()) is not None


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda table: None, id="shown"),
        pytest.param(lambda table: table.canvas.edit_claim(RecordId("reason")), id="edited"),
        pytest.param(lambda table: table.mouse.hold(table.on("reason"), (400, 400)), id="dragged"),
    ],
)
def test_a_canvas_goes_for_good_and_is_told_nothing_more(
    qtbot: QtBot, look: Look, use: Callable[[Table], None]
) -> None:
    table = Table.laid(sketch("thesis <- reason"), look, size=(600, 500))
    with qtbot.waitExposed(table.canvas):
        table.canvas.show()
    use(table)
    editor, canvas = table.editor, weakref.ref(table.canvas)
    table.canvas.set_editor(Editor(ArgumentMap(), counting_ids()))
    widget = table.canvas
    with qtbot.waitSignal(widget.destroyed):
        widget.close()
        widget.deleteLater()
    assert not shiboken6.isValid(widget)
    del table, widget
    gc.collect()
    assert canvas() is None
    editor.edit("Reword", lambda t: claims.reword(t, RecordId("reason"), "nobody listens"))
    QApplication.processEvents()


def test_a_map_changed_while_nothing_is_shown_is_shown_right_later(qtbot: QtBot, look: Look) -> None:
    table = Table.laid(sketch("thesis <- reason"), look, size=(600, 500))
    qtbot.addWidget(table.canvas)
    table.editor.edit("Move", lambda t: arranging.move(t, ids("reason"), (140, 60)))
    with qtbot.waitExposed(table.canvas):
        table.canvas.show()
    check(table, qtbot)
    assert isinstance(table.canvas, Canvas)
