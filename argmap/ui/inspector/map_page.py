"""The page of the map itself, while nothing is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from argmap.editor import labels
from argmap.editor.words import ROLE_NAMES
from argmap.edits.map_info import set_abstract, set_title
from argmap.edits.participants import add_participant
from argmap.evaluation.findings import findings
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import RecordId
from argmap.model.records import Claim, Excerpt, MapInfo, Participant, Record, Relation, Source, Standing
from argmap.model.roles import Role, role_of
from argmap.source.numbering import Numberings
from argmap.source.turns import paragraphs_by
from argmap.ui.inspector.count_row import CountRow, FindingRow
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.page import Page
from argmap.ui.inspector.part import Part, Rows
from argmap.ui.inspector.section import SIDE, Section
from argmap.ui.inspector.words import standing_words
from argmap.ui.parts.bare_text import OUTSET, bare_text
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step
from argmap.ui.signs import ROLE_ICONS

_ROLE_KINDS: frozenset[type[Record]] = frozenset({Claim, Relation, MapInfo})
_STANDINGS = list(Standing)
_ORDER = (
    Role.QUESTION,
    Role.REASON,
    Role.EVIDENCE,
    Role.THESIS,
    Role.OBJECTION,
    Role.UNDERCUT,
    Role.IMPLICIT,
    Role.CLAIM,
)


class MapHead(Part):
    """Title and abstract, both editable."""

    reads = frozenset({MapInfo})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.title = bare_text("Title of the map", size=17, line=23, weight=600)
        self.title.setPlaceholderText("Untitled map")
        self.abstract = bare_text("Abstract", size=13, line=20, weight=400)
        self.abstract.setPlaceholderText("What does the map find?")
        self.abstract.setProperty("ink", "2")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE - OUTSET, 11, SIDE - OUTSET, 9)
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.abstract)
        desk.bind(self.title, self._titled)
        desk.bind(self.abstract, self._summarised)

    def refresh(self) -> None:
        """Show both."""
        self.title.set_given(self.map.info.title)
        self.abstract.set_given(self.map.info.abstract)

    def _titled(self, text: str) -> Step:
        return Step(labels.RENAME_MAP, partial(set_title, title=" ".join(text.split())))

    def _summarised(self, text: str) -> Step:
        return Step(labels.EDIT_ABSTRACT, partial(set_abstract, abstract=text.strip()))


class VoicesSection(Part):
    """The voices, with how many claims each has; a click selects them."""

    reads = frozenset({Participant, Claim, Source, Excerpt})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.section = Section(desk, "Voices", adds="Add a voice")
        self.rows: Rows[RecordId, CountRow] = Rows(spacing=0)
        self.new_name = LineField(name="Name of the new voice", placeholder="Name of the new voice")
        self.new_name.hide()
        self.section.body.addLayout(self.rows)
        self.section.body.addWidget(self.new_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.section.add_clicked.connect(self.begin_naming)
        desk.bind(self.new_name, self._added)
        self.new_name.binding.left.connect(self._end_naming)

    def refresh(self) -> None:
        """Show the voices."""
        voices = self.map.participants
        is_empty = not voices and self.new_name.isHidden()
        self.section.show_count(str(len(voices)) if voices else "", is_empty=is_empty)
        said: dict[RecordId, list[RecordId]] = {key: [] for key in voices}
        for claim in self.map.claims.values():
            if claim.participant is not None:
                said[claim.participant].append(claim.id)
        order = sorted(voices, key=lambda key: (_STANDINGS.index(voices[key].standing), -len(said[key])))
        self.rows.show_keys(order, self._make)
        for key, row in self.rows.rows.items():
            written = paragraphs_of(self.map, key, numberings=self.desk.numberings)
            aside = standing_words(self.map, voices[key]) or written
            row.show_voice(voices[key], aside=aside, elements=tuple(said[key]))

    def _make(self, voice: RecordId) -> CountRow:
        return CountRow(self.desk)

    def begin_naming(self) -> None:
        """Ask, in place, for the name of a new voice."""
        if not self.desk.may_edit():
            return
        self.section.unfold()
        self.new_name.set_given("")
        self.new_name.show()
        self.refresh()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, name: str) -> Step | None:
        edit = partial(add_participant, name=name.strip())
        return Step(labels.ADD_VOICE, edit) if name.strip() else None

    def _end_naming(self) -> None:
        self.new_name.hide()
        self.refresh()


class WorthSection(Part):
    """What is worth a look; a click selects it."""

    reads = frozenset({*_ROLE_KINDS, Excerpt, Source})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.section = Section(desk, "Worth a look")
        self.rows: Rows[int, FindingRow] = Rows(spacing=8)
        self.section.body.addLayout(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def refresh(self) -> None:
        """Show the findings."""
        found = findings(self.map)
        self.setVisible(bool(found))
        self.rows.show_keys(range(len(found)), self._make)
        for row, finding in zip(self.rows.rows.values(), found, strict=True):
            row.show_finding(finding)

    def _make(self, index: int) -> FindingRow:
        return FindingRow(self.desk)


class KindsSection(Part):
    """How many claims play which role, in two columns; a click selects them."""

    reads = _ROLE_KINDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.section = Section(desk, "Kinds")
        self.rows = {role: CountRow(desk) for role in _ORDER}
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(12)
        for column_ in (0, 1):
            self._grid.setColumnStretch(column_, 1)
        self.section.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def refresh(self) -> None:
        """Show the roles that claims play."""
        held: dict[Role, list[RecordId]] = {role: [] for role in _ORDER}
        for claim in self.map.claims.values():
            held[role_of(self.map, claim)].append(claim.id)
        self.section.show_count("", is_empty=not self.map.claims)
        self.setVisible(bool(self.map.claims))
        shown = [role for role in _ORDER if held[role]]
        for role, row in self.rows.items():
            self._grid.removeWidget(row)
            row.setVisible(role in shown)
        for index, role in enumerate(shown):
            self._grid.addWidget(self.rows[role], index // 2, index % 2)
            row = self.rows[role]
            row.show_kind(ROLE_NAMES[role], role=role, icon=ROLE_ICONS[role], elements=tuple(held[role]))


class MapPage(Page):
    """All about the map."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = MapHead(desk)
        self.voices = VoicesSection(desk)
        self.worth = WorthSection(desk)
        self.kinds = KindsSection(desk)
        for part in (self.head, self.voices, self.worth, self.kinds):
            self.add_part(part)


def paragraphs_of(map_: ArgumentMap, voice: RecordId, *, numberings: Numberings) -> str:
    """Where a voice writes, as “¶1–3”, in the first text it writes in; empty where it writes in none."""
    for source in map_.sources.values():
        written = paragraphs_by(source, voice, numbering=numberings.of(source))
        if written is not None:
            first, last = written
            return f"¶{first}" if first == last else f"¶{first}–{last}"
    return ""
