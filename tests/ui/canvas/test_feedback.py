"""What a gesture is about to do is seen on the canvas while it lasts, and gone after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from argmap.editor.editor import Editor
from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId, counting_ids, placement_id
from argmap.ui.theme import LIGHT
from tests.builders import sketch, with_fields
from tests.ui.canvas.table import LayTable, Table, differing
from tests.ui.mouse import ALT


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection below it, and a free claim far to the right."""
    map_ = sketch("thesis <- reason; thesis <x- objection; free")
    table = lay(with_fields(map_, placement_id(RecordId("free")), x=560.0, y=0.0))
    table.canvas.camera.scroll(-60, -60)
    table.mouse.move((5, 630))
    return table


def near(colour: QColor, wanted: QColor) -> bool:
    pairs = zip(colour.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) < 12 for a, b in pairs)


def count_of(image: QImage, wanted: QColor, rect: Rect | None = None) -> int:
    """How many pixels have nearly a colour."""
    area = rect or Rect(0, 0, image.width(), image.height())
    return sum(
        near(image.pixelColor(x, y), wanted)
        for x in range(int(area.x), int(area.right))
        for y in range(int(area.y), int(area.bottom))
    )


def port_of(table: Table, claim: str) -> QPointF:
    box = table.box(claim)
    return table.spot(box.right, box.center.y)


def test_the_frame_that_gathers_is_seen(table: Table) -> None:
    before = count_of(table.on_screen(), LIGHT.accent)
    table.mouse.hold((20, 400), (220, 560))
    assert count_of(table.on_screen(), LIGHT.accent) > before + 500


def test_an_arrow_on_its_way_is_seen(table: Table) -> None:
    table.mouse.move(table.on("free"))
    before = count_of(table.on_screen(), LIGHT.accent)
    table.mouse.hold(port_of(table, "free"), (880, 400))
    assert count_of(table.on_screen(), LIGHT.accent) > before + 60


def test_guides_are_one_sharp_row_of_pixels(table: Table) -> None:
    reason = table.box("reason")
    table.mouse.hold(table.on("free"), table.spot(reason.center.x + 3, reason.center.y + 200))
    assert table.box("free").x == reason.x
    image = table.on_screen()
    edge = round(table.spot(reason.x, 0).x())
    gap = Rect(edge - 2, round(table.spot(0, reason.bottom + 20).y()), 5, 60)
    columns = [count_of(image, LIGHT.accent, gap._replace(x=edge - 2 + n, width=1)) for n in range(5)]
    assert sorted(columns)[:4] == [0, 0, 0, 0]
    assert max(columns) > 25


def test_guides_go_when_the_card_leaves_their_line(table: Table) -> None:
    reason = table.box("reason")
    table.mouse.hold(table.on("free"), table.spot(reason.center.x, reason.center.y + 200))
    edge = table.spot(reason.x, reason.bottom + 20)
    gap = Rect(round(edge.x()) - 2, round(edge.y()), 5, 60)
    assert count_of(table.on_screen(), LIGHT.accent, gap) > 0
    table.mouse.move(table.on("free", 40, 0), keys=ALT)
    assert count_of(table.on_screen(), LIGHT.accent, gap) == 0


def test_zones_and_what_is_chosen_are_seen_when_a_card_rests_over_another(table: Table, qtbot: QtBot) -> None:
    table.mouse.hold(table.on("free"), table.on("reason"), keys=ALT)
    before = table.on_screen()
    qtbot.waitUntil(lambda: table.canvas._stage.feedback.zones == "reason")
    zones = table.on_screen()
    assert differing(before, zones) is not None
    table.mouse.move(table.on("reason", 0, 90), keys=ALT)
    chosen = table.on_screen()
    assert count_of(chosen, LIGHT.role_inks[table.canvas.picture.faces[RecordId("reason")].role]) > count_of(
        zones, LIGHT.role_inks[table.canvas.picture.faces[RecordId("reason")].role]
    )


def test_a_card_under_a_new_arrow_says_what_would_happen_and_looks_so(table: Table) -> None:
    table.mouse.move(table.on("free"))
    table.mouse.hold(port_of(table, "free"), (880, 500))
    box = table.box("reason")
    corner = table.spot(box.x, box.y)
    around = Rect(corner.x() - 4, corner.y() - 4, 60, 12)
    before = table.colours(around)
    table.mouse.move(table.on("reason"))
    assert table.colours(around) != before


GESTURES: dict[str, Callable[[Table], None]] = {
    "lasso": lambda table: table.mouse.hold((20, 400), (220, 560)),
    "arrow": lambda table: table.mouse.hold(port_of(table, "free"), (880, 400)),
    "card": lambda table: table.mouse.hold(table.on("free"), table.on("reason", 40, 200)),
}


@pytest.mark.parametrize("name", GESTURES)
def test_after_escape_nothing_of_it_is_left(table: Table, name: str) -> None:
    table.mouse.move(table.on("free"))
    table.select("free")
    before = table.on_screen()
    GESTURES[name](table)
    assert differing(before, table.on_screen()) is not None
    table.key(Qt.Key.Key_Escape)
    table.mouse.release((5, 630))
    table.mouse.move(table.on("free"))
    table.select("free")
    assert differing(before, table.on_screen()) is None


def test_another_map_under_the_same_ids_is_hovered_nowhere(table: Table) -> None:
    table.mouse.move(table.on("thesis"))
    table.editor = Editor(table.map, counting_ids())
    table.canvas.set_editor(table.editor)
    table.mouse.move((5, 630))
    shown = table.on_screen()
    table.select("reason")
    table.select()
    assert differing(shown, table.on_screen()) is None
