"""What an empty canvas offers: write the main claim, bring in a text, open a map, or explore the sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAction, QFont, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import LEFT, draw_icon, draw_key_cap, draw_surface, fill_rounded, key_text
from argmap.ui.parts.dressing import dress

_WIDTH = 460
_ROW_HEIGHT = 64
_TILE = 36.0
_PAD = 16.0
_TEXT_LEFT = 66.0
_ABOUT = "Start with the main claim. Everything else is a reason for it or an objection to it."


@dataclass(frozen=True, slots=True)
class _Offer:
    """One way to begin."""

    command: str
    icon: str
    title: str
    about: str


_OFFERS = (
    _Offer(
        "insert.claim", "message-square-plus", "Write the main claim", "Double-click anywhere, or press N"
    ),
    _Offer("source.add", "file-text", "Bring in a text", "Map what an essay says, quote by quote"),
    _Offer("file.open", "folder-open", "Open a map", "argmap files"),
    _Offer(
        "file.sample", "book-open", "Explore the sample", "“What were Stalin’s goals?” with its complete map"
    ),
)


class EmptyMap(QWidget):
    """The question and the rows; between them, clicks and double clicks reach the canvas below."""

    def __init__(self, actions: Mapping[str, QAction], look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Empty map")
        self._question = _label("What is being argued?", _question_font())
        self._about = _label(f'<div style="line-height: 20px">{_ABOUT}</div>', font(14))
        self._rows = [_OfferRow(offer, actions[offer.command], look=look) for offer in _OFFERS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._question)
        column.addSpacing(4)
        column.addWidget(self._about)
        column.addSpacing(16)
        for place, row in enumerate(self._rows):
            if place:
                column.addSpacing(10)
            column.addWidget(row)
        self.setFixedWidth(_WIDTH)
        self.set_look(look)
        self.adjustSize()

    def sizeHint(self) -> QSize:
        """As high as the wrapped text makes it."""
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def set_look(self, look: Look) -> None:
        """Paint in another look from now on."""
        dress(look, *self._rows)
        for label, colour in ((self._question, look.theme.ink1), (self._about, look.theme.ink2)):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            label.setPalette(palette)


class _OfferRow(PaintedButton):
    """One way to begin, as a wide button."""

    def __init__(self, offer: _Offer, action: QAction, *, look: Look) -> None:
        super().__init__(look, radius=10)
        self._offer, self._action = offer, action
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(offer.title)
        self.setAccessibleName(offer.title)
        self.setAccessibleDescription(offer.about)
        self.clicked.connect(self._trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(_WIDTH, _ROW_HEIGHT)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the card, the icon on its tile, both lines and the key."""
        theme, middle = self._look.theme, self.height() / 2
        border = theme.ink3 if self.is_lit else theme.line2
        draw_surface(painter, QRectF(self.rect()), fill=theme.panel, border=border, radius=self._radius)
        tile = QRectF(_PAD, middle - _TILE / 2, _TILE, _TILE)
        fill_rounded(painter, tile, fill=theme.accent_soft, radius=8)
        icon = self._offer.icon
        draw_icon(painter, self._look, name=icon, centre=tile.center(), px=18, colour=theme.accent)
        right = self.width() - _PAD
        keys = key_text(self._action.shortcut())
        if keys:
            draw_key_cap(painter, theme, text=keys, right=right, middle=middle)
        self._paint_words(painter, QPointF(_TEXT_LEFT, middle))

    def _paint_words(self, painter: QPainter, at: QPointF) -> None:
        theme, room = self._look.theme, self.width() - at.x()
        painter.setFont(font(14, 600))
        painter.setPen(theme.ink1)
        painter.drawText(QRectF(at.x(), at.y() - 19, room, 20), LEFT, self._offer.title)
        painter.setFont(font(13))
        painter.setPen(theme.ink2)
        painter.drawText(QRectF(at.x(), at.y() - 0.5, room, 18), LEFT, self._offer.about)

    def _trigger(self) -> None:
        self._action.trigger()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.update()


def _label(text: str, type_: QFont) -> QLabel:
    label = QLabel(text)
    label.setFont(type_)
    label.setWordWrap(True)
    return label


def _question_font() -> QFont:
    made = font(22, 600)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
    return made
