"""Typing into a card looks as the card does: lines break at the same words, letters stay in their places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTextBlock

from argmap.layout.geometry import Rect
from argmap.model.ids import RecordId, placement_id
from argmap.ui.canvas.card_size import claim_area, shaped_claim
from tests.builders import ids, sketch, with_fields
from tests.ui.canvas.table import LayTable, Table
from tests.ui.mouse import CTRL

REASON = RecordId("reason")

TEXTS = {
    "short": "Jostled while war went on",
    "lines": "He settled on one country,\nthen on two\n\nand then on none of them at all, as it were",
    "long": "Stalin wanted to extend the Soviet sphere as far to the west as the Western powers let him",
    "word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "emoji": "👩‍🔬 says so 🇫🇷 and 👍🏽 nods, more than once, in all of her papers on the question",
    "marks": "une e\u0301tude de\u0301taille\u0301e du de\u0301but a\u0300 la fin, n\u0303o mais",
    "chinese": "斯大林在战争期间的目标是什么？他想要安全、赔款和影响范围，这些目标互相矛盾。",
    "hebrew": "סטלין רצה ביטחון לפני הכול ואחר כך השפעה על שכנותיו",
    "arabic": "أراد ستالين الأمن قبل كل شيء ثم النفوذ على جيرانه",
    "mixed": "He wrote “סטלין” twice, and שלום once, before the war went on for another year",
}


@pytest.fixture
def table(lay: LayTable) -> Table:
    """A thesis with a reason and an objection."""
    table = lay(sketch("thesis <- reason; thesis <x- objection"))
    table.canvas.camera.scroll(-200, -150)
    return table


def edit(table: Table, claim: str = "reason") -> None:
    table.canvas.edit_claim(RecordId(claim))


def put(table: Table, text: str) -> None:
    """Have the field hold a text, as if it had been pasted over what it held."""
    field = table.field
    assert field is not None
    field.selectAll()
    field.insertPlainText(text)


def _lines(table: Table) -> list[str]:
    """The lines in the field, as they are broken."""
    field = table.field
    assert field is not None
    found: list[str] = []
    block: QTextBlock = field.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        units = block.text().encode("utf-16-le")
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start, end = line.textStart(), line.textStart() + line.textLength()
            found.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip("\u2028"))
        block = block.next()
    return found


def _painted_lines(table: Table, claim: RecordId = REASON) -> list[str]:
    face, box = table.canvas.picture.faces[claim], table.canvas.boxes[claim]
    return list(shaped_claim(face, table.look.shaper, width=box.width).lines)


@pytest.mark.parametrize("zoom", [0.85, 1.0, 1.15, 1.3225, 1.5, 2.0, 3.7])
@pytest.mark.parametrize("name", TEXTS)
def test_lines_break_in_the_field_as_on_the_card(table: Table, name: str, zoom: float) -> None:
    table.look_at("reason", zoom)
    edit(table)
    put(table, TEXTS[name])
    assert _lines(table) == _painted_lines(table)


@pytest.mark.parametrize("role", ["thesis", "implicit", "question", "narrow", "wide"])
def test_lines_break_alike_on_every_kind_of_card(lay: LayTable, role: str) -> None:
    map_ = sketch("thesis <- reason")
    match role:
        case "implicit":
            map_ = with_fields(map_, "reason", implicit=True)
        case "question":
            map_ = sketch("reason?")
        case "narrow" | "wide":
            width = 160.0 if role == "narrow" else 400.0
            map_ = with_fields(map_, placement_id(REASON), width=width)
    claim = ids("thesis")[0] if role == "thesis" else REASON
    table = lay(map_)
    table.look_at(claim)
    edit(table, claim)
    for text in TEXTS.values():
        put(table, text)
        assert _lines(table) == _painted_lines(table, claim)


def _ink(table: Table, image: QImage, area: Rect) -> QRect:
    """Where there is dark ink in a part of a picture."""
    spots = [
        (x, y)
        for x in range(int(area.x) - 8, int(area.right) + 8)
        for y in range(int(area.y) - 3, int(area.bottom) + 3)
        if image.pixelColor(x, y).lightness() < 128
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.15, 1.5, 2.0])
@pytest.mark.parametrize("claim", ["thesis", "reason", "ask"])
def test_the_text_stays_where_it_is_when_it_is_edited(lay: LayTable, claim: str, zoom: float) -> None:
    map_ = with_fields(
        sketch("ask? <- thesis; thesis <- reason"), claim, text="He settled on\none country, mind"
    )
    table = lay(map_, width=1200)
    table.look_at(claim, zoom)
    table.select(claim)
    face, box = table.canvas.picture.faces[RecordId(claim)], table.box(claim)
    spot = table.view.rect_to_view(claim_area(face, table.look.shaper, box=box))
    area = Rect(spot.x(), spot.y(), spot.width() - 8, spot.height())
    painted = _ink(table, table.picture(), area)
    edit(table, claim)
    field = table.field
    assert field is not None
    field.setCursorWidth(0)
    typed = _ink(table, table.picture(), area)
    assert abs(typed.left() - painted.left()) <= 1
    assert abs(typed.top() - painted.top()) <= 1
    assert abs(typed.bottom() - painted.bottom()) <= 1
    assert abs(typed.right() - painted.right()) <= 0.04 * painted.width() + 1


def test_the_field_stays_over_the_text_while_one_looks_elsewhere(table: Table) -> None:
    edit(table)
    put(table, TEXTS["long"])
    field = table.field
    assert field is not None
    for move in (
        lambda: table.mouse.wheel((400, 300), -0.5),
        lambda: table.mouse.wheel((400, 300), 2, keys=CTRL),
        lambda: table.canvas.resize(1000, 700),
        lambda: table.mouse.wheel((300, 200), -1, keys=CTRL),
    ):
        move()
        face = table.canvas.picture.faces[REASON]
        area = table.view.rect_to_view(claim_area(face, table.look.shaper, box=table.box("reason")))
        held = field.geometry()
        assert abs(held.x() - area.x()) <= 1
        assert abs(held.y() - area.y()) <= 2 * table.view.zoom
        assert held.width() >= area.width() - 8 * table.view.zoom
        assert _lines(table) == _painted_lines(table)
        assert field.document().size().height() <= area.height() + 2
