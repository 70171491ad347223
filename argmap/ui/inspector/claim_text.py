"""The claim's own words and its short label, both edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from argmap.editor import labels
from argmap.edits.claims import reword, set_label
from argmap.model.records import Claim
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.part import Part
from argmap.ui.parts.bare_text import bare_text
from argmap.ui.parts.line_field import LineField
from argmap.ui.parts.step import Step


class ClaimText(Part):
    """The proposition, editable."""

    reads = frozenset({Claim})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = bare_text("Claim", size=17, line=23, weight=600)
        self.field.setPlaceholderText("What is claimed?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        desk.bind(self.field, self._reworded)

    def refresh(self) -> None:
        """Show the words."""
        self.field.set_given(self.map.claims[self.elements[0]].text)

    def _reworded(self, text: str) -> Step:
        return Step(labels.REWORD, partial(reword, claim=self.elements[0], text=text))


class ShortLabel(Part):
    """The form that stands on small cards."""

    reads = frozenset({Claim})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = LineField(name="Short label", placeholder="None: the claim is shortened")
        self.field.setToolTip("What the card shows at small scales")
        self.field.setProperty("quiet", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        desk.bind(self.field, self._labelled)

    def refresh(self) -> None:
        """Show the label."""
        self.field.set_given(self.map.claims[self.elements[0]].label)

    def _labelled(self, text: str) -> Step:
        edit = partial(set_label, claim=self.elements[0], label=text.strip())
        return Step(labels.SET_SHORT_LABEL, edit)
