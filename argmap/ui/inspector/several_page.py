"""The page of several elements: only what they can share."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.editor import labels
from argmap.editor.words import count
from argmap.edits.claims import remove_elements
from argmap.model.ids import RecordId
from argmap.model.records import Relation
from argmap.ui.inspector.buttons import text_button
from argmap.ui.inspector.chips import Chips
from argmap.ui.inspector.credence_field import CredenceField
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.flow import Flow
from argmap.ui.inspector.page import Page, top_column
from argmap.ui.inspector.part import Part
from argmap.ui.inspector.relations_section import StrengthField
from argmap.ui.inspector.section import SIDE
from argmap.ui.inspector.tags_field import TagsField
from argmap.ui.inspector.voice_field import VoiceField
from argmap.ui.parts.field_rows import field_rows
from argmap.ui.parts.label import label


class SharedStrength(Part):
    """The strength of several relations."""

    reads = frozenset({Relation})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = StrengthField(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(field_rows([("Strength", self.field)]))

    def refresh(self) -> None:
        """Show what they share."""
        self.field.show_relations(self.elements)


class SeveralPage(Page):
    """Fields for the claims among the elements, and for the relations."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.title = label(size=17, weight=600)
        self.chips = Chips(desk)
        self.voice = VoiceField(desk)
        self.credence = CredenceField(desk)
        self.tags = TagsField(desk)
        self.strength = SharedStrength(desk)
        self.delete = text_button(desk, "Delete", is_danger=True)
        self._for_claims = QWidget()
        column = QVBoxLayout(self._for_claims)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.chips)
        column.addLayout(
            field_rows([("Voice", self.voice), ("Credence", self.credence), ("Tags", self.tags)])
        )
        top = top_column()
        top.setContentsMargins(SIDE, 14, SIDE, SIDE)
        top.setSpacing(14)
        for part in (self.title, self._for_claims, self.strength):
            top.addWidget(part)
        foot = Flow(gap=8)
        foot.addWidget(self.delete)
        top.addLayout(foot)
        self.column.addLayout(top)
        self.delete.clicked.connect(self._delete)

    def point_at(self, elements: tuple[RecordId, ...]) -> None:
        """Show other elements."""
        self.elements = elements
        map_ = self.desk.map
        claims = tuple(key for key in elements if key in map_.claims)
        relations = tuple(key for key in elements if key in map_.relations)
        self.title.setText(_counts(len(claims), len(relations)))
        self._for_claims.setVisible(bool(claims))
        self.strength.setVisible(bool(relations))
        self.parts = []
        if claims:
            self.parts += [self.chips, self.voice, self.credence, self.tags]
        for part in self.parts:
            part.point_at(claims)
        if relations:
            self.parts.append(self.strength)
            self.strength.point_at(relations)

    def _delete(self) -> None:
        self.desk.commit(labels.DELETE, partial(remove_elements, elements=self.elements))


def _counts(claims: int, relations: int) -> str:
    """“3 claims, 1 relation”."""
    counted = ((claims, "claim"), (relations, "relation"))
    return ", ".join(count(number, noun) for number, noun in counted if number)
