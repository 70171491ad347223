"""What is special about elements at one moment is seen over the map at rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from argmap.model.ids import RecordId
from argmap.model.roles import Role
from tests.builders import sketch
from tests.ui.canvas.table import LayTable, Table


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection, the pointer over nothing."""
    table = lay(sketch("thesis <- reason; thesis <x- objection"))
    table.canvas.camera.scroll(-60, -60)
    table.mouse.move((5, 630))
    return table


def thickness(table: Table, relation: str) -> int:
    """How many pixels beside each other have the very colour of an upright arrow of support."""
    image, at = table.picture(), table.along(relation, 0.3).toPoint()
    ink = table.look.theme.ink(Role.REASON)
    return sum(image.pixelColor(at.x() + aside, at.y()) == ink for aside in range(-10, 11))


def test_the_arrows_of_a_selected_card_are_wider_wherever_the_pointer_is(table: Table) -> None:
    table.mouse.move(table.on("thesis"))
    rest = thickness(table, "reason->thesis")
    table.select("objection")
    assert thickness(table, "reason->thesis") == rest > 0
    table.select("reason")
    assert thickness(table, "reason->thesis") > rest


def test_the_ring_stands_further_off_one_selected_card_than_off_several(table: Table) -> None:
    edge = table.spot(table.box("reason").right, table.box("reason").center.y)

    def is_ringed(aside: int) -> bool:
        at = (edge + QPointF(aside, 0)).toPoint()
        return table.picture().pixelColor(at) == table.look.theme.accent

    table.select("reason")
    assert [is_ringed(1), is_ringed(3)] == [False, True]
    table.select("reason", "objection")
    assert [is_ringed(1), is_ringed(3)] == [True, False]


def test_while_a_claim_is_typed_its_card_offers_no_pucks(table: Table) -> None:
    table.select("reason")
    controls = table.canvas.hit_test().painter.controls
    puck = controls.puck_rects(table.view, table.box("reason"))[1]
    ink = table.look.theme.ink(Role.OBJECTION).name()
    assert ink in table.colours(puck)
    table.canvas.edit_claim(RecordId("reason"))
    assert ink not in table.colours(puck)
