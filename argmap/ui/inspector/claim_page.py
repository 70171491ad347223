"""The page of one claim."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from argmap.model.ids import RecordId
from argmap.ui.fonts import MONO, font
from argmap.ui.inspector.chips import Chips
from argmap.ui.inspector.claim_text import ClaimText, ShortLabel
from argmap.ui.inspector.credence_field import CredenceField
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.notes_section import SECTIONS, NotesSection
from argmap.ui.inspector.page import Page, inset, top_column
from argmap.ui.inspector.quotes import Quotes
from argmap.ui.inspector.relations_section import RelationsSection
from argmap.ui.inspector.section import SIDE
from argmap.ui.inspector.tags_field import TagsField
from argmap.ui.inspector.voice_field import VoiceField
from argmap.ui.parts.bare_text import OUTSET
from argmap.ui.parts.field_rows import field_rows
from argmap.ui.parts.label import label


class ClaimPage(Page):
    """All about one claim: what it says first, then whose it is, what it bears on, and its notes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chips = Chips(desk)
        self.id_label = label(size=12, ink="3")
        self.id_label.setFont(font(12, family=MONO))
        self.id_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = ClaimText(desk)
        self.quotes = Quotes(desk)
        self.voice = VoiceField(desk)
        self.credence = CredenceField(desk)
        self.tags = TagsField(desk)
        self.short_label = ShortLabel(desk)
        self.relations = RelationsSection(desk)
        self.notes = {title: NotesSection(desk, title) for title in SECTIONS}
        self._lay_out_top()
        for section in (self.relations, *self.notes.values()):
            self.add_part(section)

    def _lay_out_top(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.chips, 1)
        head.addWidget(self.id_label, 0, Qt.AlignmentFlag.AlignTop)
        self.id_label.setFixedHeight(26)
        top = top_column()
        top.addLayout(inset(head))
        top.addSpacing(6)
        top.addLayout(inset(self.text, SIDE - OUTSET))
        top.addSpacing(6)
        top.addLayout(inset(self.quotes))
        top.addSpacing(14)
        rows = (
            ("Voice", self.voice),
            ("Credence", self.credence),
            ("Tags", self.tags),
            ("Short label", self.short_label),
        )
        top.addLayout(inset(field_rows(rows)))
        self.column.addLayout(top)
        self.parts += [self.chips, self.text, self.quotes, self.voice, self.credence, self.tags]
        self.parts.append(self.short_label)

    def point_at(self, elements: tuple[RecordId, ...]) -> None:
        """Show another claim."""
        super().point_at(elements)
        self.id_label.setText(elements[0])
