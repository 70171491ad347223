"""What is drawn once and then copied looks as if it were drawn each time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from argmap.ui.canvas.paint.inks import pen
from argmap.ui.canvas.paint.pixmaps import Pixmaps
from argmap.ui.canvas.paint.quarters import Quarters
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.stamps import Stamps
from argmap.ui.canvas.view import Band
from tests.ui.canvas.paint.drawing import VIEW, drawn, is_near, pixel

GREEN, RED = QColor("#0a7d6c"), QColor("#c03a1d")
RATIOS = (1.0, 1.25, 1.5, 2.0)


def plate(painter: QPainter, whole: QRectF) -> None:
    painter.setPen(pen(GREEN, 1))
    painter.setBrush(QColor(10, 125, 108, 40))
    painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def mark(painter: QPainter) -> None:
    painter.setPen(pen(RED, 2))
    painter.setBrush(GREEN)
    painter.drawEllipse(QPointF(0, 0), 6, 6)
    painter.drawLine(QPointF(-4, -8), QPointF(4, -8))


def smooth(painter: QPainter) -> QPainter:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


@pytest.mark.parametrize("dpr", RATIOS)
@pytest.mark.parametrize("size", [(40, 24), (100, 64), (248, 180)])
def test_a_rectangle_of_quarters_is_drawn_as_in_one_piece(
    qapp: QApplication, size: tuple[int, int], dpr: float
) -> None:
    quarters, rect = Quarters(), QRectF(20, 8, *size)

    def copied(painter: QPainter) -> None:
        quarters.paint(smooth(painter), rect, key="plate", dpr=dpr, draw=plate)

    wanted = drawn(lambda painter: plate(smooth(painter), rect), dpr=dpr)
    found = drawn(copied, dpr=dpr)
    different = [
        (x, y)
        for x in range(wanted.width())
        for y in range(wanted.height())
        if not is_near(pixel(wanted, x, y), pixel(found, x, y), 3)
    ]
    assert different == []


def test_quarters_of_one_look_share_a_picture_and_looks_do_not(qapp: QApplication) -> None:
    quarters, times = Quarters(), []

    def draw(painter: QPainter, whole: QRectF) -> None:
        times.append(whole)
        painter.fillRect(whole, GREEN)

    def paint(painter: QPainter) -> None:
        for width in (40, 41, 60):
            quarters.paint(painter, QRectF(0, 0, width, 30), key="a", dpr=1.0, draw=draw)
        quarters.paint(painter, QRectF(0, 0, 40, 30), key="b", dpr=1.0, draw=draw)

    drawn(paint)
    assert len(times) == 2


def test_a_huge_rectangle_is_drawn_where_it_stands(qapp: QApplication) -> None:
    whole = QRectF(-500, -100, 1600, 400)

    def paint(painter: QPainter) -> None:
        Quarters().paint(painter, whole, key="a", dpr=1.0, draw=lambda on, rect: on.fillRect(rect, RED))

    assert pixel(drawn(paint), 150, 100) == RED


@pytest.mark.parametrize("dpr", RATIOS)
@pytest.mark.parametrize("shift", [0.0, 0.5, 0.25])
def test_a_stamp_is_drawn_as_the_mark_itself(qapp: QApplication, shift: float, dpr: float) -> None:
    at = ((60 + shift) / dpr, (80 + shift) / dpr)
    stamps = Stamps()

    def stamped(painter: QPainter) -> None:
        sheet = Sheet(smooth(painter), VIEW, band=Band.READ)
        for _ in range(2):  # the second is a copy of what the first has kept
            painter.fillRect(QRectF(0, 0, 320, 200), QColor("white"))
            stamps.paint(sheet, "mark", at=at, reach=9, draw=mark)

    def straight(painter: QPainter) -> None:
        smooth(painter).translate(*at)
        mark(painter)

    wanted, found = drawn(straight, dpr=dpr), drawn(stamped, dpr=dpr)
    different = [
        (x, y)
        for x in range(30, 120)
        for y in range(40, 130)
        if not is_near(pixel(wanted, x, y), pixel(found, x, y), 4)
    ]
    assert different == []


def test_pictures_used_last_are_kept_within_the_bound(qapp: QApplication) -> None:
    pixmaps, times = Pixmaps(most=300), []

    def get(key: str, *, dpr: float = 1.0) -> None:
        pixmaps.get(key, (10, 10), dpr=dpr, draw=lambda painter, whole: times.append((key, dpr)))

    for key in ("a", "b", "c", "a", "d", "a", "c"):
        get(key)
    assert [key for key, _ in times] == ["a", "b", "c", "d"]
    get("b")
    get("a", dpr=2.0)
    assert times[4:] == [("b", 1.0), ("a", 2.0)]
