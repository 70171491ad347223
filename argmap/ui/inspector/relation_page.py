"""The page of one relation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from argmap.editor import labels
from argmap.editor.tools import effects
from argmap.edits import relations as edits
from argmap.edits.claims import remove_elements
from argmap.model.ids import RecordId
from argmap.model.records import Claim, MapInfo, Participant, Relation, RelationKind
from argmap.model.roles import arrow_kind_of
from argmap.ui.fonts import MONO, font
from argmap.ui.inspector.buttons import text_button
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.flow import Flow
from argmap.ui.inspector.kind_button import KindButton
from argmap.ui.inspector.notes_section import SECTIONS, NotesSection
from argmap.ui.inspector.page import Page, inset, top_column
from argmap.ui.inspector.part import Part, Rows
from argmap.ui.inspector.prose import Prose, Run
from argmap.ui.inspector.quotes import Quotes
from argmap.ui.inspector.relations_section import StrengthField
from argmap.ui.inspector.section import Section
from argmap.ui.inspector.steps import verb_of
from argmap.ui.inspector.words import element_words, voice_name
from argmap.ui.parts.field_rows import field_rows
from argmap.ui.parts.label import label
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.segmented import Segmented
from argmap.ui.parts.step import Step

_KINDS = (RelationKind.SUPPORT, RelationKind.ATTACK)


class ElementRow(Prose):
    """Another element, by its words; a click goes there."""

    def __init__(self, desk: Desk, element: RecordId) -> None:
        super().__init__(desk)
        self._element = element
        self.make_clickable("Go there")
        self.clicked.connect(self._go)

    def refresh(self) -> None:
        """Show its words as they are now."""
        map_ = self._desk.map
        runs = [Run(element_words(map_, self._element, 160))]
        claim = map_.find(Claim, self._element)
        if claim and voice_name(map_, claim):
            runs.append(Run(f" {voice_name(map_, claim)}", "ink3"))
        self.set_runs(runs)

    def _go(self) -> None:
        self._desk.choose(self._element)


class ElementList(QVBoxLayout):
    """A caption and elements below it."""

    def __init__(self, desk: Desk, caption: str) -> None:
        super().__init__()
        self._desk = desk
        self.setSpacing(2)
        self.caption = label(caption, size=12, ink="2")
        self.addWidget(self.caption)
        self.rows: Rows[RecordId, ElementRow] = Rows(spacing=5)
        self.addLayout(self.rows)

    def show_elements(self, elements: tuple[RecordId, ...]) -> None:
        """Show these elements."""
        self.rows.show_keys(elements, self._make)
        for row in self.rows.rows.values():
            row.refresh()

    def _make(self, element: RecordId) -> ElementRow:
        return ElementRow(self._desk, element)


class RelationFields(Part):
    """What kind of step it is, how strong, how read, and between what."""

    reads = frozenset({Relation, Claim, Participant, MapInfo})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.glyph = desk.dressed(KindButton(desk.look))
        self.glyph.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.glyph.setEnabled(False)
        self.title = label(size=17, weight=600)
        self.id_label = label(ink="3")
        self.id_label.setFont(font(12, family=MONO))
        self.kind = desk.dressed(Segmented(desk.look, ("Supports", "Attacks"), name="Kind"))
        self.strength = StrengthField(desk)
        self.reading = LineField(name="Reading", placeholder="cause, example, sign…")
        self.reading.setToolTip("How you read the step, in a word or two")
        self.premises = ElementList(desk, "From")
        self.target = ElementList(desk, "To")
        self.reverse = text_button(desk, "Reverse")
        self.unlink = text_button(desk, "Unlink")
        self.delete = text_button(desk, "Delete", is_danger=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.glyph)
        head.addWidget(self.title, 1)
        head.addWidget(self.id_label)
        kind = QWidget()
        kind_row = QHBoxLayout(kind)
        kind_row.setContentsMargins(0, 0, 0, 0)
        kind_row.addWidget(self.kind)
        kind_row.addStretch()
        buttons = Flow(gap=8)
        for button in (self.reverse, self.unlink, self.delete):
            buttons.addWidget(button)
        top = top_column()
        top.setSpacing(12)
        for item in (head, self.premises, self.target):
            top.addLayout(inset(item))
        rows = (("Kind", kind), ("Strength", self.strength), ("Reading", self.reading))
        top.addLayout(inset(field_rows(rows)))
        top.addLayout(inset(buttons))
        self.setLayout(top)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._set_kind)
        self.desk.bind(self.reading, self._read_as)
        self.reverse.clicked.connect(self._reverse)
        self.unlink.clicked.connect(self._unlink)
        self.delete.clicked.connect(self._delete)

    @property
    def _relation(self) -> Relation:
        return self.map.relations[self.elements[0]]

    def refresh(self) -> None:
        """Show the relation."""
        relation = self._relation
        kind = arrow_kind_of(self.map, relation)
        self.glyph.show_kind(kind)
        self.title.setText(verb_of(kind).removesuffix(" with"))
        self.id_label.setText(relation.id)
        self.kind.set_label(0, "Answers" if self._is_to_question(relation) else "Supports")
        self.kind.set_current(1 if relation.kind is RelationKind.ATTACK else 0)
        self.strength.show_relations((relation.id,))
        self.reading.set_given(relation.reading)
        is_linked = len(relation.premises) > 1
        self.premises.caption.setText("From, linked together" if is_linked else "From")
        self.premises.show_elements(relation.premises)
        self.target.show_elements((relation.target,))
        self.reverse.setVisible(not is_linked and relation.target in self.map.claims)
        self.unlink.setVisible(is_linked)

    def _is_to_question(self, relation: Relation) -> bool:
        return edits.kind_towards(self.map, relation.target, RelationKind.SUPPORT) is RelationKind.ANSWER

    def _set_kind(self, index: int) -> None:
        kind = _KINDS[index]
        edit = partial(edits.set_relation_kind, relation=self.elements[0], kind=kind)
        self.desk.commit(effects.label_of(kind.value), edit)
        self.refresh()

    def _read_as(self, words: str) -> Step:
        edit = partial(edits.set_reading, relation=self.elements[0], reading=words.strip())
        return Step(labels.SET_READING, edit)

    def _reverse(self) -> None:
        self.desk.commit(labels.REVERSE, partial(edits.reverse, relation=self.elements[0]))

    def _unlink(self) -> None:
        self.desk.commit(labels.UNLINK, partial(edits.unlink, relation=self.elements[0]))

    def _delete(self) -> None:
        self.desk.commit(labels.DELETE, partial(remove_elements, elements=self.elements))


class BearingSection(Part):
    """What bears on the relation itself: undercutters and warrants."""

    reads = frozenset({Relation, Claim, Participant})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.section = Section(desk, "Undercutters and warrants")
        self.undercutters = ElementList(desk, "It does not follow, because")
        self.warrants = ElementList(desk, "It follows, because")
        self.section.body.addLayout(self.undercutters)
        self.section.body.addLayout(self.warrants)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def refresh(self) -> None:
        """Show the claims that bear on the step."""
        arriving = self.map.arriving(self.elements[0])
        total = 0
        for listed, kind in ((self.undercutters, RelationKind.ATTACK), (self.warrants, RelationKind.SUPPORT)):
            premises = tuple(key for r in arriving if r.kind is kind for key in r.premises)
            listed.caption.setVisible(bool(premises))
            listed.show_elements(premises)
            total += len(premises)
        self.section.show_count(str(total) if total else "", is_empty=not total)


class RelationPage(Page):
    """All about one relation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields = RelationFields(desk)
        self.quotes = Quotes(desk)
        self.bearing = BearingSection(desk)
        self.notes = {title: NotesSection(desk, title) for title in SECTIONS}
        self.quotes.setContentsMargins(16, 0, 16, 14)
        for part in (self.fields, self.quotes, self.bearing, *self.notes.values()):
            self.add_part(part)
