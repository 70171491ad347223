"""A page of the inspector: parts from top to bottom, refreshed by the kinds of record each reads."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from argmap.model.ids import RecordId
from argmap.model.records import Record
from argmap.ui.inspector.desk import Desk
from argmap.ui.inspector.part import Part
from argmap.ui.inspector.section import SIDE


class Page(QWidget):
    """Keeps the elements it shows, by id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.elements: tuple[RecordId, ...] = ()
        self.parts: list[Part] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def add_part(self, part: Part) -> None:
        """Put a part below the others, over the full width."""
        self.parts.append(part)
        self.column.addWidget(part)

    def point_at(self, elements: tuple[RecordId, ...]) -> None:
        """Show these elements."""
        self.elements = elements
        for part in self.parts:
            part.point_at(elements)

    def hear(self, kinds: set[type[Record]]) -> bool:
        """Refresh the parts that read one of these kinds; whether there were any."""
        concerned = [part for part in self.parts if not part.reads.isdisjoint(kinds)]
        for part in concerned:
            part.refresh()
        return bool(concerned)


def top_column() -> QVBoxLayout:
    """The head of a page, above its first section."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 14, 0, 14)
    column.setSpacing(0)
    return column


def inset(item: QWidget | QLayout, by: int = SIDE) -> QVBoxLayout:
    """The item with room at its sides."""
    column = QVBoxLayout()
    column.setContentsMargins(by, 0, by, 0)
    if isinstance(item, QLayout):
        column.addLayout(item)
    else:
        column.addWidget(item)
    return column
