"""Draws with the real painter into pictures, and looks at their pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtGui import QColor, QImage, QPainter

from argmap.layout.geometry import Point, Rect
from argmap.layout.routes import Plate, Route, Routing
from argmap.model.ids import RecordId
from argmap.model.roles import Role
from argmap.ui.canvas.faces import ArrowFace, CardFace
from argmap.ui.canvas.paint.layers import CardStates, Elements
from argmap.ui.canvas.paint.map_painter import MapPainter
from argmap.ui.canvas.paint.sheet import Sheet, sheet_for
from argmap.ui.canvas.paint.states import CARD_AT_REST, ArrowState, CardState
from argmap.ui.canvas.view import Band, View

BOX = Rect(40, 40, 224, 108)
"""Where single cards stand in these tests."""
VIEW = View(1.0, Point(0, 0), (320, 200))


@dataclass
class Scene:
    """A few cards and arrows, as painting asks for them."""

    faces: Mapping[RecordId, CardFace] = field(default_factory=dict)
    boxes: Mapping[RecordId, Rect] = field(default_factory=dict)
    arrows: Mapping[RecordId, ArrowFace] = field(default_factory=dict)
    routing: Routing = field(default_factory=Routing)

    def visible_cards(self, rect: Rect) -> Iterable[RecordId]:
        return [key for key, box in self.boxes.items() if box.intersects(rect)]

    def visible_arrows(self, rect: Rect) -> Iterable[RecordId]:
        return list(self.arrows)


def card(role: Role, text: str = "He settled on one country.", **more: object) -> CardFace:
    """A card of a role."""
    return CardFace(claim=RecordId("c"), role=role, text=text, label=text, **more)  # type: ignore[arg-type]


def one_arrow(face: ArrowFace, *points: tuple[float, float], plate: Plate | None = None) -> Scene:
    """A scene of one arrow."""
    route = Route(face.relation, tuple(Point(*point) for point in points))
    plates = {} if plate is None else {face.relation: plate}
    return Scene(arrows={face.relation: face}, routing=Routing({face.relation: route}, plates))


def drawn(paint: Callable[[QPainter], None], view: View = VIEW, *, dpr: float = 1.0) -> QImage:
    """The picture that a function paints, over white."""
    width, height = view.size
    image = QImage(round(width * dpr), round(height * dpr), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()
    return image


def drawn_sheet(
    paint: Callable[[Sheet], None], view: View = VIEW, *, dpr: float = 1.0, band: Band | None = None
) -> QImage:
    """The picture that a function paints on a sheet, over white."""
    return drawn(lambda painter: paint(sheet_for(painter, view, band=band)), view, dpr=dpr)


def drawn_map(painter: MapPainter, scene: object, view: View = VIEW, **more: object) -> QImage:
    """The picture of a scene."""
    return drawn_sheet(lambda sheet: painter.paint_map(sheet, scene, **more), view)  # type: ignore[arg-type]


def drawn_elements(
    painter: MapPainter,
    scene: Scene,
    *,
    cards: CardStates = MappingProxyType({}),
    arrows: Mapping[RecordId, ArrowState] = MappingProxyType({}),
    band: Band | None = None,
) -> QImage:
    """The picture of a scene's elements, some of them in special states, on the canvas."""
    stated = [(face, arrows.get(key, ArrowState())) for key, face in scene.arrows.items()]

    def paint(sheet: Sheet) -> None:
        painter.paint_ground(sheet)
        painter.paint_elements(sheet, scene, elements=Elements([*scene.boxes], stated, cards))

    return drawn_sheet(paint, band=band)


def drawn_card(
    painter: MapPainter,
    face: CardFace,
    *,
    view: View = VIEW,
    state: CardState = CARD_AT_REST,
    band: Band | None = None,
) -> QImage:
    """The picture of one card at `BOX` on the canvas."""

    def paint(sheet: Sheet) -> None:
        sheet.painter.fillRect(sheet.painter.viewport(), painter.theme.canvas)
        painter.paint_card(sheet, face, box=BOX, state=state)

    return drawn_sheet(paint, view, band=band)


def pixel(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(int(x), int(y))


def colours(image: QImage, rect: Rect) -> set[str]:
    """All colours in a part of a picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(int(rect.x), int(rect.right))
        for y in range(int(rect.y), int(rect.bottom))
    }


def is_near(colour: QColor, other: QColor, within: int = 12) -> bool:
    """Whether two colours can hardly be told apart."""
    if colour == other:
        return True
    pairs = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) <= within for a, b in pairs)
