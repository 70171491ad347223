"""Cards from afar: as shapes in their tint (18 to 42 %), and as terrain, solid blocks with map labels."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from argmap.layout.geometry import Rect
from argmap.model.roles import Role
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.bodies import Bodies
from argmap.ui.canvas.paint.cards_scan import fitted
from argmap.ui.canvas.paint.inks import DASHED_ROLES, NO_BRUSH, NO_PEN, SOLID, Inks, dashed
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CardState
from argmap.ui.canvas.type_styles import SHAPE_LABEL, TERRAIN_LABEL
from argmap.ui.signs import ROLE_ICONS
from argmap.ui.text_shaper import TextShaper

_ICON = 11.0
_STRIPE = 3.0
_NAMED = (Role.QUESTION, Role.THESIS)
"""Roles that keep a label from afar, the most important first."""
_HALO = 3.0
_LABEL_GAP = 2.0
_LONGEST_LABEL = 260.0
_KEPT_LABELS = 400


class CardsShape:
    """Paints cards in their tint with stripe and icon; the question and the theses keep a label."""

    def __init__(self, inks: Inks, *, bodies: Bodies, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._bodies = bodies
        self._marks = marks
        self._shaper = shaper

    def paint(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        """Paint one card that stands at `box` on the map."""
        rect = sheet.rect(box)
        self._bodies.paint(sheet, rect, role=face.role, state=state, tinted=True)
        if face.role in _NAMED:
            self._label(sheet, face, rect=rect)
        elif rect.height() > _ICON and rect.width() > _ICON + 2 * _STRIPE:
            at = QPointF(rect.center().x() + _STRIPE / 2 - _ICON / 2, rect.center().y() - _ICON / 2)
            colour = self._inks.theme.ink(face.role)
            self._marks.icon(sheet, ROLE_ICONS[face.role], at=at, px=_ICON, colour=colour)

    def _label(self, sheet: Sheet, face: CardFace, *, rect: QRectF) -> None:
        if rect.height() < SHAPE_LABEL.line_height - 2:
            return
        left = _STRIPE if face.role is Role.THESIS else 0.0
        room = rect.width() - left
        shaped = fitted(face.label, (SHAPE_LABEL,), self._shaper, width=room, height=rect.height())
        painter = sheet.painter
        painter.setPen(self._inks.theme.ink1)
        top = rect.top() + (rect.height() - shaped.height) / 2
        for number, line in enumerate(shaped.lines):
            words = self._shaper.shape(line.strip(), SHAPE_LABEL)
            x = rect.left() + left + (rect.width() - left - words.width) / 2
            words.draw(painter, QPointF(x, top + number * SHAPE_LABEL.line_height))


class CardsTerrain:
    """Paints cards as blocks, all of one role at once, and labels for the most important."""

    def __init__(self, inks: Inks, *, shaper: TextShaper) -> None:
        self._inks = inks
        self._shaper = shaper
        self._labels: dict[tuple[str, float], QPixmap] = {}

    def paint(self, sheet: Sheet, face: CardFace, *, box: Rect) -> None:
        """Paint one card that stands at `box` on the map."""
        self.paint_blocks(sheet, {face.role: [sheet.rect(box)]})

    def paint_blocks(self, sheet: Sheet, blocks: dict[Role, list[QRectF]]) -> None:
        """Paint the blocks of each role."""
        painter = sheet.painter
        for role, rects in blocks.items():
            if role in DASHED_ROLES:
                painter.setPen(dashed(self._inks.theme.ink(role), 1.0, on=3, off=2))
                painter.setBrush(NO_BRUSH)
                rects = [rect.adjusted(0.5, 0.5, -0.5, -0.5) for rect in rects]
            else:
                painter.setPen(NO_PEN)
                painter.setBrush(self._inks.blocks[role])
            painter.drawRects(rects)

    def paint_labels(self, sheet: Sheet, faces: Iterable[tuple[CardFace, Rect]]) -> None:
        """Write the question and the theses over the blocks; what would cover a label is left out."""
        placed: list[QRectF] = []
        named = [(face, rect) for face, rect in faces if face.role in _NAMED]
        for face, rect in sorted(named, key=lambda pair: _NAMED.index(pair[0].role)):
            block = sheet.rect(rect)
            shaped = self._shaper.shape(face.label, TERRAIN_LABEL, width=_LONGEST_LABEL, max_lines=1)
            left = block.center().x() - shaped.width / 2
            spot = QRectF(left, block.top() - _LABEL_GAP - shaped.height, shaped.width, shaped.height)
            if any(spot.intersects(other) for other in placed):
                continue
            placed.append(spot)
            self._label(sheet, shaped.lines[0], at=spot.topLeft())

    def _label(self, sheet: Sheet, words: str, *, at: QPointF) -> None:
        """Write one line with a halo of the canvas round its letters; on screen it is kept as a picture."""
        if sheet.vector:
            self._write(sheet.painter, words, at=at)
            return
        key = (words, sheet.dpr)
        picture = self._labels.get(key)
        if picture is None:
            if len(self._labels) >= _KEPT_LABELS:
                self._labels.clear()
            picture = self._labels[key] = self._drawn(words, dpr=sheet.dpr)
        corner = QPointF(sheet.snapped(at.x() - _HALO), sheet.snapped(at.y() - _HALO))
        sheet.painter.drawPixmap(corner, picture)

    def _drawn(self, words: str, *, dpr: float) -> QPixmap:
        shaped = self._shaper.shape(words, TERRAIN_LABEL)
        size = QSizeF(shaped.width + 2 * _HALO, shaped.height + 2 * _HALO) * dpr
        picture = QPixmap(math.ceil(size.width()), math.ceil(size.height()))
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._write(painter, words, at=QPointF(_HALO, _HALO))
        finally:
            painter.end()
        return picture

    def _write(self, painter: QPainter, words: str, *, at: QPointF) -> None:
        shaped = self._shaper.shape(words, TERRAIN_LABEL)
        line = shaped.layout.lineAt(0)
        letters = QPainterPath()
        letters.addText(QPointF(0, line.y() + line.ascent()), self._shaper.font_of(TERRAIN_LABEL), words)
        painter.save()
        painter.translate(at)
        painter.scale(shaped.scale, shaped.scale)
        painter.strokePath(letters, QPen(self._inks.theme.canvas, 2 * _HALO / shaped.scale, SOLID))
        painter.restore()
        painter.setPen(self._inks.theme.ink1)
        shaped.draw(painter, at)
