"""Breaks text into lines and keeps the result: the one place where the canvas asks Qt how wide words are.

Qt takes whole pixels for a font's size. A style of 11.5 px is therefore shaped at 23 px in twice the width
and painted at half size, which gives the same glyphs and the same breaks, on screen, in print and in SVG.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from argmap.ui.fonts import INTER, font

_LINE_BREAK = "\u2028"
_KEPT = 20_000
_WIDE = 1e6
"""Room for any single line."""


_Key = tuple[str, "TextStyle", float, int | None, float]


class TextStyle(NamedTuple):
    """How a text is set, in pixels at 100 %."""

    px: float
    """Size of the font, in steps of a half."""
    line_height: float
    weight: int = 400
    italic: bool = False
    letter_spacing: float = 0.0
    """Extra room behind each letter, in em."""
    family: str = INTER


class ShapedText:
    """A text broken into lines, ready to be painted."""

    __slots__ = ("_down", "_layout", "height", "is_cut", "line_count", "lines", "scale", "width")

    def __init__(self, layout: QTextLayout, *, style: TextStyle, scale: float, is_cut: bool) -> None:
        self._layout = layout
        self.scale = scale
        """Pixels at 100 % for one pixel of the layout."""
        self.is_cut = is_cut
        """Whether the text was longer than the lines allowed."""
        self.line_count: int = layout.lineCount()
        self.height = self.line_count * style.line_height
        shown = [layout.lineAt(number) for number in range(self.line_count)]
        self.width = max((line.naturalTextWidth() for line in shown), default=0.0) * scale
        """Width of the longest line."""
        units = layout.text().encode("utf-16-le", "surrogatepass")
        self.lines = tuple(
            units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            .decode("utf-16-le", "surrogatepass")
            .rstrip(_LINE_BREAK)
            for line in shown
        )
        """The text of each line, as it is painted."""

    @property
    def layout(self) -> QTextLayout:
        """The layout behind it; its own pixels are `scale` wide."""
        return self._layout

    @property
    def whole_lines(self) -> int:
        """How many lines there are before the first that ends inside a word; all, where none does."""
        broken = (number for number, line in enumerate(self.lines[:-1]) if line[-1:].isalnum())
        return next(broken, self.line_count)

    @property
    def breaks_words(self) -> bool:
        """Whether a line ends inside a word."""
        return self.whole_lines < self.line_count

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        *,
        marks: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Paint it in the colour of the painter's pen, its top left corner at the point."""
        if self.scale == 1:
            self._layout.draw(painter, at, marks)
            return
        painter.scale(self.scale, self.scale)
        self._layout.draw(painter, at / self.scale, marks)
        painter.scale(1 / self.scale, 1 / self.scale)


class TextShaper:
    """Shapes texts and keeps those used last."""

    def __init__(self, *, kept: int = _KEPT) -> None:
        self._limit = kept
        self._kept: OrderedDict[_Key, ShapedText] = OrderedDict()
        self._fonts: dict[TextStyle, tuple[QFont, QFontMetricsF, float]] = {}

    def shape(
        self,
        text: str,
        style: TextStyle,
        width: float = _WIDE,
        max_lines: int | None = None,
        *,
        tail: float = 0.0,
    ) -> ShapedText:
        """The text in lines at most `width` wide; beyond `max_lines` the last one ends in an ellipsis.

        Breaks between words, and inside one only where it is longer than a line. `tail` is the room to
        leave behind that ellipsis.
        """
        key = (text, style, width, max_lines, tail)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        found = self._kept[key] = self._shaped(text, style, width=width, max_lines=max_lines, tail=tail)
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)
        return found

    def font_of(self, style: TextStyle) -> QFont:
        """The font that a style is shaped with; twice as large where the style's size is not whole."""
        return self._font(style)[0]

    def _font(self, style: TextStyle) -> tuple[QFont, QFontMetricsF, float]:
        found = self._fonts.get(style)
        if found is None:
            scale = 1.0 if float(style.px).is_integer() else 0.5
            made = font(round(style.px / scale), style.weight, italic=style.italic, family=style.family)
            spacing = style.letter_spacing * style.px / scale
            if spacing:
                made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
            found = self._fonts[style] = (made, QFontMetricsF(made), scale)
        return found

    def _shaped(
        self, text: str, style: TextStyle, *, width: float, max_lines: int | None, tail: float
    ) -> ShapedText:
        text = text.replace("\n", _LINE_BREAK)
        layout = self._laid_out(text, style, width=width)
        scale = self._font(style)[2]
        is_cut = max_lines is not None and layout.lineCount() > max_lines
        if is_cut and max_lines:
            start = layout.lineAt(max_lines - 1).textStart()
            cut = self._cut(text, style, width=width - tail, start=start)
            layout = self._laid_out(cut, style, width=width)
        return ShapedText(layout, style=style, scale=scale, is_cut=is_cut)

    def _cut(self, text: str, style: TextStyle, *, width: float, start: int) -> str:
        """The text with all from the UTF-16 offset on squeezed into one line."""
        _, metrics, scale = self._font(style)
        units = text.encode("utf-16-le", "surrogatepass")
        head = units[: 2 * start].decode("utf-16-le", "surrogatepass")
        rest = units[2 * start :].decode("utf-16-le", "surrogatepass").replace(_LINE_BREAK, " ")
        return head + metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width / scale)

    def _laid_out(self, text: str, style: TextStyle, *, width: float) -> QTextLayout:
        made, metrics, scale = self._font(style)
        layout = QTextLayout(text, made)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        baseline = _baseline(style, metrics, scale=scale)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width / scale)
            line.setPosition(QPointF(0, baseline / scale - line.ascent()))
            baseline += style.line_height
        layout.endLayout()
        return layout


def _baseline(style: TextStyle, metrics: QFontMetricsF, *, scale: float) -> float:
    """Where letters stand in the first line: ascent and descent in whole pixels, the rest shared out."""
    ascent, descent = round(metrics.ascent() * scale), round(metrics.descent() * scale)
    return (style.line_height - ascent - descent) / 2 + ascent
