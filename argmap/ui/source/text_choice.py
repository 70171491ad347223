"""The title of the text that is shown; where the map has several it opens the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from argmap.editor.words import title_of
from argmap.model.ids import RecordId
from argmap.model.records import Source
from argmap.ui.fonts import font
from argmap.ui.look import Look
from argmap.ui.marks import choice_mark
from argmap.ui.parts.buttons import PaintedButton
from argmap.ui.parts.drawing import LEFT, draw_icon
from argmap.ui.plain_text import plain_tip, plain_title
from argmap.ui.popup_menu import PopupMenu

PAD = 6
"""From its left edge to the title."""
_HEIGHT, _CHEVRON, _GAP = 26, 12, 6
_LONGEST = 60
"""How many letters of a title stand in the list."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TextChoice(PaintedButton):
    """A title as a button, which Up and Down change as well; a single text's title is no button."""

    chosen = Signal(str)
    """The id of another text."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=6)
        self._sources: Sequence[Source] = ()
        self._shown = 0
        self.setFont(font(14, 600))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    @property
    def title(self) -> str:
        """The title that is shown."""
        return title_of(self._sources[self._shown]) if self._sources else ""

    def show_sources(self, sources: Sequence[Source], chosen: Source) -> None:
        """Show one text's title; `sources` are all there are to choose from."""
        self._sources = tuple(sources)
        self._shown = next(at for at, source in enumerate(sources) if source.id == chosen.id)
        has_choice = len(sources) > 1
        self.setEnabled(has_choice)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_choice else Qt.FocusPolicy.NoFocus)
        place = f", {self._shown + 1} of {len(sources)}" if has_choice else ""
        self.setAccessibleName(f"Text: {self.title}{place}")
        self.setToolTip(plain_tip(self.title))
        self.update()

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(120, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down show the text before and the one after; with Alt they open the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.isEnabled():
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        else:
            self._go_to(min(max(self._shown + step, 0), len(self._sources) - 1))

    def _go_to(self, index: int) -> None:
        if index != self._shown:
            self.chosen.emit(self._sources[index].id)

    def _open(self) -> None:
        menu = PopupMenu(parent=self)
        menu.setObjectName("texts_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setMinimumWidth(self.width())
        mark, group = choice_mark(self._look), QActionGroup(menu)
        for source in self._sources:
            action = menu.addAction(mark, plain_title(_shortened(self._told_apart(source))))
            action.setData(source.id)
            action.setCheckable(True)
            group.addAction(action)
        shown = menu.actions()[self._shown]
        shown.setChecked(True)
        menu.triggered.connect(self._choose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(shown)

    def _told_apart(self, source: Source) -> str:
        """The title, with who wrote the text or where it is from where another has the same."""
        title = title_of(source)
        is_alone = sum(title_of(other) == title for other in self._sources) == 1
        more = "" if is_alone else source.author or source.date or source.file
        return f"{title} · {more}" if more else title

    def _choose(self, action: QAction) -> None:
        key = RecordId(action.data())
        if key != self._sources[self._shown].id:
            self.chosen.emit(key)

    def paint_face(self, painter: QPainter) -> None:
        """Paint the title and, where there is a choice, the chevron."""
        theme, middle = self._look.theme, self.height() / 2
        if self.isEnabled():
            self.paint_ground(painter)
        metrics = QFontMetricsF(self.font())
        tail = _GAP + _CHEVRON if self.isEnabled() else 0
        room = self.width() - 2 * PAD - tail
        words = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self.font())
        painter.setPen(theme.ink1)
        painter.drawText(QRectF(PAD, 0, room + 1, self.height()), LEFT, words)
        if self.isEnabled():
            right = PAD + metrics.horizontalAdvance(words) + _GAP + _CHEVRON / 2
            centre = QPointF(right, middle)
            draw_icon(painter, self._look, name="chevron-down", centre=centre, px=_CHEVRON, colour=theme.ink2)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"
