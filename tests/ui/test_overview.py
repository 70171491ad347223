"""The small panel at the lower right, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from argmap.layout.geometry import Point
from argmap.model.ids import RecordId
from argmap.ui.chrome.minimap import Minimap
from tests.ui.mouse import ALT, Mouse
from tests.ui.windows import OpenWindow


def test_the_minimap_follows_a_card_in_hand_and_forgets_it_when_put_back(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk = opened(file=file)
    canvas, mouse = desk.window.panes.canvas, Mouse(desk.window.panes.canvas)
    minimap = desk.window.findChild(Minimap)
    assert isinstance(minimap, Minimap)

    def is_shown(place: QPointF) -> bool:
        """Whether a block stands in the minimap where this place of the canvas is."""
        at = canvas.camera.view.to_map(Point(place.x(), place.y()))
        spot = minimap.to_view().map(QPointF(at.x, at.y)).toPoint()
        return minimap.grab().toImage().pixelColor(spot) != desk.window.appearance.look.theme.canvas

    home = canvas.element_rect("u").center().toPointF()
    qtbot.waitUntil(lambda: is_shown(home))
    mouse.hold(home, home + QPointF(300, 0), keys=ALT)
    qtbot.waitUntil(lambda: is_shown(home + QPointF(300, 0)) and not is_shown(home))
    desk.key(Qt.Key.Key_Escape)
    mouse.release()
    qtbot.waitUntil(lambda: is_shown(home) and not is_shown(home + QPointF(300, 0)))


def test_a_claim_the_text_does_not_say_is_a_hollow_block(
    opened: OpenWindow, file: Path, qtbot: QtBot
) -> None:
    desk = opened(file=file)
    minimap = desk.window.findChild(Minimap)
    assert isinstance(minimap, Minimap)
    middle = desk.window.panes.canvas.boxes[RecordId("u")].center

    def is_filled() -> bool:
        spot = minimap.to_view().map(QPointF(middle.x, middle.y)).toPoint()
        return minimap.grab().toImage().pixelColor(spot) != desk.window.appearance.look.theme.canvas

    qtbot.waitUntil(is_filled)
    desk.select("u")
    desk.trigger("claim.implicit")
    qtbot.waitUntil(lambda: not is_filled())
