"""Cards for scanning (42 to 80 %): the short label at a constant size on screen, voice, icon and flag."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from argmap.layout.geometry import Rect
from argmap.model.roles import Role
from argmap.ui.canvas.faces import CardFace
from argmap.ui.canvas.paint.bodies import Bodies
from argmap.ui.canvas.paint.inks import Inks
from argmap.ui.canvas.paint.marks import Marks
from argmap.ui.canvas.paint.sheet import Sheet
from argmap.ui.canvas.paint.states import CardState
from argmap.ui.canvas.type_styles import LABELS, SMALL_MONOGRAM, THESIS_LABELS
from argmap.ui.signs import FLAG_ICON, ROLE_ICONS
from argmap.ui.text_shaper import ShapedText, TextShaper, TextStyle

_MARK = 13.0
_ICON = 11.0
_LEFT, _RIGHT = 10.0, 6.0
_THESIS_LEFT, _THESIS_RIGHT = 14.0, 10.0
_SPACING = ((4.0, 3.0), (1.5, 0.5))
"""Margin above and below, and between mark and label: as wished, and where a label would be cut."""
_GAP = 4.0
_KEPT = 4000

_Key = tuple[str, bool, bool, float, float]


class CardsScan:
    """Paints cards with their short labels."""

    def __init__(self, inks: Inks, *, bodies: Bodies, marks: Marks, shaper: TextShaper) -> None:
        self._inks = inks
        self._bodies = bodies
        self._marks = marks
        self._shaper = shaper
        self._fits: OrderedDict[_Key, ShapedText] = OrderedDict()

    def paint(self, sheet: Sheet, face: CardFace, *, box: Rect, state: CardState) -> None:
        """Paint one card that stands at `box` on the map."""
        rect = sheet.rect(box)
        self._bodies.paint(sheet, rect, role=face.role, state=state)
        if state.editing:
            return
        if face.role is Role.QUESTION:
            self._question(sheet, face, rect=rect)
            return
        is_thesis = face.role is Role.THESIS
        left = rect.left() + (_THESIS_LEFT if is_thesis else _LEFT)
        right = rect.right() - (_THESIS_RIGHT if is_thesis else _RIGHT)
        if not self._stacked(sheet, face, rect=rect, left=left, right=right):
            self._in_a_row(sheet, face, rect=rect, left=left, right=right)

    def _stacked(self, sheet: Sheet, face: CardFace, *, rect: QRectF, left: float, right: float) -> bool:
        """Paint the marks and the label under them; nothing where there are no marks, or no room for both."""
        if not face.monogram and face.flag is None:
            return False
        for margin, gap in _SPACING:
            room = rect.height() - 2 * margin - _MARK - gap
            label = self._fit(face, width=right - left, height=room)
            if not label.is_cut:
                break
        if label.height > room:
            return False
        top = sheet.snapped(rect.top() + max(margin, (rect.height() - label.height - _MARK - gap) / 2))
        self._header(sheet, face, left=left, right=right, top=top)
        self._write(sheet, label, at=QPointF(left, top + _MARK + gap))
        return True

    def _in_a_row(self, sheet: Sheet, face: CardFace, *, rect: QRectF, left: float, right: float) -> None:
        """Paint the marks and the label beside them, as far as it goes."""
        middle = sheet.snapped(rect.center().y() - _MARK / 2)
        start = self._header(sheet, face, left=left, right=right, top=middle)
        room = rect.height() - 2 * _SPACING[-1][0]
        label = self._fit(face, width=right - _ICON - _GAP - start, height=room)
        if label.height <= rect.height():
            self._write(sheet, label, at=QPointF(start, rect.center().y() - label.height / 2))

    def _write(self, sheet: Sheet, label: ShapedText, *, at: QPointF) -> None:
        sheet.painter.setPen(self._inks.theme.ink1)
        label.draw(sheet.painter, at)

    def _header(self, sheet: Sheet, face: CardFace, *, left: float, right: float, top: float) -> float:
        """Paint the icon at the right and the marks at the left; where the marks end."""
        theme, marks = self._inks.theme, self._marks
        at = QPointF(right - _ICON, top + 1)
        marks.icon(sheet, ROLE_ICONS[face.role], at=at, px=_ICON, colour=theme.ink(face.role))
        if face.monogram:
            wide = self._shaper.shape(face.monogram, SMALL_MONOGRAM).width + 4
            mark = QRectF(left, top, max(_MARK, wide if face.is_reported else _MARK), _MARK)
            marks.kept_monogram(sheet, face, rect=mark, style=SMALL_MONOGRAM)
            left = mark.right() + _GAP
        if face.flag is not None and left + _ICON <= right - _ICON:
            marks.icon(sheet, FLAG_ICON, at=QPointF(left, top + 1), px=_ICON, colour=theme.warn)
            left += _ICON + _GAP
        return left

    def _question(self, sheet: Sheet, face: CardFace, *, rect: QRectF) -> None:
        indent = _MARK + 5
        label = self._fit(face, width=rect.width() - 24 - indent, height=rect.height() - 4)
        left = rect.left() + (rect.width() - label.width - indent) / 2
        at = QPointF(left, rect.top() + (rect.height() - _MARK) / 2)
        colour = self._inks.theme.ink(Role.QUESTION)
        self._marks.icon(sheet, ROLE_ICONS[Role.QUESTION], at=at, px=_MARK, colour=colour)
        sheet.painter.setPen(self._inks.theme.ink1)
        label.draw(sheet.painter, QPointF(left + indent, rect.top() + (rect.height() - label.height) / 2))

    def _fit(self, face: CardFace, *, width: float, height: float) -> ShapedText:
        """The label in the largest size that fits, or else cut in the smallest."""
        is_thesis = face.role is Role.THESIS
        key = (face.label, is_thesis, face.is_unstated, width, height)
        found = self._fits.get(key)
        if found is None:
            styles: Sequence[TextStyle] = THESIS_LABELS if is_thesis else LABELS
            if face.role is Role.IMPLICIT:
                styles = tuple(style._replace(italic=True) for style in styles)
            found = self._fits[key] = fitted(face.label, styles, self._shaper, width=width, height=height)
            if len(self._fits) > _KEPT:
                self._fits.popitem(last=False)
        return found


def fitted(
    text: str, styles: Sequence[TextStyle], shaper: TextShaper, *, width: float, height: float
) -> ShapedText:
    """The text in the first of the styles in which it fits with its words whole, or else cut in the last."""
    width = max(8.0, width)
    for style in styles:
        shaped = shaper.shape(text, style, width=width)
        if shaped.height <= height and not shaped.breaks_words:
            return shaped
    smallest = styles[-1]
    lines = max(1, int(height // smallest.line_height))
    whole = shaper.shape(text, smallest, width=width).whole_lines
    if whole < lines:
        lines = whole + 1
    return shaper.shape(text, smallest, width=width, max_lines=lines)
