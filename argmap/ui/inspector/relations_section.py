"""The relations of an element: what it bears on and what bears on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from argmap.editor import labels
from argmap.edits.relations import set_strength
from argmap.model.ids import RecordId
from argmap.model.records import Claim, MapInfo, Participant, Relation
from argmap.ui.inspector.buttons import icon_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.flow import Flow
from argmap.ui.inspector.kind_button import KindButton
from argmap.ui.inspector.part import Part, Rows
from argmap.ui.inspector.prose import Prose, Run
from argmap.ui.inspector.section import Section
from argmap.ui.inspector.steps import Step, steps_of
from argmap.ui.inspector.words import element_words, voice_name
from argmap.ui.parts.label import label
from argmap.ui.parts.relation_glyphs import GLYPH_SIZE
from argmap.ui.parts.segmented import Segmented
from argmap.ui.signs import STRENGTH_NAMES

_STRENGTHS = tuple(STRENGTH_NAMES)
_GAP = 8
_LONGEST = 60
"""How many characters of a claim a row shows: about two lines."""
_TOP = Qt.AlignmentFlag.AlignTop


class StrengthField(QWidget):
    """Weak, normal or strong, of relations that are given each time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._relations: tuple[RecordId, ...] = ()
        choice = Segmented(desk.look, tuple(STRENGTH_NAMES.values()), name="Strength")
        self.choice = desk.dressed(choice)
        self.choice.chosen.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch()

    def show_relations(self, relations: tuple[RecordId, ...]) -> None:
        """Show the strength that relations share."""
        self._relations = relations
        held = {self._desk.map.relations[key].strength for key in relations}
        self.choice.set_current(_STRENGTHS.index(next(iter(held))) if len(held) == 1 else None)

    def _pick(self, index: int) -> None:
        edit = partial(set_strength, relations=self._relations, strength=_STRENGTHS[index])
        self._desk.commit(labels.SET_STRENGTH, edit)
        self.show_relations(self._relations)


class StepRow(QWidget):
    """One relation: its glyph, what it does, and the other element."""

    opened = Signal(str)
    """Its glyph was clicked: show its strength, or hide it."""

    def __init__(self, desk: Desk, relation: RecordId) -> None:
        super().__init__()
        self._desk = desk
        self._relation = relation
        self._other = relation
        self.glyph = desk.dressed(KindButton(desk.look))
        self.words = Prose(desk)
        self.words.make_clickable("Go there")
        self.edit = icon_button(desk, "pencil", "Inspect this relation", px=14)
        self.edit.setParent(self)
        self.edit.set_ground(True)
        self.strength_label = label("Strength", ink="2")
        self.strength = StrengthField(desk)
        self._lay_out()
        self.glyph.clicked.connect(self._open)
        self.words.clicked.connect(self._go)
        self.edit.clicked.connect(self._inspect)
        self._show_edit(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 2, 0)
        top.setSpacing(_GAP)
        top.addWidget(self.glyph, 0, _TOP)
        top.addWidget(self.words, 1)
        self._foot = QWidget()
        foot = Flow(gap=8)
        foot.setContentsMargins(GLYPH_SIZE.width() + _GAP, 4, 0, 0)
        self._foot.setLayout(foot)
        foot.addWidget(self.strength_label)
        foot.addWidget(self.strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._foot)

    def show_step(self, step: Step, *, is_open: bool, own_voice: RecordId | None) -> None:
        """Show a relation as it reads from this side; a voice is named where it is another than one's own."""
        map_ = self._desk.map
        self._other = step.other
        self.glyph.show_kind(step.kind)
        self.glyph.setAccessibleName(f"{step.verb}: strength")
        self.glyph.setToolTip("Strength")
        runs = [Run(f"{step.verb} ", "ink2"), Run(element_words(map_, step.other, _LONGEST))]
        claim = map_.find(Claim, step.other)
        if claim and voice_name(map_, claim) and claim.participant != own_voice:
            runs.append(Run(f" {voice_name(map_, claim)}", "ink3"))
        runs += (Run(f" + {element_words(map_, key, 40)}", "ink2") for key in step.beside)
        self.words.set_runs(runs)
        self._foot.setVisible(is_open)
        self.strength.show_relations((step.relation,))

    def _open(self) -> None:
        self.opened.emit(self._relation)

    def _go(self) -> None:
        self._desk.choose(self._other)

    def _inspect(self) -> None:
        self._desk.choose(self._relation)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same by a menu, which the keyboard reaches too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Go there").triggered.connect(self._go)
        menu.addAction("Inspect this relation").triggered.connect(self._inspect)
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the relation itself."""
        super().enterEvent(event)
        self._show_edit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the offer back."""
        super().leaveEvent(event)
        self._show_edit(False)

    def _show_edit(self, shown: bool) -> None:
        self.edit.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the offer at the right edge."""
        super().resizeEvent(event)
        self.edit.move(self.width() - self.edit.width(), -3)


class RelationsSection(Part):
    """All relations of one element."""

    reads = frozenset({Relation, Claim, Participant, MapInfo})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened: RecordId | None = None
        self.section = Section(desk, "Relations", adds="Connect to another claim")
        self.rows: Rows[RecordId, StepRow] = Rows(spacing=4)
        self.section.body.addLayout(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.section.add_clicked.connect(self._connect_from)

    def point_at(self, elements: tuple[RecordId, ...]) -> None:
        """Show another element's relations, with the strength of an only one."""
        if elements != self.elements:
            self._opened = None
        super().point_at(elements)

    def refresh(self) -> None:
        """Show the relations."""
        steps = steps_of(self.map, self.elements[0])
        self.section.show_count(str(len(steps)) if steps else "", is_empty=not steps)
        self.rows.show_keys([step.relation for step in steps], self._make)
        own_voice = self.map.claims[self.elements[0]].participant
        for step in steps:
            is_open = step.relation == self._opened or len(steps) == 1
            self.rows.rows[step.relation].show_step(step, is_open=is_open, own_voice=own_voice)

    def _make(self, relation: RecordId) -> StepRow:
        row = StepRow(self.desk, relation)
        row.opened.connect(self._open)
        return row

    def _open(self, relation: str) -> None:
        self._opened = None if self._opened == relation else RecordId(relation)
        self.refresh()

    def _connect_from(self) -> None:
        self.desk.connect_requested.emit(self.elements[0])
