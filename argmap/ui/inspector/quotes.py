"""The passages an element rests on: the author's words in serif, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from argmap.editor.words import title_of
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Anchoring, Claim, Excerpt, MapInfo, Relation, Source
from argmap.model.roles import Role, role_of_element
from argmap.source.numbering import Numberings
from argmap.source.pages import page_words
from argmap.ui.fonts import SERIF
from argmap.ui.inspector.buttons import link_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.part import Part, Rows
from argmap.ui.inspector.prose import Prose, Run
from argmap.ui.inspector.words import shortened
from argmap.ui.parts.label import label

_BAR, _INDENT = 3, 14
_PLACES = {
    Anchoring.KEPT: "¶{number} · characters {start:,}–{end:,}",
    Anchoring.MOVED: "¶{number} · moved, please check",
    Anchoring.LOST: "Lost: not in the text any more",
}
_LONGEST_NAME = 40


class Quote(QWidget):
    """One passage."""

    def __init__(self, desk: Desk, excerpt: RecordId) -> None:
        super().__init__()
        self._desk = desk
        self._excerpt = excerpt
        self._role = Role.CLAIM
        self.words = Prose(desk, size=14, line=21, family=SERIF)
        self.place = label(size=12, ink="2")
        self.place.setWordWrap(True)
        self.show_button = link_button("Show", size=12)
        self.show_button.clicked.connect(self._reveal)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(foot)
        desk.restyled.connect(self.update)

    def refresh(self) -> None:
        """Show the passage as it is now."""
        map_ = self._desk.map
        excerpt = map_.excerpts[self._excerpt]
        self._role = role_of_element(map_, excerpt.element)
        self.words.set_runs([Run(f"“{excerpt.exact}”")])
        self.place.setText(place_words(map_, excerpt, numberings=self._desk.numberings))
        is_kept = excerpt.anchoring is Anchoring.KEPT
        self.show_button.setText("Show" if is_kept else "Check")
        self.show_button.setToolTip("Show it in the text" if is_kept else "Say where it stands now")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the role's bar beside the words."""
        painter = QPainter(self)
        try:
            colour = self._desk.theme.ink(self._role)
            painter.fillRect(QRectF(0, self.words.y(), _BAR, self.words.height()), colour)
        finally:
            painter.end()

    def _reveal(self) -> None:
        self._desk.passage_chosen.emit(self._excerpt)


def place_words(map_: ArgumentMap, excerpt: Excerpt, *, numberings: Numberings) -> str:
    """Where a passage stands: in which text, where there are several, on which page, in which lines."""
    source = map_.sources[excerpt.source]
    name = shortened(title_of(source), _LONGEST_NAME) if len(map_.sources) > 1 else ""
    is_lost = excerpt.anchoring is Anchoring.LOST
    page = "" if is_lost else page_words(source, excerpt.start, excerpt.end)
    number = numberings.of(source).at(excerpt.start)
    lines = _PLACES[excerpt.anchoring].format(number=number, start=excerpt.start, end=excerpt.end)
    return " · ".join(place for place in (name, page, lines) if place)


class Quotes(Part):
    """All passages of one element."""

    reads = frozenset({Excerpt, Source, Claim, Relation, MapInfo})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: Rows[RecordId, Quote] = Rows(spacing=8)
        self.setLayout(self.rows)

    def refresh(self) -> None:
        """Show the passages, in the order of their text."""
        excerpts = sorted(self.map.excerpts_of(self.elements[0]), key=lambda x: (x.source, x.start))
        self.rows.show_keys([excerpt.id for excerpt in excerpts], self._make)
        for row in self.rows.rows.values():
            row.refresh()
        self.setVisible(bool(excerpts))

    def _make(self, excerpt: RecordId) -> Quote:
        return Quote(self.desk, excerpt)
