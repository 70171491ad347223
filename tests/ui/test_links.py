"""What joins the panes of the real window: one shows what is done in another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from argmap.editor.host import Panel
from argmap.edits.relations import OWN_STEP
from argmap.model.ids import RecordId
from argmap.ui.canvas.paint.controls import port_points
from argmap.ui.chrome.relation_popup import RelationPopup
from argmap.ui.source.source_text import SourceText
from tests.ui.mouse import LEFT, Mouse
from tests.ui.windows import Desk, OpenWindow


def part(desk: Desk, kind: type[QWidget]) -> QWidget:
    found = desk.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def text_bar(desk: Desk) -> QScrollBar:
    text = part(desk, SourceText)
    assert isinstance(text, SourceText)
    return text.verticalScrollBar()


def text_picture(desk: Desk) -> QImage:
    text = part(desk, SourceText)
    assert isinstance(text, SourceText)
    return text.viewport().grab().toImage()


def middle_of(desk: Desk, claim: str) -> QPointF:
    return desk.window.panes.canvas.element_rect(claim).center().toPointF()


def port_of(desk: Desk, mouse: Mouse, claim: str) -> QPointF:
    """The first port of a card, which is there once the mouse is over the card."""
    canvas = desk.window.panes.canvas
    mouse.move(middle_of(desk, claim))
    return QPointF(*canvas.camera.view.to_view(port_points(canvas.boxes[RecordId(claim)])[0]))


def ask_for_a_relation(desk: Desk) -> RelationPopup:
    """Draw an arrow from one card to another; how they are related is asked then."""
    mouse = Mouse(desk.window.panes.canvas)
    mouse.drag(port_of(desk, mouse, "b"), middle_of(desk, "d"))
    popup = part(desk, RelationPopup)
    assert isinstance(popup, RelationPopup)
    assert popup.isVisible()
    return popup


def test_the_passage_of_the_card_under_the_pointer_is_lit(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    canvas = desk.window.panes.canvas
    before = text_picture(desk)
    mouse = Mouse(canvas)
    mouse.move(middle_of(desk, "c01"))
    assert text_picture(desk) != before
    mouse.move(QPointF(canvas.rect().bottomLeft() + QPoint(3, -3)))
    assert text_picture(desk) == before


def test_selecting_several_cards_leaves_the_text_where_it_is(opened: OpenWindow) -> None:
    desk = opened(sample=True)
    desk.select("c30", "c31")
    assert text_bar(desk).value() == 0


@pytest.mark.parametrize("is_hidden", [False, True], ids=["beside the map", "from behind the map"])
def test_a_quotation_leads_to_its_passage(opened: OpenWindow, is_hidden: bool, qtbot: QtBot) -> None:
    desk = opened(sample=True)
    desk.select("c30")
    text_bar(desk).setValue(0)
    if is_hidden:
        desk.trigger("view.source")
    (quotation,) = desk.window.panes.inspector.claim_page.quotes.rows.rows.values()
    QTest.mouseClick(quotation.show_button, LEFT)
    assert desk.window.panes.docks[Panel.SOURCE].isVisible()
    qtbot.waitUntil(lambda: text_bar(desk).value() > 0)


def test_why_an_arrow_cannot_end_somewhere_is_said_while_it_is_there(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    canvas, status = desk.window.panes.canvas, desk.window.panes.status
    mouse = Mouse(canvas)
    own_step = canvas.picture.routing.routes[RecordId("at")].point_at(0.2)
    mouse.hold(port_of(desk, mouse, "a"), canvas.camera.view.to_view(own_step))
    assert status.centre_text == OWN_STEP
    mouse.move(QPointF(5, 5))
    assert status.centre_text == ""
    desk.key(Qt.Key.Key_Escape)
    mouse.release()


def test_the_popup_asks_in_the_colours_that_were_chosen_last(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    desk.trigger("view.theme_dark")
    popup = ask_for_a_relation(desk)
    ground = popup.grab().toImage().pixelColor(popup.width() // 2, 3)
    assert ground == desk.window.appearance.look.theme.panel
    popup.hide()


def test_once_the_popup_is_answered_the_keys_go_to_the_map(opened: OpenWindow, file: Path) -> None:
    desk = opened(file=file)
    popup = ask_for_a_relation(desk)
    QTest.keyClick(popup.focusWidget() or popup, Qt.Key.Key_A)
    assert desk.window.isWindowModified()
    assert desk.window.panes.canvas.hasFocus()
